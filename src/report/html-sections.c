/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/html-writer.h"

#include "base/text.h"
#include "report/remedy-plan.h"

#include <glib/gi18n-lib.h>

static void
add_list (LockstepHtml *self, char **sentences)
{
  if (sentences == NULL || sentences[0] == NULL)
    return;

  lockstep_html_open (self, "ul", NULL);
  for (guint i = 0; sentences[i] != NULL; i++)
    lockstep_html_element (self, "li", NULL, sentences[i]);
  lockstep_html_close (self, "ul");
}

void
lockstep_html_add_causes (LockstepHtml *self)
{
  const LockstepDiagnosis *diagnosis = self->report->diagnosis;

  for (guint i = 0; diagnosis != NULL && i < diagnosis->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, i);
      guint index = cause->targets->len > 0 ? g_array_index (cause->targets, guint, 0) : 0;
      const char *pattern = lockstep_entry_text (cause->entry, "explanation");
      g_autofree char *explanation =
          pattern != NULL ? lockstep_diagnosis_fill (diagnosis, pattern, index, -1) : NULL;

      lockstep_html_open (self, "div", "card");
      lockstep_html_element (self, "h3", NULL, lockstep_entry_text (cause->entry, "title"));
      lockstep_html_element (self, "span", "tag", lockstep_confidence_get_word (cause->confidence));
      lockstep_html_element (self, "p", NULL, explanation);
      add_list (self, cause->because);
      lockstep_html_close (self, "div");
    }
}

static void
add_remedy_step (LockstepHtml *self, const LockstepRemedyStep *step)
{
  g_string_append_printf (self->page, "<li value=\"%u\">", step->number);
  lockstep_html_element (self, "b", NULL, step->text);
  lockstep_html_element (self, "p", "second", step->detail);
  for (guint i = 0; step->commands[i] != NULL; i++)
    lockstep_html_element (self, "pre", NULL, step->commands[i]);
  if (step->expect != NULL)
    {
      g_autofree char *expect = g_strdup_printf (_ ("You should see: %s"), step->expect);

      lockstep_html_element (self, "p", "second", expect);
    }
  if (step->risk != NULL)
    {
      g_autofree char *risk = g_strdup_printf (_ ("Mind: %s"), step->risk);

      lockstep_html_element (self, "p", "attention", risk);
    }
  if (step->undo != NULL)
    {
      g_autofree char *undo = g_strdup_printf (_ ("To take it back: %s"), step->undo);

      lockstep_html_element (self, "p", "second", undo);
    }
  lockstep_html_close (self, "li");
}

void
lockstep_html_add_remedies (LockstepHtml *self)
{
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (self->report->subject);

  if (people->len == 0)
    return;

  lockstep_html_element (self, "h2", NULL, _ ("What has to be done, and by whom?"));
  for (guint p = 0; p < people->len; p++)
    {
      const LockstepRemedyPerson *person = g_ptr_array_index (people, p);

      lockstep_html_open (self, "div", "card");
      lockstep_html_element (self, "h3", NULL, person->name);
      lockstep_html_element (self, "p", "second", person->where);
      lockstep_html_open (self, "ol", NULL);
      for (guint s = 0; s < person->steps->len; s++)
        add_remedy_step (self, g_ptr_array_index (person->steps, s));
      lockstep_html_close (self, "ol");
      lockstep_html_close (self, "div");
    }
}

/* What one look says of the port that stands at @index in the other. */
static char *
describe_then (const LockstepDiagnosis *diagnosis, const LockstepObservation *observation)
{
  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, i);

      if (target->observation->port != observation->port ||
          g_strcmp0 (target->observation->host, observation->host) != 0 ||
          g_strcmp0 (target->observation->address, observation->address) != 0)
        continue;

      if (target->causes->len > 0)
        return g_strdup (lockstep_entry_text (
            ((const LockstepCause *) g_ptr_array_index (target->causes, 0))->entry,
            "title"));

      return g_strdup (target->verdict == LOCKSTEP_VERDICT_HEALTHY ? _ ("Nothing wrong")
                                                                   : _ ("Not known"));
    }

  return g_strdup (_ ("Not looked at"));
}

void
lockstep_html_add_comparison (LockstepHtml *self)
{
  const LockstepDiagnosis *before = lockstep_case_get_before (self->report->subject);
  const LockstepDiagnosis *after = self->report->diagnosis;
  const LockstepStepView *fix = lockstep_case_get_step (self->report->subject, LOCKSTEP_PAGE_FIX);
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  if (before == NULL || after == NULL)
    return;

  then = lockstep_text_date_time (before->scene->started);
  now = lockstep_text_date_time (after->scene->started);
  lockstep_html_element (self, "h2", NULL, _ ("Did it help?"));
  lockstep_html_element (self, "p", "answer", fix != NULL ? fix->answer : NULL);
  lockstep_html_open (self, "div", "card");
  lockstep_html_open (self, "table", NULL);
  lockstep_html_open (self, "tr", NULL);
  lockstep_html_element (self, "th", NULL, _ ("Service"));
  lockstep_html_element (self, "th", NULL, then);
  lockstep_html_element (self, "th", NULL, now);
  lockstep_html_close (self, "tr");
  for (guint i = 0; i < after->observations->len; i++)
    {
      const LockstepObservation *observation = lockstep_scene_get (after->scene, i);
      g_autofree char *place = lockstep_report_place (self->report, i);
      g_autofree char *was = describe_then (before, observation);
      g_autofree char *is = describe_then (after, observation);

      lockstep_html_open (self, "tr", NULL);
      lockstep_html_element (self, "td", NULL, place);
      lockstep_html_element (self, "td", NULL, was);
      lockstep_html_element (self, "td", NULL, is);
      lockstep_html_close (self, "tr");
    }
  lockstep_html_close (self, "table");
  lockstep_html_close (self, "div");
}

void
lockstep_html_add_answers (LockstepHtml *self)
{
  const GPtrArray *steps = lockstep_case_get_steps (self->report->subject);

  lockstep_html_element (self, "h2", NULL, _ ("What was asked, and the answers"));
  for (guint i = 0; i < steps->len; i++)
    {
      const LockstepStepView *view = g_ptr_array_index (steps, i);

      if (view->page == LOCKSTEP_PAGE_SERVER || view->page == LOCKSTEP_PAGE_EXPORT)
        continue;

      lockstep_html_open (self, "div", "card");
      lockstep_html_element (self, "p", "second", view->question);
      lockstep_html_element (self, "p", "answer", view->answer);
      lockstep_html_element (self, "p", NULL, view->meaning);
      lockstep_html_element (self, "p", "second", view->finding);
      lockstep_html_close (self, "div");
    }
}
