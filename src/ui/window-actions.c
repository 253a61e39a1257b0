/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include "report/report.h"
#include "ui/browse-page.h"
#include "ui/cases-page.h"
#include "ui/help.h"
#include "ui/page-table.h"
#include "ui/practice-chooser.h"

#include <glib/gi18n-lib.h>

/* ---- the way through a case: the group "wizard" ---- */

static void
go_to_step (LockstepWindow *self, const LockstepStepView *view)
{
  if (view != NULL)
    lockstep_window_go (self, view->page);
}

static void
wizard_next (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;
  const LockstepPageBar *bar = lockstep_page_get_bar (self->page);

  if (bar->primary_label != NULL && bar->primary_replaces_next)
    lockstep_page_activate_primary (self->page);
  else
    go_to_step (self, lockstep_window_get_step (self, 1));
}

static void
wizard_primary (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  lockstep_page_activate_primary (self->page);
}

static void
wizard_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  go_to_step (self, lockstep_window_get_step (self, -1));
}

static void
wizard_go (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepStepKindOfPage page;

  if (lockstep_page_from_string (g_variant_get_string (parameter, NULL), &page))
    lockstep_window_go (user_data, page);
}

static void
wizard_answer (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lockstep_window_go (user_data, LOCKSTEP_PAGE_FIX);
}

static void
wizard_stop (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  lockstep_case_stop (self->subject);
}

static void
wizard_check_again (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (!lockstep_case_is_running (self->subject))
    lockstep_case_check_again (self->subject);
}

static void
wizard_copy_ticket (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;
  LockstepReportOptions options = { NULL, FALSE };
  g_autofree char *ticket = NULL;

  /* The Export page takes out what its switches say. */
  if (self->kind == LOCKSTEP_PAGE_EXPORT &&
      gtk_widget_activate_action (GTK_WIDGET (self->page), "export.copy-ticket", NULL))
    return;

  ticket = lockstep_report_ticket (self->subject, &options);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), ticket);
  lockstep_window_toast (self, _ ("Copied for the ticket"));
}

/* Saving and printing are the Export page's; from elsewhere it is opened first. */
static void
wizard_save_bundle (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  lockstep_window_go (self, LOCKSTEP_PAGE_EXPORT);
  if (self->kind == LOCKSTEP_PAGE_EXPORT)
    lockstep_page_activate_primary (self->page);
}

static void
wizard_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  lockstep_window_go (self, LOCKSTEP_PAGE_EXPORT);
  if (self->kind == LOCKSTEP_PAGE_EXPORT)
    gtk_widget_activate_action (GTK_WIDGET (self->page), "export.print", NULL);
}

static void
wizard_toggle_rail (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* Esc: closes the folded rail, else stops what runs. */
static void
wizard_escape (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else if (self->subject != NULL)
    lockstep_case_stop (self->subject);
}

/* ---- the window: the group "win" ---- */

void
lockstep_window_toast (LockstepWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->subject != NULL ? self->case_toasts : self->home_toasts,
                               toast);
}

/* The pages of home beside the first one are made when they are asked for. */
static GtkWidget *
create_home_page (LockstepWindow *self, const char *name)
{
  if (g_str_equal (name, "practise"))
    return lockstep_practice_chooser_new (self->catalog);
  if (g_str_equal (name, "browse"))
    return lockstep_browse_page_new (self->catalog);

  return lockstep_cases_page_new (self->catalog);
}

gboolean
lockstep_window_show_home (LockstepWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->home, name);

  if (!lockstep_window_set_case (self, NULL, LOCKSTEP_PAGE_SYMPTOM))
    return FALSE;

  lockstep_window_stop_practice (self);
  /* What the other pages list may have changed since. */
  if (page != NULL && page != GTK_WIDGET (self->start))
    {
      gtk_stack_remove (self->home, page);
      page = NULL;
    }
  if (page == NULL)
    {
      page = create_home_page (self, name);
      gtk_stack_add_named (self->home, page, name);
    }
  gtk_stack_set_visible_child (self->home, page);
  gtk_stack_set_visible_child_name (self->views, "home");
  if (page == GTK_WIDGET (self->start))
    lockstep_start_page_enter (self->start);
  else
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);

  return TRUE;
}

static void
win_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (lockstep_window_show_home (self, "start"))
    lockstep_start_page_clear (self->start);
}

static void
win_home (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lockstep_window_show_home (user_data, g_variant_get_string (parameter, NULL));
}

static void
win_practise (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lockstep_window_show_home (user_data, "practise");
}

static void
win_browse (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lockstep_window_show_home (user_data, "browse");
}

static void
win_toast (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lockstep_window_toast (user_data, g_variant_get_string (parameter, NULL));
}

static void
win_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  lockstep_help_present (GTK_WINDOW (self), self->subject != NULL ? (int) self->kind : -1);
}

static void
win_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lockstep_window_show_shortcuts (user_data);
}

static const GActionEntry wizard_entries[] = {
  { "next", wizard_next, NULL, NULL, NULL, { 0 } },
  { "primary", wizard_primary, NULL, NULL, NULL, { 0 } },
  { "back", wizard_back, NULL, NULL, NULL, { 0 } },
  { "go", wizard_go, "s", NULL, NULL, { 0 } },
  { "answer", wizard_answer, NULL, NULL, NULL, { 0 } },
  { "stop", wizard_stop, NULL, NULL, NULL, { 0 } },
  { "check-again", wizard_check_again, NULL, NULL, NULL, { 0 } },
  { "copy-ticket", wizard_copy_ticket, NULL, NULL, NULL, { 0 } },
  { "save-bundle", wizard_save_bundle, NULL, NULL, NULL, { 0 } },
  { "print", wizard_print, NULL, NULL, NULL, { 0 } },
  { "toggle-rail", wizard_toggle_rail, NULL, NULL, NULL, { 0 } },
  { "escape", wizard_escape, NULL, NULL, NULL, { 0 } },
};

static const GActionEntry window_entries[] = {
  { "new", win_new, NULL, NULL, NULL, { 0 } },
  { "home", win_home, "s", NULL, NULL, { 0 } },
  { "practise", win_practise, NULL, NULL, NULL, { 0 } },
  { "browse", win_browse, NULL, NULL, NULL, { 0 } },
  { "toast", win_toast, "s", NULL, NULL, { 0 } },
  { "help", win_help, NULL, NULL, NULL, { 0 } },
  { "shortcuts", win_shortcuts, NULL, NULL, NULL, { 0 } },
};

static void
enable (GActionMap *map, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)), enabled);
}

void
lockstep_window_update_actions (LockstepWindow *self)
{
  GActionMap *wizard = G_ACTION_MAP (self->wizard);
  gboolean open = self->subject != NULL && self->page != NULL;
  gboolean running = open && lockstep_case_is_running (self->subject);
  gboolean started = open && lockstep_case_has_started (self->subject);
  gboolean has_export = lockstep_page_table_get_type (LOCKSTEP_PAGE_EXPORT) != G_TYPE_INVALID;
  const LockstepPageBar *bar = open ? lockstep_page_get_bar (self->page) : NULL;
  gboolean replaced = open && bar->primary_label != NULL && bar->primary_replaces_next;

  enable (wizard,
          "next",
          open && (replaced ? bar->primary_sensitive : lockstep_window_get_step (self, 1) != NULL));
  enable (wizard, "primary", open && bar->primary_sensitive);
  enable (wizard, "back", open && lockstep_window_get_step (self, -1) != NULL);
  enable (wizard, "go", open);
  enable (wizard, "answer", open && lockstep_window_has_answer (self));
  enable (wizard, "stop", running);
  enable (wizard, "check-again", started && !running);
  enable (wizard, "copy-ticket", open);
  enable (wizard, "save-bundle", open && has_export);
  enable (wizard, "print", open && has_export);
  enable (wizard, "toggle-rail", open);
  enable (wizard, "escape", open);

  enable (G_ACTION_MAP (self), "practise", self->catalog != NULL);
  enable (G_ACTION_MAP (self), "browse", self->catalog != NULL);
}

/* Esc only where nothing else took it: a popover, a search. */
static void
add_escape (LockstepWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                        gtk_named_action_new ("wizard.escape")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
lockstep_window_add_actions (LockstepWindow *self)
{
  self->wizard = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->wizard),
                                   wizard_entries,
                                   G_N_ELEMENTS (wizard_entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "wizard", G_ACTION_GROUP (self->wizard));
  g_action_map_add_action_entries (G_ACTION_MAP (self),
                                   window_entries,
                                   G_N_ELEMENTS (window_entries),
                                   self);
  add_escape (self);
}
