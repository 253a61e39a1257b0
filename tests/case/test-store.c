/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "case/fixture.h"
#include "case/store.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  GAsyncResult *result;
  char *failure;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lockstep-store-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  g_setenv ("LOCKSTEP_DATA", fixture->folder, TRUE);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unsetenv ("LOCKSTEP_DATA");
  remove_all (fixture->folder);
  g_clear_object (&fixture->result);
  g_free (fixture->failure);
  g_free (fixture->folder);
}

static char *
get_path (LockstepCase *subject)
{
  g_autofree char *folder = lockstep_store_get_folder ();
  g_autofree char *name = g_strconcat (lockstep_case_get_id (subject), ".lockstep-case", NULL);

  return g_build_filename (folder, name, NULL);
}

static void
result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static void
wait_for_result (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
save (Fixture *fixture, LockstepCase *subject)
{
  g_autoptr (GError) error = NULL;

  lockstep_store_save_async (subject, NULL, result_cb, fixture);
  wait_for_result (fixture);
  g_assert_true (lockstep_store_save_finish (subject, fixture->result, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
}

static void
test_save_and_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autoptr (LockstepCase) loaded = NULL;
  g_autofree char *path = get_path (subject);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpint (lockstep_case_get_saved (subject), ==, 0);
  save (fixture, subject);
  g_assert_cmpint (lockstep_case_get_saved (subject), >, 0);

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);

  loaded = lockstep_store_load (fixture_catalog (), path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lockstep_case_get_id (loaded), ==, lockstep_case_get_id (subject));
  g_assert_cmpint (lockstep_case_get_saved (loaded), ==, lockstep_case_get_saved (subject));
  g_assert_cmpuint (lockstep_case_get_diagnosis (loaded)->observations->len, ==, 2);
}

static void
test_half_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autoptr (LockstepCase) loaded = NULL;
  g_autofree char *path = get_path (subject);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  save (fixture, subject);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) (length / 2), NULL));

  loaded = lockstep_store_load (fixture_catalog (), path, &error);
  g_assert_null (loaded);
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_JSON);
  g_assert_nonnull (strstr (error->message, base));
  g_assert_null (strchr (error->message, '\n'));
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items;

  lockstep_store_list_async (fixture_catalog (), NULL, result_cb, fixture);
  wait_for_result (fixture);
  items = lockstep_store_list_finish (fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);

  return items;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_UNSEEN);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autofree char *folder = lockstep_store_get_folder ();
  g_autofree char *broken = g_build_filename (folder, "broken.lockstep-case", NULL);
  g_autofree char *other = g_build_filename (folder, "notes.txt", NULL);
  g_autoptr (GPtrArray) none = list (fixture);
  g_autoptr (GPtrArray) items = NULL;
  guint n_broken = 0;

  g_assert_cmpuint (none->len, ==, 0);
  save (fixture, subject);
  g_assert_true (g_file_set_contents (broken, "{\"schema\":\"lockstep.case/1\"", -1, NULL));
  g_assert_true (g_file_set_contents (other, "not ours", -1, NULL));

  items = list (fixture);
  g_assert_cmpuint (items->len, ==, 2);
  for (guint i = 0; i < items->len; i++)
    {
      const LockstepStoreItem *item = g_ptr_array_index (items, i);

      g_assert_cmpstr (item->standing, !=, "");
      if (item->broken)
        {
          n_broken++;
          g_assert_cmpstr (item->path, ==, broken);
          g_assert_cmpstr (item->title, ==, "broken.lockstep-case");
        }
      else
        {
          g_assert_cmpstr (item->title, ==, "CWBCO1034 · " FIXTURE_HOST);
          g_assert_cmpstr (item->standing, ==, "Answer found, not checked again yet");
          g_assert_cmpint (item->state, ==, LOCKSTEP_STATE_READY);
        }
    }
  g_assert_cmpuint (n_broken, ==, 1);
  g_assert_true (g_file_test (broken, G_FILE_TEST_EXISTS));
}

static void
failed_cb (LockstepCase *subject, const GError *error, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->failure);
  fixture->failure = g_strdup (error->message);
}

static void
test_watch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  g_autofree char *path = get_path (subject);

  lockstep_store_watch (subject, failed_cb, fixture);
  lockstep_case_set_symptom (subject, FIXTURE_SYMPTOM);
  while (lockstep_case_get_saved (subject) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_null (fixture->failure);
}

/* A file stands where the folder should be: nobody, not even root, can write there. */
static void
test_cannot_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  g_autofree char *folder = lockstep_store_get_folder ();
  g_autofree char *path = get_path (subject);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  lockstep_store_watch (subject, failed_cb, fixture);
  lockstep_case_set_symptom (subject, FIXTURE_SYMPTOM);
  while (fixture->failure == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->failure, path));

  g_assert_false (lockstep_store_flush (subject, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
}

static void
test_flush (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  g_autofree char *path = get_path (subject);
  g_autofree char *folder = lockstep_store_get_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_true (lockstep_store_flush (subject, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  lockstep_case_set_symptom (subject, FIXTURE_SYMPTOM);
  g_assert_true (lockstep_store_flush (subject, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  /* No temporary name is left beside it. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("save-and-load", test_save_and_load);
  ADD ("half-a-file", test_half_a_file);
  ADD ("list", test_list);
  ADD ("watch", test_watch);
  ADD ("cannot-save", test_cannot_save);
  ADD ("flush", test_flush);
#undef ADD

  return g_test_run ();
}
