/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/outcome.h"

const char *
lockstep_outcome_to_string (LockstepOutcome outcome)
{
  static const char *const names[] = {
    [LOCKSTEP_OUTCOME_PENDING] = "pending",     [LOCKSTEP_OUTCOME_PASS] = "pass",
    [LOCKSTEP_OUTCOME_ATTENTION] = "attention", [LOCKSTEP_OUTCOME_FAIL] = "fail",
    [LOCKSTEP_OUTCOME_SKIPPED] = "skipped",     [LOCKSTEP_OUTCOME_UNKNOWN] = "unknown",
  };

  g_return_val_if_fail (outcome < G_N_ELEMENTS (names), "unknown");

  return names[outcome];
}

static const char *const confidence_names[] = {
  [LOCKSTEP_CONFIDENCE_POSSIBLE] = "possible",
  [LOCKSTEP_CONFIDENCE_LIKELY] = "likely",
  [LOCKSTEP_CONFIDENCE_CERTAIN] = "certain",
};

const char *
lockstep_confidence_to_string (LockstepConfidence confidence)
{
  g_return_val_if_fail (confidence < G_N_ELEMENTS (confidence_names), "possible");

  return confidence_names[confidence];
}

gboolean
lockstep_confidence_from_string (const char *name, LockstepConfidence *ret_confidence)
{
  for (guint i = 0; i < G_N_ELEMENTS (confidence_names); i++)
    if (g_strcmp0 (name, confidence_names[i]) == 0)
      {
        *ret_confidence = (LockstepConfidence) i;
        return TRUE;
      }

  return FALSE;
}

const char *
lockstep_verdict_to_string (LockstepVerdict verdict)
{
  static const char *const names[] = {
    [LOCKSTEP_VERDICT_HEALTHY] = "healthy",
    [LOCKSTEP_VERDICT_ATTENTION] = "attention",
    [LOCKSTEP_VERDICT_INCONCLUSIVE] = "inconclusive",
    [LOCKSTEP_VERDICT_FAULTY] = "faulty",
  };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (names), "inconclusive");

  return names[verdict];
}
