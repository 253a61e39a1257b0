/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_port_findings[] = {
  "unknown", "open", "refused", "silent", "no-route", "failed", NULL,
};

LockstepJudgement
lockstep_check_port_judge (const LockstepCheckInput *input)
{
  const LockstepFactSet *facts = input->facts;

  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "open"))
    return LOCKSTEP_JUDGED (PASS, "open");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "refused"))
    return LOCKSTEP_JUDGED (FAIL, "refused");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "silent"))
    return LOCKSTEP_JUDGED (FAIL, "silent");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "unreachable"))
    return LOCKSTEP_JUDGED (FAIL, "no-route");
  /* This computer could not even try, for want of a right or of memory. */
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "failed"))
    return LOCKSTEP_JUDGED (UNKNOWN, "failed");

  return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
}
