/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_strength_findings[] = {
  "unknown", "strong", "weak-key", "weak-signature", "wrong-usage", NULL,
};

/* Against the clients of today: RSA and DSA keys of 2048 bits, curves of 224 (NIST SP 800-57). */
static gboolean
is_weak_key (const LockstepFactSet *facts)
{
  const char *key = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CERTIFICATE_KEY);
  gint64 bits = lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_CERTIFICATE_KEY_BITS);

  if (key == NULL || !lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_KEY_BITS))
    return FALSE;
  if (g_str_has_prefix (key, "RSA") || g_str_has_prefix (key, "DSA"))
    return bits < 2048;

  return g_str_has_prefix (key, "EC") && bits < 224;
}

static gboolean
is_weak_signature (const LockstepFactSet *facts)
{
  static const char *const digests[] = { "md2", "md4", "md5", "sha1" };
  const char *signature = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CERTIFICATE_SIGNATURE);
  g_autofree char *lower = NULL;

  /* A signature by itself proves nothing, so its digest does not matter either. */
  if (signature == NULL ||
      lockstep_fact_set_get_boolean (facts, LOCKSTEP_FACT_CERTIFICATE_SELF_SIGNED))
    return FALSE;

  lower = g_ascii_strdown (signature, -1);
  for (guint i = 0; i < G_N_ELEMENTS (digests); i++)
    if (strstr (lower, digests[i]) != NULL)
      return TRUE;

  return FALSE;
}

LockstepJudgement
lockstep_check_strength_judge (const LockstepCheckInput *input)
{
  const LockstepFactSet *facts = input->facts;

  if (!lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_KEY))
    return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_USABLE_BY_SERVER) &&
      !lockstep_fact_set_get_boolean (facts, LOCKSTEP_FACT_CERTIFICATE_USABLE_BY_SERVER))
    return LOCKSTEP_JUDGED (FAIL, "wrong-usage");
  if (is_weak_key (facts))
    return LOCKSTEP_JUDGED (ATTENTION, "weak-key");
  if (is_weak_signature (facts))
    return LOCKSTEP_JUDGED (ATTENTION, "weak-signature");

  return LOCKSTEP_JUDGED (PASS, "strong");
}
