/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/parts.h"

#include <glib/gi18n-lib.h>

static void
open_clicked (GtkButton *button, gpointer user_data)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))),
                g_object_get_data (G_OBJECT (button), "uri"),
                GDK_CURRENT_TIME);
}

GtkWidget *
lockstep_code_box_new (const char *code, const char *uri)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (code);
  g_autofree char *name = g_strdup_printf (_ ("Copy %s"), code);

  gtk_widget_add_css_class (box, "lockstep-code");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* The copy button stands for it in the order of the Tab key. */
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, code);
  gtk_box_append (GTK_BOX (box), label);

  if (uri != NULL)
    {
      GtkWidget *open = gtk_button_new_with_label (_ ("Open"));

      gtk_widget_add_css_class (open, "flat");
      g_object_set_data_full (G_OBJECT (open), "uri", g_strdup (uri), g_free);
      g_signal_connect (open, "clicked", G_CALLBACK (open_clicked), NULL);
      gtk_box_append (GTK_BOX (box), open);
    }
  gtk_box_append (GTK_BOX (box), lockstep_copy_button_new (code, name, _ ("Command copied")));

  return box;
}

GtkWidget *
lockstep_code_flow_new (const char *const *codes)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      GtkWidget *box = lockstep_code_box_new (codes[i], NULL);
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
    }

  return flow;
}
