/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/services-cell.h"

#include "ui/parts.h"

#include <glib/gi18n-lib.h>

GtkWidget *
lockstep_services_letter_new (const char *letter, gboolean odd, gboolean square)
{
  GtkWidget *label = gtk_label_new (letter);
  g_autofree char *name = NULL;

  gtk_widget_add_css_class (label, "lockstep-letter");
  gtk_widget_add_css_class (label, odd ? "odd" : "fine");
  if (square)
    gtk_widget_add_css_class (label, "square");
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  /* Translators: %s is a letter that stands for a certificate. */
  name = g_strdup_printf (_ ("Certificate %s"), letter);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return label;
}

static GtkWidget *
text_cell_new (const char *text, gboolean odd)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (odd)
    gtk_widget_add_css_class (label, "lockstep-strong");

  return label;
}

static GtkWidget *
state_cell_new (LockstepStepState state, const char *text, gboolean odd)
{
  GtkWidget *box;

  if (*text == '\0')
    return text_cell_new ("", FALSE);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), lockstep_state_image_new (state));
  gtk_box_append (GTK_BOX (box), text_cell_new (text, odd));

  return box;
}

GtkWidget *
lockstep_services_cell_new (LockstepServicesColumn column, LockstepServicesItem *item)
{
  switch (column)
    {
    case LOCKSTEP_SERVICES_PLAIN:
      return state_cell_new (item->plain_state, item->plain, FALSE);

    case LOCKSTEP_SERVICES_TLS:
      return state_cell_new (item->tls_state, item->tls, item->tls_state == LOCKSTEP_STATE_FAILED);

    case LOCKSTEP_SERVICES_CERTIFICATE:
      if (item->letter != NULL)
        return lockstep_services_letter_new (item->letter, item->odd, item->square);
      {
        GtkWidget *none = text_cell_new (_ ("none"), FALSE);

        gtk_widget_add_css_class (none, "lockstep-secondary");
        return none;
      }

    case LOCKSTEP_SERVICES_UNTIL:
      return state_cell_new (item->until_state, item->until, item->odd);

    case LOCKSTEP_SERVICES_SERVICE:
    case LOCKSTEP_N_SERVICES_COLUMNS:
    default:
      return text_cell_new (item->name, item->odd);
    }
}
