/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "base/json.h"
#include "bundle/zip-reader.h"
#include "case/fixture.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lockstep-bundle-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "case.lockstep.zip", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  zip_remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_below (GHashTable *files, const char *folder)
{
  GHashTableIter iter;
  gpointer name;
  guint n = 0;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    n += g_str_has_prefix (name, folder);

  return n;
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "report.html",
                                       "report.json",
                                       "ticket.txt",
                                       "handshake.txt",
                                       "journal.txt" };
  g_autoptr (LockstepCase) subject = zip_make_case ();
  LockstepBundleOptions options = { LOCKSTEP_BUNDLE_ALL, LOCKSTEP_REDACT_NONE, NULL };
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (zip_write (subject, &options, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (zip_count_files (fixture->folder), ==, 1);
  g_assert_cmpstr (lockstep_case_get_exported (subject), ==, "case.lockstep.zip");

  files = zip_read (fixture->path);
  zip_assert_sums (files);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (g_hash_table_contains (files, names[i]));
  g_assert_cmpuint (count_below (files, "certificates/"), ==, 2);
  g_assert_true (g_hash_table_contains (files, "certificates/01-ibmi.example.com.pem"));
  g_assert_true (g_hash_table_contains (files, "certificates/02-ibmi.example.com.pem"));
}

static void
test_some_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepCase) subject = zip_make_case ();
  LockstepBundleOptions options = { LOCKSTEP_BUNDLE_JOURNAL, LOCKSTEP_REDACT_NONE, NULL };
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (zip_write (subject, &options, fixture->path, &error));
  files = zip_read (fixture->path);
  zip_assert_sums (files);
  g_assert_cmpuint (g_hash_table_size (files), ==, 2);
}

static void
test_redacted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepCase) subject = zip_make_case ();
  LockstepBundleOptions options = { LOCKSTEP_BUNDLE_ALL,
                                    LOCKSTEP_REDACT_HOSTS | LOCKSTEP_REDACT_ADDRESSES,
                                    NULL };
  g_autofree char *added =
      g_build_filename (fixture->folder, FIXTURE_HOST "-" FIXTURE_ADDRESS ".pcap", NULL);
  const char *files_added[] = { added, NULL };
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer name, bytes;

  g_assert_true (g_file_set_contents (added, "bytes", -1, NULL));
  options.files = files_added;
  g_assert_true (zip_write (subject, &options, fixture->path, &error));
  files = zip_read (fixture->path);
  zip_assert_sums (files);
  g_assert_cmpuint (count_below (files, "certificates/"), ==, 0);

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      gsize size = g_bytes_get_size (bytes);
      const char *text = g_bytes_get_data (bytes, NULL);

      g_test_message ("%s", (const char *) name);
      g_assert_null (strstr (name, FIXTURE_HOST));
      g_assert_null (strstr (name, FIXTURE_ADDRESS));
      g_assert_null (g_strstr_len (text, (gssize) size, FIXTURE_HOST));
      g_assert_null (g_strstr_len (text, (gssize) size, FIXTURE_ADDRESS));
    }
}

static void
test_added_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepCase) subject = zip_make_case ();
  g_autofree char *one = g_build_filename (fixture->folder, "CWBCOTRC.txt", NULL);
  g_autofree char *below = g_build_filename (fixture->folder, "below", NULL);
  g_autofree char *other = NULL;
  g_autofree char *odd = g_build_filename (fixture->folder, ".. a\nb\\c.pcapng", NULL);
  const char *files_added[4] = { NULL };
  LockstepBundleOptions options = { LOCKSTEP_BUNDLE_ALL, LOCKSTEP_REDACT_NONE, files_added };
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *manifest;

  g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
  other = g_build_filename (below, "cwbcotrc.txt", NULL);
  g_assert_true (g_file_set_contents (one, "first", -1, NULL));
  g_assert_true (g_file_set_contents (other, "second", -1, NULL));
  g_assert_true (g_file_set_contents (odd, "", 0, NULL));
  files_added[0] = one;
  files_added[1] = other;
  files_added[2] = odd;

  g_assert_true (zip_write (subject, &options, fixture->path, &error));
  g_assert_no_error (error);
  files = zip_read (fixture->path);
  zip_assert_sums (files);
  g_assert_true (g_hash_table_contains (files, "added/CWBCOTRC.txt"));
  g_assert_true (g_hash_table_contains (files, "added/cwbcotrc-2.txt"));
  g_assert_true (g_hash_table_contains (files, "added/a-b-c.pcapng"));

  /* Nothing is called missing that was added. */
  manifest = g_hash_table_lookup (files, "MANIFEST.json");
  node = lockstep_json_parse (g_bytes_get_data (manifest, NULL),
                              g_bytes_get_size (manifest),
                              "manifest",
                              &error);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (json_node_get_object (node), "missing")),
      ==,
      0);
}

static void
test_file_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepCase) subject = zip_make_case ();
  static const char *const files[] = { "/nonexistent/trace.txt", NULL };
  LockstepBundleOptions options = { LOCKSTEP_BUNDLE_ALL, LOCKSTEP_REDACT_NONE, files };
  g_autoptr (GError) error = NULL;

  g_assert_false (zip_write (subject, &options, fixture->path, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "/nonexistent/trace.txt"));
  g_assert_cmpuint (zip_count_files (fixture->folder), ==, 0);
}

static void
test_too_many_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepCase) subject = zip_make_case ();
  const char *files[66] = { NULL };
  LockstepBundleOptions options = { LOCKSTEP_BUNDLE_ALL, LOCKSTEP_REDACT_NONE, files };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 65; i++)
    files[i] = "/nonexistent";
  g_assert_null (lockstep_bundle_collect (subject, &options, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_LIMIT);
}

static void
test_file_name (void)
{
  g_autoptr (LockstepCase) subject = zip_make_case ();
  g_autofree char *plain = lockstep_bundle_file_name (subject, LOCKSTEP_REDACT_NONE);
  g_autofree char *redacted = lockstep_bundle_file_name (subject, LOCKSTEP_REDACT_HOSTS);
  g_autofree char *numbered = NULL;

  g_assert_cmpstr (plain, ==, "ibmi.example.com-2026-11-21.lockstep.zip");
  g_assert_cmpstr (redacted, ==, "host-1-2026-11-21.lockstep.zip");
  lockstep_case_set_support_number (subject, "TS012345678");
  numbered = lockstep_bundle_file_name (subject, LOCKSTEP_REDACT_NONE);
  g_assert_cmpstr (numbered, ==, "TS012345678.ibmi.example.com-2026-11-21.lockstep.zip");
}

static void
test_support_number (void)
{
  g_assert_true (lockstep_bundle_check_support_number ("TS012345678"));
  g_assert_false (lockstep_bundle_check_support_number ("TS01234567"));
  g_assert_false (lockstep_bundle_check_support_number ("TS0123456789"));
  g_assert_false (lockstep_bundle_check_support_number ("ts012345678"));
  g_assert_false (lockstep_bundle_check_support_number ("TS01234567x"));
  g_assert_false (lockstep_bundle_check_support_number (""));
  g_assert_false (lockstep_bundle_check_support_number (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/bundle/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("whole", test_whole);
  ADD ("some-parts", test_some_parts);
  ADD ("redacted", test_redacted);
  ADD ("added-files", test_added_files);
  ADD ("file-is-missing", test_file_is_missing);
  ADD ("too-many-files", test_too_many_files);
#undef ADD
  g_test_add_func ("/bundle/file-name", test_file_name);
  g_test_add_func ("/bundle/support-number", test_support_number);

  return g_test_run ();
}
