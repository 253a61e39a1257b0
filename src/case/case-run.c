/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>

const LockstepPlan *
lockstep_case_get_plan (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->plan;
}

static void
forget_looks (LockstepCase *self)
{
  g_clear_pointer (&self->seen, lockstep_scene_unref);
  g_clear_pointer (&self->whole, lockstep_scene_unref);
  if (self->before != NULL)
    g_ptr_array_add (self->old_diagnoses, g_steal_pointer (&self->before));
  g_clear_pointer (&self->failure, g_free);
  self->complete = FALSE;
  self->stopped = FALSE;
  lockstep_place_clear (&self->chosen);
  lockstep_place_clear (&self->walk_target);
}

void
lockstep_case_set_plan (LockstepCase *self, const LockstepPlan *plan)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));
  g_return_if_fail (plan != NULL);

  if (plan->symptom != NULL && self->symptom == NULL)
    lockstep_case_set_symptom (self, plan->symptom);
  if (lockstep_case_plan_equal (self->plan, plan))
    return;

  if (lockstep_case_has_started (self))
    {
      lockstep_case_drop_run (self);
      forget_looks (self);
      lockstep_case_note (self,
                          _ ("The server or the way to look at it was changed. What was seen "
                             "until then is dropped."));
    }

  lockstep_plan_free (self->plan);
  self->plan = lockstep_plan_copy (plan);
  g_free (self->plan->symptom);
  self->plan->symptom = g_strdup (self->symptom);
  lockstep_case_judge_again (self);
}

void
lockstep_case_drop_run (LockstepCase *self)
{
  if (self->run == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->run, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->run);
}

static void
take_scene (LockstepCase *self)
{
  LockstepScene *scene = lockstep_run_get_scene (self->run);

  if (scene->observations->len == 0 || scene == self->seen)
    return;

  g_clear_pointer (&self->seen, lockstep_scene_unref);
  self->seen = lockstep_scene_ref (scene);
  self->complete = FALSE;
}

static void
run_changed_cb (LockstepRun *run, gpointer user_data)
{
  LockstepCase *self = user_data;
  LockstepScene *before = self->seen;

  take_scene (self);
  if (self->seen != before)
    lockstep_case_judge_again (self);
  else
    lockstep_case_show (self);
}

static void
note_result (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  g_autofree char *lasted = NULL;

  if (diagnosis == NULL)
    return;

  lasted = lockstep_text_duration (self->seen->duration);
  if (diagnosis->causes->len == 0)
    {
      lockstep_case_note (self, _ ("The checks ended after %s. No cause was found."), lasted);
      return;
    }

  lockstep_case_note (self, _ ("The checks ended after %s."), lasted);
  for (guint i = 0; i < diagnosis->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, i);

      lockstep_case_note (self,
                          _ ("Cause: %s (%s, %s)"),
                          lockstep_entry_text (cause->entry, "title"),
                          lockstep_entry_id (cause->entry),
                          lockstep_confidence_to_string (cause->confidence));
    }
}

static void
end_with_failure (LockstepCase *self, const GError *error)
{
  self->failure = g_strdup (error->message);
  lockstep_case_note (self, _ ("The checks could not be carried out: %s"), error->message);

  /* Nothing that was found before may be lost to a run that found nothing. */
  if (self->whole != NULL)
    {
      g_clear_pointer (&self->seen, lockstep_scene_unref);
      self->seen = lockstep_scene_ref (self->whole);
      self->complete = TRUE;
    }
}

static void
run_finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (LockstepCase) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  gboolean ended = lockstep_run_start_finish (LOCKSTEP_RUN (object), result, &error);

  g_weak_ref_clear (weak);
  g_free (weak);

  /* A run that was dropped for another one has nothing to say any more. */
  if (self == NULL || self->run != LOCKSTEP_RUN (object))
    return;

  take_scene (self);
  lockstep_case_drop_run (self);
  lockstep_case_judge_again (self);

  if (ended && self->seen != NULL)
    {
      g_clear_pointer (&self->whole, lockstep_scene_unref);
      self->whole = lockstep_scene_ref (self->seen);
      self->complete = TRUE;
      note_result (self);
    }
  else if (!ended && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end_with_failure (self, error);
}

void
lockstep_case_start (LockstepCase *self)
{
  GWeakRef *weak;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (self->run != NULL)
    return;

  g_clear_pointer (&self->failure, g_free);
  self->stopped = FALSE;
  self->run = lockstep_run_new (self->catalog, self->plan);
  self->cancellable = g_cancellable_new ();
  g_signal_connect (self->run, "changed", G_CALLBACK (run_changed_cb), self);
  lockstep_case_note (self, _ ("The checks began."));

  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  lockstep_run_start_async (self->run, self->cancellable, run_finished_cb, weak);
  lockstep_case_judge_again (self);
}

static gboolean
has_fault (const LockstepDiagnosis *diagnosis)
{
  return diagnosis != NULL && diagnosis->verdict == LOCKSTEP_VERDICT_FAULTY;
}

void
lockstep_case_check_again (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  lockstep_case_drop_run (self);
  diagnosis = self->complete ? lockstep_case_get_diagnosis (self) : NULL;

  /* A fault stays the "before" until another fault is seen, so that what is solved stays solved
   * when it is looked at once more. */
  if (diagnosis != NULL && (has_fault (diagnosis) || !has_fault (self->before)))
    {
      if (self->before != NULL)
        g_ptr_array_add (self->old_diagnoses, g_steal_pointer (&self->before));
      self->before = lockstep_diagnosis_ref (diagnosis);
    }

  lockstep_case_start (self);
}

void
lockstep_case_stop (LockstepCase *self)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (self->run == NULL)
    return;

  take_scene (self);
  lockstep_case_drop_run (self);
  self->stopped = TRUE;
  lockstep_case_note (self, _ ("The checks were stopped. What was seen until then stays."));
  lockstep_case_judge_again (self);
}

gboolean
lockstep_case_is_running (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), FALSE);

  return self->run != NULL;
}

gboolean
lockstep_case_has_started (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), FALSE);

  return self->run != NULL || self->seen != NULL || self->failure != NULL || self->stopped;
}

const char *
lockstep_case_get_activity (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->run != NULL ? lockstep_run_get_activity (self->run) : NULL;
}

const char *
lockstep_case_get_failure (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->failure;
}

LockstepDiagnosis *
lockstep_case_get_diagnosis (LockstepCase *self)
{
  g_autoptr (LockstepScene) scene = NULL;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  if (self->diagnosis != NULL || self->seen == NULL)
    return self->diagnosis;

  scene = lockstep_scene_copy (self->seen);
  lockstep_case_add_facts (self, scene->facts);
  self->diagnosis = lockstep_diagnose (self->catalog, scene);

  return self->diagnosis;
}

LockstepDiagnosis *
lockstep_case_get_before (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->before;
}

guint
lockstep_case_get_chosen (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis;
  guint index;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), 0);

  diagnosis = lockstep_case_get_diagnosis (self);
  if (diagnosis == NULL || diagnosis->observations->len == 0)
    return 0;

  if (lockstep_place_find (&self->chosen, diagnosis->scene, &index))
    return index;

  return lockstep_diagnosis_get_worst (diagnosis);
}

void
lockstep_case_set_chosen (LockstepCase *self, guint index)
{
  LockstepDiagnosis *diagnosis;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  diagnosis = lockstep_case_get_diagnosis (self);
  g_return_if_fail (diagnosis != NULL && index < diagnosis->observations->len);

  if (lockstep_case_get_chosen (self) == index)
    return;

  lockstep_place_set (&self->chosen, lockstep_scene_get (diagnosis->scene, index));
  lockstep_case_touch (self);
}
