/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/certificate-save.h"

#include "ui/page.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define MAX_NAME 64

static G_DEFINE_QUARK (lockstep - pem, pem)
static G_DEFINE_QUARK (lockstep - pem - name, pem_name)

/* One file that is being saved; the button may be gone before that ends. */
typedef struct
{
  GWeakRef button;
  GBytes *pem;
  GFile *file;
} Saving;

static void
saving_free (Saving *saving)
{
  g_weak_ref_clear (&saving->button);
  g_clear_pointer (&saving->pem, g_bytes_unref);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
tell (Saving *saving, const char *text)
{
  g_autoptr (GtkWidget) button = g_weak_ref_get (&saving->button);
  GtkWidget *page = button != NULL ? gtk_widget_get_ancestor (button, LOCKSTEP_TYPE_PAGE) : NULL;

  if (page != NULL)
    lockstep_page_toast (LOCKSTEP_PAGE (page), text);
  else if (button != NULL)
    gtk_widget_activate_action (button, "win.toast", "s", text);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    /* Translators: %s is a file name. */
    text = g_strdup_printf (_ ("Saved as %s"), shown);
  else
    /* Translators: a file name, and the reason in the words of the system. */
    text = g_strdup_printf (_ ("%1$s could not be saved: %2$s"), shown, error->message);
  tell (saving, text);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    saving->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);

  if (saving->file != NULL)
    {
      GFile *file = saving->file;
      GBytes *pem = saving->pem;

      g_file_replace_contents_bytes_async (file,
                                           pem,
                                           NULL,
                                           FALSE,
                                           G_FILE_CREATE_NONE,
                                           NULL,
                                           written_cb,
                                           g_steal_pointer (&saving));
    }
}

static void
clicked_cb (GtkButton *button, gpointer user_data)
{
  const char *pem = g_object_get_qdata (G_OBJECT (button), pem_quark ());
  const char *name = g_object_get_qdata (G_OBJECT (button), pem_name_quark ());
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  Saving *saving = g_new0 (Saving, 1);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Save as PEM"),
                                   GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   GTK_FILE_CHOOSER_ACTION_SAVE,
                                   _ ("_Save"),
                                   _ ("_Cancel"));

  g_weak_ref_init (&saving->button, button);
  saving->pem = g_bytes_new (pem, strlen (pem));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GtkWidget *
lockstep_certificate_save_button_new (const char *pem, const char *name, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-save-symbolic");

  g_object_set_qdata_full (G_OBJECT (button), pem_quark (), g_strdup (pem), g_free);
  g_object_set_qdata_full (G_OBJECT (button), pem_name_quark (), g_strdup (name), g_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);

  return button;
}

char *
lockstep_certificate_dup_file_name (const char *label)
{
  GString *name = g_string_new (NULL);

  for (const char *p = label; *p != '\0' && name->len < MAX_NAME; p++)
    if (g_ascii_isalnum (*p) || (name->len > 0 && strchr (".-_", *p) != NULL))
      g_string_append_c (name, *p);
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  while (name->len > 0 && strchr (".-", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append (name, "certificate");
  g_string_append (name, ".pem");

  return g_string_free (name, FALSE);
}
