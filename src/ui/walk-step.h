/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_WALK_STEP (lockstep_walk_step_get_type ())
G_DECLARE_FINAL_TYPE (LockstepWalkStep, lockstep_walk_step, LOCKSTEP, WALK_STEP, AdwBin)

/**
 * LockstepWalkStep:
 *
 * One step of the walk-through: what to do, what to see, what to write down, and the answer. Y, N
 * and C press its buttons while no field has the focus.
 *
 * Signal "changed": the case has another answer, or another step is to be shown.
 */

/* Shows the step at which the case stands. */
void lockstep_walk_step_show (LockstepWalkStep *self, LockstepCase *subject);

/* Goes on (1), back (-1) or nowhere (0). */
void lockstep_walk_step_move (LockstepWalkStep *self, int direction);

/* Takes what was typed and not told yet; it belongs to the step that is shown now. */
void lockstep_walk_step_settle (LockstepWalkStep *self);

/* Puts the focus into the field of a step that asks for a date; FALSE at other steps. */
gboolean lockstep_walk_step_focus_field (LockstepWalkStep *self);

G_END_DECLS
