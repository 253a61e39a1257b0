/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/client.h"
#include "practice/visitor.h"

#include "base/error.h"

#include <glib/gstdio.h>
#include <openssl/x509.h>
#include <signal.h>
#include <stdlib.h>

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *kept;
}

static LockstepPractice *
start (const char *scenario, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lockstep_practice_start_async (scenario, NULL, keep_result_cb, &result);

  return lockstep_practice_start_finish (wait_for (&result), error);
}

static LockstepPractice *
start_well (const char *scenario)
{
  g_autoptr (GError) error = NULL;
  LockstepPractice *practice = start (scenario, &error);

  g_assert_no_error (error);
  g_assert_true (LOCKSTEP_IS_PRACTICE (practice));

  return practice;
}

static gboolean
repair (LockstepPractice *practice, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lockstep_practice_repair_async (practice, NULL, keep_result_cb, &result);

  return lockstep_practice_repair_finish (practice, wait_for (&result), error);
}

static gboolean
is_running (LockstepPractice *practice)
{
  gboolean running;

  g_object_get (practice, "running", &running, NULL);

  return running;
}

static long
verify_of (LockstepPractice *practice, const char *service)
{
  GHashTable *ports = lockstep_practice_get_ports (practice);
  guint port = GPOINTER_TO_UINT (g_hash_table_lookup (ports, service));
  g_autoptr (Visit) visit = NULL;

  g_assert_cmpuint (port, >, 0);
  visit = visit_tls ((guint16) port, lockstep_practice_get_trust_file (practice), 0);
  g_assert_true (visit->handshaken);

  return visit->verify;
}

static void
count_cb (GObject *object, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
count_notify_cb (GObject *object, GParamSpec *spec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* Started, mended, stopped; its files are gone afterwards. */
static void
test_life (void)
{
  LockstepPractice *practice = start_well ("expired-certificate");
  g_autofree char *trust_file = g_strdup (lockstep_practice_get_trust_file (practice));
  g_autoptr (GError) error = NULL;
  guint notified = 0, stopped = 0;

  g_signal_connect (practice, "notify::running", G_CALLBACK (count_notify_cb), &notified);
  g_signal_connect (practice, "stopped", G_CALLBACK (count_cb), &stopped);
  g_assert_true (is_running (practice));
  g_assert_cmpstr (lockstep_practice_get_scenario (practice), ==, "expired-certificate");
  g_assert_cmpstr (lockstep_practice_get_host (practice), ==, "127.0.0.1");
  g_assert_cmpuint (g_hash_table_size (lockstep_practice_get_ports (practice)), ==, 3);
  g_assert_cmpint (verify_of (practice, "signon"), ==, X509_V_ERR_CERT_HAS_EXPIRED);

  g_assert_true (repair (practice, &error));
  g_assert_no_error (error);
  g_assert_cmpint (verify_of (practice, "signon"), ==, X509_V_OK);
  g_assert_cmpint (verify_of (practice, "telnet"), ==, X509_V_OK);
  g_assert_true (repair (practice, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (notified, ==, 0);

  lockstep_practice_stop (practice);
  g_assert_false (is_running (practice));
  g_assert_cmpuint (notified, ==, 1);
  lockstep_practice_stop (practice);
  g_assert_cmpuint (notified, ==, 1);
  visitor_wait_gone (trust_file);
  g_assert_cmpuint (stopped, ==, 0);

  g_assert_false (repair (practice, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_PRACTICE);
  g_assert_finalize_object (practice);
}

/* The server goes with the object, whether or not anybody stopped it. */
static void
test_drop (void)
{
  LockstepPractice *practice = start_well ("silent");
  g_autofree char *trust_file = g_strdup (lockstep_practice_get_trust_file (practice));

  g_assert_true (g_file_test (trust_file, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (practice);
  visitor_wait_gone (trust_file);
}

static pid_t
only_process (void)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_runtime_dir (), "lockstep", "practice", NULL);
  g_autoptr (GDir) notes = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (notes);
  name = g_dir_read_name (notes);
  g_assert_nonnull (name);
  g_assert_null (g_dir_read_name (notes));

  return (pid_t) strtol (name, NULL, 10);
}

static void
test_ends_by_itself (void)
{
  LockstepPractice *practice = start_well ("silent");
  guint stopped = 0;

  g_signal_connect (practice, "stopped", G_CALLBACK (count_cb), &stopped);
  g_assert_no_errno (kill (only_process (), SIGTERM));
  while (stopped == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (stopped, ==, 1);
  g_assert_false (is_running (practice));
  /* What it told about itself is kept. */
  g_assert_cmpuint (g_hash_table_size (lockstep_practice_get_ports (practice)), ==, 3);
  g_assert_finalize_object (practice);
}

/* Whoever waits for the mending learns that the server has ended. */
static void
test_ends_while_mending (void)
{
  LockstepPractice *practice = start_well ("silent");
  const char *trust_file = lockstep_practice_get_trust_file (practice);
  g_autofree char *folder = g_path_get_dirname (trust_file);
  g_autofree char *note = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  pid_t process = only_process ();

  /* Stopped, it cannot answer before it is killed; killed, it cannot clear up. */
  g_assert_no_errno (kill (process, SIGSTOP));
  lockstep_practice_repair_async (practice, NULL, keep_result_cb, &result);
  g_assert_no_errno (kill (process, SIGKILL));
  g_assert_false (lockstep_practice_repair_finish (practice, wait_for (&result), &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_PRACTICE);
  g_assert_false (is_running (practice));

  note = g_strdup_printf ("%s/lockstep/practice/%d.json", g_get_user_runtime_dir (), (int) process);
  g_assert_no_errno (g_unlink (note));
  g_assert_no_errno (g_unlink (trust_file));
  g_assert_no_errno (g_rmdir (folder));
  g_clear_object (&result);
  g_assert_finalize_object (practice);
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("The program complains on standard error, as it shall.");
  g_assert_null (start ("no-such-thing", &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_PRACTICE);
}

static void
test_no_program (void)
{
  g_autofree char *program = g_strdup (g_getenv ("LOCKSTEP_PRACTICE_PROGRAM"));
  static const char *const programs[] = { "/nonexistent/lockstepctl", "/bin/true", "/bin/echo" };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_setenv ("LOCKSTEP_PRACTICE_PROGRAM", programs[i], TRUE);
      g_assert_null (start ("healthy", &error));
      g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_PRACTICE);
      g_assert_cmpuint (strlen (error->message), >, 0);
    }

  g_setenv ("LOCKSTEP_PRACTICE_PROGRAM", program, TRUE);
}

/* A program that says nothing until its standard input closes. */
static char *
write_mute_program (void)
{
  char *path = g_build_filename (g_get_tmp_dir (), "mute", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "#!/bin/sh\nexec cat >/dev/null\n", -1, &error);
  g_assert_no_error (error);
  g_assert_no_errno (g_chmod (path, 0700));

  return path;
}

static void
test_cancelled (void)
{
  g_autofree char *program = g_strdup (g_getenv ("LOCKSTEP_PRACTICE_PROGRAM"));
  g_autofree char *mute = write_mute_program ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GAsyncResult) early = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("LOCKSTEP_PRACTICE_PROGRAM", mute, TRUE);
  lockstep_practice_start_async ("healthy", cancellable, keep_result_cb, &late);
  g_cancellable_cancel (cancellable);
  g_assert_null (lockstep_practice_start_finish (wait_for (&late), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  lockstep_practice_start_async ("healthy", cancellable, keep_result_cb, &early);
  g_assert_null (lockstep_practice_start_finish (wait_for (&early), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_setenv ("LOCKSTEP_PRACTICE_PROGRAM", program, TRUE);
  g_assert_no_errno (g_unlink (mute));
}

/* Who no longer waits for the mending goes on with the server. */
static void
test_repair_cancelled (void)
{
  LockstepPractice *practice = start_well ("silent");
  g_autofree char *trust_file = g_strdup (lockstep_practice_get_trust_file (practice));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lockstep_practice_repair_async (practice, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_false (lockstep_practice_repair_finish (practice, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (is_running (practice));
  g_clear_object (&result);
  g_assert_finalize_object (practice);
  visitor_wait_gone (trust_file);
}

int
main (int argc, char *argv[])
{
  g_autofree char *program = NULL;
  int status;

  visitor_set_up ();
  g_test_init (&argc, &argv, NULL);
  program = g_test_build_filename (G_TEST_BUILT, "practice", "practice-program", NULL);
  g_setenv ("LOCKSTEP_PRACTICE_PROGRAM", program, TRUE);

  g_test_add_func ("/practice/client/life", test_life);
  g_test_add_func ("/practice/client/drop", test_drop);
  g_test_add_func ("/practice/client/ends-by-itself", test_ends_by_itself);
  g_test_add_func ("/practice/client/ends-while-mending", test_ends_while_mending);
  g_test_add_func ("/practice/client/unknown", test_unknown);
  g_test_add_func ("/practice/client/no-program", test_no_program);
  g_test_add_func ("/practice/client/cancelled", test_cancelled);
  g_test_add_func ("/practice/client/repair-cancelled", test_repair_cancelled);

  status = g_test_run ();
  visitor_tear_down ();

  return status;
}
