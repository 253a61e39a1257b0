/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/log.h"

#include "base/error.h"
#include "evidence/log-line.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD(day) "[Mon Nov " day " 10:16:07 2026] [info] [client 192.0.2."
#define BROKE(day, host)                                                                           \
  HEAD (day)                                                                                       \
  host "] [7f00] [12] SSL0226I: SSL Handshake Failed, I/O error during handshake. "                \
       "[192.0.2." host ":37368 -> 192.0.2.29:443] [10:16:07.457113] \n"
#define NOISE "[Mon Nov 09 10:16:08 2026] [notice] mpmstats: rdy 406 bsy 1 rd 0\n"
#define EXPIRED HEAD ("10") "9] [7f00] [12] SSL0221E: SSL Handshake Failed, Invalid date.\n"

#define LOG NOISE BROKE ("09", "5") NOISE BROKE ("10", "6") EXPIRED BROKE ("11", "5") NOISE

static LockstepCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  LockstepCatalog *catalog;

  g_unsetenv ("LOCKSTEP_CATALOG");
  catalog = lockstep_catalog_new_default (&error);
  g_assert_no_error (error);

  return catalog;
}

static void
check_log (const LockstepLog *log)
{
  const LockstepLogMessage *message;
  const LockstepLogLine *line;

  g_assert_cmpuint (log->n_lines, ==, 7);
  g_assert_cmpuint (log->messages->len, ==, 2);
  g_assert_cmpstr (log->host, ==, "192.0.2.29");
  g_assert_cmpuint (log->port, ==, 443);

  message = g_ptr_array_index (log->messages, 0);
  g_assert_cmpstr (lockstep_entry_id (message->message), ==, "SSL0226I");
  g_assert_cmpstr (lockstep_entry_id (message->condition), ==, "GSK_ERROR_IO");
  g_assert_cmpuint (message->count, ==, 3);
  g_assert_cmpstr (message->first, ==, "Mon Nov 09 10:16:07 2026");
  g_assert_cmpstr (message->last, ==, "Mon Nov 11 10:16:07 2026");
  g_assert_cmpuint (message->n_peers, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (message->peers, 0), ==, "192.0.2.5");
  g_assert_cmpstr (g_ptr_array_index (message->peers, 1), ==, "192.0.2.6");
  g_assert_cmpuint (message->lines->len, ==, 3);
  line = g_ptr_array_index (message->lines, 1);
  g_assert_cmpuint (line->number, ==, 4);
  g_assert_true (g_str_has_prefix (line->text, "[Mon Nov 10"));

  message = g_ptr_array_index (log->messages, 1);
  g_assert_cmpstr (lockstep_entry_id (message->message), ==, "SSL0221E");
  g_assert_cmpuint (message->count, ==, 1);
}

static void
test_text (void)
{
  g_autoptr (LockstepCatalog) catalog = load ();
  g_autoptr (LockstepLog) log = lockstep_log_new (catalog, LOG, strlen (LOG), "error_log");

  g_assert_cmpstr (log->name, ==, "error_log");
  check_log (log);
}

static void
test_nothing_known (void)
{
  g_autoptr (LockstepCatalog) catalog = load ();
  g_autoptr (LockstepLog) empty = lockstep_log_new (catalog, "", 0, "x");
  g_autoptr (LockstepLog) noise = lockstep_log_new (catalog, NOISE, strlen (NOISE), "x");
  g_autoptr (LockstepLog) bytes = lockstep_log_new (catalog, "\0\xff\n\x80", 4, "x");

  g_assert_cmpuint (empty->n_lines, ==, 0);
  g_assert_cmpuint (empty->messages->len, ==, 0);
  g_assert_cmpuint (noise->n_lines, ==, 1);
  g_assert_cmpuint (noise->messages->len, ==, 0);
  g_assert_null (noise->host);
  g_assert_cmpuint (bytes->n_lines, ==, 2);
}

/* Everything is counted, but only so much is kept. */
static void
test_bounds (void)
{
  g_autoptr (LockstepCatalog) catalog = load ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LockstepLog) log = NULL;
  const LockstepLogMessage *message;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "[client 192.0.2.%u:1] SSL0226I \xff\r\n", i);

  log = lockstep_log_new (catalog, text->str, text->len, "x");
  message = g_ptr_array_index (log->messages, 0);
  g_assert_cmpuint (message->count, ==, 200);
  g_assert_cmpuint (message->n_peers, ==, 200);
  g_assert_cmpuint (message->peers->len, ==, LOCKSTEP_LOG_MAX_PEERS);
  g_assert_cmpuint (message->lines->len, ==, LOCKSTEP_LOG_MAX_LINES);
  g_assert_null (message->first);
  for (guint i = 0; i < message->lines->len; i++)
    {
      const LockstepLogLine *line = g_ptr_array_index (message->lines, i);

      g_assert_true (g_utf8_validate (line->text, -1, NULL));
      g_assert_null (strchr (line->text, '\r'));
    }
}

/* A client trace has the code with the message on one line. */
static void
test_codes (void)
{
  static const char text[] = "2026-11-09 10:16:07 comm rc=25406 - CWBCO1034 - SSL error\n"
                             "2026-11-09 10:17:07 comm rc=25414 - CWBCO1034 - SSL error\n"
                             "2026-11-09 10:18:07 comm rc=25406 - CWBCO1034 - SSL error\n";
  g_autoptr (LockstepCatalog) catalog = load ();
  g_autoptr (LockstepLog) log = lockstep_log_new (catalog, text, strlen (text), "x");
  const LockstepLogMessage *message = g_ptr_array_index (log->messages, 0);

  g_assert_cmpuint (log->messages->len, ==, 2);
  g_assert_cmpint (message->code, ==, 25406);
  g_assert_cmpuint (message->count, ==, 2);
  g_assert_cmpstr (message->last, ==, "2026-11-09 10:18:07");
}

static const struct
{
  const char *line;
  const char *stamp;
  const char *peer;
} lines[] = {
  { "[Fri Jan 16 14:28:36 2015] [crit] [client 192.0.2.5] x",
    "Fri Jan 16 14:28:36 2015",
    "192.0.2.5" },
  { "[Wed Sep 20 06:57:46.039912 2017] [a:notice] [pid 1:tid 1] x",
    "Wed Sep 20 06:57:46.039912 2017",
    NULL },
  { "www1 [Mon Oct 02 00:00:47 2017] [info] [client 192.0.2.5:49361] [110a2c410] x",
    "Mon Oct 02 00:00:47 2017",
    "192.0.2.5" },
  { "[client 2001:db8::5:49361] x", NULL, "2001:db8::5" },
  { "[client [2001:db8::5]:49361] x", NULL, "2001:db8::5" },
  { "[client somebody] x", NULL, NULL },
  { "[client 192.0.2.5", NULL, NULL },
  { "2026-11-09T10:16:07Z x", "2026-11-09T10:16:07", NULL },
  { "[debug] worker.c(1095): x", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *stamp = lockstep_log_line_dup_stamp (lines[i].line, strlen (lines[i].line));
      g_autofree char *peer = lockstep_log_line_dup_peer (lines[i].line, strlen (lines[i].line));

      g_assert_cmpstr (stamp, ==, lines[i].stamp);
      g_assert_cmpstr (peer, ==, lines[i].peer);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **ret_result = user_data;

  *ret_result = g_object_ref (result);
}

static LockstepLog *
read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LockstepCatalog) catalog = load ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  lockstep_log_read_async (catalog, file, cancellable, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lockstep_log_read_finish (result, error);
}

static char *
make_file (const char *contents, gsize length, gboolean packed)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GConverter) converter = NULL;
  int fd = g_file_open_tmp ("log-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  file = g_file_new_for_path (path);
  stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  if (packed)
    {
      g_autoptr (GOutputStream) plain = g_steal_pointer (&stream);

      converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
      stream = g_converter_output_stream_new (plain, converter);
    }

  g_output_stream_write_all (stream, contents, length, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_file (gconstpointer packed)
{
  g_autofree char *path = make_file (LOG, strlen (LOG), GPOINTER_TO_INT (packed));
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepLog) log = read_file (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (log->name, ==, base);
  check_log (log);
  g_remove (path);
}

/* A small file that unpacks to more than the limit. */
static void
test_too_large (void)
{
  gsize size = LOCKSTEP_LOG_MAX_SIZE + 1;
  g_autofree char *zeros = g_malloc0 (size);
  g_autofree char *path = make_file (zeros, size, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_file (path, NULL, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
  g_remove (path);
}

static void
test_unreadable (void)
{
  g_autofree char *path = make_file ("\x1f\x8b no gzip at all", 18, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_file (path, NULL, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_clear_error (&error);

  g_remove (path);
  g_assert_null (read_file (path, NULL, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
}

static void
test_cancelled (void)
{
  g_autofree char *path = make_file (LOG, strlen (LOG), FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (read_file (path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/log/text", test_text);
  g_test_add_func ("/evidence/log/nothing-known", test_nothing_known);
  g_test_add_func ("/evidence/log/bounds", test_bounds);
  g_test_add_func ("/evidence/log/codes", test_codes);
  g_test_add_func ("/evidence/log/lines", test_lines);
  g_test_add_data_func ("/evidence/log/file", GINT_TO_POINTER (FALSE), test_file);
  g_test_add_data_func ("/evidence/log/packed-file", GINT_TO_POINTER (TRUE), test_file);
  g_test_add_func ("/evidence/log/too-large", test_too_large);
  g_test_add_func ("/evidence/log/unreadable", test_unreadable);
  g_test_add_func ("/evidence/log/cancelled", test_cancelled);

  return g_test_run ();
}
