/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/fix-next.h"

#include "ui/export-guide.h"
#include "ui/fix-people.h"

#include <glib/gi18n-lib.h>

static void
guide_clicked_cb (GtkButton *button, gpointer user_data)
{
  LockstepCase *subject = user_data;

  lockstep_export_guide_present (GTK_WIDGET (button), subject);
}

static GtkWidget *
create_suggestion (const char *icon_name,
                   const char *title,
                   const char *subtitle,
                   GtkWidget *button)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

GtkWidget *
lockstep_fix_next_new (LockstepCase *subject, gboolean healthy)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkListBox *list = lockstep_fix_list_new ();
  GtkWidget *guide = gtk_button_new_with_label (_ ("How to…"));
  GtkWidget *export = gtk_button_new_with_label (_ ("Export"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   healthy ? _ ("If the user still has the trouble")
                                           : _ ("What to do next"));
  g_signal_connect_object (guide, "clicked", G_CALLBACK (guide_clicked_cb), subject, 0);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (export), "wizard.go::export");
  gtk_list_box_append (
      list,
      create_suggestion ("media-record-symbolic",
                         _ ("Record what happens on the user’s PC"),
                         _ ("A trace of IBM i Access and a recording of the network show the rest"),
                         guide));
  gtk_list_box_append (list,
                       create_suggestion ("lockstep-export-symbolic",
                                          _ ("Hand over what was found"),
                                          _ ("The report holds everything that was seen from here"),
                                          export));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (list));

  return group;
}
