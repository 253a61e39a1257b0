/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_https_findings[] = {
  "unknown", "same", "other", "failed", "not-asked", NULL,
};

LockstepJudgement
lockstep_check_https_judge (const LockstepCheckInput *input)
{
  const LockstepFactSet *facts = input->facts;
  const char *seen = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CERTIFICATE_SHA256);
  const char *got = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_HTTPS_CERTIFICATE_SHA256);

  if (got != NULL && seen != NULL)
    return g_str_equal (got, seen) ? LOCKSTEP_JUDGED (PASS, "same")
                                   : LOCKSTEP_JUDGED (ATTENTION, "other");
  if (!lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "complete"))
    return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
  /* TLS stands, so what the browser's way met is not about the certificate. */
  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_HTTPS_OUTCOME))
    return LOCKSTEP_JUDGED (UNKNOWN, "failed");

  return LOCKSTEP_JUDGED (SKIPPED, "not-asked");
}
