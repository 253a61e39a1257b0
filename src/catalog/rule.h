/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"
#include "facts/scene.h"

G_BEGIN_DECLS

/* Conditions nested deeper are refused by the loader and unknown to the rules. */
#define LOCKSTEP_RULE_MAX_DEPTH 16

/**
 * LockstepTruth:
 *
 * The logic of rules has three values: what was not seen is unknown, and unknown never fires a
 * rule, not even under "not" (Kleene's strong logic).
 */
typedef enum
{
  LOCKSTEP_TRUTH_FALSE,
  LOCKSTEP_TRUTH_UNKNOWN,
  LOCKSTEP_TRUTH_TRUE,
} LockstepTruth;

/**
 * LockstepRuleContext:
 * @scene: everything that was seen
 * @target: the observation about which the rule is asked
 * @facts: (element-type LockstepFactSet): for each observation of @scene, in the same order, all
 *   that is known about it: the case's facts, its own and the derived ones
 * @index: the position of @target in the scene
 */
typedef struct
{
  const LockstepScene *scene;
  const LockstepObservation *target;
  const GPtrArray *facts;
  guint index;
} LockstepRuleContext;

/**
 * lockstep_rule_evaluate:
 * @condition: the "when" of a rule: an object with exactly one of
 *   "all", "any" (arrays of conditions), "not" (a condition),
 *   "any-target", "all-targets" (a condition asked of every target of the scene),
 *   "sibling" (a condition asked of every other observation of the same host, targets or evidence;
 * true where it holds for one), or "fact" with one of "is" (a word, string, boolean or integer),
 * "one-of" (an array of words), "less-than", "more-than" (integers), "known" (a boolean), "same-as"
 * (the path of another fact)
 *
 * "known" is never unknown. A sibling condition is unknown where no sibling was looked at.
 */
LockstepTruth lockstep_rule_evaluate (const LockstepEntry *condition,
                                      const LockstepRuleContext *context);

/**
 * lockstep_rule_find_sibling:
 *
 * The observation that made the first true "sibling" inside @condition true, so that a sentence
 * can name it.
 *
 * Returns: (nullable): the index in the scene, or -1
 */
gint lockstep_rule_find_sibling (const LockstepEntry *condition,
                                 const LockstepRuleContext *context);

G_END_DECLS
