/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "base/text.h"
#include "report/context.h"
#include "report/remedy-plan.h"

#include <glib/gi18n-lib.h>

/* A text that cannot become markup: what a server sent is shown, never interpreted. */
static char *
escape (const LockstepReport *report, const char *text)
{
  g_autofree char *clean = lockstep_report_clean (report, text);
  GString *escaped = g_string_sized_new (strlen (clean));

  for (const char *p = clean; *p != '\0'; p++)
    if (*p == '<')
      g_string_append (escaped, "&lt;");
    else if (*p == '>')
      g_string_append (escaped, "&gt;");
    else if (*p == '&')
      g_string_append (escaped, "&amp;");
    else if (*p == '\n')
      g_string_append_c (escaped, ' ');
    else
      {
        if (strchr ("\\`*_[]|#!", *p) != NULL)
          g_string_append_c (escaped, '\\');
        g_string_append_c (escaped, *p);
      }

  return g_string_free (escaped, FALSE);
}

static void
add (const LockstepReport *report,
     GString *text,
     const char *before,
     const char *what,
     const char *after)
{
  g_autofree char *escaped = escape (report, what);

  g_string_append (text, before);
  g_string_append (text, escaped);
  g_string_append (text, after);
}

/* Commands as an indented block inside the item of a list: no fence that a text could end. */
static void
add_commands (const LockstepReport *report, GString *text, char **commands)
{
  if (commands[0] == NULL)
    return;

  g_string_append_c (text, '\n');
  for (guint c = 0; commands[c] != NULL; c++)
    {
      g_autofree char *clean = lockstep_report_clean (report, commands[c]);
      g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        g_string_append_printf (text, "        %s\n", lines[i]);
    }
  g_string_append_c (text, '\n');
}

static void
add_steps_of_case (const LockstepReport *report, GString *text)
{
  const GPtrArray *steps = lockstep_case_get_steps (report->subject);

  g_string_append_printf (text, "\n## %s\n\n", _ ("What was asked, and the answers"));
  for (guint i = 0; i < steps->len; i++)
    {
      const LockstepStepView *view = g_ptr_array_index (steps, i);

      if (g_str_equal (view->group, "case") || view->page == LOCKSTEP_PAGE_EXPORT)
        continue;

      add (report, text, "- **", view->title, "** ");
      add (report, text, "", view->question, " ");
      add (report, text, "", view->answer, " ");
      add (report, text, "", view->meaning, "\n");
    }
}

static void
add_causes (const LockstepReport *report, GString *text)
{
  for (guint i = 0; report->diagnosis != NULL && i < report->diagnosis->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (report->diagnosis->causes, i);

      add (report, text, "\n## ", lockstep_entry_text (cause->entry, "title"), "\n\n");
      add (report, text, "*", lockstep_confidence_get_word (cause->confidence), "*\n\n");
      for (guint b = 0; cause->because != NULL && cause->because[b] != NULL; b++)
        add (report, text, "- ", cause->because[b], "\n");
    }
}

static void
add_after (const LockstepReport *report, GString *text)
{
  const LockstepStepView *fix = lockstep_case_get_step (report->subject, LOCKSTEP_PAGE_FIX);
  const LockstepDiagnosis *before = lockstep_case_get_before (report->subject);

  if (before == NULL || fix == NULL)
    return;

  add (report, text, "\n## ", fix->question, "\n\n");
  add (report, text, "**", fix->answer, "** ");
  add (report, text, "", fix->meaning, "\n");
  for (guint i = 0; i < before->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (before->causes, i);

      add (report, text, i == 0 ? "\n" : "", _ ("Before:"), " ");
      add (report, text, "", lockstep_entry_text (cause->entry, "title"), "\n");
    }
}

static void
add_remedies (const LockstepReport *report, GString *text)
{
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (report->subject);

  if (people->len > 0)
    g_string_append_printf (text, "\n## %s\n", _ ("What has to be done"));

  for (guint p = 0; p < people->len; p++)
    {
      const LockstepRemedyPerson *person = g_ptr_array_index (people, p);

      add (report, text, "\n### ", person->name, "\n\n");
      if (person->where != NULL)
        add (report, text, "", person->where, "\n\n");
      for (guint s = 0; s < person->steps->len; s++)
        {
          const LockstepRemedyStep *step = g_ptr_array_index (person->steps, s);
          g_autofree char *number = g_strdup_printf ("%u. ", step->number);

          add (report, text, number, step->text, "\n");
          if (step->detail != NULL)
            add (report, text, "   ", step->detail, "\n");
          add_commands (report, text, step->commands);
          if (step->risk != NULL)
            add (report, text, "   ", step->risk, "\n");
        }
    }
}

static void
add_target (const LockstepReport *report, GString *text, guint index)
{
  const LockstepTargetDiagnosis *target = lockstep_report_nth (report, index);
  g_autofree char *place = lockstep_report_place (report, index);

  add (report, text, "\n## ", place, "\n\n");
  if (target->observation->role == LOCKSTEP_ROLE_EVIDENCE)
    g_string_append_printf (text, "%s\n\n", _ ("Looked at for comparison only."));
  g_string_append_printf (text,
                          "| %s | %s | %s |\n| --- | --- | --- |\n",
                          _ ("Check"),
                          _ ("Status"),
                          _ ("What was seen"));
  for (guint i = 0; i < target->checks->len; i++)
    {
      const LockstepCheckResult *result = g_ptr_array_index (target->checks, i);

      add (report, text, "| ", lockstep_report_check_title (report, result), " | ");
      add (report, text, "", lockstep_outcome_to_string (result->outcome), " | ");
      add (report, text, "", result->summary, " |\n");
    }
}

char *
lockstep_report_markdown (LockstepCase *subject, const LockstepReportOptions *options)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *time = NULL;
  g_autofree char *left_out = NULL;
  LockstepReport report;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), g_string_free (text, FALSE));

  report = lockstep_report_begin (subject, options);
  report.colour = FALSE;
  title = lockstep_case_dup_title (subject);
  time = lockstep_text_iso (lockstep_report_get_time (&report));
  add (&report, text, "# ", title, "\n\n");
  g_string_append_printf (text, "Lockstep %s, %s\n\n", LOCKSTEP_VERSION, time);
  add (&report, text, "**", lockstep_report_verdict (&report), "**\n");
  left_out = lockstep_report_describe_redaction (&report);
  if (left_out != NULL)
    add (&report, text, "\n", left_out, "\n");

  add_after (&report, text);
  add_causes (&report, text);
  add_remedies (&report, text);
  add_steps_of_case (&report, text);
  for (guint i = 0; i < lockstep_report_count (&report); i++)
    add_target (&report, text, i);

  return g_string_free (text, FALSE);
}
