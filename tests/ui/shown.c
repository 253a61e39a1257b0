/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/shown.h"

#include "ui/fixture.h"
#include "ui/page-table.h"

static void
go_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Shown *shown = user_data;

  g_free (shown->went);
  shown->went = g_variant_dup_string (parameter, NULL);
}

void
shown_begin (Shown *shown, LockstepStepKindOfPage kind, LockstepCase *subject, int width)
{
  static const GActionEntry entries[] = {
    { .name = "go", .activate = go_cb, .parameter_type = "s" }
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), shown);
  shown->went = NULL;
  shown->subject = subject;
  shown->window = gtk_window_new ();
  shown->page = g_object_ref_sink (lockstep_page_table_create (kind, subject));
  gtk_widget_insert_action_group (shown->window, "wizard", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (shown->window), width, 700);
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (shown->page));
  lockstep_page_refresh (shown->page);
  gtk_window_present (GTK_WINDOW (shown->window));
  lockstep_page_enter (shown->page);
  lockstep_test_settle ();
}

void
shown_end (Shown *shown)
{
  lockstep_page_leave (shown->page);
  gtk_window_destroy (GTK_WINDOW (shown->window));
  lockstep_test_settle ();
  g_assert_finalize_object (shown->page);
  lockstep_test_settle ();
  g_assert_finalize_object (shown->subject);
  g_free (shown->went);
}

GtkWidget *
shown_find_row (Shown *shown, const char *title)
{
  return lockstep_test_find (GTK_WIDGET (shown->page), lockstep_test_is_row, title);
}
