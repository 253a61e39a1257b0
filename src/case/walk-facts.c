/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include "base/target.h"
#include "base/text.h"

#define CLASSIC_PATH "/QIBM/ICSS/Cert/Admin/qycucm1.ndm/main0"

static const LockstepObservation *
get_walk_observation (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);

  if (diagnosis == NULL)
    return NULL;

  return lockstep_scene_get (diagnosis->scene, lockstep_case_get_walk_target (self));
}

guint
lockstep_case_get_walk_target (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis;
  guint index;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), 0);

  diagnosis = lockstep_case_get_diagnosis (self);
  if (diagnosis == NULL || diagnosis->observations->len == 0)
    return 0;

  if (lockstep_place_find (&self->walk_target, diagnosis->scene, &index))
    return index;

  return lockstep_diagnosis_get_worst (diagnosis);
}

/* The application must not be looked up through the diagnosis: it is one of the facts that the
 * diagnosis is made from. */
static const char *
find_application (LockstepCase *self)
{
  const LockstepEntry *service;
  guint index;

  if (!lockstep_place_find (&self->walk_target, self->seen, &index))
    return NULL;
  if (lockstep_scene_get (self->seen, index)->service == NULL)
    return NULL;

  service = lockstep_catalog_lookup (self->catalog,
                                     LOCKSTEP_SECTION_SERVICES,
                                     lockstep_scene_get (self->seen, index)->service);

  return service != NULL ? lockstep_entry_string (service, "application") : NULL;
}

static void
add_note_fact (LockstepFactSet *facts, const char *path, const char *note)
{
  LockstepFact fact;
  gint64 time;

  if (!lockstep_fact_from_path (path, &fact))
    return;

  if (lockstep_fact_get_spec (fact)->type == LOCKSTEP_FACT_STRING)
    lockstep_fact_set_string (facts, fact, note);
  else if (lockstep_fact_get_spec (fact)->type == LOCKSTEP_FACT_TIME &&
           lockstep_text_read_iso (note, &time))
    lockstep_fact_set_time (facts, fact, time);
}

static gboolean
add_step_facts (LockstepCase *self,
                const LockstepEntry *variant,
                const LockstepEntry *step,
                LockstepFactSet *facts)
{
  g_autofree char *key =
      g_strdup_printf ("%s/%s", lockstep_entry_id (variant), lockstep_entry_id (step));
  const LockstepWalkAnswer *answer = g_hash_table_lookup (self->answers, key);
  const char *note_fact = lockstep_entry_string (step, "note-fact");
  const char *no_fact = lockstep_entry_string (step, "fact-on-no");
  gboolean added = FALSE;
  LockstepFact fact;

  if (answer == NULL)
    return FALSE;

  if (note_fact != NULL && answer->note != NULL)
    {
      add_note_fact (facts, note_fact, answer->note);
      added = TRUE;
    }

  if (no_fact != NULL && answer->kind == LOCKSTEP_ANSWER_NO &&
      lockstep_fact_from_path (no_fact, &fact) &&
      lockstep_fact_get_spec (fact)->type == LOCKSTEP_FACT_BOOLEAN)
    {
      lockstep_fact_set_boolean (facts, fact, TRUE);
      added = TRUE;
    }

  return added;
}

static void
add_walk_facts (LockstepCase *self, LockstepFactSet *facts)
{
  const LockstepEntry *walk = lockstep_case_get_walkthrough (self);
  guint n_variants = walk != NULL ? lockstep_entry_length (walk, "variants") : 0;
  guint shown = lockstep_case_get_variant (self);
  gboolean added = FALSE;

  /* The variant that is shown comes last: what was written down there wins. */
  for (guint i = 0; i < n_variants; i++)
    {
      guint v = i + 1 == n_variants ? shown : (i < shown ? i : i + 1);
      const LockstepEntry *variant = lockstep_entry_nth (walk, "variants", v);

      for (guint s = 0; s < lockstep_entry_length (variant, "steps"); s++)
        added |= add_step_facts (self, variant, lockstep_entry_nth (variant, "steps", s), facts);
    }

  if (self->has_read_date)
    {
      lockstep_fact_set_time (facts, LOCKSTEP_FACT_DCM_NOT_AFTER, self->read_date);
      added = TRUE;
    }

  if (added && find_application (self) != NULL)
    lockstep_fact_set_string (facts, LOCKSTEP_FACT_DCM_APPLICATION, find_application (self));
}

void
lockstep_case_add_facts (LockstepCase *self, LockstepFactSet *facts)
{
  const LockstepMatch *match = lockstep_case_get_match (self);

  if (match != NULL && match->message != NULL)
    lockstep_fact_set_string (facts,
                              LOCKSTEP_FACT_SYMPTOM_MESSAGE,
                              lockstep_entry_id (match->message));
  if (match != NULL && match->has_code)
    lockstep_fact_set_integer (facts, LOCKSTEP_FACT_SYMPTOM_CODE, match->code);
  if (match != NULL && match->condition != NULL)
    lockstep_fact_set_string (facts,
                              LOCKSTEP_FACT_SYMPTOM_CONDITION,
                              lockstep_entry_id (match->condition));

  add_walk_facts (self, facts);
}

typedef struct
{
  LockstepCase *self;
  const LockstepObservation *observation;
} FillData;

static const char *
get_host (LockstepCase *self, const LockstepObservation *observation)
{
  if (observation != NULL)
    return observation->host;
  if (self->plan->targets->len > 0)
    return ((const LockstepPlanTarget *) g_ptr_array_index (self->plan->targets, 0))->host;

  return self->recognition->host;
}

static char *
make_dcm_url (LockstepCase *self, const char *host)
{
  const LockstepEntry *walk = lockstep_case_get_walkthrough (self);
  const LockstepEntry *variant =
      walk != NULL ? lockstep_entry_nth (walk, "variants", lockstep_case_get_variant (self)) : NULL;
  gboolean classic = variant != NULL && g_strcmp0 (lockstep_entry_id (variant), "classic") == 0;
  g_autofree char *place = lockstep_target_print (host, classic ? 2001 : 2006);

  return g_strconcat ("http://", place, classic ? CLASSIC_PATH : "/dcm", NULL);
}

static char *
describe_service (LockstepCase *self, const LockstepObservation *observation)
{
  const LockstepEntry *service =
      observation->service != NULL
          ? lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_SERVICES, observation->service)
          : NULL;
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);

  if (service != NULL && lockstep_entry_text (service, "short") != NULL)
    return g_strdup (lockstep_entry_text (service, "short"));

  return lockstep_diagnosis_service_name (diagnosis, lockstep_case_get_walk_target (self));
}

static char *
get_service_string (LockstepCase *self, const LockstepObservation *observation, const char *member)
{
  const LockstepEntry *service;

  if (observation == NULL || observation->service == NULL)
    return NULL;

  service =
      lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_SERVICES, observation->service);

  return service != NULL ? g_strdup (lockstep_entry_string (service, member)) : NULL;
}

static char *
look_up_fact (FillData *data, const char *path)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (data->self);
  const LockstepTargetDiagnosis *target;
  LockstepFact fact;

  if (diagnosis == NULL || data->observation == NULL || !lockstep_fact_from_path (path, &fact))
    return NULL;

  target = g_ptr_array_index (diagnosis->observations, lockstep_case_get_walk_target (data->self));

  return lockstep_fact_set_describe (target->facts, fact);
}

static char *
look_up (const char *name, gpointer user_data)
{
  FillData *data = user_data;
  const LockstepObservation *observation = data->observation;
  const char *host = get_host (data->self, observation);
  const LockstepMatch *match = lockstep_case_get_match (data->self);

  if (g_str_has_prefix (name, "target."))
    name += strlen ("target.");

  if (g_str_equal (name, "host"))
    return g_strdup (host);
  if (g_str_equal (name, "dcm-url"))
    return host != NULL ? make_dcm_url (data->self, host) : NULL;
  if (g_str_equal (name, "service"))
    return observation != NULL ? describe_service (data->self, observation) : NULL;
  if (g_str_equal (name, "port"))
    return observation != NULL ? g_strdup_printf ("%u", observation->port) : NULL;
  if (g_str_equal (name, "address"))
    return observation != NULL ? g_strdup (observation->address) : NULL;
  if (g_str_equal (name, "application") || g_str_equal (name, "job"))
    return get_service_string (data->self, observation, name);
  if (g_str_equal (name, "label"))
    return look_up_fact (data, "dcm.label");
  if (g_str_equal (name, "code"))
    return match != NULL && match->has_code ? g_strdup_printf ("%" G_GINT64_FORMAT, match->code)
                                            : NULL;

  return look_up_fact (data, name);
}

char *
lockstep_case_fill_walk (LockstepCase *self, const char *pattern)
{
  FillData data = { self, NULL };

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  if (pattern == NULL)
    return g_strdup ("");

  data.observation = get_walk_observation (self);

  return lockstep_text_fill (pattern, look_up, &data);
}
