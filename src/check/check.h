/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outcome.h"
#include "facts/scene.h"

G_BEGIN_DECLS

/**
 * LockstepCheckInput:
 * @scene: everything that was seen, for checks that compare services
 * @target: the observation that is judged
 * @facts: all that is known about it: the case's facts, its own, the derived ones
 */
typedef struct
{
  const LockstepScene *scene;
  const LockstepObservation *target;
  const LockstepFactSet *facts;
} LockstepCheckInput;

/**
 * LockstepJudgement:
 * @outcome: how the check ended
 * @finding: static id of the wording in the catalogue's entry of this check ("expired"); the
 *   entry's "findings" has a member for each finding that a check can return
 */
typedef struct
{
  LockstepOutcome outcome;
  const char *finding;
} LockstepJudgement;

/**
 * LockstepCheckSpec:
 * @id: id of the entry in the catalogue's section "checks", and in JSON ("validity")
 * @group: group of facts that JSON shows with it ("certificate")
 * @step: the page that shows it: "reach", "handshake", "certificate", "chain", "services"
 * @findings: NULL-terminated: every finding it can return
 * @judge: pure: facts in, judgement out; what was not seen is LOCKSTEP_OUTCOME_UNKNOWN with the
 *   finding "unknown", never FAIL
 */
typedef struct
{
  const char *id;
  const char *group;
  const char *step;
  const char *const *findings;
  LockstepJudgement (*judge) (const LockstepCheckInput *input);
} LockstepCheckSpec;

/* The table of all checks, in the order in which they are shown. */
const LockstepCheckSpec *lockstep_check_get_table (guint *ret_n_checks);

const LockstepCheckSpec *lockstep_check_lookup (const char *id);

/**
 * lockstep_check_derive:
 *
 * All that is known about @target: the facts of the case, its own, and the derived facts worked
 * out from them (see LOCKSTEP_FACT_DERIVED). Time is a fact (run.at), never read here.
 *
 * Returns: (transfer full)
 */
LockstepFactSet *lockstep_check_derive (const LockstepScene *scene,
                                        const LockstepObservation *target)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
