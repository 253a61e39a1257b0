/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include "case/store.h"
#include "ui/page-table.h"
#include "ui/parts.h"

#include <glib/gi18n-lib.h>

const LockstepStepView *
lockstep_window_get_step (LockstepWindow *self, int direction)
{
  return lockstep_page_table_step (self->subject, self->kind, direction);
}

gboolean
lockstep_window_has_answer (LockstepWindow *self)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self->subject);
  const LockstepStepView *next = lockstep_window_get_step (self, 1);

  return diagnosis != NULL && lockstep_diagnosis_is_certain (diagnosis) &&
         self->kind < LOCKSTEP_PAGE_FIX &&
         lockstep_page_table_get_type (LOCKSTEP_PAGE_FIX) != G_TYPE_INVALID &&
         lockstep_case_get_step (self->subject, LOCKSTEP_PAGE_FIX) != NULL && next != NULL &&
         next->page != LOCKSTEP_PAGE_FIX;
}

static void
refresh_title (LockstepWindow *self)
{
  g_autofree char *title = lockstep_case_dup_title (self->subject);
  const char *dot = g_strrstr (title, " · ");
  gint64 saved = lockstep_case_get_saved (self->subject);

  if (g_strcmp0 (title, gtk_window_get_title (GTK_WINDOW (self))) != 0)
    gtk_window_set_title (GTK_WINDOW (self), title);
  if (adw_flap_get_folded (self->flap) && dot != NULL)
    {
      g_autofree char *first = g_strndup (title, (gsize) (dot - title));
      const char *last = g_strrstr (first, " · ");

      /* "Practice" stands in the banner; there is room for one part only. */
      adw_window_title_set_title (self->case_title, last != NULL ? last + strlen (" · ") : first);
      adw_window_title_set_subtitle (self->case_title, dot + strlen (" · "));
      return;
    }

  adw_window_title_set_title (self->case_title, title);
  if (saved > 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (saved);
      g_autofree char *clock = time != NULL ? g_date_time_format (time, "%R") : g_strdup ("");
      g_autofree char *subtitle = g_strdup_printf (_ ("Saved at %s"), clock);

      adw_window_title_set_subtitle (self->case_title, subtitle);
    }
  else
    adw_window_title_set_subtitle (self->case_title, "");
}

/* The button that stands in for the folded rail. */
static void
refresh_rail_button (LockstepWindow *self)
{
  const GPtrArray *steps = lockstep_case_get_steps (self->subject);

  if (!adw_flap_get_folded (self->flap))
    return;

  for (guint i = 0; i < steps->len; i++)
    {
      const LockstepStepView *view = g_ptr_array_index (steps, i);
      g_autofree char *count = NULL;
      g_autofree char *word = NULL;
      g_autofree char *name = NULL;

      if (view->page != self->kind)
        continue;

      count = g_strdup_printf ("%u/%u", i + 1, steps->len);
      word = g_utf8_strdown (lockstep_state_get_word (view->state), -1);
      /* Translators: number of the step, number of steps, title of the step, its state. */
      name = g_strdup_printf (_ ("Steps, %u of %u, %s, %s"), i + 1, steps->len, view->title, word);
      gtk_label_set_label (self->rail_count, count);
      adw_bin_set_child (self->rail_glyph, lockstep_state_image_new (view->state));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rail_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name,
                                      -1);
    }
}

static void
refresh_notice (LockstepWindow *self)
{
  const char *failure = lockstep_case_get_failure (self->subject);

  /* Saved since: the disk has room again. */
  if (lockstep_case_get_saved (self->subject) != self->failed_save)
    g_clear_pointer (&self->save_failure, g_free);
  if (failure == NULL)
    failure = self->save_failure;
  if (failure != NULL)
    gtk_label_set_label (self->notice_label, failure);
  gtk_revealer_set_reveal_child (self->notice_revealer, failure != NULL);
}

static void
refresh_bar (LockstepWindow *self)
{
  const LockstepStepView *next = lockstep_window_get_step (self, 1);
  LockstepActionBarState state = {
    .page = lockstep_page_get_bar (self->page),
    .next = next != NULL ? next->title : NULL,
    .has_back = lockstep_window_get_step (self, -1) != NULL,
    .has_answer = lockstep_window_has_answer (self),
    .activity = lockstep_case_get_activity (self->subject),
    .folded = adw_flap_get_folded (self->flap),
  };

  if (state.activity == NULL && lockstep_case_is_running (self->subject))
    state.activity = _ ("Looking…");
  lockstep_action_bar_show (self->bar, &state);
  gtk_window_set_default_widget (GTK_WINDOW (self), lockstep_action_bar_get_default (self->bar));
}

void
lockstep_window_refresh (LockstepWindow *self)
{
  if (self->subject == NULL || self->page == NULL)
    return;

  lockstep_page_refresh (self->page);
  refresh_title (self);
  lockstep_rail_refresh (self->rail, self->subject, self->kind);
  refresh_rail_button (self);
  refresh_notice (self);
  refresh_bar (self);
  lockstep_window_refresh_practice (self);
  gtk_widget_set_visible (self->again_button, lockstep_case_has_started (self->subject));
  lockstep_window_update_actions (self);
}

static void
case_changed_cb (LockstepCase *subject, gpointer user_data)
{
  lockstep_window_refresh (user_data);
}

static void
bar_changed_cb (LockstepPage *page, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (page != self->page)
    return;

  refresh_bar (self);
  lockstep_window_update_actions (self);
}

static void
page_toast_cb (LockstepPage *page, const char *text, gpointer user_data)
{
  lockstep_window_toast (user_data, text);
}

/* Pages are made on the first visit and kept, so that going back loses nothing. */
static LockstepPage *
get_page (LockstepWindow *self, LockstepStepKindOfPage kind)
{
  const char *name = lockstep_page_to_string (kind);
  GtkWidget *child = gtk_stack_get_child_by_name (self->pages, name);
  LockstepPage *page;

  if (child != NULL)
    return LOCKSTEP_PAGE (child);

  page = lockstep_page_table_create (kind, self->subject);
  if (page == NULL)
    return NULL;

  g_signal_connect (page, "bar-changed", G_CALLBACK (bar_changed_cb), self);
  g_signal_connect (page, "toast", G_CALLBACK (page_toast_cb), self);
  gtk_stack_add_named (self->pages, GTK_WIDGET (page), name);

  return page;
}

/* The page Server may have another plan now; what was seen is then about another server. */
static void
leave_page (LockstepWindow *self)
{
  gboolean started = lockstep_case_has_started (self->subject);

  lockstep_page_leave (self->page);
  if (!started || lockstep_case_has_started (self->subject))
    return;

  lockstep_case_start (self->subject);
  lockstep_window_toast (self, _ ("The server was changed, so the checks begin anew"));
}

void
lockstep_window_go (LockstepWindow *self, LockstepStepKindOfPage kind)
{
  LockstepPage *page;

  if (self->subject == NULL)
    return;

  page = get_page (self, kind);
  if (page == NULL)
    return;

  if (self->page != NULL && self->page != page)
    leave_page (self);
  self->page = page;
  self->kind = kind;
  lockstep_case_set_position (self->subject, kind);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  lockstep_window_refresh (self);
  lockstep_page_enter (page);
}

static void
tell_unsaved (LockstepWindow *self, const GError *error)
{
  g_free (self->save_failure);
  self->save_failure = g_strdup_printf (
      _ ("This case is not saved: %s Everything found so far is still in this window."),
      error->message);
  self->failed_save = lockstep_case_get_saved (self->subject);
  refresh_notice (self);
}

static void
save_failed_cb (LockstepCase *subject, const GError *error, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (subject == self->subject)
    tell_unsaved (self, error);
}

void
lockstep_window_drop_case (LockstepWindow *self)
{
  GtkWidget *child;

  if (self->subject == NULL)
    return;

  self->page = NULL;
  gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  g_signal_handlers_disconnect_by_data (self->subject, self);
  lockstep_store_watch (self->subject, NULL, NULL);
  lockstep_case_stop (self->subject);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
  g_clear_object (&self->subject);
  g_clear_pointer (&self->save_failure, g_free);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Lockstep"));
  lockstep_window_update_actions (self);
}

/* Writes what is not written yet, then closes the case. */
static gboolean
close_case (LockstepWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->subject == NULL)
    return TRUE;

  if (self->page != NULL)
    lockstep_page_leave (self->page);
  if (!lockstep_store_flush (self->subject, &error))
    {
      tell_unsaved (self, error);
      return FALSE;
    }
  lockstep_window_drop_case (self);

  return TRUE;
}

gboolean
lockstep_window_set_case (LockstepWindow *self, LockstepCase *subject, LockstepStepKindOfPage page)
{
  if (!close_case (self))
    return FALSE;
  if (subject == NULL)
    return TRUE;

  lockstep_window_ensure_view (self);
  self->subject = g_object_ref (subject);
  g_signal_connect (subject, "changed", G_CALLBACK (case_changed_cb), self);
  lockstep_store_watch (subject, save_failed_cb, self);
  if (lockstep_case_get_step (subject, page) == NULL ||
      lockstep_page_table_get_type (page) == G_TYPE_INVALID)
    page = LOCKSTEP_PAGE_SYMPTOM;
  gtk_stack_set_visible_child_name (self->views, "case");
  lockstep_window_go (self, page);

  return TRUE;
}
