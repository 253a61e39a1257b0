/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_validity_findings[] = {
  "unknown", "valid",         "expires-soon",  "expires-today",
  "expired", "expired-today", "not-yet-valid", NULL,
};

/* "0 days" is no answer that a person would give, so the last day has words of its own. */
LockstepJudgement
lockstep_check_validity_judge (const LockstepCheckInput *input)
{
  const LockstepFactSet *facts = input->facts;
  gboolean today = lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_DAYS_LEFT) &&
                   lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_CERTIFICATE_DAYS_LEFT) == 0;

  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expired"))
    return today ? LOCKSTEP_JUDGED (FAIL, "expired-today") : LOCKSTEP_JUDGED (FAIL, "expired");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "not-yet-valid"))
    return LOCKSTEP_JUDGED (FAIL, "not-yet-valid");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expires-soon"))
    return today ? LOCKSTEP_JUDGED (ATTENTION, "expires-today")
                 : LOCKSTEP_JUDGED (ATTENTION, "expires-soon");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "valid"))
    return LOCKSTEP_JUDGED (PASS, "valid");

  return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
}
