/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>

static const LockstepCause *
get_first_cause (const LockstepDiagnosis *diagnosis)
{
  return diagnosis != NULL && diagnosis->causes->len > 0 ? g_ptr_array_index (diagnosis->causes, 0)
                                                         : NULL;
}

static gboolean
has_fault (const LockstepDiagnosis *diagnosis)
{
  return diagnosis != NULL && diagnosis->verdict == LOCKSTEP_VERDICT_FAULTY;
}

/* Whether the page speaks of a second look: there was a fault, and the checks ran once more. */
static gboolean
is_second_look (LockstepCase *self)
{
  return has_fault (self->before) && self->complete && self->failure == NULL;
}

gboolean
lockstep_case_is_solved (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), FALSE);

  diagnosis = lockstep_case_get_diagnosis (self);

  return !lockstep_case_is_running (self) && is_second_look (self) && diagnosis != NULL &&
         diagnosis->verdict <= LOCKSTEP_VERDICT_ATTENTION;
}

static char *
fill_fix (const LockstepDiagnosis *diagnosis, const LockstepCause *cause, const char *member)
{
  const LockstepEntry *fix = lockstep_entry_object (cause->entry, "fix");
  const char *pattern = fix != NULL ? lockstep_entry_text (fix, member) : NULL;
  guint index = cause->targets->len > 0 ? g_array_index (cause->targets, guint, 0) : 0;

  return pattern != NULL ? lockstep_diagnosis_fill (diagnosis, pattern, index, -1) : NULL;
}

static LockstepStepView *
new_view (LockstepStepState state, const char *finding, const char *answer, const char *meaning)
{
  LockstepStepView *view = lockstep_step_view_new (LOCKSTEP_PAGE_FIX, state);

  if (finding != NULL)
    {
      g_free (view->finding);
      view->finding = g_strdup (finding);
    }
  lockstep_step_view_set_texts (view, NULL, answer, meaning);

  return view;
}

static char *
list_targets (const LockstepDiagnosis *diagnosis, guint *ret_n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < diagnosis->observations->len; i++)
    if (lockstep_scene_get (diagnosis->scene, i)->role == LOCKSTEP_ROLE_TARGET)
      {
        char *name = lockstep_diagnosis_service_name (diagnosis, i);

        if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
          g_free (name);
        else
          g_ptr_array_add (names, name);
      }

  *ret_n = names->len;
  g_ptr_array_add (names, NULL);

  return lockstep_text_list ((const char *const *) names->pdata);
}

static LockstepStepView *
view_solved (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  const LockstepCause *was = get_first_cause (self->before);
  guint n;
  g_autofree char *names = list_targets (diagnosis, &n);
  g_autofree char *meaning = NULL;
  const char *answer = _ ("Yes. What was wrong is gone.");

  if (was != NULL && g_str_has_prefix (lockstep_entry_id (was->entry), "certificate."))
    {
      if (n == 1)
        answer = _ ("Yes. It shows a valid certificate now.");
      else if (n == 2)
        answer = _ ("Yes. Both show a valid certificate now.");
      else
        answer = _ ("Yes. All show a valid certificate now.");
    }

  /* Translators: %s is a list of services. */
  meaning = g_strdup_printf (ngettext ("%s answers, and the handshake is whole.",
                                       "%s answer, and the handshakes are whole.",
                                       n),
                             names);

  return new_view (LOCKSTEP_STATE_FINE, _ ("Solved"), answer, meaning);
}

static gboolean
is_same_cause (const LockstepCause *a, const LockstepCause *b)
{
  return a != NULL && b != NULL &&
         g_str_equal (lockstep_entry_id (a->entry), lockstep_entry_id (b->entry));
}

static char *
describe_next_cause (const LockstepDiagnosis *diagnosis)
{
  const LockstepCause *next;

  if (diagnosis->causes->len < 2)
    return g_strdup (_ ("The steps below are still to be done, or have had no effect."));

  next = g_ptr_array_index (diagnosis->causes, 1);

  /* Translators: %s is the name of a cause. */
  return g_strdup_printf (_ ("If the steps below are done already, the next thing to look at is "
                             "this: %s."),
                          lockstep_entry_text (next->entry, "title"));
}

static LockstepStepView *
view_after (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  const LockstepCause *now = get_first_cause (diagnosis);
  g_autofree char *meaning = NULL;
  LockstepStepView *view;

  if (lockstep_case_is_solved (self))
    view = view_solved (self);
  else if (diagnosis->verdict == LOCKSTEP_VERDICT_INCONCLUSIVE || now == NULL)
    view = new_view (LOCKSTEP_STATE_UNKNOWN,
                     NULL,
                     _ ("That could not be looked at."),
                     _ ("The second look did not get far enough to compare it with the first."));
  else if (is_same_cause (get_first_cause (self->before), now))
    {
      meaning = describe_next_cause (diagnosis);
      view = new_view (LOCKSTEP_STATE_LOOK, NULL, _ ("No. Nothing has changed yet."), meaning);
      lockstep_step_view_set_finding (view, _ ("nothing has changed"));
    }
  else
    {
      meaning = fill_fix (diagnosis, now, "answer");
      view =
          new_view (LOCKSTEP_STATE_LOOK, NULL, _ ("Not yet. Something else shows now."), meaning);
      lockstep_step_view_set_finding (view, _ ("another cause"));
    }

  lockstep_step_view_set_texts (view, _ ("Did it help?"), NULL, NULL);

  return view;
}

static LockstepStepView *
view_cause (LockstepDiagnosis *diagnosis, const LockstepCause *cause)
{
  g_autofree char *answer = fill_fix (diagnosis, cause, "answer");
  g_autofree char *meaning = fill_fix (diagnosis, cause, "meaning");

  if (answer == NULL)
    answer = g_strdup (lockstep_entry_text (cause->entry, "title"));

  switch (cause->confidence)
    {
    case LOCKSTEP_CONFIDENCE_CERTAIN:
      return new_view (LOCKSTEP_STATE_READY, NULL, answer, meaning);
    case LOCKSTEP_CONFIDENCE_LIKELY:
      return new_view (LOCKSTEP_STATE_WAITING, _ ("Likely cause known"), answer, meaning);
    case LOCKSTEP_CONFIDENCE_POSSIBLE:
    default:
      return new_view (LOCKSTEP_STATE_WAITING, _ ("Possible cause known"), answer, meaning);
    }
}

static LockstepStepView *
view_nothing (LockstepCase *self, const LockstepDiagnosis *diagnosis)
{
  LockstepStepView *view;

  if (diagnosis->verdict == LOCKSTEP_VERDICT_HEALTHY)
    {
      view = new_view (LOCKSTEP_STATE_FINE,
                       NULL,
                       _ ("Nothing wrong was found from here."),
                       _ ("All that can be seen from this computer is in order. What the user’s "
                          "PC sees may still differ."));
      lockstep_step_view_set_finding (view, _ ("nothing wrong"));
      return view;
    }

  if (self->failure != NULL || self->stopped)
    return new_view (LOCKSTEP_STATE_UNKNOWN,
                     NULL,
                     _ ("That could not be looked at."),
                     self->failure != NULL
                         ? self->failure
                         : _ ("The checks were stopped before a cause was found."));

  return new_view (LOCKSTEP_STATE_UNKNOWN,
                   NULL,
                   _ ("No cause was found from here."),
                   _ ("What was seen fits none of the known causes. The report holds all of it, "
                      "for somebody who can look on the server."));
}

LockstepStepView *
lockstep_case_view_fix (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  const LockstepCause *cause = get_first_cause (diagnosis);

  if (lockstep_case_is_running (self) && has_fault (self->before))
    return new_view (LOCKSTEP_STATE_RUNNING,
                     NULL,
                     _ ("Checking again…"),
                     lockstep_case_get_activity (self));

  if (diagnosis == NULL || diagnosis->observations->len == 0)
    {
      if (self->failure != NULL)
        return new_view (LOCKSTEP_STATE_UNKNOWN,
                         NULL,
                         _ ("That could not be looked at."),
                         self->failure);

      return new_view (LOCKSTEP_STATE_WAITING,
                       NULL,
                       lockstep_case_is_running (self) ? _ ("Still looking…")
                                                       : _ ("Nothing is known yet."),
                       NULL);
    }

  if (!lockstep_case_is_running (self) && is_second_look (self))
    return view_after (self);

  if (lockstep_case_is_running (self) && !lockstep_diagnosis_is_certain (diagnosis))
    return new_view (LOCKSTEP_STATE_WAITING,
                     NULL,
                     _ ("Still looking…"),
                     lockstep_case_get_activity (self));

  return cause != NULL ? view_cause (diagnosis, cause) : view_nothing (self, diagnosis);
}
