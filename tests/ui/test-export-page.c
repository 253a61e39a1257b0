/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-page.h"

#include "case/fixture.h"
#include "ui/export-contents.h"
#include "ui/export-missing.h"
#include "ui/export-privacy.h"
#include "ui/fixture.h"
#include "ui/shown.h"

#include <glib/gstdio.h>

static LockstepCase *
make_case (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);

  return fixture_case (NULL, scene);
}

static gboolean
is_a (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type)) &&
         gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_a (Shown *shown, GType type)
{
  GtkWidget *found = lockstep_test_find (GTK_WIDGET (shown->page), is_a, GSIZE_TO_POINTER (type));

  g_assert_nonnull (found);
  return found;
}

static gboolean
shows (Shown *shown, const char *text)
{
  GtkWidget *label = lockstep_test_find (GTK_WIDGET (shown->page), lockstep_test_is_label, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* The name of the file that would be saved. */
static const char *
get_file_name (Shown *shown)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (shown_find_row (shown, "File name")));
}

static void
test_number (void)
{
  Shown shown;
  GtkWidget *number;

  shown_begin (&shown, LOCKSTEP_PAGE_EXPORT, make_case (), 1000);
  number = find_a (&shown, ADW_TYPE_ENTRY_ROW);
  g_assert_true (g_str_has_prefix (get_file_name (&shown), "ibmi.example.com-"));

  gtk_editable_set_text (GTK_EDITABLE (number), "TS01234567");
  lockstep_test_settle ();
  g_assert_true (shows (&shown, "TS and nine digits"));
  g_assert_null (lockstep_case_get_support_number (shown.subject));

  gtk_editable_set_text (GTK_EDITABLE (number), " ts012345678 ");
  lockstep_test_settle ();
  g_assert_false (shows (&shown, "TS and nine digits"));
  g_assert_cmpstr (lockstep_case_get_support_number (shown.subject), ==, "TS012345678");
  g_assert_true (g_str_has_prefix (get_file_name (&shown), "TS012345678."));
  shown_end (&shown);
}

/* What is taken out is underlined in the example, and the name of the file follows. */
static void
test_privacy (void)
{
  Shown shown;
  GtkWidget *hosts;

  shown_begin (&shown, LOCKSTEP_PAGE_EXPORT, make_case (), 360);
  hosts = find_a (&shown, GTK_TYPE_SWITCH);
  gtk_switch_set_active (GTK_SWITCH (hosts), TRUE);
  lockstep_test_settle ();
  g_assert_null (strstr (get_file_name (&shown), "ibmi.example.com"));
  g_assert_true (shows (&shown, "Left out, because they name the host"));
  gtk_switch_set_active (GTK_SWITCH (hosts), FALSE);
  lockstep_test_settle ();
  g_assert_nonnull (strstr (get_file_name (&shown), "ibmi.example.com"));
  shown_end (&shown);
}

static void
test_mark (void)
{
  g_autofree char *marked = lockstep_export_mark ("host-1 & myhost-1x");

  g_assert_nonnull (strstr (marked, ">host-1</span> &amp; myhost-1x"));
}

static void
test_missing (void)
{
  static const char *const files[] = { "/tmp/trace.PCAPNG", "/tmp/notes.txt", NULL };

  g_assert_true (lockstep_missing_is_there (LOCKSTEP_MISSING_CAPTURE, files));
  g_assert_false (lockstep_missing_is_there (LOCKSTEP_MISSING_TRACE, files));
  g_assert_false (lockstep_missing_is_there (LOCKSTEP_MISSING_CAPTURE, NULL));
}

/* Adding a capture takes the row that asks for one away; leaving it out brings it back. */
static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lockstep-export.XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "user.pcapng", NULL);
  g_autoptr (GError) error = NULL;
  LockstepExportContents *contents;
  GtkWidget *row, *button;
  Shown shown;

  g_assert_true (g_file_set_contents (path, "0123456789", 10, &error));
  g_assert_no_error (error);
  shown_begin (&shown, LOCKSTEP_PAGE_EXPORT, make_case (), 1000);
  contents = LOCKSTEP_EXPORT_CONTENTS (find_a (&shown, LOCKSTEP_TYPE_EXPORT_CONTENTS));
  g_assert_nonnull (shown_find_row (&shown, "Wireshark capture"));

  lockstep_export_contents_add_file (contents, path);
  lockstep_export_contents_add_file (contents, path);
  lockstep_test_settle ();
  g_assert_cmpuint (g_strv_length ((char **) lockstep_export_contents_get_files (contents)), ==, 1);
  g_assert_null (shown_find_row (&shown, "Wireshark capture"));
  row = shown_find_row (&shown, "user.pcapng");
  g_assert_nonnull (row);

  button = lockstep_test_find (row, is_a, GSIZE_TO_POINTER (GTK_TYPE_BUTTON));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  lockstep_test_settle ();
  g_assert_null (shown_find_row (&shown, "user.pcapng"));
  g_assert_nonnull (shown_find_row (&shown, "Wireshark capture"));

  /* A file that goes away meanwhile is told, not passed over. */
  lockstep_export_contents_add_file (contents, path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  lockstep_test_settle ();
  g_assert_true (shows (&shown, "Leave this file out, or add it again."));
  shown_end (&shown);
  g_rmdir (folder);
}

typedef struct
{
  gboolean done;
  char *text;
} Toast;

static void
toast_cb (LockstepPage *page, const char *text, gpointer user_data)
{
  Toast *toast = user_data;

  toast->done = TRUE;
  g_free (toast->text);
  toast->text = g_strdup (text);
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lockstep-export.XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.lockstep.zip", NULL);
  g_autofree char *bad = g_build_filename (folder, "missing", "case.lockstep.zip", NULL);
  Toast toast = { FALSE, NULL };
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_EXPORT, make_case (), 1000);
  g_signal_connect (shown.page, "toast", G_CALLBACK (toast_cb), &toast);

  lockstep_export_page_save_to (LOCKSTEP_EXPORT_PAGE (shown.page), bad);
  g_assert_false (lockstep_page_get_bar (shown.page)->primary_sensitive);
  while (!lockstep_page_get_bar (shown.page)->primary_sensitive)
    g_main_context_iteration (NULL, TRUE);
  lockstep_test_settle ();
  g_assert_true (shows (&shown, "Nothing is lost. Save it again, perhaps in another folder."));
  g_assert_false (toast.done);

  lockstep_export_page_save_to (LOCKSTEP_EXPORT_PAGE (shown.page), path);
  lockstep_test_wait (&toast.done);
  lockstep_test_settle ();
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_false (shows (&shown, "Nothing is lost. Save it again, perhaps in another folder."));
  g_assert_cmpstr (lockstep_page_get_bar (shown.page)->primary_label, ==, "Save bundle…");
  g_signal_handlers_disconnect_by_data (shown.page, &toast);
  g_free (toast.text);
  shown_end (&shown);
  g_unlink (path);
  g_rmdir (folder);
}

/* The actions that the window forwards. */
static void
test_ticket (void)
{
  Toast toast = { FALSE, NULL };
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_EXPORT, make_case (), 1000);
  g_signal_connect (shown.page, "toast", G_CALLBACK (toast_cb), &toast);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shown.page), "export.copy-ticket", NULL));
  g_assert_cmpstr (toast.text, ==, "Copied for the ticket");
  g_signal_handlers_disconnect_by_data (shown.page, &toast);
  g_free (toast.text);
  shown_end (&shown);
}

int
main (int argc, char *argv[])
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/export-page/number", test_number);
  g_test_add_func ("/ui/export-page/privacy", test_privacy);
  g_test_add_func ("/ui/export-page/mark", test_mark);
  g_test_add_func ("/ui/export-page/missing", test_missing);
  g_test_add_func ("/ui/export-page/files", test_files);
  g_test_add_func ("/ui/export-page/save", test_save);
  g_test_add_func ("/ui/export-page/ticket", test_ticket);

  return g_test_run ();
}
