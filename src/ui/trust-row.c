/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/trust-row.h"

#include "x509/trust.h"

#include <glib/gi18n-lib.h>

struct _LockstepTrustRow
{
  AdwActionRow parent_instance;

  GtkWidget *remove;
  GPtrArray *files; /* element-type utf8 */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LockstepTrustRow, lockstep_trust_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_files (LockstepTrustRow *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->files->len; i++)
    g_ptr_array_add (names, g_path_get_basename (g_ptr_array_index (self->files, i)));
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (", ", (char **) names->pdata);

  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self),
      self->files->len > 0 ? text
                           : _ ("For a CA that this computer does not know, such as your own"));
  gtk_widget_set_visible (self->remove, self->files->len > 0);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
remove_cb (GtkButton *button, gpointer user_data)
{
  LockstepTrustRow *self = user_data;

  g_ptr_array_set_size (self->files, self->files->len - 1);
  show_files (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *files[] = { task_data, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepTrust) trust = lockstep_trust_new (files, FALSE, &error);

  if (trust == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  LockstepTrustRow *self = LOCKSTEP_TRUST_ROW (object);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_ptr_array_add (self->files, g_strdup (g_task_get_task_data (G_TASK (result))));
      show_files (self);
      g_signal_emit (self, signals[SIGNAL_EDITED], 0);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self), error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
    }
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  LockstepTrustRow *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (file != NULL && g_file_peek_path (file) != NULL)
        lockstep_trust_row_add (self, g_file_peek_path (file));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_cb (GtkButton *button, gpointer user_data)
{
  LockstepTrustRow *self = user_data;
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Add CA certificates"),
                                   GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   GTK_FILE_CHOOSER_ACTION_OPEN,
                                   _ ("Add"),
                                   _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
lockstep_trust_row_dispose (GObject *object)
{
  LockstepTrustRow *self = LOCKSTEP_TRUST_ROW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (lockstep_trust_row_parent_class)->dispose (object);
}

static void
lockstep_trust_row_finalize (GObject *object)
{
  g_ptr_array_unref (LOCKSTEP_TRUST_ROW (object)->files);

  G_OBJECT_CLASS (lockstep_trust_row_parent_class)->finalize (object);
}

static void
lockstep_trust_row_class_init (LockstepTrustRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lockstep_trust_row_dispose;
  object_class->finalize = lockstep_trust_row_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);
}

static void
lockstep_trust_row_init (LockstepTrustRow *self)
{
  GtkWidget *add = gtk_button_new_with_label (_ ("Add…"));

  self->files = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  self->remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->remove, _ ("Remove the last file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the last file"),
                                  -1);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Extra CA certificates"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), add);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  show_files (self);
}

void
lockstep_trust_row_set_files (LockstepTrustRow *self, const char *const *files)
{
  g_return_if_fail (LOCKSTEP_IS_TRUST_ROW (self));

  g_ptr_array_set_size (self->files, 0);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    g_ptr_array_add (self->files, g_strdup (files[i]));
  show_files (self);
}

char **
lockstep_trust_row_dup_files (LockstepTrustRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (LOCKSTEP_IS_TRUST_ROW (self), NULL);

  if (self->files->len == 0)
    return NULL;
  for (guint i = 0; i < self->files->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->files, i));

  return g_strv_builder_end (builder);
}

void
lockstep_trust_row_add (LockstepTrustRow *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LOCKSTEP_IS_TRUST_ROW (self));

  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, lockstep_trust_row_add);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}
