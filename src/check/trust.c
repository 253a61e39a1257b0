/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_trust_findings[] = {
  "unknown",
  "own-ca",
  "own-ca-but-date",
  "public-ca",
  "public-ca-but-date",
  "issuer-expired",
  "issuer-not-yet-valid",
  "issuer-expires-soon",
  "self-signed",
  "unknown-issuer",
  "issuer-missing",
  "bad-signature",
  "not-a-ca",
  "other",
  NULL,
};

static LockstepJudgement
judge_trusted (const LockstepFactSet *facts)
{
  gboolean own = lockstep_fact_set_is (facts, LOCKSTEP_FACT_CHAIN_ANCHOR_SOURCE, "file");

  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CHAIN_ISSUER_VALIDITY, "expired"))
    return LOCKSTEP_JUDGED (FAIL, "issuer-expired");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CHAIN_ISSUER_VALIDITY, "not-yet-valid"))
    return LOCKSTEP_JUDGED (FAIL, "issuer-not-yet-valid");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CHAIN_ISSUER_VALIDITY, "expires-soon"))
    return LOCKSTEP_JUDGED (ATTENTION, "issuer-expires-soon");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expired") ||
      lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "not-yet-valid"))
    return own ? LOCKSTEP_JUDGED (PASS, "own-ca-but-date")
               : LOCKSTEP_JUDGED (PASS, "public-ca-but-date");

  return own ? LOCKSTEP_JUDGED (PASS, "own-ca") : LOCKSTEP_JUDGED (PASS, "public-ca");
}

LockstepJudgement
lockstep_check_trust_judge (const LockstepCheckInput *input)
{
  static const char *const faults[] = {
    "self-signed", "unknown-issuer", "issuer-missing", "bad-signature", "not-a-ca", "other",
  };

  if (lockstep_fact_set_is (input->facts, LOCKSTEP_FACT_CHAIN_TRUST, "trusted"))
    return judge_trusted (input->facts);

  /* The words of the fact are the findings. */
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (lockstep_fact_set_is (input->facts, LOCKSTEP_FACT_CHAIN_TRUST, faults[i]))
      return LOCKSTEP_JUDGED (FAIL, faults[i]);

  return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
}
