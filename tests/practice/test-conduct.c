/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/server.h"
#include "practice/visitor.h"

#include <glib/gstdio.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY G_GINT64_CONSTANT (86400)
/* A test may be held up for so long between making a certificate and looking at it. */
#define SLACK 600

static LockstepPracticeServer *
start (const char *scenario, gboolean repaired)
{
  g_autoptr (GError) error = NULL;
  LockstepPracticeServer *server = lockstep_practice_server_new (scenario, repaired, &error);

  g_assert_no_error (error);
  g_assert_nonnull (server);

  return server;
}

static void
assert_alive (LockstepPracticeServer *server)
{
  g_autoptr (Visit) visit = NULL;
  guint16 port = 0;

  lockstep_practice_server_nth (server, 0, &port);
  visit = visit_tls (port, lockstep_practice_server_get_trust_file (server), 0);
  g_assert_true (visit->handshaken);
  g_assert_cmpint (visit->verify, ==, X509_V_OK);
}

static Visit *
look (const char *scenario, gboolean repaired)
{
  g_autoptr (LockstepPracticeServer) server = start (scenario, repaired);
  guint16 port = 0;

  lockstep_practice_server_nth (server, 0, &port);

  return visit_tls (port, lockstep_practice_server_get_trust_file (server), 0);
}

static void
test_dates (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (Visit) expired = look ("expired-certificate", FALSE);
  g_autoptr (Visit) renewed = look ("expired-certificate", TRUE);
  g_autoptr (Visit) early = look ("not-yet-valid", FALSE);

  g_assert_cmpint (expired->not_after - expired->not_before, ==, 364 * DAY);
  g_assert_cmpint (ABS (expired->not_after + 12 * DAY - now), <, SLACK);
  g_assert_cmpint (ABS (early->not_before - 10 * DAY - now), <, SLACK);
  g_assert_cmpint (early->not_after, >, early->not_before);
  /* Neither soon to expire nor too young for a clock that is a little slow. */
  g_assert_cmpint (renewed->not_after, >, now + 300 * DAY);
  g_assert_cmpint (renewed->not_before, <, now - SLACK);
  g_assert_cmpstr (expired->common_name, ==, "localhost");
  g_assert_true (g_str_has_suffix (expired->signature, "SHA256"));
}

static void
test_other_name (void)
{
  g_autoptr (Visit) visit = look ("wrong-name", FALSE);

  g_assert_cmpstr (visit->common_name, ==, "prod400.example.com");
}

static void
test_trust_file (void)
{
  g_autoptr (LockstepPracticeServer) server = start ("silent", FALSE);
  const char *path = lockstep_practice_server_get_trust_file (server);
  g_autofree char *kept = g_strdup (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "-----BEGIN CERTIFICATE-----"));
  g_assert_null (strstr (text, "PRIVATE"));
  g_assert_no_errno (g_stat (path, &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_no_errno (g_stat (folder, &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);

  g_clear_pointer (&server, lockstep_practice_server_free);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* Every server has a CA of its own, so that trust in one is no trust in another. */
static void
test_own_authority (void)
{
  g_autoptr (LockstepPracticeServer) one = start ("healthy", FALSE);
  g_autoptr (LockstepPracticeServer) other = start ("healthy", FALSE);
  g_autoptr (Visit) visit = NULL;
  guint16 port = 0;

  lockstep_practice_server_nth (one, 0, &port);
  visit = visit_tls (port, lockstep_practice_server_get_trust_file (other), 0);
  g_assert_true (visit->handshaken);
  g_assert_cmpint (visit->verify, !=, X509_V_OK);
}

static void
test_garbage (void)
{
  static const char *const scenarios[] = { "healthy", "reset-after-client-hello", "plain-http" };
  guint8 garbage[20000];

  for (gsize i = 0; i < sizeof garbage; i++)
    garbage[i] = (guint8) (i * 7);

  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    for (guint first = 0; first < 2; first++)
      {
        g_autoptr (LockstepPracticeServer) server = start (scenarios[i], FALSE);
        g_autoptr (Visit) visit = NULL;
        guint16 port = 0;

        /* A record of the handshake that claims to be longer than any may be, and no record. */
        garbage[0] = first == 0 ? 0x16 : 0x00;
        garbage[3] = garbage[4] = 0xff;
        lockstep_practice_server_nth (server, 0, &port);
        visit = visit_raw (port, garbage, sizeof garbage);
        g_assert_false (visit->handshaken);
        g_assert_true (lockstep_practice_server_repair (server, NULL));
        assert_alive (server);
      }
}

typedef struct
{
  guint16 port;
  int descriptors[80];
  gssize end_of_first;
} Crowd;

static gpointer
crowd_thread (gpointer user_data)
{
  Crowd *crowd = user_data;
  char data[16];
  int error = 0;

  for (guint i = 0; i < G_N_ELEMENTS (crowd->descriptors); i++)
    {
      crowd->descriptors[i] = visitor_connect (crowd->port, &error);
      g_assert_cmpint (crowd->descriptors[i], >=, 0);
    }

  /* Only somebody who was sent away for the newer ones is told anything by a silent server. */
  crowd->end_of_first = recv (crowd->descriptors[0], data, sizeof data, 0);
  for (guint i = 0; i < G_N_ELEMENTS (crowd->descriptors); i++)
    close (crowd->descriptors[i]);

  return NULL;
}

static void
test_crowd (void)
{
  g_autoptr (LockstepPracticeServer) server = start ("silent", FALSE);
  Crowd crowd = { .end_of_first = -1 };

  lockstep_practice_server_nth (server, 0, &crowd.port);
  visitor_run (crowd_thread, &crowd);
  g_assert_cmpint (crowd.end_of_first, ==, 0);
}

static gpointer
waiting_thread (gpointer user_data)
{
  Crowd *crowd = user_data;
  char data[16];

  crowd->end_of_first = recv (crowd->descriptors[0], data, sizeof data, 0);

  return NULL;
}

static void
test_repair_ends_conversations (void)
{
  g_autoptr (LockstepPracticeServer) server = start ("silent", FALSE);
  g_autoptr (Visit) visit = NULL;
  Crowd crowd = { .end_of_first = -1 };
  int error = 0;

  lockstep_practice_server_nth (server, 0, &crowd.port);
  crowd.descriptors[0] = visitor_connect (crowd.port, &error);
  g_assert_cmpint (crowd.descriptors[0], >=, 0);
  /* When a later visitor has been served the earlier one has been accepted. */
  visit = visit_in_two (crowd.port, "xy", 2, 1);
  g_assert_true (visit->quiet);
  g_assert_true (lockstep_practice_server_repair (server, NULL));
  visitor_run (waiting_thread, &crowd);
  g_assert_cmpint (crowd.end_of_first, ==, 0);
  close (crowd.descriptors[0]);
}

int
main (int argc, char *argv[])
{
  int status;

  visitor_set_up ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice/certificates/dates", test_dates);
  g_test_add_func ("/practice/certificates/other-name", test_other_name);
  g_test_add_func ("/practice/certificates/trust-file", test_trust_file);
  g_test_add_func ("/practice/certificates/own-authority", test_own_authority);
  g_test_add_func ("/practice/conversations/garbage", test_garbage);
  g_test_add_func ("/practice/conversations/crowd", test_crowd);
  g_test_add_func ("/practice/conversations/end-with-repair", test_repair_ends_conversations);

  status = g_test_run ();
  visitor_tear_down ();

  return status;
}
