/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/certificate-details.h"

#include "base/text.h"
#include "ui/certificate-save.h"
#include "ui/certificate-window.h"
#include "ui/parts.h"
#include "x509/certificate.h"

#include <glib/gi18n-lib.h>

static void
add_value (GPtrArray *rows, const char *title, const char *value, gboolean monospace)
{
  if (value != NULL && *value != '\0')
    g_ptr_array_add (rows, lockstep_value_row_new (NULL, title, value, monospace));
}

static void
add_time (GPtrArray *rows, const char *title, gint64 time)
{
  g_autofree char *value = lockstep_text_date_time (time);

  add_value (rows, title, value, FALSE);
}

char *
lockstep_certificate_dup_serial (const char *serial)
{
  GString *pairs = g_string_new (NULL);

  for (const char *p = serial; p != NULL && *p != '\0'; p++)
    {
      if (p > serial && strlen (p) % 2 == 0)
        g_string_append_c (pairs, ' ');
      g_string_append_c (pairs, *p);
    }

  return g_string_free (pairs, FALSE);
}

static void
add_values (GPtrArray *rows, const LockstepCertificate *certificate, gboolean whole)
{
  g_autofree char *serial = lockstep_certificate_dup_serial (certificate->serial);
  g_autofree char *names =
      certificate->names != NULL ? g_strjoinv (", ", certificate->names) : NULL;

  add_value (rows, _ ("Serial number"), serial, TRUE);
  add_value (rows, _ ("Subject"), certificate->subject, FALSE);
  add_value (rows, _ ("Issuer"), certificate->issuer, FALSE);
  add_time (rows, _ ("Valid from"), certificate->not_before);
  add_time (rows, _ ("Valid until"), certificate->not_after);
  add_value (rows, _ ("Names"), names, FALSE);
  add_value (rows, _ ("Key"), certificate->key, FALSE);
  add_value (rows, _ ("Signature"), certificate->signature, FALSE);
  add_value (rows, _ ("Usage of the key"), certificate->key_usage, FALSE);
  add_value (rows, _ ("Purposes"), certificate->extended_key_usage, FALSE);
  if (whole)
    add_value (rows, _ ("Fingerprint (SHA-256)"), certificate->sha256, TRUE);
}

static GtkWidget *
plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = lockstep_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
add_pem (GPtrArray *rows, GBytes *der, const LockstepCertificate *certificate)
{
  g_autofree char *pem = lockstep_certificate_to_pem (der);
  g_autofree char *name =
      lockstep_certificate_dup_file_name (lockstep_certificate_get_label (certificate));
  GtkWidget *row = plain_row_new (_ ("PEM"), _ ("The certificate as a file"));

  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      lockstep_certificate_save_button_new (pem, name, _ ("Save the certificate as PEM")));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      lockstep_copy_button_new (pem, _ ("Copy the certificate as PEM"), _ ("PEM copied")));
  g_ptr_array_add (rows, row);
}

static void
open_cb (GtkButton *button, gpointer user_data)
{
  lockstep_certificate_window_present (GTK_WIDGET (button), user_data);
}

static void
unref_der (gpointer der, GClosure *closure)
{
  g_bytes_unref (der);
}

static void
add_text (GPtrArray *rows, GBytes *der, gboolean whole)
{
  g_autofree char *text = lockstep_certificate_to_text (der);
  GtkWidget *row = plain_row_new (_ ("All fields as text"), _ ("Extensions too"));
  GtkWidget *button;

  if (!whole)
    {
      button = gtk_button_new_with_label (_ ("Open"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Open the certificate in a window"),
                                      -1);
      g_signal_connect_data (button,
                             "clicked",
                             G_CALLBACK (open_cb),
                             g_bytes_ref (der),
                             unref_der,
                             (GConnectFlags) 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      lockstep_copy_button_new (text, _ ("Copy all fields as text"), _ ("All fields copied")));
  g_ptr_array_add (rows, row);
}

GPtrArray *
lockstep_certificate_details_new (GBytes *der, gboolean whole)
{
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (der, NULL);
  GPtrArray *rows = g_ptr_array_new ();

  if (certificate == NULL)
    {
      g_ptr_array_add (rows,
                       lockstep_evidence_row_new (LOCKSTEP_STATE_UNKNOWN,
                                                  _ ("This cannot be read"),
                                                  _ ("What was sent here is no certificate")));
      return rows;
    }

  add_values (rows, certificate, whole);
  add_pem (rows, der, certificate);
  add_text (rows, der, whole);

  return rows;
}

char *
lockstep_certificate_dup_label (GBytes *der)
{
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (der, NULL);

  return g_strdup (certificate != NULL ? lockstep_certificate_get_label (certificate)
                                       : _ ("No certificate"));
}
