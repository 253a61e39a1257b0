/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "report/context.h"
#include "report/remedy-plan.h"

#include <glib/gi18n-lib.h>

#define RED "\033[31m"
#define GREEN "\033[32m"
#define YELLOW "\033[33m"
#define BOLD "\033[1m"
#define PLAIN "\033[0m"

static void
add_coloured (const LockstepReport *report, GString *text, const char *colour, const char *what)
{
  if (report->colour && *colour != '\0')
    g_string_append_printf (text, "%s%s" PLAIN, colour, what);
  else
    g_string_append (text, what);
}

static void
add_heading (const LockstepReport *report, GString *text, const char *heading)
{
  g_autofree char *clean = lockstep_report_clean (report, heading);

  g_string_append_c (text, '\n');
  add_coloured (report, text, BOLD, clean);
  g_string_append_c (text, '\n');
}

static void
add_line (const LockstepReport *report, GString *text, guint indent, const char *line)
{
  g_autofree char *clean = NULL;
  g_auto (GStrv) lines = NULL;

  if (line == NULL || *line == '\0')
    return;

  clean = lockstep_report_clean (report, line);
  lines = g_strsplit (clean, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%*s%s\n", (int) indent, "", lines[i]);
}

static void
add_glyph (const LockstepReport *report, GString *text, LockstepOutcome outcome)
{
  switch (outcome)
    {
    case LOCKSTEP_OUTCOME_PASS:
      add_coloured (report, text, GREEN, "✓");
      break;
    case LOCKSTEP_OUTCOME_ATTENTION:
      add_coloured (report, text, YELLOW, "!");
      break;
    case LOCKSTEP_OUTCOME_FAIL:
      add_coloured (report, text, RED, "✗");
      break;
    case LOCKSTEP_OUTCOME_SKIPPED:
      add_coloured (report, text, "", "–");
      break;
    case LOCKSTEP_OUTCOME_PENDING:
    case LOCKSTEP_OUTCOME_UNKNOWN:
    default:
      add_coloured (report, text, "", "?");
      break;
    }
}

/* Columns that a text takes in a terminal. */
static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_iszerowidth (g_utf8_get_char (p)))
      width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return width;
}

static guint
find_column (const LockstepReport *report)
{
  const LockstepTargetDiagnosis *target = lockstep_report_nth (report, 0);
  guint column = 0;

  for (guint i = 0; i < target->checks->len; i++)
    column = MAX (
        column,
        get_width (lockstep_report_check_title (report, g_ptr_array_index (target->checks, i))));

  return column;
}

/* What could not be looked at, and what was not needed, in a line each: the reasons stand in the
 * other reports, and here they would hide what was seen. */
static void
add_rest (const LockstepReport *report,
          GString *text,
          const LockstepTargetDiagnosis *target,
          LockstepOutcome outcome,
          const char *heading)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < target->checks->len; i++)
    {
      const LockstepCheckResult *result = g_ptr_array_index (target->checks, i);

      if (result->outcome == outcome)
        g_ptr_array_add (titles, (gpointer) lockstep_report_check_title (report, result));
    }
  if (titles->len == 0)
    return;

  g_ptr_array_add (titles, NULL);
  list = g_strjoinv (" ", (char **) titles->pdata);
  g_string_append (text, "  ");
  add_glyph (report, text, outcome);
  g_string_append_printf (text, " %s %s\n", heading, list);
}

static gboolean
was_seen (LockstepOutcome outcome)
{
  return outcome != LOCKSTEP_OUTCOME_UNKNOWN && outcome != LOCKSTEP_OUTCOME_SKIPPED;
}

static void
add_target (const LockstepReport *report, GString *text, guint index, guint column)
{
  const LockstepTargetDiagnosis *target = lockstep_report_nth (report, index);
  g_autofree char *place = lockstep_report_place (report, index);

  add_heading (report, text, place);
  for (guint i = 0; i < target->checks->len; i++)
    {
      const LockstepCheckResult *result = g_ptr_array_index (target->checks, i);
      const char *title = lockstep_report_check_title (report, result);
      g_autofree char *summary = lockstep_report_clean (report, result->summary);

      if (!was_seen (result->outcome))
        continue;
      g_string_append (text, "  ");
      add_glyph (report, text, result->outcome);
      g_string_append_printf (text,
                              " %s%*s  %s\n",
                              title,
                              (int) (column - MIN (column, get_width (title))),
                              "",
                              summary);
    }

  add_rest (report, text, target, LOCKSTEP_OUTCOME_UNKNOWN, _ ("Could not be looked at:"));
  add_rest (report, text, target, LOCKSTEP_OUTCOME_SKIPPED, _ ("Not needed:"));
}

static void
add_targets (const LockstepReport *report, GString *text)
{
  guint column;

  if (lockstep_report_count (report) == 0)
    return;

  column = find_column (report);
  for (guint i = 0; i < lockstep_report_count (report); i++)
    if (lockstep_report_nth (report, i)->observation->role == LOCKSTEP_ROLE_TARGET)
      add_target (report, text, i, column);
}

/* One line for each service that was looked at for comparison. */
static void
add_evidence (const LockstepReport *report, GString *text)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < lockstep_report_count (report); i++)
    {
      const LockstepTargetDiagnosis *target = lockstep_report_nth (report, i);
      const LockstepCause *cause =
          target->causes->len > 0 ? g_ptr_array_index (target->causes, 0) : NULL;
      g_autofree char *place = NULL;
      g_autofree char *clean = NULL;

      if (target->observation->role != LOCKSTEP_ROLE_EVIDENCE)
        continue;
      if (!begun)
        add_heading (report, text, _ ("Looked at for comparison"));
      begun = TRUE;

      place = lockstep_report_place (report, i);
      clean = lockstep_report_clean (report, place);
      g_string_append (text, "  ");
      add_glyph (report,
                 text,
                 target->verdict == LOCKSTEP_VERDICT_HEALTHY     ? LOCKSTEP_OUTCOME_PASS
                 : target->verdict == LOCKSTEP_VERDICT_FAULTY    ? LOCKSTEP_OUTCOME_FAIL
                 : target->verdict == LOCKSTEP_VERDICT_ATTENTION ? LOCKSTEP_OUTCOME_ATTENTION
                                                                 : LOCKSTEP_OUTCOME_UNKNOWN);
      g_string_append_printf (text, " %s", clean);
      if (cause != NULL)
        g_string_append_printf (text, ": %s", lockstep_entry_text (cause->entry, "title"));
      g_string_append_c (text, '\n');
    }
}

static void
add_causes (const LockstepReport *report, GString *text)
{
  for (guint i = 0; report->diagnosis != NULL && i < report->diagnosis->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (report->diagnosis->causes, i);
      g_autofree char *heading = g_strdup_printf ("%s: %s",
                                                  lockstep_confidence_get_word (cause->confidence),
                                                  lockstep_entry_text (cause->entry, "title"));

      add_heading (report, text, heading);
      for (guint b = 0; cause->because != NULL && cause->because[b] != NULL; b++)
        add_line (report, text, 2, cause->because[b]);
    }
}

static void
add_after (const LockstepReport *report, GString *text)
{
  const LockstepStepView *fix = lockstep_case_get_step (report->subject, LOCKSTEP_PAGE_FIX);

  if (lockstep_case_get_before (report->subject) == NULL || fix == NULL)
    return;

  add_heading (report, text, fix->question);
  add_line (report, text, 2, fix->answer);
  add_line (report, text, 2, fix->meaning);
}

static void
add_remedies (const LockstepReport *report, GString *text)
{
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (report->subject);

  for (guint p = 0; p < people->len; p++)
    {
      const LockstepRemedyPerson *person = g_ptr_array_index (people, p);

      add_heading (report, text, person->name);
      add_line (report, text, 2, person->where);
      for (guint s = 0; s < person->steps->len; s++)
        {
          const LockstepRemedyStep *step = g_ptr_array_index (person->steps, s);
          g_autofree char *line = g_strdup_printf ("%2u. %s", step->number, step->text);

          add_line (report, text, 2, line);
          add_line (report, text, 6, step->detail);
          for (guint c = 0; step->commands[c] != NULL; c++)
            add_line (report, text, 10, step->commands[c]);
          if (step->risk != NULL)
            {
              g_autofree char *risk = g_strdup_printf (_ ("Mind: %s"), step->risk);

              add_line (report, text, 6, risk);
            }
        }
    }
}

char *
lockstep_report_text (LockstepCase *subject, const LockstepReportOptions *options)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *clean = NULL;
  LockstepReport report;
  const LockstepMatch *match;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), g_string_free (text, FALSE));

  report = lockstep_report_begin (subject, options);
  title = lockstep_case_dup_title (subject);
  clean = lockstep_report_clean (&report, title);
  add_coloured (&report, text, BOLD, clean);
  g_string_append_c (text, '\n');
  match = lockstep_case_get_match (subject);
  if (match != NULL)
    add_line (&report, text, 0, lockstep_match_text (match, "headline"));

  add_targets (&report, text);
  add_evidence (&report, text);
  add_heading (&report, text, lockstep_report_verdict (&report));
  add_line (&report, text, 0, lockstep_case_get_failure (subject));
  add_after (&report, text);
  add_causes (&report, text);
  add_remedies (&report, text);

  return lockstep_report_finish (&report, text);
}
