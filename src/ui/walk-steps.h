/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The shown variant of the walk-through of a case, and its steps; NULL and 0 where there is none.
 */
const LockstepEntry *lockstep_walk_get_variant (LockstepCase *subject);

guint lockstep_walk_count_steps (LockstepCase *subject);

const LockstepEntry *lockstep_walk_get_step (LockstepCase *subject, guint position);

/* Whether the walk has come to its end: the last step has an answer, or the date was read. */
gboolean lockstep_walk_is_done (LockstepCase *subject);

/* Draws one segment for each step into @box: done, current, to come. */
void lockstep_walk_show_progress (LockstepCase *subject, GtkBox *box);

#define LOCKSTEP_TYPE_WALK_STEPS (lockstep_walk_steps_get_type ())
G_DECLARE_FINAL_TYPE (LockstepWalkSteps, lockstep_walk_steps, LOCKSTEP, WALK_STEPS, AdwExpanderRow)

/**
 * LockstepWalkSteps:
 *
 * The steps before the shown one, with their answers; pressing one goes back to it. Hides itself on
 * the first step.
 */

void lockstep_walk_steps_show (LockstepWalkSteps *self, LockstepCase *subject);

G_END_DECLS
