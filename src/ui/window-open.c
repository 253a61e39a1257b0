/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include "case/store.h"
#include "evidence/log.h"
#include "ui/opened-file.h"

#include <glib/gi18n-lib.h>

void
lockstep_window_begin (LockstepWindow *self, const char *text, LockstepStepKindOfPage page)
{
  g_autoptr (LockstepCase) subject = NULL;

  if (self->catalog == NULL)
    return;

  subject = lockstep_case_new (self->catalog);
  if (text != NULL && *text != '\0')
    lockstep_case_set_symptom (subject, text);
  if (lockstep_window_set_case (self, NULL, page))
    {
      lockstep_window_stop_practice (self);
      lockstep_window_set_case (self, subject, page);
      /* The text has moved into the case: the same one may be pasted again later. */
      lockstep_start_page_clear (self->start);
    }
}

/* Back to the first page, with @text in words on it. */
static void
tell_at_home (LockstepWindow *self, const char *text)
{
  if (lockstep_window_show_home (self, "start"))
    lockstep_start_page_set_notice (self->start, text);
}

static void
open_case (LockstepWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCase) subject = lockstep_store_load (self->catalog, path, &error);

  if (subject == NULL)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("This case cannot be opened: %s"), error->message);

      tell_at_home (self, text);
      return;
    }

  lockstep_start_page_set_notice (self->start, NULL);
  if (lockstep_window_set_case (self, NULL, LOCKSTEP_PAGE_SYMPTOM))
    {
      lockstep_window_stop_practice (self);
      lockstep_window_set_case (self, subject, lockstep_case_get_position (subject));
    }
}

/* The text stands in the field whether a message is known in it or not. */
static void
open_text (LockstepWindow *self, const char *text)
{
  if (!lockstep_window_show_home (self, "start"))
    return;

  lockstep_start_page_set_notice (self->start, NULL);
  lockstep_start_page_set_text (self->start, text);
}

/* A whole log is more than the field can take: of each message in it one line is shown. */
static void
log_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LockstepWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepLog) log = lockstep_log_read_finish (result, &error);
  g_autoptr (GString) lines = g_string_new (NULL);

  if (log == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_at_home (self, error->message);
      return;
    }
  for (guint i = 0; i < log->messages->len; i++)
    {
      const LockstepLogMessage *message = g_ptr_array_index (log->messages, i);

      if (message->lines->len > 0)
        g_string_append_printf (lines,
                                "%s\n",
                                ((LockstepLogLine *) g_ptr_array_index (message->lines, 0))->text);
    }
  if (lines->len == 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("No message is known in %s."), log->name);

      tell_at_home (self, text);
      return;
    }
  open_text (self, lines->str);
}

static void
tell_unreadable (LockstepWindow *self, GFile *file, const char *reason)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf ("%s: %s", name, reason);

  tell_at_home (self, text);
}

static void
show_content (LockstepWindow *self, GFile *file, const char *data, gsize length)
{
  g_autofree char *text = NULL;

  switch (lockstep_file_judge (data, length, &text))
    {
    case LOCKSTEP_FILE_TEXT:
      if (strlen (text) < LOCKSTEP_FILE_MAX / 4)
        open_text (self, text);
      else
        lockstep_log_read_async (self->catalog,
                                 file,
                                 self->cancellable,
                                 log_read_cb,
                                 g_object_ref (self));
      break;

    case LOCKSTEP_FILE_CASE:
      if (g_file_peek_path (file) != NULL)
        open_case (self, g_file_peek_path (file));
      else
        tell_unreadable (self,
                         file,
                         _ ("A case can only be opened from a folder on this computer."));
      break;

    case LOCKSTEP_FILE_CERTIFICATE:
      tell_unreadable (
          self,
          file,
          _ ("This is a certificate. Lockstep does not look at certificate files yet, only at "
             "certificates that a server shows."));
      break;

    case LOCKSTEP_FILE_CAPTURE:
      tell_unreadable (self,
                       file,
                       _ ("This is a network capture. Lockstep does not read captures yet."));
      break;

    case LOCKSTEP_FILE_BUNDLE:
      tell_unreadable (self,
                       file,
                       _ ("This is a bundle that was handed over. Open the case in the list of "
                          "cases instead."));
      break;

    case LOCKSTEP_FILE_OTHER:
    default:
      tell_unreadable (self, file, _ ("There is no text in this file that Lockstep can read."));
      break;
    }
}

/* Reading goes on while this answers TRUE. */
static gboolean
read_more (const char *contents, goffset size, gpointer user_data)
{
  return size < LOCKSTEP_FILE_MAX;
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LockstepWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (g_file_load_partial_contents_finish (G_FILE (object), result, &data, &length, NULL, &error))
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        show_content (self, G_FILE (object), data, length);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_unreadable (self, G_FILE (object), error->message);
}

void
lockstep_window_open_file (LockstepWindow *self, GFile *file)
{
  g_return_if_fail (LOCKSTEP_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->catalog == NULL)
    {
      g_set_object (&self->pending_file, file);
      return;
    }

  g_file_load_partial_contents_async (file,
                                      self->cancellable,
                                      read_more,
                                      loaded_cb,
                                      g_object_ref (self));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (file != NULL)
        lockstep_window_open_file (self, file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
win_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Open a log, capture or certificate"),
                                   GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN,
                                   _ ("Open"),
                                   _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
win_open_case (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (self->catalog != NULL)
    open_case (self, g_variant_get_string (parameter, NULL));
}

static void
win_begin (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lockstep_window_begin (user_data, g_variant_get_string (parameter, NULL), LOCKSTEP_PAGE_SYMPTOM);
}

static void
win_check_server (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (self->subject != NULL)
    lockstep_window_go (self, LOCKSTEP_PAGE_SERVER);
  else
    {
      g_autofree char *text = lockstep_start_page_dup_text (self->start);

      lockstep_window_begin (self, text, LOCKSTEP_PAGE_SERVER);
    }
}

/* ---- dropping files and text on the window ---- */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  LockstepWindow *self = user_data;

  gtk_widget_hide (self->drop_frame);
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = g_value_get_boxed (value);

      if (files != NULL)
        lockstep_window_open_file (self, files->data);
      return files != NULL;
    }
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    {
      open_text (self, g_value_get_string (value));
      return TRUE;
    }

  return FALSE;
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  LockstepWindow *self = user_data;

  gtk_widget_show (self->drop_frame);

  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, gpointer user_data)
{
  LockstepWindow *self = user_data;

  gtk_widget_hide (self->drop_frame);
}

static const GActionEntry entries[] = {
  { "open", win_open, NULL, NULL, NULL, { 0 } },
  { "open-case", win_open_case, "s", NULL, NULL, { 0 } },
  { "begin", win_begin, "s", NULL, NULL, { 0 } },
  { "check-server", win_check_server, NULL, NULL, NULL, { 0 } },
};

void
lockstep_window_add_open_actions (LockstepWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
