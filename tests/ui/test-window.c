/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window.h"

#include "case/store.h"
#include "ui/fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  LockstepCatalog *catalog;
  char *folder;
  LockstepWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("lockstep-window-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("LOCKSTEP_DATA", fixture->folder, TRUE);
  fixture->catalog = lockstep_test_catalog ();
  fixture->window = lockstep_window_new (NULL);
  lockstep_window_set_catalog (fixture->window, fixture->catalog, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  lockstep_test_settle ();
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  lockstep_test_settle ();
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  lockstep_catalog_unref (fixture->catalog);
}

static void
act (Fixture *fixture, const char *action, const char *parameter)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window),
                                             action,
                                             parameter != NULL ? "s" : NULL,
                                             parameter));
  lockstep_test_settle ();
}

static gboolean
is_mapped_label (GtkWidget *widget, gconstpointer text)
{
  return lockstep_test_is_label (widget, text) && gtk_widget_get_mapped (widget);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return lockstep_test_find (GTK_WIDGET (fixture->window), is_mapped_label, text) != NULL;
}

static const char *
get_title (Fixture *fixture)
{
  return gtk_window_get_title (GTK_WINDOW (fixture->window));
}

static char *
find_case_file (Fixture *fixture)
{
  g_autofree char *folder = lockstep_store_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static void
test_way (Fixture *fixture, gconstpointer data)
{
  act (fixture, "win.begin", "CWBCO1034 25406");
  g_assert_nonnull (strstr (get_title (fixture), "CWBCO1034"));
  g_assert_true (shows (fixture, "What does it mean?"));
  act (fixture, "wizard.next", NULL);
  g_assert_true (shows (fixture, "Which server is it about?"));
  g_assert_true (shows (fixture, "Start the checks"));
  act (fixture, "wizard.back", NULL);
  g_assert_true (shows (fixture, "What does it mean?"));
  act (fixture, "wizard.go", "server");
  g_assert_true (shows (fixture, "Which server is it about?"));
}

/* A case that is closed is written, and opens where it was left. */
static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  act (fixture, "win.begin", "ibmi.example.com CWBCO1034 25406");
  act (fixture, "wizard.next", NULL);
  act (fixture, "win.new", NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Lockstep");
  g_assert_false (shows (fixture, "Which server is it about?"));
  path = find_case_file (fixture);
  g_assert_nonnull (path);
  act (fixture, "win.open-case", path);
  g_assert_true (shows (fixture, "Which server is it about?"));
  g_assert_nonnull (strstr (get_title (fixture), "ibmi.example.com"));
}

/* Where the case cannot be written, it stays open and the window stays too. */
static void
test_unsaved_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *blocked = g_build_filename (fixture->folder, "file", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (blocked, "no folder", -1, &error);
  g_assert_no_error (error);
  g_setenv ("LOCKSTEP_DATA", blocked, TRUE);
  act (fixture, "win.begin", "CWBCO1034 25406");
  act (fixture, "win.new", NULL);
  g_assert_nonnull (strstr (get_title (fixture), "CWBCO1034"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  lockstep_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  g_assert_nonnull (strstr (get_title (fixture), "CWBCO1034"));
  g_setenv ("LOCKSTEP_DATA", fixture->folder, TRUE);
}

static gboolean
is_told (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), name) != NULL;
}

/* A broken case file is told in words on the first page. */
static void
test_broken_case (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "half.json", NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *notice;

  g_file_set_contents (path, "{\"format\":", -1, &error);
  g_assert_no_error (error);
  act (fixture, "win.open-case", path);
  g_assert_cmpstr (get_title (fixture), ==, "Lockstep");
  notice = lockstep_test_find (GTK_WIDGET (fixture->window), is_told, "half.json");
  g_assert_nonnull (notice);
}

static void
test_home_pages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *page;
    const char *text;
  } pages[] = {
    { "practise", "Which fault do you want to practise?" },
    { "browse", "IBM HTTP Server" },
    { "cases", "Cases" },
    { "start", "What did the user see?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      act (fixture, "win.home", pages[i].page);
      g_assert_true (shows (fixture, pages[i].text));
    }
}

static void
test_no_catalog (void)
{
  LockstepWindow *window = lockstep_window_new (NULL);

  lockstep_window_set_catalog (window, NULL, "catalog.json: messages[0].id: a string is required");
  g_assert_nonnull (lockstep_test_find (GTK_WIDGET (window),
                                        lockstep_test_is_row,
                                        "catalog.json: messages[0].id: a string is required"));
  gtk_window_destroy (GTK_WINDOW (window));
  lockstep_test_settle ();
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add ("/ui/window/way", Fixture, NULL, set_up, test_way, tear_down);
  g_test_add ("/ui/window/resume", Fixture, NULL, set_up, test_resume, tear_down);
  g_test_add ("/ui/window/unsaved-stays", Fixture, NULL, set_up, test_unsaved_stays, tear_down);
  g_test_add ("/ui/window/broken-case", Fixture, NULL, set_up, test_broken_case, tear_down);
  g_test_add ("/ui/window/home-pages", Fixture, NULL, set_up, test_home_pages, tear_down);
  g_test_add_func ("/ui/window/no-catalog", test_no_catalog);

  return g_test_run ();
}
