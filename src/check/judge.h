/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/check.h"

G_BEGIN_DECLS

/*
 * One check each: the findings it can return and the pure function that returns one of them. The
 * first finding is "unknown" for all: what was not seen is not judged.
 */
#define LOCKSTEP_CHECK(noun)                                                                       \
  extern const char *const lockstep_check_##noun##_findings[];                                     \
  LockstepJudgement lockstep_check_##noun##_judge (const LockstepCheckInput *input)

LOCKSTEP_CHECK (reach);
LOCKSTEP_CHECK (name);
LOCKSTEP_CHECK (port);
LOCKSTEP_CHECK (plain);
LOCKSTEP_CHECK (handshake);
LOCKSTEP_CHECK (validity);
LOCKSTEP_CHECK (names);
LOCKSTEP_CHECK (clock);
LOCKSTEP_CHECK (strength);
LOCKSTEP_CHECK (https);
LOCKSTEP_CHECK (trust);
LOCKSTEP_CHECK (services);

#undef LOCKSTEP_CHECK

/* Shorthand of the judges. */
#define LOCKSTEP_JUDGED(outcome, finding)                                                          \
  ((LockstepJudgement){ LOCKSTEP_OUTCOME_##outcome, finding })

/* Whether the handshake broke before the server sent anything of its own. */
gboolean lockstep_check_broke_at_once (const LockstepFactSet *facts);

G_END_DECLS
