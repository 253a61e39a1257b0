/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_clock_findings[] = {
  "unknown", "same", "apart", "not-told", NULL,
};

LockstepJudgement
lockstep_check_clock_judge (const LockstepCheckInput *input)
{
  const LockstepFactSet *facts = input->facts;

  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CLOCK_AGREES))
    return lockstep_fact_set_get_boolean (facts, LOCKSTEP_FACT_CLOCK_AGREES)
               ? LOCKSTEP_JUDGED (PASS, "same")
               : LOCKSTEP_JUDGED (ATTENTION, "apart");
  /* Only a web service tells its time; the others were not asked. */
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "complete"))
    return LOCKSTEP_JUDGED (SKIPPED, "not-told");

  return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
}
