/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-size.h"

GtkWidget *
lockstep_export_size_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "lockstep-small");
  gtk_widget_add_css_class (label, "lockstep-secondary");
  gtk_widget_add_css_class (label, "lockstep-tabular");

  return label;
}

void
lockstep_export_size_show (GtkLabel *label, guint64 size)
{
  g_autofree char *text = g_format_size (size);

  gtk_label_set_label (label, text);
}
