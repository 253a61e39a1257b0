/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/ranking.h"

#include "catalog/rule.h"

/* So many reasons are read; more say nothing new. */
#define MAX_BECAUSE 6

static void
cause_free (LockstepCause *self)
{
  g_strfreev (self->because);
  g_strfreev (self->remedies);
  g_array_unref (self->targets);
  g_free (self->explained_by);
  g_free (self);
}

static LockstepCause *
cause_new (const LockstepEntry *entry, LockstepConfidence confidence)
{
  LockstepCause *self = g_new0 (LockstepCause, 1);
  g_autoptr (GStrvBuilder) remedies = g_strv_builder_new ();

  for (guint i = 0; i < lockstep_entry_length (entry, "remedies"); i++)
    g_strv_builder_add (remedies, lockstep_entry_nth_string (entry, "remedies", i));

  self->entry = entry;
  self->confidence = confidence;
  self->because = g_new0 (char *, 1);
  self->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->remedies = g_strv_builder_end (remedies);

  return self;
}

static LockstepCause *
find (const GPtrArray *causes, const char *id)
{
  for (guint i = 0; i < causes->len; i++)
    {
      LockstepCause *cause = g_ptr_array_index (causes, i);

      if (g_strcmp0 (lockstep_entry_id (cause->entry), id) == 0)
        return cause;
    }

  return NULL;
}

static LockstepCause *
find_or_add (GPtrArray *causes, const LockstepEntry *entry, LockstepConfidence confidence)
{
  LockstepCause *cause = find (causes, lockstep_entry_id (entry));

  if (cause == NULL)
    {
      cause = cause_new (entry, confidence);
      g_ptr_array_add (causes, cause);
    }
  cause->confidence = MAX (cause->confidence, confidence);

  return cause;
}

static void
add_because (LockstepCause *cause, const char *sentence)
{
  guint length = g_strv_length (cause->because);

  if (length >= MAX_BECAUSE || g_strv_contains ((const char *const *) cause->because, sentence))
    return;

  cause->because = g_renew (char *, cause->because, length + 2);
  cause->because[length] = g_strdup (sentence);
  cause->because[length + 1] = NULL;
}

static void
add_target (LockstepCause *cause, guint index)
{
  for (guint i = 0; i < cause->targets->len; i++)
    if (g_array_index (cause->targets, guint, i) == index)
      return;

  g_array_append_val (cause->targets, index);
}

static gint64
rank_of (const LockstepCause *cause)
{
  return lockstep_entry_integer (cause->entry, "rank", G_MAXINT);
}

/* What only may be stands behind what is; a consequence behind all; then by rank. */
static gint
compare (gconstpointer first, gconstpointer second)
{
  const LockstepCause *a = *(const LockstepCause *const *) first;
  const LockstepCause *b = *(const LockstepCause *const *) second;
  gint a_class = (a->explained_by != NULL) * 2 + (a->confidence == LOCKSTEP_CONFIDENCE_POSSIBLE);
  gint b_class = (b->explained_by != NULL) * 2 + (b->confidence == LOCKSTEP_CONFIDENCE_POSSIBLE);

  if (a_class != b_class)
    return a_class - b_class;
  if (rank_of (a) != rank_of (b))
    return rank_of (a) < rank_of (b) ? -1 : 1;
  if (a->confidence != b->confidence)
    return a->confidence > b->confidence ? -1 : 1;

  return strcmp (lockstep_entry_id (a->entry), lockstep_entry_id (b->entry));
}

static void
apply_rule (const LockstepDiagnosis *self,
            const LockstepEntry *rule,
            LockstepConfidence confidence,
            const LockstepRuleContext *context,
            GPtrArray *causes)
{
  const LockstepEntry *when = lockstep_entry_object (rule, "when");
  const LockstepEntry *entry;
  LockstepCause *cause;
  g_autofree char *sentence = NULL;

  if (lockstep_rule_evaluate (when, context) != LOCKSTEP_TRUTH_TRUE)
    return;

  entry = lockstep_catalog_lookup (self->catalog,
                                   LOCKSTEP_SECTION_CAUSES,
                                   lockstep_entry_string (rule, "cause"));
  if (entry == NULL)
    return;

  cause = find_or_add (causes, entry, confidence);
  sentence = lockstep_diagnosis_fill (self,
                                      lockstep_entry_text (rule, "because"),
                                      context->index,
                                      lockstep_rule_find_sibling (when, context));
  add_because (cause, sentence);
  add_target (cause, context->index);
}

/* Whether @cause already is, over however many steps, a consequence of @origin. */
static gboolean
comes_from (const GPtrArray *causes, const LockstepCause *cause, const LockstepCause *origin)
{
  for (guint i = 0; cause != NULL && i <= causes->len; i++)
    {
      if (cause == origin)
        return TRUE;
      cause = cause->explained_by != NULL ? find (causes, cause->explained_by) : NULL;
    }

  return FALSE;
}

/* A cause that is at least likely folds away what it explains, however certain that is: what was
 * seen remains true, but it is not what to act on. */
static void
fold (GPtrArray *causes)
{
  for (guint i = 0; i < causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (causes, i);

      if (cause->confidence == LOCKSTEP_CONFIDENCE_POSSIBLE)
        continue;

      for (guint j = 0; j < lockstep_entry_length (cause->entry, "explains"); j++)
        {
          LockstepCause *other =
              find (causes, lockstep_entry_nth_string (cause->entry, "explains", j));

          if (other != NULL && other->explained_by == NULL && !comes_from (causes, cause, other))
            other->explained_by = g_strdup (lockstep_entry_id (cause->entry));
        }
    }
}

GPtrArray *
lockstep_ranking_judge (const LockstepDiagnosis *self, const GPtrArray *facts, guint index)
{
  GPtrArray *causes = g_ptr_array_new_with_free_func ((GDestroyNotify) cause_free);
  guint n_rules = lockstep_catalog_count (self->catalog, LOCKSTEP_SECTION_RULES);
  LockstepRuleContext context = { self->scene,
                                  lockstep_scene_get (self->scene, index),
                                  facts,
                                  index };

  /* The surest rules first, so that the strongest reason leads. */
  for (gint confidence = LOCKSTEP_CONFIDENCE_CERTAIN; confidence >= 0; confidence--)
    for (guint i = 0; i < n_rules; i++)
      {
        const LockstepEntry *rule = lockstep_catalog_nth (self->catalog, LOCKSTEP_SECTION_RULES, i);
        LockstepConfidence own = LOCKSTEP_CONFIDENCE_POSSIBLE;

        if (lockstep_confidence_from_string (lockstep_entry_string (rule, "confidence"), &own) &&
            (gint) own == confidence)
          apply_rule (self, rule, own, &context, causes);
      }

  g_ptr_array_sort (causes, compare);
  fold (causes);
  g_ptr_array_sort (causes, compare);

  return causes;
}

static void
merge_target (const LockstepTargetDiagnosis *target, guint index, GPtrArray *merged)
{
  for (guint i = 0; i < target->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (target->causes, i);
      LockstepCause *whole;

      if (cause->explained_by != NULL)
        continue;

      whole = find_or_add (merged, cause->entry, cause->confidence);
      add_target (whole, index);
      for (guint j = 0; cause->because[j] != NULL; j++)
        add_because (whole, cause->because[j]);
    }
}

GPtrArray *
lockstep_ranking_merge (const LockstepDiagnosis *self)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) cause_free);

  for (guint i = 0; i < self->observations->len; i++)
    {
      const LockstepTargetDiagnosis *target = g_ptr_array_index (self->observations, i);

      if (target->observation->role == LOCKSTEP_ROLE_TARGET)
        merge_target (target, i, merged);
    }

  g_ptr_array_sort (merged, compare);

  return merged;
}

/* Checks that look beyond their target change no verdict: what they compare with is evidence. */
static gboolean
is_about_others (const LockstepCheckSpec *spec)
{
  return g_str_equal (spec->step, "services") || g_str_equal (spec->id, "reach");
}

/* Without these nobody can say that a target is healthy. */
static gboolean
is_needed (const LockstepCheckSpec *spec)
{
  static const char *const needed[] = {
    "name", "port", "handshake", "validity", "names", "trust", NULL,
  };

  return g_strv_contains (needed, spec->id);
}

static gboolean
is_only_attention (const GPtrArray *causes)
{
  guint sure = 0;

  for (guint i = 0; i < causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (causes, i);

      if (cause->confidence == LOCKSTEP_CONFIDENCE_POSSIBLE)
        continue;
      sure++;
      if (g_strcmp0 (lockstep_entry_string (cause->entry, "verdict"), "attention") != 0)
        return FALSE;
    }

  return sure > 0;
}

/*
 * A target is faulty where a check saw something broken, unless the catalogue holds all that
 * explains it for a matter of attention. A cause alone makes no fault: a name service that does
 * not answer is a cause, yet nothing was seen of the server, so that the verdict is inconclusive.
 */
LockstepVerdict
lockstep_ranking_verdict (const LockstepTargetDiagnosis *target)
{
  gboolean broken = FALSE, unseen = FALSE, weak = FALSE;

  for (guint i = 0; i < target->checks->len; i++)
    {
      const LockstepCheckResult *check = g_ptr_array_index (target->checks, i);

      if (is_about_others (check->spec))
        continue;

      broken |= check->outcome == LOCKSTEP_OUTCOME_FAIL;
      weak |= check->outcome == LOCKSTEP_OUTCOME_ATTENTION;
      unseen |= is_needed (check->spec) && (check->outcome == LOCKSTEP_OUTCOME_UNKNOWN ||
                                            check->outcome == LOCKSTEP_OUTCOME_PENDING);
    }

  if (broken)
    return is_only_attention (target->causes) ? LOCKSTEP_VERDICT_ATTENTION
                                              : LOCKSTEP_VERDICT_FAULTY;
  if (unseen)
    return LOCKSTEP_VERDICT_INCONCLUSIVE;

  return weak || is_only_attention (target->causes) ? LOCKSTEP_VERDICT_ATTENTION
                                                    : LOCKSTEP_VERDICT_HEALTHY;
}
