/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-bar.h"

#include "ui/fixture.h"
#include "ui/page-table.h"

typedef struct
{
  LockstepCatalog *catalog;
  LockstepCase *subject;
  LockstepPage *page;
  GtkWidget *window;
  GtkWidget *bar;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = lockstep_test_catalog ();
  fixture->subject = lockstep_test_case (fixture->catalog);
  fixture->page =
      g_object_ref_sink (lockstep_page_table_create (LOCKSTEP_PAGE_SYMPTOM, fixture->subject));
  fixture->window = gtk_window_new ();
  fixture->bar = g_object_new (LOCKSTEP_TYPE_ACTION_BAR, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->bar);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->page);
  g_clear_object (&fixture->subject);
  lockstep_catalog_unref (fixture->catalog);
}

static void
show (Fixture *fixture, const char *next, const char *activity, gboolean folded)
{
  LockstepActionBarState state = { .page = lockstep_page_get_bar (fixture->page),
                                   .next = next,
                                   .has_back = TRUE,
                                   .has_answer = TRUE,
                                   .activity = activity,
                                   .folded = folded };

  lockstep_action_bar_show (LOCKSTEP_ACTION_BAR (fixture->bar), &state);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  GtkWidget *label = lockstep_test_find (fixture->bar, lockstep_test_is_label, text);

  for (GtkWidget *w = label; w != NULL && w != fixture->bar; w = gtk_widget_get_parent (w))
    if (!gtk_widget_get_visible (w))
      return FALSE;

  return label != NULL;
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  GtkWidget *next;

  show (fixture, "Chain", NULL, FALSE);
  g_assert_true (shows (fixture, "Next: Chain"));
  g_assert_true (shows (fixture, "Show the answer"));
  g_assert_true (shows (fixture, "Back"));
  g_assert_false (shows (fixture, "Stop"));
  next = lockstep_action_bar_get_default (LOCKSTEP_ACTION_BAR (fixture->bar));
  g_assert_nonnull (next);
  g_assert_true (gtk_widget_has_css_class (next, "suggested-action"));

  show (fixture, "Chain", "Shaking hands", TRUE);
  g_assert_true (shows (fixture, "Chain"));
  g_assert_true (shows (fixture, "Answer"));
  g_assert_false (shows (fixture, "Shaking hands"));

  show (fixture, NULL, "Shaking hands", FALSE);
  g_assert_true (shows (fixture, "Shaking hands"));
  g_assert_null (lockstep_action_bar_get_default (LOCKSTEP_ACTION_BAR (fixture->bar)));
}

static void
test_primary (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  g_signal_connect (fixture->page, "bar-changed", G_CALLBACK (lockstep_test_count), &count);
  lockstep_page_set_primary (fixture->page, "Start the checks", NULL, TRUE, TRUE);
  lockstep_page_set_primary (fixture->page, "Start the checks", NULL, TRUE, TRUE);
  g_assert_cmpuint (count, ==, 1);
  show (fixture, "Reach", NULL, FALSE);
  g_assert_true (shows (fixture, "Start the checks"));
  g_assert_false (shows (fixture, "Next: Reach"));

  lockstep_page_set_primary (fixture->page, "Check again", "view-refresh-symbolic", TRUE, FALSE);
  show (fixture, "Export", NULL, FALSE);
  g_assert_true (shows (fixture, "Check again"));
  g_assert_true (shows (fixture, "Next: Export"));
  g_assert_false (gtk_widget_has_css_class (
      gtk_widget_get_ancestor (
          lockstep_test_find (fixture->bar, lockstep_test_is_label, "Next: Export"),
          GTK_TYPE_BUTTON),
      "suggested-action"));

  lockstep_page_set_primary (fixture->page, NULL, NULL, TRUE, FALSE);
  lockstep_page_set_next_label (fixture->page, "Skip to Fix");
  lockstep_page_set_next_suggested (fixture->page, FALSE);
  show (fixture, "Fix", NULL, FALSE);
  g_assert_true (shows (fixture, "Skip to Fix"));
  g_assert_null (lockstep_action_bar_get_default (LOCKSTEP_ACTION_BAR (fixture->bar)));
}

static void
test_extras (Fixture *fixture, gconstpointer data)
{
  lockstep_page_add_bar_action (fixture->page,
                                "Copy for the ticket",
                                "edit-copy-symbolic",
                                "wizard.copy-ticket");
  show (fixture, "Export", NULL, FALSE);
  g_assert_true (shows (fixture, "Copy for the ticket"));
  show (fixture, "Export", NULL, TRUE);
  g_assert_false (shows (fixture, "Copy for the ticket"));
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add ("/ui/action-bar/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/ui/action-bar/primary", Fixture, NULL, set_up, test_primary, tear_down);
  g_test_add ("/ui/action-bar/extras", Fixture, NULL, set_up, test_extras, tear_down);

  return g_test_run ();
}
