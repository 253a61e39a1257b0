/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "bundle/zip-reader.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

static const LockstepBundleOptions everything = { LOCKSTEP_BUNDLE_ALL, LOCKSTEP_REDACT_NONE, NULL };

/* A limit on the size of files acts like a full disk: write() fails in the middle of the zip. */
static void
test_full_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lockstep-disk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.lockstep.zip", NULL);
  g_autoptr (LockstepCase) subject = zip_make_case ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  struct rlimit before, small;

  g_assert_true (g_file_set_contents (path, "the former bundle", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (zip_write (subject, &everything, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_test_message ("%s", error->message);
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));

  /* The former file is whole, and nothing lies beside it. */
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "the former bundle");
  g_assert_cmpuint (zip_count_files (folder), ==, 1);
  g_assert_null (lockstep_case_get_exported (subject));
  zip_remove_all (folder);
}

/* A file stands where the folder should be: nobody, not even root, can write there. */
static void
test_no_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lockstep-disk-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *path = g_build_filename (file, "case.lockstep.zip", NULL);
  g_autoptr (LockstepCase) subject = zip_make_case ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_false (zip_write (subject, &everything, path, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpuint (zip_count_files (folder), ==, 1);
  zip_remove_all (folder);
}

/* A folder stands where the zip should be: the zip is whole, and cannot take its name. */
static void
test_name_taken (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lockstep-disk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.lockstep.zip", NULL);
  g_autoptr (LockstepCase) subject = zip_make_case ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (zip_write (subject, &everything, path, &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_assert_cmpuint (zip_count_files (folder), ==, 1);
  zip_remove_all (folder);
}

static void
result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lockstep-disk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.lockstep.zip", NULL);
  g_autoptr (LockstepCase) subject = zip_make_case ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  lockstep_bundle_write_async (subject, &everything, path, cancellable, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (lockstep_bundle_write_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (zip_count_files (folder), ==, 0);
  zip_remove_all (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disk/full-disk", test_full_disk);
  g_test_add_func ("/disk/no-folder", test_no_folder);
  g_test_add_func ("/disk/name-taken", test_name_taken);
  g_test_add_func ("/disk/cancelled", test_cancelled);

  return g_test_run ();
}
