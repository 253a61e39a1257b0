/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_plain_findings[] = {
  "unknown", "not-looked", "open", "closed", "silent", NULL,
};

/* The port without TLS only helps to understand the other one; that it is shut is no fault. */
LockstepJudgement
lockstep_check_plain_judge (const LockstepCheckInput *input)
{
  const LockstepFactSet *facts = input->facts;

  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_PLAIN_OUTCOME, "open"))
    return LOCKSTEP_JUDGED (PASS, "open");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_PLAIN_OUTCOME, "refused"))
    /* Beside a TLS port that is open it is as it should be; else both are shut. */
    return lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "open")
               ? LOCKSTEP_JUDGED (PASS, "closed")
               : LOCKSTEP_JUDGED (ATTENTION, "closed");
  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_PLAIN_OUTCOME))
    return LOCKSTEP_JUDGED (UNKNOWN, "silent");
  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_PORT_OUTCOME))
    return LOCKSTEP_JUDGED (SKIPPED, "not-looked");

  return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
}
