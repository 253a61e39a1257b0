/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/certificate-page.h"

#include "base/text.h"
#include "picture/pictures.h"
#include "ui/answer.h"
#include "ui/certificate-details.h"
#include "ui/check-rows.h"
#include "ui/picture-card.h"

#include <glib/gi18n-lib.h>

/* A tag names no more services than these. */
#define MAX_NAMED 2

struct _LockstepCertificatePage
{
  LockstepPage parent_instance;

  LockstepAnswer *answer;
  LockstepPictureCard *card;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LockstepCertificatePage, lockstep_certificate_page, LOCKSTEP_TYPE_PAGE)

static const char *
get_fingerprint (const LockstepDiagnosis *diagnosis, guint index)
{
  return lockstep_fact_set_get_string (lockstep_scene_get (diagnosis->scene, index)->facts,
                                       LOCKSTEP_FACT_CERTIFICATE_SHA256);
}

/* "The same one on Telnet"; NULL where nobody else shows it. */
static char *
dup_tag (const LockstepDiagnosis *diagnosis, guint index)
{
  const char *own = get_fingerprint (diagnosis, index);
  g_autofree char *own_name = lockstep_diagnosis_service_name (diagnosis, index);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n;

  for (guint i = 0; own != NULL && i < diagnosis->observations->len; i++)
    {
      char *name = lockstep_diagnosis_service_name (diagnosis, i);

      /* Another address of the same service would be named as itself. */
      if (i == index || g_strcmp0 (own, get_fingerprint (diagnosis, i)) != 0 ||
          g_str_equal (name, own_name) ||
          g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_free (name);
      else
        g_ptr_array_add (names, name);
    }
  n = names->len;
  if (n == 0)
    return NULL;
  if (n > MAX_NAMED)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "The same one on %u other service",
                                         "The same one on %u other services",
                                         n),
                            n);

  g_ptr_array_add (names, NULL);
  list = lockstep_text_list ((const char *const *) names->pdata);

  /* Translators: %s is a list of services that show the same certificate. */
  return g_strdup_printf (_ ("The same one on %s"), list);
}

static void
add_name (LockstepRowList *rows, LockstepCase *subject, guint index)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  g_autofree char *title = lockstep_check_title (subject, index, "names");
  g_autofree char *names = NULL;

  if (title == NULL || lockstep_check_outcome (diagnosis, index, "names") != LOCKSTEP_OUTCOME_PASS)
    {
      lockstep_row_list_add_check (rows, subject, index, "names");
      return;
    }

  /* Translators: {certificate.names} stays as it is. */
  names = lockstep_diagnosis_fill (diagnosis, _ ("Made for {certificate.names}"), index, -1);
  lockstep_row_list_add_evidence (rows, LOCKSTEP_STATE_FINE, title, names);
}

static void
add_clock (LockstepRowList *rows, LockstepCase *subject, guint index)
{
  if (!lockstep_row_list_add_check (rows, subject, index, "clock") &&
      !lockstep_case_is_running (subject))
    lockstep_row_list_add_evidence (
        rows,
        LOCKSTEP_STATE_UNKNOWN,
        _ ("The server’s clock could not be looked at"),
        _ ("Only a web server tells the time, in its answer over HTTPS"));
}

/* What a browser gets; only web services are asked as one would. */
static void
add_browser (LockstepRowList *rows, LockstepCase *subject, guint index)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  const LockstepObservation *seen = lockstep_scene_get (diagnosis->scene, index);
  g_autofree char *title = NULL;

  if (lockstep_row_list_add_check (rows, subject, index, "https") ||
      !lockstep_fact_set_has (seen->facts, LOCKSTEP_FACT_HTTPS_OUTCOME))
    return;

  title = lockstep_check_title (subject, index, "https");
  if (title != NULL)
    lockstep_row_list_add_evidence (rows,
                                    LOCKSTEP_STATE_UNKNOWN,
                                    title,
                                    lockstep_check_summary (diagnosis, index, "https"));
}

static void
add_fingerprint (LockstepRowList *rows, const char *fingerprint)
{
  g_autofree char *key = g_strconcat ("fingerprint\n", fingerprint, NULL);

  if (lockstep_row_list_keep (rows, key) == NULL)
    lockstep_row_list_add (rows,
                           key,
                           lockstep_value_row_new ("lockstep-key-symbolic",
                                                   _ ("Fingerprint (SHA-256)"),
                                                   fingerprint,
                                                   TRUE));
}

static void
add_everything (LockstepRowList *rows, const LockstepObservation *seen, const char *fingerprint)
{
  g_autofree char *key = g_strconcat ("everything\n", fingerprint, NULL);
  g_autoptr (GPtrArray) details = NULL;
  GtkWidget *row;

  if (seen->chain->len == 0 || lockstep_row_list_keep (rows, key) != NULL)
    return;

  row = adw_expander_row_new ();
  details =
      lockstep_certificate_details_new (((LockstepLink *) g_ptr_array_index (seen->chain, 0))->der,
                                        FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Everything in the certificate"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                 _ ("Serial number, issuer, usage, extensions, PEM"));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               gtk_image_new_from_icon_name ("lockstep-certificate-symbolic"));
  for (guint i = 0; i < details->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), g_ptr_array_index (details, i));
  lockstep_row_list_add (rows, key, row);
}

/* No certificate was shown: that, why, and who else on the same server shows one. */
static void
add_nothing_shown (LockstepRowList *rows, LockstepDiagnosis *diagnosis, guint index)
{
  const LockstepObservation *own = lockstep_scene_get (diagnosis->scene, index);
  gboolean shaken =
      lockstep_fact_set_has (own->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME) &&
      !lockstep_fact_set_is (own->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "unreached");

  if (!shaken && !lockstep_fact_set_has (own->facts, LOCKSTEP_FACT_PORT_OUTCOME) &&
      !lockstep_fact_set_has (own->facts, LOCKSTEP_FACT_NAME_OUTCOME))
    return;

  lockstep_row_list_add_evidence (
      rows,
      LOCKSTEP_STATE_UNKNOWN,
      _ ("No certificate was shown here"),
      lockstep_check_summary (diagnosis, index, shaken ? "handshake" : "reach"));
  for (guint i = 0; i < diagnosis->observations->len; i++)
    if (i != index && get_fingerprint (diagnosis, i) != NULL &&
        g_strcmp0 (lockstep_scene_get (diagnosis->scene, i)->host, own->host) == 0)
      lockstep_row_list_add_service (rows, diagnosis, i);
}

static void
show_certificate (LockstepCertificatePage *self, LockstepCase *subject)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  guint index = lockstep_case_get_chosen (subject);
  const LockstepObservation *seen =
      diagnosis != NULL ? lockstep_scene_get (diagnosis->scene, index) : NULL;
  const char *fingerprint = seen != NULL ? get_fingerprint (diagnosis, index) : NULL;
  gboolean running = lockstep_case_is_running (subject);
  g_autofree char *tag = fingerprint != NULL ? dup_tag (diagnosis, index) : NULL;
  LockstepRowList rows;

  lockstep_picture_card_set_tag (self->card, tag);
  if (seen == NULL || fingerprint != NULL)
    lockstep_picture_card_set_instead (self->card, NULL);
  else
    lockstep_picture_card_set_instead (
        self->card,
        running ? _ ("No certificate has come yet.")
                : _ ("Without a certificate there are no dates to show."));

  lockstep_row_list_begin (&rows, self->list);
  if (fingerprint != NULL)
    {
      add_name (&rows, subject, index);
      add_clock (&rows, subject, index);
      lockstep_row_list_add_check (&rows, subject, index, "strength");
      add_browser (&rows, subject, index);
      add_fingerprint (&rows, fingerprint);
      add_everything (&rows, seen, fingerprint);
    }
  else if (seen != NULL)
    add_nothing_shown (&rows, diagnosis, index);
  lockstep_row_list_end (&rows);
}

static void
lockstep_certificate_page_refresh (LockstepPage *page)
{
  LockstepCertificatePage *self = LOCKSTEP_CERTIFICATE_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);

  lockstep_answer_set_view (self->answer,
                            lockstep_case_get_step (subject, LOCKSTEP_PAGE_CERTIFICATE));
  lockstep_picture_card_show (self->card, subject, lockstep_time_bar_layout);
  show_certificate (self, subject);
}

static void
lockstep_certificate_page_entered (LockstepPage *page)
{
  lockstep_answer_focus (LOCKSTEP_CERTIFICATE_PAGE (page)->answer);
}

static void
lockstep_certificate_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_CERTIFICATE_PAGE);

  G_OBJECT_CLASS (lockstep_certificate_page_parent_class)->dispose (object);
}

static void
lockstep_certificate_page_class_init (LockstepCertificatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_certificate_page_dispose;
  page_class->entered = lockstep_certificate_page_entered;
  page_class->refresh = lockstep_certificate_page_refresh;

  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  g_type_ensure (LOCKSTEP_TYPE_PICTURE_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/certificate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepCertificatePage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepCertificatePage, card);
  gtk_widget_class_bind_template_child (widget_class, LockstepCertificatePage, list);
  lockstep_page_install_show (widget_class);
}

static void
lockstep_certificate_page_init (LockstepCertificatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
