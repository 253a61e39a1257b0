/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include "ui/init.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LockstepWindow, lockstep_window, ADW_TYPE_APPLICATION_WINDOW)

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (g_strcmp0 (response, "close") != 0)
    return;

  lockstep_window_drop_case (self);
  gtk_window_close (GTK_WINDOW (self));
}

/* The one dialog of the program: closing would lose what was found. */
static void
ask_before_losing (LockstepWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self),
                                              _ ("This case cannot be saved"),
                                              self->save_failure);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "keep",
                                    _ ("Keep it open"),
                                    "close",
                                    _ ("Close and lose it"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
lockstep_window_close_request (GtkWindow *window)
{
  LockstepWindow *self = LOCKSTEP_WINDOW (window);

  if (!lockstep_window_set_case (self, NULL, LOCKSTEP_PAGE_SYMPTOM))
    {
      ask_before_losing (self);
      return TRUE;
    }
  g_cancellable_cancel (self->cancellable);
  lockstep_window_stop_practice (self);

  return GTK_WINDOW_CLASS (lockstep_window_parent_class)->close_request (window);
}

static void
lockstep_window_dispose (GObject *object)
{
  LockstepWindow *self = LOCKSTEP_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->subject != NULL)
    g_signal_handlers_disconnect_by_data (self->subject, self);
  if (self->practice != NULL)
    g_signal_handlers_disconnect_by_data (self->practice, self);
  self->page = NULL;
  g_clear_object (&self->subject);
  g_clear_object (&self->practice);
  g_clear_object (&self->wizard);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->pending_file);
  g_clear_pointer (&self->catalog, lockstep_catalog_unref);
  g_clear_pointer (&self->save_failure, g_free);
  g_clear_pointer (&self->pending_scenario, g_free);

  G_OBJECT_CLASS (lockstep_window_parent_class)->dispose (object);
}

static void
lockstep_window_class_init (LockstepWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lockstep_window_close_request;

  g_type_ensure (LOCKSTEP_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepWindow, views);
  gtk_widget_class_bind_template_child (widget_class, LockstepWindow, home);
  gtk_widget_class_bind_template_child (widget_class, LockstepWindow, home_toasts);
  gtk_widget_class_bind_template_child (widget_class, LockstepWindow, start);
  gtk_widget_class_bind_template_child (widget_class, LockstepWindow, drop_frame);
}

static void
lockstep_window_init (LockstepWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  lockstep_window_add_actions (self);
  lockstep_window_add_practice_actions (self);
  lockstep_window_add_open_actions (self);
  lockstep_window_update_actions (self);
  lockstep_start_page_focus (self->start);
}

LockstepWindow *
lockstep_window_new (AdwApplication *application)
{
  return g_object_new (LOCKSTEP_TYPE_WINDOW, "application", application, NULL);
}

void
lockstep_window_set_catalog (LockstepWindow *self, LockstepCatalog *catalog, const char *failure)
{
  g_autofree char *scenario = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (LOCKSTEP_IS_WINDOW (self));

  lockstep_start_page_draw_icons (self->start);
  if (catalog == NULL)
    {
      lockstep_start_page_set_notice (self->start, failure);
      return;
    }

  self->catalog = lockstep_catalog_ref (catalog);
  lockstep_start_page_set_catalog (self->start, catalog);
  lockstep_window_update_actions (self);
  /* A broken addition of the site stops nothing, but whoever keeps it wants to know. */
  if (lockstep_catalog_get_overlay_errors (catalog)->len > 0)
    lockstep_start_page_set_notice (
        self->start,
        g_ptr_array_index (lockstep_catalog_get_overlay_errors (catalog), 0));

  scenario = g_steal_pointer (&self->pending_scenario);
  file = g_steal_pointer (&self->pending_file);
  if (scenario != NULL)
    lockstep_window_practise (self, scenario);
  else if (file != NULL)
    lockstep_window_open_file (self, file);
}
