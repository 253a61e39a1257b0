/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "base/text.h"
#include "report/context.h"
#include "report/remedy-plan.h"

#include <glib/gi18n-lib.h>

#define MAX_CAUSES 3

static void
add_symptom (const LockstepReport *report, GString *text)
{
  const LockstepMatch *match = lockstep_case_get_match (report->subject);
  g_autofree char *title = NULL;

  if (match == NULL)
    return;

  title = lockstep_match_title (match);
  g_string_append_printf (text, _ ("The user saw: %s\n"), title);
  if (lockstep_match_text (match, "headline") != NULL)
    g_string_append_printf (text, "  %s\n", lockstep_match_text (match, "headline"));
}

static void
add_targets (const LockstepReport *report, GString *text)
{
  for (guint i = 0; i < lockstep_report_count (report); i++)
    {
      const LockstepObservation *observation = lockstep_report_nth (report, i)->observation;
      g_autofree char *place = NULL;

      if (observation->role != LOCKSTEP_ROLE_TARGET)
        continue;

      place = lockstep_report_place (report, i);
      g_string_append_printf (text, _ ("Looked at: %1$s on %2$s\n"), place, observation->host);
    }
}

static void
add_causes (const LockstepReport *report, GString *text)
{
  const GPtrArray *causes = report->diagnosis != NULL ? report->diagnosis->causes : NULL;

  for (guint i = 0; causes != NULL && i < MIN (causes->len, MAX_CAUSES); i++)
    {
      const LockstepCause *cause = g_ptr_array_index (causes, i);

      g_string_append_printf (text,
                              "\n%s: %s\n",
                              lockstep_confidence_get_word (cause->confidence),
                              lockstep_entry_text (cause->entry, "title"));
      for (guint b = 0; cause->because != NULL && cause->because[b] != NULL; b++)
        g_string_append_printf (text, "  %s\n", cause->because[b]);
    }
}

static void
add_note (GString *text, const char *note, const char *heading)
{
  if (note != NULL && heading != NULL)
    g_string_append_printf (text, "      %s %s\n", heading, note);
  else if (note != NULL)
    g_string_append_printf (text, "      %s\n", note);
}

static void
add_remedies (const LockstepReport *report, GString *text)
{
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (report->subject);

  for (guint p = 0; p < people->len; p++)
    {
      const LockstepRemedyPerson *person = g_ptr_array_index (people, p);

      g_string_append_printf (text, "\n%s", person->name);
      if (person->where != NULL)
        g_string_append_printf (text, " (%s)", person->where);
      g_string_append (text, ":\n");
      for (guint s = 0; s < person->steps->len; s++)
        {
          const LockstepRemedyStep *step = g_ptr_array_index (person->steps, s);

          g_string_append_printf (text, "%2u. %s\n", step->number, step->text);
          add_note (text, step->detail, NULL);
          for (guint c = 0; step->commands[c] != NULL; c++)
            g_string_append_printf (text, "      %s\n", step->commands[c]);
          /* Translators: before a warning about a step */
          add_note (text, step->risk, _ ("Mind:"));
        }
    }
}

static void
add_after (const LockstepReport *report, GString *text)
{
  const LockstepStepView *fix = lockstep_case_get_step (report->subject, LOCKSTEP_PAGE_FIX);

  const LockstepDiagnosis *before = lockstep_case_get_before (report->subject);

  if (before == NULL || fix == NULL)
    return;

  g_string_append_printf (text, "\n%s %s\n", fix->question, fix->answer);
  if (*fix->meaning != '\0')
    g_string_append_printf (text, "  %s\n", fix->meaning);
  for (guint i = 0; i < MIN (before->causes->len, MAX_CAUSES); i++)
    {
      const LockstepCause *cause = g_ptr_array_index (before->causes, i);

      g_string_append_printf (text,
                              _ ("  Before: %s\n"),
                              lockstep_entry_text (cause->entry, "title"));
    }
}

char *
lockstep_report_ticket (LockstepCase *subject, const LockstepReportOptions *options)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *time = NULL;
  LockstepReport report;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), g_string_free (text, FALSE));

  report = lockstep_report_begin (subject, options);
  report.colour = FALSE;
  title = lockstep_case_dup_title (subject);
  time = lockstep_text_iso (lockstep_report_get_time (&report));
  g_string_append_printf (text, "%s\nLockstep %s, %s\n\n", title, LOCKSTEP_VERSION, time);
  add_symptom (&report, text);
  add_targets (&report, text);
  g_string_append_printf (text, "%s\n", lockstep_report_verdict (&report));
  if (lockstep_case_get_failure (subject) != NULL)
    g_string_append_printf (text, "%s\n", lockstep_case_get_failure (subject));
  add_after (&report, text);
  add_causes (&report, text);
  add_remedies (&report, text);

  return lockstep_report_finish (&report, text);
}
