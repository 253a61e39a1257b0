/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/parts.h"

#include "ui/column-layout.h"

#include <glib/gi18n-lib.h>

static const char *const icon_names[LOCKSTEP_N_STATES] = {
  [LOCKSTEP_STATE_WAITING] = "lockstep-state-waiting-symbolic",
  [LOCKSTEP_STATE_RUNNING] = "lockstep-state-running-symbolic",
  [LOCKSTEP_STATE_FINE] = "lockstep-state-fine-symbolic",
  [LOCKSTEP_STATE_LOOK] = "lockstep-state-look-symbolic",
  [LOCKSTEP_STATE_FAILED] = "lockstep-state-failed-symbolic",
  [LOCKSTEP_STATE_SKIPPED] = "lockstep-state-skipped-symbolic",
  [LOCKSTEP_STATE_UNKNOWN] = "lockstep-state-unknown-symbolic",
  [LOCKSTEP_STATE_HALF] = "lockstep-state-half-symbolic",
  [LOCKSTEP_STATE_READY] = "lockstep-state-ready-symbolic",
  [LOCKSTEP_STATE_ASKS] = "lockstep-state-asks-symbolic",
};

const char *
lockstep_state_icon_name (LockstepStepState state)
{
  g_return_val_if_fail ((guint) state < LOCKSTEP_N_STATES, icon_names[LOCKSTEP_STATE_UNKNOWN]);

  return icon_names[state];
}

/* "fine" out of "lockstep-state-fine-symbolic". */
static const char *
style_of_state (LockstepStepState state)
{
  static const char *const styles[LOCKSTEP_N_STATES] = {
    [LOCKSTEP_STATE_WAITING] = "waiting", [LOCKSTEP_STATE_RUNNING] = "running",
    [LOCKSTEP_STATE_FINE] = "fine",       [LOCKSTEP_STATE_LOOK] = "look",
    [LOCKSTEP_STATE_FAILED] = "failed",   [LOCKSTEP_STATE_SKIPPED] = "skipped",
    [LOCKSTEP_STATE_UNKNOWN] = "unknown", [LOCKSTEP_STATE_HALF] = "half",
    [LOCKSTEP_STATE_READY] = "ready",     [LOCKSTEP_STATE_ASKS] = "asks",
  };

  return styles[state];
}

GtkWidget *
lockstep_state_image_new (LockstepStepState state)
{
  const char *classes[] = { "lockstep-state", NULL, NULL };
  GtkWidget *image;

  g_return_val_if_fail ((guint) state < LOCKSTEP_N_STATES, NULL);

  if (state == LOCKSTEP_STATE_RUNNING)
    {
      image = gtk_spinner_new ();
      gtk_spinner_start (GTK_SPINNER (image));
      gtk_widget_set_size_request (image, 16, 16);
      gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
    }
  else
    image = gtk_image_new_from_icon_name (icon_names[state]);

  classes[1] = style_of_state (state);
  gtk_widget_set_css_classes (image, classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lockstep_state_get_word (state),
                                  -1);

  return image;
}

GtkWidget *
lockstep_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();

  lockstep_column_layout_apply (row);

  return row;
}

GtkWidget *
lockstep_evidence_row_new (LockstepStepState state, const char *title, const char *subtitle)
{
  GtkWidget *row = lockstep_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), lockstep_state_image_new (state));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static gboolean
copy_row (GtkWidget *row, GVariant *arguments, gpointer user_data)
{
  g_autofree char *toast =
      g_strdup_printf (_ ("%s copied"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  lockstep_copy_text (row, adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), toast);

  return TRUE;
}

GtkWidget *
lockstep_value_row_new (const char *icon_name,
                        const char *title,
                        const char *value,
                        gboolean monospace)
{
  GtkWidget *row = lockstep_row_new ();
  g_autofree char *label = g_strdup_printf (_ ("Copy: %s"), title);
  g_autofree char *toast = g_strdup_printf (_ ("%s copied"), title);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  /* A label of GTK 4.8 that may be shortened complains about a text shorter than its "…". */
  if (g_utf8_strlen (value, -1) > 3)
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  if (icon_name != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lockstep_copy_button_new (value, label, toast));
  gtk_widget_set_tooltip_text (row, value);
  if (monospace)
    gtk_widget_add_css_class (row, "lockstep-value");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>c"),
                        gtk_callback_action_new (copy_row, NULL, NULL)));
  gtk_widget_add_controller (row, keys);

  return row;
}

GtkWidget *
lockstep_tag_new (const char *text, const char *style)
{
  GtkWidget *tag = gtk_label_new (text);

  gtk_widget_add_css_class (tag, "lockstep-tag");
  if (style != NULL)
    gtk_widget_add_css_class (tag, style);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_END);

  return tag;
}

GtkWidget *
lockstep_number_disc_new (guint number, gboolean done)
{
  GtkWidget *disc = adw_bin_new ();

  gtk_widget_add_css_class (disc, "lockstep-disc");
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (disc, GTK_ALIGN_CENTER);
  if (done)
    {
      GtkWidget *tick = gtk_image_new_from_icon_name ("emblem-ok-symbolic");

      gtk_widget_add_css_class (disc, "done");
      gtk_accessible_update_property (GTK_ACCESSIBLE (tick),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Done"),
                                      -1);
      adw_bin_set_child (ADW_BIN (disc), tick);
    }
  else
    {
      g_autofree char *text = g_strdup_printf ("%u", number);

      adw_bin_set_child (ADW_BIN (disc), gtk_label_new (text));
    }

  return disc;
}

void
lockstep_list_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
