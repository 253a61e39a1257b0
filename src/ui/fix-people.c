/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/fix-people.h"

#include "ui/parts.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_secondary (const char *text)
{
  GtkWidget *label = create_label (text, "lockstep-secondary");

  gtk_widget_add_css_class (label, "lockstep-small");

  return label;
}

GtkListBox *
lockstep_fix_list_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");

  return GTK_LIST_BOX (list);
}

GtkWidget *
lockstep_fix_head_new (const char *icon_name, const char *name, const char *where)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *disc = adw_bin_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (disc, "lockstep-disc");
  gtk_widget_add_css_class (disc, "large");
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (icon, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (disc), icon);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), create_label (name, "lockstep-strong"));
  if (where != NULL)
    gtk_box_append (GTK_BOX (texts), create_secondary (where));
  gtk_box_append (GTK_BOX (head), disc);
  gtk_box_append (GTK_BOX (head), texts);

  return head;
}

/* The number at the start, and a column for text, commands and more behind it. */
static GtkWidget *
create_step_row (guint number, GtkWidget **ret_column)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *disc = lockstep_number_disc_new (number, FALSE);

  gtk_widget_set_valign (disc, GTK_ALIGN_START);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), disc);
  gtk_box_append (GTK_BOX (box), column);
  gtk_widget_set_margin_top (box, 10);
  gtk_widget_set_margin_bottom (box, 10);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  *ret_column = column;

  return row;
}

GtkWidget *
lockstep_fix_step_new (guint number, const char *text, const char *detail)
{
  GtkWidget *column;
  GtkWidget *row = create_step_row (number, &column);

  gtk_box_append (GTK_BOX (column), create_label (text, NULL));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (column), create_secondary (detail));

  return row;
}

static void
add_line (GtkWidget *box, const char *caption, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL)
    return;

  /* Translators: what a line is about ("To take it back"), and the line. */
  line = g_strdup_printf (_ ("%s: %s"), caption, text);
  gtk_box_append (GTK_BOX (box), create_secondary (line));
}

/* What a careful person reads before, folded so that the steps can be seen at once. */
static GtkWidget *
create_more (const LockstepRemedyStep *step)
{
  gboolean careful = step->risk != NULL || step->undo != NULL;
  GtkWidget *expander =
      gtk_expander_new (careful ? _ ("Before you do this") : _ ("What you should see"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (expander, "lockstep-more");
  gtk_widget_set_margin_start (box, 18);
  add_line (box, _ ("What may go wrong"), step->risk);
  add_line (box, _ ("To take it back"), step->undo);
  if (careful)
    add_line (box, _ ("What you should see"), step->expect);
  else
    gtk_box_append (GTK_BOX (box), create_secondary (step->expect));
  gtk_expander_set_child (GTK_EXPANDER (expander), box);

  return expander;
}

static GtkWidget *
create_commands (const LockstepRemedyStep *step)
{
  GtkWidget *codes;

  /* A single command has the whole width: it may be long. */
  if (step->commands[1] == NULL)
    codes = lockstep_code_box_new (step->commands[0], NULL);
  else
    codes = lockstep_code_flow_new ((const char *const *) step->commands);
  gtk_widget_set_margin_top (codes, 3);

  return codes;
}

GtkWidget *
lockstep_fix_remedy_step_new (const LockstepRemedyStep *step)
{
  GtkWidget *column;
  GtkWidget *row = create_step_row (step->number, &column);

  gtk_box_append (GTK_BOX (column), create_label (step->text, NULL));
  if (step->detail != NULL)
    gtk_box_append (GTK_BOX (column), create_secondary (step->detail));
  if (step->commands != NULL && step->commands[0] != NULL)
    gtk_box_append (GTK_BOX (column), create_commands (step));
  if (step->risk != NULL || step->undo != NULL || step->expect != NULL)
    gtk_box_append (GTK_BOX (column), create_more (step));

  return row;
}

static void
copy_clicked_cb (GtkButton *button, gpointer user_data)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  /* Translators: %s is the name of a role, "IBM i administrator". */
  g_autofree char *toast = g_strdup_printf (_ ("Copied for: %s"), name);

  lockstep_copy_text (GTK_WIDGET (button), g_object_get_data (G_OBJECT (button), "text"), toast);
}

static GtkWidget *
create_copy (LockstepCase *subject, const LockstepRemedyPerson *person)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "edit-copy-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Copy for them"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button),
                          "text",
                          lockstep_remedy_person_to_text (subject, person),
                          g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (person->name), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_clicked_cb), NULL);

  return button;
}

GtkWidget *
lockstep_fix_person_new (LockstepCase *subject, const LockstepRemedyPerson *person)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  const char *icon_name =
      person->role != NULL ? lockstep_entry_string (person->role, "icon") : NULL;
  gboolean reader =
      person->role != NULL && g_strcmp0 (lockstep_entry_id (person->role), "help-desk") == 0;
  GtkWidget *head =
      lockstep_fix_head_new (icon_name != NULL ? icon_name : "avatar-default-symbolic",
                             person->name,
                             person->where);
  GtkListBox *list = lockstep_fix_list_new ();

  if (!reader)
    gtk_box_append (GTK_BOX (head), create_copy (subject, person));
  for (guint i = 0; i < person->steps->len; i++)
    gtk_list_box_append (list, lockstep_fix_remedy_step_new (g_ptr_array_index (person->steps, i)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  person->name,
                                  -1);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));

  return box;
}
