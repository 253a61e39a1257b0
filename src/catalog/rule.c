/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/rule.h"

/* Where in the scene a condition is asked, and how deep inside its rule it stands. */
typedef struct
{
  const LockstepRuleContext *context;
  guint index;
  guint depth;
} Place;

static LockstepTruth evaluate (const LockstepEntry *condition, Place place);

static LockstepTruth
truth (gboolean value)
{
  return value ? LOCKSTEP_TRUTH_TRUE : LOCKSTEP_TRUTH_FALSE;
}

static const LockstepFactSet *
facts_at (Place place)
{
  const GPtrArray *facts = place.context->facts;

  if (facts == NULL || place.index >= facts->len)
    return NULL;

  return facts->pdata[place.index];
}

static guint
count_observations (Place place)
{
  const LockstepScene *scene = place.context->scene;

  return scene != NULL && scene->observations != NULL ? scene->observations->len : 0;
}

static gboolean
list_equal (const char *const *a, const char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal (a, b);
}

static gboolean
facts_equal (const LockstepFactSet *facts, LockstepFact a, LockstepFact b)
{
  switch (lockstep_fact_get_spec (a)->type)
    {
    case LOCKSTEP_FACT_BOOLEAN:
      return lockstep_fact_set_get_boolean (facts, a) == lockstep_fact_set_get_boolean (facts, b);

    case LOCKSTEP_FACT_INTEGER:
      return lockstep_fact_set_get_integer (facts, a) == lockstep_fact_set_get_integer (facts, b);

    case LOCKSTEP_FACT_TIME:
      return lockstep_fact_set_get_time (facts, a) == lockstep_fact_set_get_time (facts, b);

    case LOCKSTEP_FACT_LIST:
      return list_equal (lockstep_fact_set_get_list (facts, a),
                         lockstep_fact_set_get_list (facts, b));

    case LOCKSTEP_FACT_STRING:
    case LOCKSTEP_FACT_WORD:
    default:
      return g_strcmp0 (lockstep_fact_set_get_string (facts, a),
                        lockstep_fact_set_get_string (facts, b)) == 0;
    }
}

static LockstepTruth
evaluate_is (const LockstepEntry *condition, const LockstepFactSet *facts, LockstepFact fact)
{
  switch (lockstep_fact_get_spec (fact)->type)
    {
    case LOCKSTEP_FACT_BOOLEAN:
      return truth (lockstep_fact_set_get_boolean (facts, fact) ==
                    lockstep_entry_boolean (condition, "is"));

    case LOCKSTEP_FACT_INTEGER:
      return truth (lockstep_fact_set_get_integer (facts, fact) ==
                    lockstep_entry_integer (condition, "is", 0));

    case LOCKSTEP_FACT_STRING:
    case LOCKSTEP_FACT_WORD:
      return truth (g_strcmp0 (lockstep_fact_set_get_string (facts, fact),
                               lockstep_entry_string (condition, "is")) == 0);

    case LOCKSTEP_FACT_TIME:
    case LOCKSTEP_FACT_LIST:
    default:
      return LOCKSTEP_TRUTH_UNKNOWN;
    }
}

static LockstepTruth
evaluate_one_of (const LockstepEntry *condition, const LockstepFactSet *facts, LockstepFact fact)
{
  for (guint i = 0; i < lockstep_entry_length (condition, "one-of"); i++)
    if (g_strcmp0 (lockstep_fact_set_get_string (facts, fact),
                   lockstep_entry_nth_string (condition, "one-of", i)) == 0)
      return LOCKSTEP_TRUTH_TRUE;

  return LOCKSTEP_TRUTH_FALSE;
}

static LockstepTruth
evaluate_fact (const LockstepEntry *condition, const LockstepFactSet *facts)
{
  LockstepFact fact, other;
  gint64 value;

  if (!lockstep_fact_from_path (lockstep_entry_string (condition, "fact"), &fact))
    return LOCKSTEP_TRUTH_UNKNOWN;

  if (lockstep_entry_has (condition, "known"))
    return truth (lockstep_fact_set_has (facts, fact) ==
                  lockstep_entry_boolean (condition, "known"));

  if (!lockstep_fact_set_has (facts, fact))
    return LOCKSTEP_TRUTH_UNKNOWN;

  if (lockstep_entry_has (condition, "is"))
    return evaluate_is (condition, facts, fact);

  if (lockstep_entry_has (condition, "one-of"))
    return evaluate_one_of (condition, facts, fact);

  if (lockstep_entry_has (condition, "same-as"))
    {
      if (!lockstep_fact_from_path (lockstep_entry_string (condition, "same-as"), &other) ||
          !lockstep_fact_set_has (facts, other))
        return LOCKSTEP_TRUTH_UNKNOWN;

      return truth (facts_equal (facts, fact, other));
    }

  value = lockstep_fact_set_get_integer (facts, fact);
  if (lockstep_entry_has (condition, "less-than"))
    return truth (value < lockstep_entry_integer (condition, "less-than", value));

  if (lockstep_entry_has (condition, "more-than"))
    return truth (value > lockstep_entry_integer (condition, "more-than", value));

  return LOCKSTEP_TRUTH_UNKNOWN;
}

static LockstepTruth
evaluate_list (const LockstepEntry *condition, const char *member, gboolean all, Place place)
{
  LockstepTruth result = all ? LOCKSTEP_TRUTH_TRUE : LOCKSTEP_TRUTH_FALSE;

  for (guint i = 0; i < lockstep_entry_length (condition, member); i++)
    {
      LockstepTruth one = evaluate (lockstep_entry_nth (condition, member, i), place);

      result = all ? MIN (result, one) : MAX (result, one);
    }

  return result;
}

static LockstepTruth
evaluate_targets (const LockstepEntry *condition, gboolean all, Place place)
{
  LockstepTruth result = all ? LOCKSTEP_TRUTH_TRUE : LOCKSTEP_TRUTH_FALSE;
  gboolean asked = FALSE;

  for (guint i = 0; i < count_observations (place); i++)
    {
      const LockstepObservation *observation = lockstep_scene_get (place.context->scene, i);
      LockstepTruth one;

      if (observation->role != LOCKSTEP_ROLE_TARGET)
        continue;

      asked = TRUE;
      one = evaluate (condition, (Place){ place.context, i, place.depth });
      result = all ? MIN (result, one) : MAX (result, one);
    }

  return asked ? result : LOCKSTEP_TRUTH_UNKNOWN;
}

static gboolean
is_sibling (Place place, guint index)
{
  const LockstepScene *scene = place.context->scene;

  return index != place.index && place.index < count_observations (place) &&
         g_ascii_strcasecmp (lockstep_scene_get (scene, index)->host,
                             lockstep_scene_get (scene, place.index)->host) == 0;
}

/* @ret_index is set where the result is true. */
static LockstepTruth
evaluate_sibling (const LockstepEntry *condition, Place place, guint *ret_index)
{
  LockstepTruth result = LOCKSTEP_TRUTH_FALSE;
  gboolean asked = FALSE;

  for (guint i = 0; i < count_observations (place); i++)
    {
      LockstepTruth one;

      if (!is_sibling (place, i))
        continue;

      asked = TRUE;
      one = evaluate (condition, (Place){ place.context, i, place.depth });
      if (one == LOCKSTEP_TRUTH_TRUE)
        {
          *ret_index = i;
          return LOCKSTEP_TRUTH_TRUE;
        }

      result = MAX (result, one);
    }

  return asked ? result : LOCKSTEP_TRUTH_UNKNOWN;
}

static LockstepTruth
evaluate (const LockstepEntry *condition, Place place)
{
  const LockstepEntry *inner;
  guint sibling;

  if (condition == NULL || ++place.depth > LOCKSTEP_RULE_MAX_DEPTH)
    return LOCKSTEP_TRUTH_UNKNOWN;

  if (lockstep_entry_has (condition, "fact"))
    return evaluate_fact (condition, facts_at (place));

  if (lockstep_entry_has (condition, "all"))
    return evaluate_list (condition, "all", TRUE, place);

  if (lockstep_entry_has (condition, "any"))
    return evaluate_list (condition, "any", FALSE, place);

  if ((inner = lockstep_entry_object (condition, "not")) != NULL)
    return LOCKSTEP_TRUTH_TRUE - evaluate (inner, place);

  if ((inner = lockstep_entry_object (condition, "any-target")) != NULL)
    return evaluate_targets (inner, FALSE, place);

  if ((inner = lockstep_entry_object (condition, "all-targets")) != NULL)
    return evaluate_targets (inner, TRUE, place);

  if ((inner = lockstep_entry_object (condition, "sibling")) != NULL)
    return evaluate_sibling (inner, place, &sibling);

  return LOCKSTEP_TRUTH_UNKNOWN;
}

static gint find_in (const LockstepEntry *condition, Place place);

static gint
find_in_list (const LockstepEntry *condition, const char *member, Place place)
{
  gint found = -1;

  for (guint i = 0; found < 0 && i < lockstep_entry_length (condition, member); i++)
    found = find_in (lockstep_entry_nth (condition, member, i), place);

  return found;
}

static gint
find_in_targets (const LockstepEntry *condition, Place place)
{
  gint found = -1;

  for (guint i = 0; found < 0 && i < count_observations (place); i++)
    if (lockstep_scene_get (place.context->scene, i)->role == LOCKSTEP_ROLE_TARGET)
      found = find_in (condition, (Place){ place.context, i, place.depth });

  return found;
}

/* Looks only where the condition holds: what stands in a false alternative is no evidence, and
 * neither is a sibling whose presence a "not" denies. */
static gint
find_in (const LockstepEntry *condition, Place place)
{
  const LockstepEntry *inner;
  guint sibling;

  if (evaluate (condition, place) != LOCKSTEP_TRUTH_TRUE)
    return -1;

  place.depth++;
  if (lockstep_entry_has (condition, "all"))
    return find_in_list (condition, "all", place);

  if (lockstep_entry_has (condition, "any"))
    return find_in_list (condition, "any", place);

  if ((inner = lockstep_entry_object (condition, "any-target")) != NULL ||
      (inner = lockstep_entry_object (condition, "all-targets")) != NULL)
    return find_in_targets (inner, place);

  if ((inner = lockstep_entry_object (condition, "sibling")) != NULL &&
      evaluate_sibling (inner, place, &sibling) == LOCKSTEP_TRUTH_TRUE)
    return (gint) sibling;

  return -1;
}

LockstepTruth
lockstep_rule_evaluate (const LockstepEntry *condition, const LockstepRuleContext *context)
{
  g_return_val_if_fail (condition != NULL && context != NULL, LOCKSTEP_TRUTH_UNKNOWN);

  return evaluate (condition, (Place){ context, context->index, 0 });
}

gint
lockstep_rule_find_sibling (const LockstepEntry *condition, const LockstepRuleContext *context)
{
  g_return_val_if_fail (condition != NULL && context != NULL, -1);

  return find_in (condition, (Place){ context, context->index, 0 });
}
