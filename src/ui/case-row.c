/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/case-row.h"

#include "base/text.h"
#include "ui/parts.h"

#include <glib/gi18n-lib.h>

char *
lockstep_case_row_format_time (gint64 unix_time, gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (unix_time);
  g_autofree char *clock = NULL;

  if (time == NULL || lockstep_text_calendar_days (unix_time, now) != 0)
    return lockstep_text_date (unix_time);

  clock = g_date_time_format (time, "%R");

  /* Translators: a time of today, "today, 10:42". */
  return g_strdup_printf (_ ("today, %s"), clock);
}

GtkWidget *
lockstep_case_row_new (const LockstepStoreItem *item)
{
  GtkWidget *row = lockstep_row_new ();
  GtkWidget *when = gtk_label_new (NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *time =
      lockstep_case_row_format_time (item->saved, g_get_real_time () / G_USEC_PER_SEC);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), item->standing);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (
      ADW_ACTION_ROW (row),
      lockstep_state_image_new (item->broken ? LOCKSTEP_STATE_UNKNOWN : item->state));
  gtk_label_set_label (GTK_LABEL (when), time);
  gtk_widget_add_css_class (when, "lockstep-small");
  gtk_widget_add_css_class (when, "lockstep-secondary");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", item->path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-case");

  return row;
}
