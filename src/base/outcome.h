/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LockstepOutcome:
 * @LOCKSTEP_OUTCOME_PENDING: not finished yet
 * @LOCKSTEP_OUTCOME_PASS: looked at, and fine
 * @LOCKSTEP_OUTCOME_ATTENTION: works, but is weak or will break soon
 * @LOCKSTEP_OUTCOME_FAIL: looked at, and broken
 * @LOCKSTEP_OUTCOME_SKIPPED: deliberately not looked at; the summary says why
 * @LOCKSTEP_OUTCOME_UNKNOWN: could not be looked at; never the same as FAIL
 *
 * How a check ended.
 */
typedef enum
{
  LOCKSTEP_OUTCOME_PENDING,
  LOCKSTEP_OUTCOME_PASS,
  LOCKSTEP_OUTCOME_ATTENTION,
  LOCKSTEP_OUTCOME_FAIL,
  LOCKSTEP_OUTCOME_SKIPPED,
  LOCKSTEP_OUTCOME_UNKNOWN,
} LockstepOutcome;

/**
 * LockstepConfidence:
 * @LOCKSTEP_CONFIDENCE_POSSIBLE: fits what was seen, as other causes do
 * @LOCKSTEP_CONFIDENCE_LIKELY: carried by evidence
 * @LOCKSTEP_CONFIDENCE_CERTAIN: the evidence leaves nothing else
 *
 * How sure a cause is; a greater value is surer.
 */
typedef enum
{
  LOCKSTEP_CONFIDENCE_POSSIBLE,
  LOCKSTEP_CONFIDENCE_LIKELY,
  LOCKSTEP_CONFIDENCE_CERTAIN,
} LockstepConfidence;

/**
 * LockstepVerdict:
 * @LOCKSTEP_VERDICT_HEALTHY: everything was looked at and is fine
 * @LOCKSTEP_VERDICT_ATTENTION: works, but something is weak or will break soon
 * @LOCKSTEP_VERDICT_INCONCLUSIVE: could not be looked at far enough
 * @LOCKSTEP_VERDICT_FAULTY: a fault was found
 *
 * The verdict about one target or a whole run; a greater value is worse, so that the worst of
 * several is their maximum.
 */
typedef enum
{
  LOCKSTEP_VERDICT_HEALTHY,
  LOCKSTEP_VERDICT_ATTENTION,
  LOCKSTEP_VERDICT_INCONCLUSIVE,
  LOCKSTEP_VERDICT_FAULTY,
} LockstepVerdict;

/* The names of contract.md ("pass", "certain", "faulty"); static strings. */
const char *lockstep_outcome_to_string (LockstepOutcome outcome);

const char *lockstep_confidence_to_string (LockstepConfidence confidence);

const char *lockstep_verdict_to_string (LockstepVerdict verdict);

/* TRUE and *ret_confidence set only where @name is one of the three names. */
gboolean lockstep_confidence_from_string (const char *name, LockstepConfidence *ret_confidence);

G_END_DECLS
