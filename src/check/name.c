/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_name_findings[] = {
  "unknown", "known", "address", "not-found", "unanswered", NULL,
};

LockstepJudgement
lockstep_check_name_judge (const LockstepCheckInput *input)
{
  const LockstepFactSet *facts = input->facts;

  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_NAME_OUTCOME, "found"))
    return LOCKSTEP_JUDGED (PASS, "known");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_NAME_OUTCOME, "address"))
    return LOCKSTEP_JUDGED (PASS, "address");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_NAME_OUTCOME, "not-found"))
    return LOCKSTEP_JUDGED (FAIL, "not-found");
  /* A name service that does not answer says nothing about the server. */
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_NAME_OUTCOME, "failed"))
    return LOCKSTEP_JUDGED (UNKNOWN, "unanswered");

  return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
}
