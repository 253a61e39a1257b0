/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/fix-after.h"

#include "picture/pictures.h"
#include "ui/fix-people.h"
#include "ui/picture-view.h"

#include <glib/gi18n-lib.h>

/* The first target that shows a certificate now; the number of observations where none does. */
static guint
find_shown (const LockstepDiagnosis *diagnosis)
{
  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, i);

      if (target->observation->role == LOCKSTEP_ROLE_TARGET &&
          lockstep_fact_set_has (target->facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER))
        return i;
    }

  return diagnosis->observations->len;
}

GtkWidget *
lockstep_fix_time_bar_new (LockstepCase *subject)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  guint index = find_shown (diagnosis);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GtkWidget *card, *label;
  LockstepPictureView *picture;

  if (index == diagnosis->observations->len)
    return NULL;

  name = lockstep_diagnosis_service_name (diagnosis, index);
  /* Translators: %s is a service, "Telnet". */
  text = g_strdup_printf (_ ("%s now"), name);
  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = gtk_label_new (text);
  picture = g_object_new (LOCKSTEP_TYPE_PICTURE_VIEW, NULL);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "lockstep-picture");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "lockstep-secondary");
  lockstep_picture_view_set (picture, lockstep_time_bar_layout, diagnosis, index);
  gtk_box_append (GTK_BOX (card), label);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (picture));

  return card;
}

GtkWidget *
lockstep_fix_left_new (LockstepCase *subject)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  guint index = find_shown (diagnosis);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkListBox *list = lockstep_fix_list_new ();

  gtk_box_append (GTK_BOX (box),
                  lockstep_fix_head_new ("audio-headset-symbolic",
                                         _ ("What is left for you"),
                                         _ ("One call, one note")));
  gtk_list_box_append (
      list,
      lockstep_fix_step_new (1,
                             _ ("Ask the user to close the session and to connect again"),
                             _ ("Sessions that are open keep the old connection until they end.")));
  if (index < diagnosis->observations->len)
    {
      const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, index);
      g_autofree char *date =
          lockstep_fact_set_describe (target->facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER);
      g_autofree char *text =
          g_strdup_printf (_ ("Note the next date: this certificate expires on %s"), date);

      gtk_list_box_append (
          list,
          lockstep_fix_step_new (2,
                                 text,
                                 _ ("Renew a few weeks before, and assign to every application.")));
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));

  return box;
}
