/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-page.h"

#include "bundle/bundle.h"
#include "report/report.h"
#include "ui/answer.h"
#include "ui/export-contents.h"
#include "ui/export-print.h"
#include "ui/export-privacy.h"
#include "ui/fix-pair.h"
#include "ui/parts.h"

#include <glib/gi18n-lib.h>

struct _LockstepExportPage
{
  LockstepPage parent_instance;

  LockstepAnswer *answer;
  GtkWidget *failure_list;
  AdwActionRow *failure_row;
  LockstepExportContents *contents;
  LockstepExportPrivacy *privacy;
  AdwEntryRow *number;
  GtkWidget *number_state;
  GtkLabel *number_hint;
  AdwActionRow *file_name;
  GtkWidget *copy_name;

  GtkFileChooserNative *chooser;
  guint idle;
  gboolean saving;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LockstepExportPage, lockstep_export_page, LOCKSTEP_TYPE_PAGE)

static void
show_failure (LockstepExportPage *self, const char *failure, const char *advice)
{
  if (failure != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->failure_row), failure);
      adw_action_row_set_subtitle (self->failure_row, advice);
    }
  gtk_widget_set_visible (self->failure_list, failure != NULL);
}

static void
show_bar (LockstepExportPage *self)
{
  lockstep_page_set_primary (LOCKSTEP_PAGE (self),
                             self->saving ? _ ("Saving…") : _ ("Save bundle…"),
                             "document-save-symbolic",
                             !self->saving,
                             FALSE);
}

/* Renders what goes in to tell its size: a few milliseconds, but not while a click is handled. */
static gboolean
update (gpointer user_data)
{
  LockstepExportPage *self = user_data;
  g_autoptr (GError) error = NULL;

  self->idle = 0;
  lockstep_export_privacy_update (self->privacy);
  if (!lockstep_export_contents_measure (self->contents,
                                         lockstep_export_privacy_get_kinds (self->privacy),
                                         &error))
    show_failure (self, error->message, _ ("Leave this file out, or add it again."));

  return G_SOURCE_REMOVE;
}

static void
queue_update (LockstepExportPage *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, update, self, NULL);
}

static void
show_file_name (LockstepExportPage *self)
{
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (self));
  g_autofree char *name =
      lockstep_bundle_file_name (subject, lockstep_export_privacy_get_kinds (self->privacy));

  adw_action_row_set_subtitle (self->file_name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_name), name);
  lockstep_copy_button_set_text (self->copy_name, name);
}

static void
show_number (LockstepExportPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->number));
  g_autofree char *number = g_strstrip (g_ascii_strup (text, -1));
  gboolean empty = *number == '\0';
  gboolean good = lockstep_bundle_check_support_number (number);

  gtk_widget_set_visible (self->number_state, good);
  gtk_widget_set_visible (GTK_WIDGET (self->number_hint), !empty && !good);
  if (!empty && !good)
    gtk_widget_add_css_class (GTK_WIDGET (self->number), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->number), "error");
}

static void
number_changed_cb (GtkEditable *editable, gpointer user_data)
{
  LockstepExportPage *self = user_data;
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (self));
  g_autofree char *number = g_strstrip (g_ascii_strup (gtk_editable_get_text (editable), -1));

  if (self->showing)
    return;

  /* A number that is none never leads the name of a file: IBM's upload would drop it. */
  lockstep_case_set_support_number (subject,
                                    lockstep_bundle_check_support_number (number) ? number : NULL);
  show_number (self);
  show_file_name (self);
}

static void
choice_changed_cb (LockstepExportPage *self)
{
  show_failure (self, NULL, NULL);
  show_file_name (self);
  queue_update (self);
}

static void
lockstep_export_page_refresh (LockstepPage *page)
{
  LockstepExportPage *self = LOCKSTEP_EXPORT_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);
  const char *number = lockstep_case_get_support_number (subject);

  self->showing = TRUE;
  if (number != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->number)) == '\0' &&
      gtk_widget_get_focus_child (GTK_WIDGET (self->number)) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->number), number);
  self->showing = FALSE;
  show_number (self);
  show_file_name (self);
  show_bar (self);
  queue_update (self);
}

/* ---- saving ---- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LockstepExportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *name = lockstep_case_get_exported (lockstep_page_get_case (LOCKSTEP_PAGE (self)));
  g_autofree char *toast = NULL;

  self->saving = FALSE;
  show_bar (self);
  if (!lockstep_bundle_write_finish (result, &error))
    {
      show_failure (self,
                    error->message,
                    _ ("Nothing is lost. Save it again, perhaps in another folder."));
      return;
    }

  toast = name != NULL ? g_strdup_printf (_ ("Saved as %s"), name) : g_strdup (_ ("Bundle saved"));
  lockstep_page_toast (LOCKSTEP_PAGE (self), toast);
}

void
lockstep_export_page_save_to (LockstepExportPage *self, const char *path)
{
  LockstepBundleOptions options;

  g_return_if_fail (LOCKSTEP_IS_EXPORT_PAGE (self));
  g_return_if_fail (path != NULL);

  if (self->saving)
    return;

  options.parts = lockstep_export_contents_get_parts (self->contents);
  options.redact = lockstep_export_privacy_get_kinds (self->privacy);
  options.files = lockstep_export_contents_get_files (self->contents);
  self->saving = TRUE;
  show_failure (self, NULL, NULL);
  show_bar (self);
  /* What was begun is written to its end, even where the person leaves the page meanwhile. */
  lockstep_bundle_write_async (lockstep_page_get_case (LOCKSTEP_PAGE (self)),
                               &options,
                               path,
                               NULL,
                               written_cb,
                               g_object_ref (self));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  LockstepExportPage *self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = file != NULL ? g_file_get_path (file) : NULL;
    }
  g_clear_object (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT)
    return;

  if (path != NULL)
    lockstep_export_page_save_to (self, path);
  else
    show_failure (
        self,
        _ ("The bundle cannot be saved there, because that is no folder of this computer."),
        _ ("Nothing is lost. Choose another folder."));
}

static void
lockstep_export_page_activate_primary (LockstepPage *page)
{
  LockstepExportPage *self = LOCKSTEP_EXPORT_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (self->saving || self->chooser != NULL)
    return;

  name = lockstep_bundle_file_name (lockstep_page_get_case (page),
                                    lockstep_export_privacy_get_kinds (self->privacy));
  self->chooser = gtk_file_chooser_native_new (_ ("Save the bundle"),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("Save"),
                                               NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- printing, the ticket ---- */

static void
printed_cb (const char *failure, gpointer user_data)
{
  g_autoptr (LockstepExportPage) self = user_data;

  show_failure (self,
                failure,
                _ ("Nothing is lost. Save the bundle: its report can be printed too."));
}

static void
print_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LockstepExportPage *self = LOCKSTEP_EXPORT_PAGE (widget);
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (self));
  g_autoptr (LockstepRedaction) redaction =
      lockstep_report_redaction (subject, lockstep_export_privacy_get_kinds (self->privacy));
  LockstepReportOptions options = { redaction, FALSE };
  g_autofree char *text = lockstep_report_text (subject, &options);
  g_autofree char *title = lockstep_case_dup_title (subject);
  GtkRoot *root = gtk_widget_get_root (widget);

  lockstep_export_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                         title,
                         text,
                         printed_cb,
                         g_object_ref (self));
}

static void
copy_ticket_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LockstepExportPage *self = LOCKSTEP_EXPORT_PAGE (widget);
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (self));
  g_autoptr (LockstepRedaction) redaction =
      lockstep_report_redaction (subject, lockstep_export_privacy_get_kinds (self->privacy));
  LockstepReportOptions options = { redaction, FALSE };
  g_autofree char *ticket = lockstep_report_ticket (subject, &options);

  lockstep_copy_text (widget, ticket, _ ("Copied for the ticket"));
}

static void
lockstep_export_page_entered (LockstepPage *page)
{
  lockstep_answer_focus (LOCKSTEP_EXPORT_PAGE (page)->answer);
}

static void
lockstep_export_page_left (LockstepPage *page)
{
  g_clear_handle_id (&LOCKSTEP_EXPORT_PAGE (page)->idle, g_source_remove);
}

static void
lockstep_export_page_constructed (GObject *object)
{
  LockstepExportPage *self = LOCKSTEP_EXPORT_PAGE (object);
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (self));

  G_OBJECT_CLASS (lockstep_export_page_parent_class)->constructed (object);

  lockstep_export_contents_set_case (self->contents, subject);
  lockstep_export_privacy_set_case (self->privacy, subject);
}

static void
lockstep_export_page_dispose (GObject *object)
{
  LockstepExportPage *self = LOCKSTEP_EXPORT_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_EXPORT_PAGE);

  G_OBJECT_CLASS (lockstep_export_page_parent_class)->dispose (object);
}

static void
lockstep_export_page_class_init (LockstepExportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  object_class->constructed = lockstep_export_page_constructed;
  object_class->dispose = lockstep_export_page_dispose;
  page_class->entered = lockstep_export_page_entered;
  page_class->left = lockstep_export_page_left;
  page_class->refresh = lockstep_export_page_refresh;
  page_class->activate_primary = lockstep_export_page_activate_primary;

  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_activated);
  gtk_widget_class_install_action (widget_class, "export.copy-ticket", NULL, copy_ticket_activated);

  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  g_type_ensure (LOCKSTEP_TYPE_EXPORT_CONTENTS);
  g_type_ensure (LOCKSTEP_TYPE_EXPORT_PRIVACY);
  g_type_ensure (LOCKSTEP_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/export-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, failure_list);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, failure_row);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, contents);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, privacy);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, number);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, number_state);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, number_hint);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, file_name);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPage, copy_name);
}

static void
lockstep_export_page_init (LockstepExportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->contents, "changed", G_CALLBACK (choice_changed_cb), self);
  g_signal_connect_swapped (self->privacy, "changed", G_CALLBACK (choice_changed_cb), self);
  g_signal_connect (self->number, "changed", G_CALLBACK (number_changed_cb), self);
  lockstep_page_add_bar_action (LOCKSTEP_PAGE (self),
                                _ ("Print…"),
                                "document-print-symbolic",
                                "wizard.print");
  lockstep_page_add_bar_action (LOCKSTEP_PAGE (self),
                                _ ("Copy for the ticket"),
                                "edit-copy-symbolic",
                                "wizard.copy-ticket");
}
