/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/chain-rows.h"

#include "base/text.h"
#include "ui/certificate-details.h"
#include "ui/certificate-save.h"
#include "ui/certificate-window.h"
#include "ui/parts.h"
#include "x509/certificate.h"

#include <glib/gi18n-lib.h>

static G_DEFINE_QUARK (lockstep - der, der)

/* What IBM i Access shows for a condition: a message of its own where it has one, else the one
 * that takes any code. NULL where the catalogue knows neither. */
static char *
dup_client_message (const LockstepCatalog *catalog, const char *condition_id)
{
  const LockstepEntry *condition =
      lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_CONDITIONS, condition_id);
  char *with_code = NULL;

  if (condition == NULL)
    return NULL;

  for (guint i = 0; i < lockstep_catalog_count (catalog, LOCKSTEP_SECTION_MESSAGES); i++)
    {
      const LockstepEntry *message = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_MESSAGES, i);
      gint64 base = lockstep_entry_integer (message, "code-base", -1);

      if (g_strcmp0 (lockstep_entry_string (message, "product"), "ibm-i-access") != 0)
        continue;
      if (g_strcmp0 (lockstep_entry_string (message, "condition"), condition_id) == 0)
        {
          g_free (with_code);
          return g_strdup (lockstep_entry_id (message));
        }
      if (base >= 0 && with_code == NULL)
        /* Translators: the id of a message, and its code. */
        with_code = g_strdup_printf (_ ("%1$s with code %2$" G_GINT64_FORMAT),
                                     lockstep_entry_id (message),
                                     base + lockstep_entry_integer (condition, "number", 0));
    }

  return with_code;
}

static gboolean
is_web (LockstepCase *subject, const LockstepObservation *seen)
{
  const LockstepEntry *service = seen->service != NULL
                                     ? lockstep_catalog_lookup (lockstep_case_get_catalog (subject),
                                                                LOCKSTEP_SECTION_SERVICES,
                                                                seen->service)
                                     : NULL;

  return service != NULL && lockstep_entry_boolean (service, "http");
}

void
lockstep_row_list_add_user_trust (LockstepRowList *self, LockstepCase *subject, guint index)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  const LockstepObservation *seen = lockstep_scene_get (diagnosis->scene, index);
  gboolean trusted = lockstep_fact_set_is (seen->facts, LOCKSTEP_FACT_CHAIN_TRUST, "trusted");
  g_autofree char *message =
      dup_client_message (lockstep_case_get_catalog (subject), "GSK_ERROR_BAD_CERTIFICATE");
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  GtkWidget *row;

  if (!trusted)
    text = g_strdup (_ ("Not visible from here. A PC that keeps this CA among the ones it trusts "
                        "takes the chain all the same"));
  else if (is_web (subject, seen) || message == NULL)
    text = g_strdup (_ ("Not visible from here. If it did not, the client would warn or refuse"));
  else
    /* Translators: %s is a message with its code. */
    text = g_strdup_printf (
        _ ("Not visible from here. If it did not, IBM i Access would more likely show %s"),
        message);

  key = g_strconcat ("trust\n", text, NULL);
  if (lockstep_row_list_keep (self, key) != NULL)
    return;

  row = lockstep_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Does the user’s PC trust this CA too?"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("lockstep-computer-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  lockstep_row_list_add (self, key, row);
}

static const char *
get_source (const LockstepLink *link)
{
  switch (link->source)
    {
    case LOCKSTEP_SOURCE_SYSTEM:
      return _ ("From this computer’s own list");
    case LOCKSTEP_SOURCE_FILE:
      return _ ("From a file that you added");
    case LOCKSTEP_SOURCE_DOWNLOADED:
      return _ ("Fetched from where the certificate says");
    case LOCKSTEP_SOURCE_SENT:
    default:
      return link->in_path ? _ ("Sent by the server") : _ ("Sent by the server, but not needed");
    }
}

static void
link_activated_cb (AdwActionRow *row, gpointer user_data)
{
  lockstep_certificate_window_present (GTK_WIDGET (row),
                                       g_object_get_qdata (G_OBJECT (row), der_quark ()));
}

static GtkWidget *
link_row_new (const LockstepLink *link)
{
  GtkWidget *row = lockstep_row_new ();
  g_autofree char *label = lockstep_certificate_dup_label (link->der);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_source (link));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_qdata_full (G_OBJECT (row),
                           der_quark (),
                           g_bytes_ref (link->der),
                           (GDestroyNotify) g_bytes_unref);
  g_signal_connect (row, "activated", G_CALLBACK (link_activated_cb), NULL);

  return row;
}

/* Says which certificates these are, without reading them again. */
static char *
make_key (const char *kind, const GPtrArray *chain)
{
  GString *key = g_string_new (kind);

  for (guint i = 0; i < chain->len; i++)
    {
      const LockstepLink *link = g_ptr_array_index (chain, i);

      g_string_append_printf (key,
                              "\n%u %d %d",
                              g_bytes_hash (link->der),
                              (int) link->source,
                              link->in_path);
    }

  return g_string_free (key, FALSE);
}

void
lockstep_row_list_add_links (LockstepRowList *self, const LockstepObservation *seen)
{
  guint n = seen->chain->len;
  g_autofree char *key = make_key ("links", seen->chain);
  g_autofree char *count = NULL;
  GtkWidget *row;

  if (n == 0 || lockstep_row_list_keep (self, key) != NULL)
    return;

  count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u certificate", "%u certificates, the server’s own first", n),
      n);
  row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Look into a certificate"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), count);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               gtk_image_new_from_icon_name ("system-search-symbolic"));
  for (guint i = 0; i < n; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              link_row_new (g_ptr_array_index (seen->chain, i)));
  lockstep_row_list_add (self, key, row);
}

static char *
dup_sent (const LockstepObservation *seen, guint *ret_n)
{
  GString *all = g_string_new (NULL);

  *ret_n = 0;
  for (guint i = 0; i < seen->chain->len; i++)
    {
      const LockstepLink *link = g_ptr_array_index (seen->chain, i);
      g_autofree char *pem = NULL;

      if (link->source != LOCKSTEP_SOURCE_SENT)
        continue;
      pem = lockstep_certificate_to_pem (link->der);
      g_string_append (all, pem);
      (*ret_n)++;
    }

  return g_string_free (all, FALSE);
}

void
lockstep_row_list_add_files (LockstepRowList *self, const LockstepObservation *seen)
{
  g_autofree char *key = make_key ("files", seen->chain);
  g_autofree char *pem = NULL;
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;
  GtkWidget *row;
  guint n;

  if (lockstep_row_list_keep (self, key) != NULL)
    return;
  pem = dup_sent (seen, &n);
  if (n == 0)
    return;

  name = lockstep_certificate_dup_file_name (seen->host);
  count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u that the server sent", "%u that the server sent", n),
      n);
  row = lockstep_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("The certificates as files"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("lockstep-certificate-symbolic"));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      lockstep_certificate_save_button_new (pem, name, _ ("Save the certificates as PEM")));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      lockstep_copy_button_new (pem, _ ("Copy the certificates as PEM"), _ ("PEM copied")));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  lockstep_row_list_add (self, key, row);
}
