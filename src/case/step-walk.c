/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include <glib/gi18n-lib.h>

static const LockstepEntry *
get_shown_variant (LockstepCase *self)
{
  const LockstepEntry *walk = lockstep_case_get_walkthrough (self);

  return walk != NULL ? lockstep_entry_nth (walk, "variants", lockstep_case_get_variant (self))
                      : NULL;
}

static guint
count_answers (LockstepCase *self, guint n_steps)
{
  guint n = 0;

  for (guint i = 0; i < n_steps; i++)
    if (lockstep_case_get_answer (self, i) != LOCKSTEP_ANSWER_NONE)
      n++;

  return n;
}

/* Nobody has to look on the server where nothing is wrong, or where somebody else's thing is. */
static gboolean
is_needless (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  const LockstepCause *cause;
  const char *mended_by;

  if (diagnosis == NULL || lockstep_case_is_running (self))
    return FALSE;
  if (diagnosis->causes->len == 0)
    return diagnosis->verdict == LOCKSTEP_VERDICT_HEALTHY;

  cause = g_ptr_array_index (diagnosis->causes, 0);
  mended_by = lockstep_entry_string (cause->entry, "mended-by");

  return mended_by != NULL && !g_str_has_suffix (mended_by, "administrator");
}

static void
set_plain_finding (LockstepStepView *view, const char *text)
{
  g_free (view->finding);
  view->finding = g_strdup (text);
}

/* A date that was read before "check again" is compared with what was seen then: since then the
 * certificate may have been renewed, as it should. */
static const LockstepFactSet *
get_facts_of_reading (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  guint index;

  if (self->before != NULL && self->seen != NULL && self->read_at <= self->seen->started)
    diagnosis = self->before;
  if (diagnosis == NULL || diagnosis->observations->len == 0)
    return NULL;
  if (!lockstep_place_find (&self->walk_target, diagnosis->scene, &index))
    index = lockstep_diagnosis_get_worst (diagnosis);

  return ((const LockstepTargetDiagnosis *) g_ptr_array_index (diagnosis->observations, index))
      ->facts;
}

static void
compare_dates (LockstepCase *self, LockstepStepView *view)
{
  const LockstepFactSet *facts = get_facts_of_reading (self);
  const char *text = NULL;

  view->state = LOCKSTEP_STATE_FINE;
  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_DCM_AGREES))
    {
      if (lockstep_fact_set_get_boolean (facts, LOCKSTEP_FACT_DCM_AGREES))
        text = _ ("DCM agrees");
      else
        {
          view->state = LOCKSTEP_STATE_LOOK;
          text = _ ("another date");
        }
    }
  else if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_DCM_VALIDITY, "expired"))
    {
      view->state = LOCKSTEP_STATE_LOOK;
      text = _ ("expired in DCM");
    }
  else
    text = _ ("date noted");

  lockstep_step_view_set_finding (view, text);
}

static void
set_progress (LockstepCase *self, LockstepStepView *view, guint n_steps)
{
  guint n_answers = count_answers (self, n_steps);
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  g_autofree char *progress = NULL;

  if (lockstep_case_get_read_date (self, NULL))
    compare_dates (self, view);
  else if (diagnosis != NULL && lockstep_fact_set_get_boolean (diagnosis->scene->facts,
                                                               LOCKSTEP_FACT_DCM_NOTHING_ASSIGNED))
    {
      view->state = LOCKSTEP_STATE_LOOK;
      lockstep_step_view_set_finding (view, _ ("nothing assigned"));
    }
  else if (n_answers > 0 && n_answers < n_steps)
    {
      view->state = LOCKSTEP_STATE_HALF;
      progress = g_strdup_printf (_ ("Step %1$u of %2$u"),
                                  lockstep_case_get_walk_position (self) + 1,
                                  n_steps);
      set_plain_finding (view, progress);
    }
  else if (n_answers > 0)
    {
      view->state = LOCKSTEP_STATE_FINE;
      lockstep_step_view_set_finding (view, _ ("all steps answered"));
    }
  else if (diagnosis != NULL && is_needless (self))
    {
      view->state = LOCKSTEP_STATE_SKIPPED;
      lockstep_step_view_set_finding (view, _ ("not needed"));
    }
  else if (diagnosis != NULL && diagnosis->causes->len > 0)
    set_plain_finding (view, _ ("Needs a person"));
}

LockstepStepView *
lockstep_case_view_walk (LockstepCase *self)
{
  LockstepStepView *view =
      lockstep_step_view_new (LOCKSTEP_PAGE_ON_THE_SERVER, LOCKSTEP_STATE_WAITING);
  const LockstepEntry *variant = get_shown_variant (self);
  guint n_steps = variant != NULL ? lockstep_entry_length (variant, "steps") : 0;
  const LockstepEntry *step;
  g_autofree char *question = NULL;

  if (n_steps == 0)
    {
      view->state = LOCKSTEP_STATE_SKIPPED;
      lockstep_step_view_set_finding (view, _ ("not needed"));
      lockstep_step_view_set_texts (view,
                                    NULL,
                                    _ ("Nothing has to be looked up there."),
                                    _ ("This message needs no look on the server itself."));
      return view;
    }

  step = lockstep_entry_nth (variant, "steps", lockstep_case_get_walk_position (self));
  question = lockstep_case_fill_walk (self, lockstep_entry_text (step, "question"));
  lockstep_step_view_set_texts (
      view,
      NULL,
      question,
      _ ("This can only be looked up on the server itself. Do it yourself, or read it to the "
         "administrator on the phone."));
  set_progress (self, view, n_steps);

  return view;
}
