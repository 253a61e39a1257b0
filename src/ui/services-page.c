/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/services-page.h"

#include "base/text.h"
#include "ui/answer.h"
#include "ui/certificate-details.h"
#include "ui/check-rows.h"
#include "ui/services-cell.h"
#include "ui/services-table.h"
#include "x509/certificate.h"

#include <glib/gi18n-lib.h>

struct _LockstepServicesPage
{
  LockstepPage parent_instance;

  LockstepAnswer *answer;
  LockstepServicesTable *table;
  GtkListBox *legend;
};

G_DEFINE_FINAL_TYPE (LockstepServicesPage, lockstep_services_page, LOCKSTEP_TYPE_PAGE)

static char *
dup_issuer (const LockstepObservation *seen)
{
  g_autoptr (LockstepCertificate) certificate =
      seen->chain->len > 0
          ? lockstep_certificate_new (((LockstepLink *) g_ptr_array_index (seen->chain, 0))->der,
                                      NULL)
          : NULL;

  if (certificate != NULL && certificate->issuer_common_name != NULL)
    return g_strdup (certificate->issuer_common_name);

  return g_strdup (lockstep_fact_set_get_string (seen->facts, LOCKSTEP_FACT_CERTIFICATE_ISSUER));
}

static GtkWidget *
legend_row_new (LockstepServicesItem *item, const LockstepObservation *seen)
{
  const LockstepFactSet *facts = seen->facts;
  GtkWidget *row = lockstep_row_new ();
  g_autofree char *from =
      lockstep_text_date (lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_BEFORE));
  g_autofree char *until =
      lockstep_text_date (lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER));
  g_autofree char *serial = lockstep_certificate_dup_serial (
      lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CERTIFICATE_SERIAL));
  g_autofree char *issuer = dup_issuer (seen);
  /* Translators: two dates, from when until when a certificate is valid. */
  g_autofree char *title = g_strdup_printf (_ ("%1$s to %2$s"), from, until);
  /* Translators: the serial number of a certificate, and who signed it. */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("Serial number %1$s, from %2$s"), serial, issuer != NULL ? issuer : "…");
  /* Translators: %s is a letter that stands for a certificate. */
  g_autofree char *label =
      g_strdup_printf (_ ("Copy what is said of certificate %s"), item->letter);
  g_autofree char *toast = g_strdup_printf (_ ("Certificate %s copied"), item->letter);
  g_autofree char *text =
      g_strdup_printf ("%s\n%s\nSHA-256 %s\n",
                       title,
                       subtitle,
                       lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CERTIFICATE_SHA256));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             lockstep_services_letter_new (item->letter, item->odd, item->square));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lockstep_copy_button_new (text, label, toast));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/* One row for each letter, in the order of the alphabet. */
static int
compare_letters (gconstpointer a, gconstpointer b)
{
  const LockstepServicesItem *one = *(LockstepServicesItem *const *) a;
  const LockstepServicesItem *other = *(LockstepServicesItem *const *) b;
  gsize length = strlen (one->letter);

  return length == strlen (other->letter)  ? strcmp (one->letter, other->letter)
         : length < strlen (other->letter) ? -1
                                           : 1;
}

static gboolean
has_same_letter (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const LockstepServicesItem *) a)->letter,
                    ((const LockstepServicesItem *) b)->letter) == 0;
}

static void
show_legend (LockstepServicesPage *self, LockstepDiagnosis *diagnosis, GPtrArray *items)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  LockstepRowList rows;

  for (guint i = 0; i < items->len; i++)
    {
      LockstepServicesItem *item = g_ptr_array_index (items, i);

      if (item->letter != NULL &&
          !g_ptr_array_find_with_equal_func (first, item, has_same_letter, NULL))
        g_ptr_array_add (first, item);
    }
  g_ptr_array_sort (first, compare_letters);

  lockstep_row_list_begin (&rows, self->legend);
  for (guint i = 0; i < first->len; i++)
    {
      LockstepServicesItem *item = g_ptr_array_index (first, i);
      const LockstepObservation *seen = lockstep_scene_get (diagnosis->scene, item->index);
      g_autofree char *key = g_strdup_printf (
          "%s %d %d %s",
          item->letter,
          item->odd,
          item->square,
          lockstep_fact_set_get_string (seen->facts, LOCKSTEP_FACT_CERTIFICATE_SHA256));

      if (lockstep_row_list_keep (&rows, key) == NULL)
        lockstep_row_list_add (&rows, key, legend_row_new (item, seen));
    }
  lockstep_row_list_end (&rows);
}

static void
lockstep_services_page_refresh (LockstepPage *page)
{
  LockstepServicesPage *self = LOCKSTEP_SERVICES_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);
  g_autoptr (GPtrArray) items = lockstep_services_items_new (subject);

  lockstep_answer_set_view (self->answer, lockstep_case_get_step (subject, LOCKSTEP_PAGE_SERVICES));
  lockstep_services_table_show (self->table, items);
  gtk_widget_set_visible (GTK_WIDGET (self->table), items->len > 0);
  show_legend (self, lockstep_case_get_diagnosis (subject), items);
}

static void
chosen_cb (LockstepServicesTable *table, guint index, gpointer user_data)
{
  gtk_widget_activate_action (user_data, "check.show", "u", index);
}

static void
lockstep_services_page_entered (LockstepPage *page)
{
  lockstep_answer_focus (LOCKSTEP_SERVICES_PAGE (page)->answer);
}

static void
lockstep_services_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_SERVICES_PAGE);

  G_OBJECT_CLASS (lockstep_services_page_parent_class)->dispose (object);
}

static void
lockstep_services_page_class_init (LockstepServicesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_services_page_dispose;
  page_class->entered = lockstep_services_page_entered;
  page_class->refresh = lockstep_services_page_refresh;

  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  g_type_ensure (LOCKSTEP_TYPE_SERVICES_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/services-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepServicesPage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepServicesPage, table);
  gtk_widget_class_bind_template_child (widget_class, LockstepServicesPage, legend);
  lockstep_page_install_show (widget_class);
}

static void
lockstep_services_page_init (LockstepServicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (self->table, "chosen", G_CALLBACK (chosen_cb), self);
}
