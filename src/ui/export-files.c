/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-files.h"

#include "ui/export-guide.h"
#include "ui/export-missing.h"
#include "ui/export-size.h"
#include "ui/parts.h"

#include <glib/gi18n-lib.h>

/* A bundle takes no more files than this; see bundle/bundle.h. */
#define MAX_FILES 64

#define CHECK_WIDTH 26

struct _LockstepExportFiles
{
  GObject parent_instance;

  GtkListBox *list; /* owns this object's rows and outlives it */
  GtkWidget *missing[LOCKSTEP_N_MISSING];
  GtkWidget *add;
  GPtrArray *rows;
  GPtrArray *paths; /* element-type filename, NULL-terminated */
  LockstepCase *subject;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (LockstepExportFiles, lockstep_export_files, G_TYPE_OBJECT)

static guint changed_signal;

static void
emit_changed (LockstepExportFiles *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
guide_clicked_cb (GtkButton *button, gpointer user_data)
{
  LockstepExportFiles *self = user_data;

  lockstep_export_guide_present (GTK_WIDGET (button), self->subject);
}

/* A kind of evidence that was not added yet, and how to record it. */
static void
add_missing (LockstepExportFiles *self, LockstepMissing kind)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *glyph = lockstep_state_image_new (LOCKSTEP_STATE_UNKNOWN);
  GtkWidget *button = gtk_button_new_with_label (_ ("How to…"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lockstep_missing_get_title (kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lockstep_missing_get_subtitle (kind));
  /* As wide as the check boxes above it, so that all titles begin in one column. */
  gtk_widget_set_size_request (glyph, CHECK_WIDTH, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), glyph);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  lockstep_missing_get_title (kind),
                                  -1);
  g_signal_connect (button, "clicked", G_CALLBACK (guide_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  self->missing[kind] = row;
  gtk_list_box_append (self->list, row);
}

static void
show_missing (LockstepExportFiles *self)
{
  for (guint kind = 0; kind < LOCKSTEP_N_MISSING; kind++)
    gtk_widget_set_visible (
        self->missing[kind],
        lockstep_missing_concerns ((LockstepMissing) kind, self->subject) &&
            !lockstep_missing_is_there ((LockstepMissing) kind, lockstep_export_files_get (self)));
}

static void
remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  LockstepExportFiles *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;

  g_ptr_array_remove_index (self->rows, index);
  g_ptr_array_remove_index (self->paths, index);
  gtk_widget_grab_focus (self->add);
  gtk_list_box_remove (self->list, row);
  show_missing (self);
  emit_changed (self);
}

static GtkWidget *
create_file_row (LockstepExportFiles *self, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *display = g_filename_display_name (base);
  g_autofree char *whole = g_filename_display_name (path);
  g_autofree char *name = g_strdup_printf (_ ("Leave out %s"), display);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *size = lockstep_export_size_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), display);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Goes in as it is"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("text-x-generic-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), size);
  g_object_set_data (G_OBJECT (row), "size", size);
  gtk_widget_set_tooltip_text (row, whole);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);

  return row;
}

void
lockstep_export_files_add (LockstepExportFiles *self, const char *path)
{
  GtkWidget *row;

  g_return_if_fail (LOCKSTEP_IS_EXPORT_FILES (self));
  g_return_if_fail (path != NULL);

  for (guint i = 0; i + 1 < self->paths->len; i++)
    if (g_str_equal (g_ptr_array_index (self->paths, i), path))
      return;
  if (self->paths->len > MAX_FILES)
    return;

  row = create_file_row (self, path);
  g_ptr_array_insert (self->paths, (int) self->paths->len - 1, g_strdup (path));
  g_ptr_array_add (self->rows, row);
  gtk_list_box_insert (self->list,
                       row,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (
                           gtk_widget_get_ancestor (self->add, GTK_TYPE_LIST_BOX_ROW))));
  show_missing (self);
  emit_changed (self);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  LockstepExportFiles *self = user_data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);
          g_autofree char *path = g_file_get_path (file);

          if (path != NULL)
            lockstep_export_files_add (self, path);
        }
    }
  g_clear_object (&self->chooser);
}

static void
add_clicked_cb (GtkButton *button, gpointer user_data)
{
  LockstepExportFiles *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->list));

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_ ("Add files to the bundle"),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _ ("Add"),
                                               NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
add_add_row (LockstepExportFiles *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = adw_button_content_new ();

  self->add = gtk_button_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add files…"));
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (self->add), content);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "lockstep-add");
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->add);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

void
lockstep_export_files_set_case (LockstepExportFiles *self, LockstepCase *subject)
{
  g_return_if_fail (LOCKSTEP_IS_EXPORT_FILES (self));

  g_set_object (&self->subject, subject);
  show_missing (self);
}

const char *const *
lockstep_export_files_get (LockstepExportFiles *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_EXPORT_FILES (self), NULL);

  return (const char *const *) self->paths->pdata;
}

void
lockstep_export_files_show_size (LockstepExportFiles *self, guint index, guint64 size)
{
  g_return_if_fail (LOCKSTEP_IS_EXPORT_FILES (self));

  if (index < self->rows->len)
    lockstep_export_size_show (g_object_get_data (g_ptr_array_index (self->rows, index), "size"),
                               size);
}

static void
lockstep_export_files_dispose (GObject *object)
{
  LockstepExportFiles *self = LOCKSTEP_EXPORT_FILES (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (lockstep_export_files_parent_class)->dispose (object);
}

static void
lockstep_export_files_finalize (GObject *object)
{
  LockstepExportFiles *self = LOCKSTEP_EXPORT_FILES (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->paths);

  G_OBJECT_CLASS (lockstep_export_files_parent_class)->finalize (object);
}

static void
lockstep_export_files_class_init (LockstepExportFilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lockstep_export_files_dispose;
  object_class->finalize = lockstep_export_files_finalize;

  changed_signal = g_signal_new ("changed",
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
lockstep_export_files_init (LockstepExportFiles *self)
{
  self->rows = g_ptr_array_new ();
  self->paths = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->paths, NULL);
}

LockstepExportFiles *
lockstep_export_files_new (GtkListBox *list)
{
  LockstepExportFiles *self = g_object_new (LOCKSTEP_TYPE_EXPORT_FILES, NULL);

  self->list = list;
  for (guint kind = 0; kind < LOCKSTEP_N_MISSING; kind++)
    add_missing (self, (LockstepMissing) kind);
  add_add_row (self);

  return self;
}
