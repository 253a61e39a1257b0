/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_handshake_findings[] = {
  "unknown",     "agreed",      "old-version", "reset",      "closed",    "silent",
  "cut-at-once", "interrupted", "stalled",     "no-version", "no-cipher", "client-certificate",
  "alert",       "not-tls",     "garbled",     NULL,
};

static gboolean
is_one_of (const LockstepFactSet *facts, LockstepFact fact, const char *const *words)
{
  const char *value = lockstep_fact_set_get_string (facts, fact);

  return value != NULL && g_strv_contains (words, value);
}

gboolean
lockstep_check_broke_at_once (const LockstepFactSet *facts)
{
  static const char *const outcomes[] = { "reset", "closed", "silent", NULL };
  static const char *const stages[] = { "connected", "client-hello", NULL };

  return is_one_of (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, outcomes) &&
         is_one_of (facts, LOCKSTEP_FACT_HANDSHAKE_STAGE, stages);
}

/* Versions below TLS 1.2 agree with this program, which takes what it gets in order to look, but
 * not with the clients of today (RFC 8996). */
static LockstepJudgement
judge_complete (const LockstepFactSet *facts)
{
  static const char *const old[] = { "SSLv2", "SSLv3", "TLSv1", "TLSv1.0", "TLSv1.1", NULL };

  if (is_one_of (facts, LOCKSTEP_FACT_HANDSHAKE_VERSION, old))
    return LOCKSTEP_JUDGED (FAIL, "old-version");

  return LOCKSTEP_JUDGED (PASS, "agreed");
}

static LockstepJudgement
judge_cut (const LockstepFactSet *facts)
{
  static const char *const gone[] = { "reset", "closed", NULL };

  if (!lockstep_check_broke_at_once (facts))
    return lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "silent")
               ? LOCKSTEP_JUDGED (FAIL, "stalled")
               : LOCKSTEP_JUDGED (FAIL, "interrupted");
  if (is_one_of (facts, LOCKSTEP_FACT_LOOK_WAIT, gone))
    return LOCKSTEP_JUDGED (FAIL, "cut-at-once");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "reset"))
    return LOCKSTEP_JUDGED (FAIL, "reset");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "closed"))
    return LOCKSTEP_JUDGED (FAIL, "closed");

  return LOCKSTEP_JUDGED (FAIL, "silent");
}

static LockstepJudgement
judge_alert (const LockstepFactSet *facts, LockstepFact alert)
{
  static const char *const ciphers[] = { "insufficient_security", NULL };

  if (lockstep_fact_set_is (facts, alert, "protocol_version"))
    return LOCKSTEP_JUDGED (FAIL, "no-version");
  if (lockstep_fact_set_is (facts, alert, "certificate_required") ||
      lockstep_fact_set_get_boolean (facts, LOCKSTEP_FACT_HANDSHAKE_CLIENT_CERTIFICATE))
    return LOCKSTEP_JUDGED (FAIL, "client-certificate");
  if (is_one_of (facts, alert, ciphers))
    return LOCKSTEP_JUDGED (FAIL, "no-cipher");

  return LOCKSTEP_JUDGED (FAIL, "alert");
}

static LockstepJudgement
judge_declined (const LockstepFactSet *facts)
{
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_ALERT_SENT, "protocol_version"))
    return LOCKSTEP_JUDGED (FAIL, "no-version");

  return LOCKSTEP_JUDGED (FAIL, "garbled");
}

LockstepJudgement
lockstep_check_handshake_judge (const LockstepCheckInput *input)
{
  static const char *const cut[] = { "reset", "closed", "silent", NULL };
  const LockstepFactSet *facts = input->facts;

  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "complete"))
    return judge_complete (facts);
  if (is_one_of (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, cut))
    return judge_cut (facts);
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "alert"))
    return judge_alert (facts, LOCKSTEP_FACT_HANDSHAKE_ALERT);
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "not-tls"))
    return LOCKSTEP_JUDGED (FAIL, "not-tls");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "garbled"))
    return LOCKSTEP_JUDGED (FAIL, "garbled");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "declined-by-us"))
    return judge_declined (facts);

  return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
}
