/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/cases.h"
#include "picture/inspection.h"

/* Ten messages are 22 apart; the band stands 20 below the last one and is 30 high. */
static void
test_agreed (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("ladder-agreed", 644.0);
  g_autoptr (LockstepPicture) narrow = case_draw ("ladder-agreed", 360.0);

  g_assert_cmpfloat (picture->height, ==, 52.0 + 9 * 20.0 + 20.0 + 30.0 + 9 * 2.0);
  g_assert_cmpfloat (narrow->height, ==, 62.0 + 9 * 40.0 + 20.0 + 30.0);
  find_text (picture, "Agreed after 28 ms");
  find_text (picture, "we take TLS 1.2");
  find_text (picture, "yes, the same");
  find_text (picture, "Expired");
  g_assert_false (has_text (picture, "Alert: close_notify"));
  g_assert_false (has_text (narrow, "what I can do"));
  g_assert_cmpuint (count_glyphs (narrow, "state-failed"), ==, 1);
  g_assert_cmpstr (picture->label, ==, "Handshake with Sign-on on ibmi.example.com, port 9476");
  g_assert_true (g_str_has_prefix (picture->description,
                                   "Handshake with Sign-on on ibmi.example.com, port 9476: 10 "
                                   "messages in 28 milliseconds. 1. The client sends "
                                   "ClientHello. 2. The server answers ServerHello and takes TLS "
                                   "1.2. 3. The server sends its Certificate, which has "
                                   "expired."));
  g_assert_true (g_str_has_suffix (picture->description, "It ended well: both agreed."));
}

static void
test_reset (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("ladder-reset", 644.0);

  g_assert_cmpfloat (picture->height, ==, 52.0 + 24.0 + 28.0 + 16.0);
  find_text (picture, "Reset");
  find_text (picture, "ServerHello");
  find_text (picture, "never came");
  g_assert_cmpuint (count_glyphs (picture, "state-failed"), ==, 1);
  g_assert_cmpuint (count_lines (picture, LOCKSTEP_LINE_BROKEN, LOCKSTEP_COLOUR_NOT_REACHED),
                    ==,
                    2);
  g_assert_cmpuint (count_lines (picture, LOCKSTEP_LINE_DOTTED, LOCKSTEP_COLOUR_NOT_REACHED),
                    ==,
                    2);
  g_assert_true (
      g_str_has_suffix (picture->description,
                        "1. The client sends ClientHello. After 13 milliseconds a reset arrives "
                        "from the server's side. ServerHello never came."));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *glyph;
  const char *sentence;
} Ending;

static const Ending endings[] = {
  { "ladder-closed", "Closed", "state-failed", "After 14 milliseconds the server closes the" },
  { "ladder-alert",
    "Alert: protocol_version",
    "state-failed",
    "The server sends the alert protocol_version." },
  { "ladder-declined",
    "Alert: illegal_parameter",
    "state-failed",
    "The client sends the alert illegal_parameter." },
  { "ladder-silence", "No answer for 5 seconds", "clock", "Then nothing comes for 5 seconds." },
  { "ladder-plain", "Not TLS", "state-look", "is not TLS: “HTTP/1.1 400 Bad Request”." },
};

static void
test_ending (gconstpointer data)
{
  const Ending *ending = data;
  g_autoptr (LockstepPicture) picture = case_draw (ending->name, 644.0);

  find_text (picture, ending->text);
  g_assert_cmpuint (count_glyphs (picture, ending->glyph), ==, 1);
  g_assert_cmpuint (count_glyphs (picture, "state-fine"), ==, 0);
  g_assert_nonnull (strstr (picture->description, ending->sentence));
}

static void
test_tls13 (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("ladder-tls13", 644.0);

  find_text (picture, "NewSessionTicket × 2");
  find_text (picture, "for old firewalls only");
  find_text (picture, "again, with that group");
  find_text (picture, "Ends soon");
  /* The server hung up after both had agreed, which is no fault. */
  find_text (picture, "Closed");
  g_assert_cmpuint (count_glyphs (picture, "state-failed"), ==, 0);
  g_assert_true (g_str_has_prefix (picture->label, "Handshake with ibmi.example.com, port 443"));
}

static void
test_fold (void)
{
  const Case *self = case_find ("ladder-agreed");
  g_autoptr (LockstepScene) scene = scene_new (self->lines);
  GPtrArray *steps = ((LockstepObservation *) g_ptr_array_index (scene->observations, 0))->steps;
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;
  g_autoptr (LockstepPicture) picture = NULL;

  g_ptr_array_add (steps, lockstep_step_new (LOCKSTEP_STEP_MESSAGE, TRUE, "Finished", NULL, 0, 0));
  for (guint i = 0; i < 510; i++)
    g_ptr_array_add (
        steps,
        lockstep_step_new (LOCKSTEP_STEP_DATA, i % 2, "ApplicationData", NULL, 1000 * i, 9));

  diagnosis = case_judge (scene);
  picture = lockstep_ladder_layout (diagnosis, 0, 644.0, FALSE, lockstep_measure_get_table ());
  find_text (picture, "and 486 more");
  g_assert_cmpfloat (picture->height, <, 900.0);
  g_assert_nonnull (strstr (picture->description, "486 more messages follow."));
  inspect_bounds (picture);
  case_write ("ladder-folded-644", picture);
}

static void
test_hostile (void)
{
  static const char *const lines[] = { "T signon 9476 handshake.outcome=not-tls", NULL };
  g_autoptr (LockstepScene) scene = scene_new (lines);
  LockstepObservation *observation = g_ptr_array_index (scene->observations, 0);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;
  g_autoptr (LockstepPicture) picture = NULL;
  g_autofree char *svg = NULL;

  g_ptr_array_add (observation->steps,
                   lockstep_step_new (LOCKSTEP_STEP_MESSAGE, TRUE, "<b>\x01&", "\x02", 0, 1));
  g_ptr_array_add (observation->steps,
                   lockstep_step_new (LOCKSTEP_STEP_PLAIN,
                                      TRUE,
                                      "-",
                                      "\x1b[2J\xe2\x80\xae<x y='\">&\xff]]>",
                                      99,
                                      1));
  diagnosis = case_judge (scene);
  picture = lockstep_ladder_layout (diagnosis, 0, 644.0, FALSE, lockstep_measure_get_table ());
  svg = lockstep_picture_to_svg (picture, TRUE);

  inspect_bounds (picture);
  inspect_svg (svg);
  g_assert_null (strstr (svg, "&#x"));
  g_assert_null (strstr (svg, "\xe2\x80\xae"));
  g_assert_null (strchr (picture->description, '\x1b'));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/ladder/agreed", test_agreed);
  g_test_add_func ("/picture/ladder/reset", test_reset);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat ("/picture/ladder/", endings[i].name, NULL);

      g_test_add_data_func (path, &endings[i], test_ending);
    }
  g_test_add_func ("/picture/ladder/tls13", test_tls13);
  g_test_add_func ("/picture/ladder/fold", test_fold);
  g_test_add_func ("/picture/ladder/hostile", test_hostile);

  return g_test_run ();
}
