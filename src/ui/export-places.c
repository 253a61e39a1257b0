/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-places.h"

#include "report/report.h"
#include "ui/export-privacy.h"
#include "ui/export-window.h"
#include "ui/fix-people.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* More lines than this nobody reads. */
#define MAX_ROWS 300

/* The report as plain text, which is what the lines of this window are. */
static char **
list_lines (LockstepCase *subject)
{
  LockstepReportOptions options = { NULL, FALSE };
  g_autofree char *text = lockstep_report_text (subject, &options);

  return g_strsplit (text, "\n", -1);
}

guint
lockstep_export_places_count (LockstepCase *subject, LockstepRedactionKinds kinds)
{
  g_autoptr (LockstepRedaction) redaction = lockstep_report_redaction (subject, kinds);
  g_auto (GStrv) lines = list_lines (subject);

  for (guint i = 0; lines[i] != NULL; i++)
    g_free (lockstep_redaction_apply (redaction, lines[i]));

  return lockstep_redaction_get_count (redaction);
}

static GtkWidget *
create_row (const char *before, const char *after)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = lockstep_export_mark (after);
  g_autofree char *subtitle = g_markup_escape_text (before, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/* The columns of the report are blanks that mean nothing here. */
static char *
squeeze (char *line)
{
  g_autoptr (GRegex) blanks = g_regex_new (" {2,}", 0, 0, NULL);

  return g_regex_replace_literal (blanks, g_strstrip (line), -1, 0, " ", 0, NULL);
}

static GtkWidget *
create_list (LockstepCase *subject, LockstepRedactionKinds kinds)
{
  g_autoptr (LockstepRedaction) redaction = lockstep_report_redaction (subject, kinds);
  g_auto (GStrv) lines = list_lines (subject);
  GtkListBox *list = lockstep_fix_list_new ();
  guint shown = 0;

  for (guint i = 0; lines[i] != NULL && shown < MAX_ROWS; i++)
    {
      g_autofree char *before = squeeze (lines[i]);
      g_autofree char *after = lockstep_redaction_apply (redaction, before);

      if (g_str_equal (before, after))
        continue;

      gtk_list_box_append (list, create_row (before, after));
      shown++;
    }
  gtk_widget_set_valign (GTK_WIDGET (list), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (list), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (list), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (list), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (list), 18);

  return GTK_WIDGET (list);
}

void
lockstep_export_places_present (GtkWidget *parent,
                                LockstepCase *subject,
                                LockstepRedactionKinds kinds)
{
  lockstep_export_window_present (parent, _ ("What is taken out"), create_list (subject, kinds));
}
