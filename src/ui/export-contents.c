/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-contents.h"

#include "ui/export-files.h"
#include "ui/export-size.h"
#include "ui/fix-people.h"

#include <glib/gi18n-lib.h>

static const struct
{
  LockstepBundleParts part;
  const char *title;
  const char *subtitle;
} words[] = {
  { LOCKSTEP_BUNDLE_REPORT, N_ ("Report"), N_ ("With the pictures, for people") },
  { LOCKSTEP_BUNDLE_CERTIFICATES, N_ ("Certificates"), N_ ("As PEM files") },
  { LOCKSTEP_BUNDLE_HANDSHAKE, N_ ("Handshake, message by message"), NULL },
  { LOCKSTEP_BUNDLE_JOURNAL, N_ ("Journal of this case"), NULL },
};

struct _LockstepExportContents
{
  AdwBin parent_instance;

  GtkLabel *total;
  GtkListBox *list;
  AdwActionRow *rows[G_N_ELEMENTS (words)];
  GtkCheckButton *checks[G_N_ELEMENTS (words)];
  GtkLabel *sizes[G_N_ELEMENTS (words)];
  LockstepExportFiles *files;

  LockstepCase *subject;
};

G_DEFINE_FINAL_TYPE (LockstepExportContents, lockstep_export_contents, ADW_TYPE_BIN)

static guint changed_signal;

static void
emit_changed (LockstepExportContents *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
add_part (LockstepExportContents *self, guint i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *size = lockstep_export_size_new ();

  self->rows[i] = ADW_ACTION_ROW (row);
  self->checks[i] = GTK_CHECK_BUTTON (check);
  self->sizes[i] = GTK_LABEL (size);
  gtk_check_button_set_active (self->checks[i], TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (words[i].title));
  if (words[i].subtitle != NULL)
    adw_action_row_set_subtitle (self->rows[i], _ (words[i].subtitle));
  adw_action_row_add_prefix (self->rows[i], check);
  adw_action_row_add_suffix (self->rows[i], size);
  adw_action_row_set_activatable_widget (self->rows[i], check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (words[i].title),
                                  -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (emit_changed), self);
  gtk_list_box_append (self->list, row);
}

void
lockstep_export_contents_set_case (LockstepExportContents *self, LockstepCase *subject)
{
  g_return_if_fail (LOCKSTEP_IS_EXPORT_CONTENTS (self));

  g_set_object (&self->subject, subject);
  lockstep_export_files_set_case (self->files, subject);
}

/* The sizes of the parts of one kind, added up; with files each one's size is shown on its way. */
static guint64
measure (LockstepExportContents *self, const LockstepBundleOptions *options, GError **error)
{
  g_autoptr (GPtrArray) parts = lockstep_bundle_collect (self->subject, options, error);
  guint64 size = 0;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const LockstepBundlePart *part = g_ptr_array_index (parts, i);

      size += part->size;
      if (options->files != NULL)
        lockstep_export_files_show_size (self->files, i, part->size);
    }

  return size;
}

/* Certificates name hosts, so they stay out where hosts are taken out. */
static void
show_certificates (LockstepExportContents *self, guint i, LockstepRedactionKinds redact)
{
  gboolean hidden = (redact & (LOCKSTEP_REDACT_HOSTS | LOCKSTEP_REDACT_ADDRESSES)) != 0;

  adw_action_row_set_subtitle (self->rows[i],
                               hidden ? _ ("Left out, because they name the host")
                                      : _ (words[i].subtitle));
  gtk_widget_set_sensitive (GTK_WIDGET (self->rows[i]), !hidden);
}

gboolean
lockstep_export_contents_measure (LockstepExportContents *self,
                                  LockstepRedactionKinds redact,
                                  GError **error)
{
  LockstepBundleOptions options = { 0, redact, NULL };
  g_autoptr (GError) failure = NULL;
  guint64 total = 0;

  g_return_val_if_fail (LOCKSTEP_IS_EXPORT_CONTENTS (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint64 size;

      options.parts = words[i].part;
      size = measure (self, &options, NULL);
      lockstep_export_size_show (self->sizes[i], size);
      gtk_widget_set_visible (GTK_WIDGET (self->sizes[i]), size > 0);
      if (words[i].part == LOCKSTEP_BUNDLE_CERTIFICATES)
        show_certificates (self, i, redact);
      if (gtk_check_button_get_active (self->checks[i]))
        total += size;
    }

  options.parts = 0;
  options.files = lockstep_export_files_get (self->files);
  total += measure (self, &options, &failure);
  lockstep_export_size_show (self->total, total);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

LockstepBundleParts
lockstep_export_contents_get_parts (LockstepExportContents *self)
{
  LockstepBundleParts parts = 0;

  g_return_val_if_fail (LOCKSTEP_IS_EXPORT_CONTENTS (self), parts);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (gtk_check_button_get_active (self->checks[i]))
      parts |= words[i].part;

  return parts;
}

const char *const *
lockstep_export_contents_get_files (LockstepExportContents *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_EXPORT_CONTENTS (self), NULL);

  return lockstep_export_files_get (self->files);
}

void
lockstep_export_contents_add_file (LockstepExportContents *self, const char *path)
{
  g_return_if_fail (LOCKSTEP_IS_EXPORT_CONTENTS (self));

  lockstep_export_files_add (self->files, path);
}

static void
lockstep_export_contents_dispose (GObject *object)
{
  LockstepExportContents *self = LOCKSTEP_EXPORT_CONTENTS (object);

  g_clear_object (&self->files);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (lockstep_export_contents_parent_class)->dispose (object);
}

static void
lockstep_export_contents_class_init (LockstepExportContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lockstep_export_contents_dispose;

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
lockstep_export_contents_init (LockstepExportContents *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->total = GTK_LABEL (lockstep_export_size_new ());
  self->list = lockstep_fix_list_new ();
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add_part (self, i);
  self->files = lockstep_export_files_new (self->list);
  g_signal_connect_swapped (self->files, "changed", G_CALLBACK (emit_changed), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What goes in"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->total));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), group);
}
