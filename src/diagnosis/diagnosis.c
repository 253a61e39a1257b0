/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/diagnosis.h"

#include "diagnosis/ranking.h"

static void
check_result_free (LockstepCheckResult *self)
{
  g_free (self->summary);
  g_free (self);
}

static void
target_free (LockstepTargetDiagnosis *self)
{
  lockstep_observation_unref (self->observation);
  lockstep_fact_set_unref (self->facts);
  g_ptr_array_unref (self->causes);
  g_ptr_array_unref (self->checks);
  g_free (self);
}

static LockstepTargetDiagnosis *
target_new (const LockstepScene *scene, guint index)
{
  LockstepTargetDiagnosis *self = g_new0 (LockstepTargetDiagnosis, 1);

  self->observation = lockstep_observation_ref (g_ptr_array_index (scene->observations, index));
  self->facts = lockstep_check_derive (scene, self->observation);
  self->verdict = LOCKSTEP_VERDICT_INCONCLUSIVE;
  self->causes = g_ptr_array_new ();
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) check_result_free);

  return self;
}

/* How long the probe behind a check waited for the world. */
static gint64
duration_of (const LockstepCheckSpec *spec, const LockstepFactSet *facts)
{
  static const struct
  {
    const char *id;
    LockstepFact fact;
  } durations[] = {
    { "name", LOCKSTEP_FACT_NAME_DURATION },   { "port", LOCKSTEP_FACT_PORT_DURATION },
    { "plain", LOCKSTEP_FACT_PLAIN_DURATION }, { "handshake", LOCKSTEP_FACT_HANDSHAKE_DURATION },
    { "https", LOCKSTEP_FACT_HTTPS_DURATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    if (g_str_equal (spec->id, durations[i].id))
      return lockstep_fact_set_get_integer (facts, durations[i].fact);

  return 0;
}

static char *
summarise (const LockstepDiagnosis *self,
           const LockstepCheckSpec *spec,
           const char *finding,
           guint index)
{
  const LockstepEntry *entry =
      lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_CHECKS, spec->id);
  const LockstepEntry *findings = entry != NULL ? lockstep_entry_object (entry, "findings") : NULL;
  const LockstepEntry *words = findings != NULL ? lockstep_entry_object (findings, finding) : NULL;
  const char *summary = words != NULL ? lockstep_entry_text (words, "summary") : NULL;

  return summary != NULL ? lockstep_diagnosis_fill (self, summary, index, -1) : g_strdup (finding);
}

static void
run_checks (LockstepDiagnosis *self, LockstepTargetDiagnosis *target, guint index)
{
  LockstepCheckInput input = { self->scene, target->observation, target->facts };
  guint n_specs;
  const LockstepCheckSpec *specs = lockstep_check_get_table (&n_specs);

  for (guint i = 0; i < n_specs; i++)
    {
      LockstepJudgement judgement = specs[i].judge (&input);
      LockstepCheckResult *result = g_new0 (LockstepCheckResult, 1);

      result->spec = &specs[i];
      result->outcome = judgement.outcome;
      result->finding = judgement.finding;
      result->summary = summarise (self, &specs[i], judgement.finding, index);
      result->duration = duration_of (&specs[i], target->facts);
      g_ptr_array_add (target->checks, result);
    }
}

static void
judge_all (LockstepDiagnosis *self)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < self->scene->observations->len; i++)
    {
      LockstepTargetDiagnosis *target = target_new (self->scene, i);

      g_ptr_array_add (self->observations, target);
      g_ptr_array_add (facts, target->facts);
    }

  self->verdict = LOCKSTEP_VERDICT_HEALTHY;
  for (guint i = 0; i < self->observations->len; i++)
    {
      LockstepTargetDiagnosis *target = g_ptr_array_index (self->observations, i);

      run_checks (self, target, i);
      g_ptr_array_unref (target->causes);
      target->causes = lockstep_ranking_judge (self, facts, i);
      target->verdict = lockstep_ranking_verdict (target);
      if (target->observation->role == LOCKSTEP_ROLE_EVIDENCE)
        continue;
      any = TRUE;
      self->verdict = MAX (self->verdict, target->verdict);
    }

  if (!any)
    self->verdict = LOCKSTEP_VERDICT_INCONCLUSIVE;
}

LockstepDiagnosis *
lockstep_diagnose (LockstepCatalog *catalog, LockstepScene *scene)
{
  LockstepDiagnosis *self;

  g_return_val_if_fail (catalog != NULL && scene != NULL, NULL);

  self = g_new0 (LockstepDiagnosis, 1);
  g_atomic_ref_count_init (&self->references);
  self->catalog = lockstep_catalog_ref (catalog);
  self->scene = lockstep_scene_ref (scene);
  self->observations = g_ptr_array_new_with_free_func ((GDestroyNotify) target_free);
  judge_all (self);
  self->causes = lockstep_ranking_merge (self);

  return self;
}

LockstepDiagnosis *
lockstep_diagnosis_ref (LockstepDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
lockstep_diagnosis_unref (LockstepDiagnosis *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->causes);
  g_ptr_array_unref (self->observations);
  lockstep_scene_unref (self->scene);
  lockstep_catalog_unref (self->catalog);
  g_free (self);
}

const LockstepCheckResult *
lockstep_target_get_check (const LockstepTargetDiagnosis *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      const LockstepCheckResult *check = g_ptr_array_index (self->checks, i);

      if (g_str_equal (check->spec->id, id))
        return check;
    }

  return NULL;
}

gboolean
lockstep_diagnosis_is_certain (const LockstepDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (self->causes, i);

      if (cause->confidence == LOCKSTEP_CONFIDENCE_CERTAIN)
        return TRUE;
    }

  return FALSE;
}

/* Whether @a is to be shown rather than @b: a target before evidence, then the worse verdict, then
 * the cause to act on first. */
static gboolean
is_worse (const LockstepTargetDiagnosis *a, const LockstepTargetDiagnosis *b)
{
  const LockstepCause *a_first = a->causes->len > 0 ? g_ptr_array_index (a->causes, 0) : NULL;
  const LockstepCause *b_first = b->causes->len > 0 ? g_ptr_array_index (b->causes, 0) : NULL;

  if (a->observation->role != b->observation->role)
    return a->observation->role == LOCKSTEP_ROLE_TARGET;
  if (a->verdict != b->verdict)
    return a->verdict > b->verdict;
  if (a_first == NULL || b_first == NULL)
    return a_first != NULL && b_first == NULL;

  return lockstep_entry_integer (a_first->entry, "rank", G_MAXINT) <
         lockstep_entry_integer (b_first->entry, "rank", G_MAXINT);
}

guint
lockstep_diagnosis_get_worst (const LockstepDiagnosis *self)
{
  guint worst = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 1; i < self->observations->len; i++)
    if (is_worse (g_ptr_array_index (self->observations, i),
                  g_ptr_array_index (self->observations, worst)))
      worst = i;

  return worst;
}
