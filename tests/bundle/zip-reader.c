/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle/zip-reader.h"

#include "base/json.h"
#include "case/fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

LockstepCase *
zip_make_case (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);

  return fixture_case (NULL, scene);
}

static void
result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

gboolean
zip_write (LockstepCase *subject,
           const LockstepBundleOptions *options,
           const char *path,
           GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lockstep_bundle_write_async (subject, options, path, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lockstep_bundle_write_finish (result, error);
}

GHashTable *
zip_read (const char *path)
{
  GHashTable *files =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      GByteArray *data = g_byte_array_new ();
      guchar block[4096];
      la_ssize_t n;

      while ((n = archive_read_data (archive, block, sizeof block)) > 0)
        g_byte_array_append (data, block, (guint) n);
      g_assert_cmpint (n, ==, 0);
      g_assert_true (g_hash_table_insert (files,
                                          g_strdup (archive_entry_pathname (entry)),
                                          g_byte_array_free_to_bytes (data)));
    }
  archive_read_free (archive);

  return files;
}

void
zip_assert_sums (GHashTable *files)
{
  GBytes *manifest = g_hash_table_lookup (files, "MANIFEST.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *entries;

  g_assert_nonnull (manifest);
  node = lockstep_json_parse (g_bytes_get_data (manifest, NULL),
                              g_bytes_get_size (manifest),
                              "MANIFEST.json",
                              &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "schema"),
                   ==,
                   "lockstep.bundle/1");
  entries = json_object_get_array_member (json_node_get_object (node), "files");
  g_assert_cmpuint (json_array_get_length (entries) + 1, ==, g_hash_table_size (files));

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      GBytes *data = g_hash_table_lookup (files, json_object_get_string_member (entry, "name"));
      g_autofree char *sum = NULL;

      g_assert_nonnull (data);
      sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
      g_assert_cmpstr (json_object_get_string_member (entry, "sha256"), ==, sum);
      g_assert_cmpint (json_object_get_int_member (entry, "size"), ==, g_bytes_get_size (data));
    }
}

guint
zip_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

void
zip_remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      zip_remove_all (child);
    }
  g_remove (path);
}
