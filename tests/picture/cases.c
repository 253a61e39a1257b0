/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/cases.h"

#define PATH lockstep_path_layout
#define LADDER lockstep_ladder_layout
#define BAR lockstep_time_bar_layout

#define NAMED "name.outcome=found name.duration=3000 name.addresses=192.0.2.7 "
#define OPEN "port.outcome=open port.duration=12000 "
#define PLAIN "plain.outcome=open plain.duration=12000 "
#define AGREED "handshake.outcome=complete handshake.version=TLSv1.2 handshake.duration=28000 "
#define DATES(from, to) "T signon 9476 certificate.not-before=" from " certificate.not-after=" to
#define CLOCK_SAME " clock.server=+3s clock.offset=3"
#define HELLO "message client 0 ClientHello"
#define TLS12_SERVER                                                                               \
  "message server 12 ServerHello TLSv1.2", "message server 12 Certificate",                        \
      "message server 13 ServerKeyExchange", "message server 13 ServerHelloDone"
#define TLS12_REST                                                                                 \
  "message client 15 ClientKeyExchange", "ccs client 15 ChangeCipherSpec",                         \
      "message client 15 Finished", "ccs server 28 ChangeCipherSpec", "message server 28 Finished"

const Case cases[] = {
  { "path-fine",
    PATH,
    { "T telnet 992 " NAMED OPEN "plain.port=23 " PLAIN,
      "T signon 9476 " NAMED OPEN "plain.port=8476 " PLAIN,
      "T central 9470 " NAMED OPEN "plain.port=8470 " PLAIN,
      "T command 9475 " NAMED OPEN "plain.port=8475 " PLAIN },
    {} },
  { "path-unknown-name",
    PATH,
    { "T telnet 992 name.outcome=not-found name.duration=9000 plain.port=23",
      "T signon 9476 name.outcome=not-found name.duration=9000 plain.port=8476" },
    {} },
  { "path-faults",
    PATH,
    { "T telnet 992 " NAMED "port.outcome=failed plain.port=23 " PLAIN,
      "T signon 9476 " NAMED "port.outcome=silent port.duration=5000000 plain.port=8476 " PLAIN,
      "T database 9471 " NAMED "port.outcome=refused plain.port=8471 plain.outcome=refused",
      "E ddm 448 " NAMED "port.outcome=refused" },
    {} },
  { "path-silent",
    PATH,
    { "T signon 9476 " NAMED "port.outcome=silent port.duration=5000000",
      "T telnet 992 " NAMED "port.outcome=silent port.duration=5000000" },
    {} },
  { "path-tls-only", PATH, { "T - 443 " NAMED OPEN }, {} },
  { "path-waiting", PATH, { "T telnet 992 " NAMED, "T signon 9476 " NAMED OPEN }, {} },
  { "path-nothing-yet", PATH, { "T telnet 992", "T signon 9476" }, {} },
  { "path-nine",
    PATH,
    { "T telnet 992 " NAMED OPEN,
      "T signon 9476 " NAMED OPEN,
      "T central 9470 " NAMED OPEN,
      "T database 9471 " NAMED OPEN,
      "T data-queue 9472 " NAMED OPEN,
      "T file 9473 " NAMED OPEN,
      "T print 9474 " NAMED OPEN,
      "T command 9475 " NAMED OPEN,
      "E ddm 448 " NAMED "port.outcome=refused" },
    {} },

  { "ladder-agreed",
    LADDER,
    { "T signon 9476 " AGREED "certificate.not-before=-364d certificate.not-after=-12d" },
    { HELLO, TLS12_SERVER, TLS12_REST, "alert client 29 close_notify warning" } },
  { "ladder-reset",
    LADDER,
    { "T signon 9476 handshake.outcome=reset" },
    { HELLO, "reset server 13 Reset" } },
  { "ladder-closed",
    LADDER,
    { "T signon 9476 handshake.outcome=closed" },
    { HELLO, "closed server 14 Closed" } },
  { "ladder-alert",
    LADDER,
    { "T signon 9476 handshake.outcome=alert" },
    { HELLO, "alert server 12 protocol_version fatal" } },
  { "ladder-declined",
    LADDER,
    { "T signon 9476 handshake.outcome=declined-by-us" },
    { HELLO, "message server 12 ServerHello TLSv1.2", "alert client 13 illegal_parameter fatal" } },
  { "ladder-silence",
    LADDER,
    { "T signon 9476 handshake.outcome=silent" },
    { HELLO, "silence server 5000 Silence" } },
  { "ladder-plain",
    LADDER,
    { "T signon 9476 handshake.outcome=not-tls" },
    { HELLO, "plain server 12 - HTTP/1.1 400 Bad Request" } },
  { "ladder-tls13",
    LADDER,
    { "T - 443 handshake.outcome=complete handshake.version=TLSv1.3 certificate.not-before=-300d "
      "certificate.not-after=+20d" },
    { HELLO,
      "message server 12 HelloRetryRequest",
      "ccs client 13 ChangeCipherSpec",
      "message client 13 ClientHello",
      "message server 25 ServerHello TLSv1.3",
      "message server 25 EncryptedExtensions",
      "message server 26 Certificate",
      "message server 26 CertificateVerify",
      "message server 27 Finished",
      "message client 29 Finished",
      "message server 41 NewSessionTicket",
      "message server 41 NewSessionTicket",
      "closed server 60 Closed" } },
  { "ladder-long-names",
    LADDER,
    { "T signon 9476 " AGREED },
    { HELLO,
      "message server 12 EncryptedExtensionsWithAVeryLongNameThatNobodyEverSawInAnyHandshakeBefore",
      "plain server 12 - 220 a greeting that goes on and on and on and on and on and on and on" } },
  { "ladder-nothing", LADDER, { "T signon 9476 handshake.outcome=unreached" }, {} },

  { "bar-valid", BAR, { DATES ("-186d", "+179d") CLOCK_SAME }, {} },
  { "bar-soon", BAR, { DATES ("-352d", "+13d") CLOCK_SAME }, {} },
  { "bar-expired", BAR, { DATES ("-376d", "-12d") CLOCK_SAME }, {} },
  { "bar-expired-yesterday", BAR, { DATES ("-731d", "-1d") CLOCK_SAME }, {} },
  { "bar-expired-for-years", BAR, { DATES ("-6840d", "-6475d") CLOCK_SAME }, {} },
  { "bar-not-yet", BAR, { DATES ("+41d", "+772d") CLOCK_SAME }, {} },
  { "bar-clock",
    BAR,
    { DATES ("-630d", "+100d") " clock.server=-1785d clock.offset=-154224000" },
    {} },
  { "bar-no-clock", BAR, { DATES ("-10d", "+1000d") }, {} },
  { "bar-forever", BAR, { DATES ("-700000d", "+2900000d") }, {} },
  { "bar-one-day", BAR, { DATES ("-1d", "+0d") }, {} },
  { "bar-backwards", BAR, { DATES ("+100d", "-100d") }, {} },
  { "bar-unknown", BAR, { "T signon 9476" }, {} },
  { NULL, NULL, {}, {} },
};

static LockstepStepKind
read_kind (const char *word)
{
  static const char *const words[] = { "message", "alert",  "ccs",     "data",
                                       "reset",   "closed", "silence", "plain" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      return (LockstepStepKind) i;

  g_test_message ("no step is called %s", word);
  g_assert_not_reached ();
}

static void
add_step (LockstepObservation *observation, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 5);
  LockstepStepKind kind = read_kind (words[0]);

  g_ptr_array_add (observation->steps,
                   lockstep_step_new (kind,
                                      g_str_equal (words[1], "server"),
                                      words[3],
                                      words[4],
                                      g_ascii_strtoll (words[2], NULL, 10) * 1000,
                                      120));
}

const Case *
case_find (const char *name)
{
  for (guint i = 0; cases[i].name != NULL; i++)
    if (g_str_equal (cases[i].name, name))
      return &cases[i];

  g_test_message ("no case is called %s", name);
  g_assert_not_reached ();
}

LockstepDiagnosis *
case_judge (LockstepScene *scene)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCatalog) catalog = lockstep_catalog_new_default (&error);

  g_assert_no_error (error);

  return lockstep_diagnose (catalog, scene);
}

LockstepDiagnosis *
case_diagnose (const Case *self)
{
  g_autoptr (LockstepScene) scene = scene_new (self->lines);

  for (guint i = 0; i < G_N_ELEMENTS (self->steps) && self->steps[i] != NULL; i++)
    add_step (g_ptr_array_index (scene->observations, 0), self->steps[i]);

  return case_judge (scene);
}

LockstepPicture *
case_draw (const char *name, double width)
{
  const Case *self = case_find (name);
  g_autoptr (LockstepDiagnosis) diagnosis = case_diagnose (self);

  return self->layout (diagnosis, 0, width, FALSE, lockstep_measure_get_table ());
}

void
case_write (const char *name, const LockstepPicture *picture)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "pictures", NULL);
  g_autofree char *file = g_strconcat (name, ".svg", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *svg = lockstep_picture_to_svg (picture, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_file_set_contents (path, svg, -1, &error);
  g_assert_no_error (error);
}
