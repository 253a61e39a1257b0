/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_WALK_VARIANTS (lockstep_walk_variants_get_type ())
G_DECLARE_FINAL_TYPE (LockstepWalkVariants, lockstep_walk_variants, LOCKSTEP, WALK_VARIANTS, AdwBin)

/**
 * LockstepWalkVariants:
 *
 * Linked toggle buttons for the ways in which a walk-through can be gone ("Current DCM", "Classic
 * DCM"), and why the chosen one was proposed. Hides itself where there is only one.
 */

void lockstep_walk_variants_show (LockstepWalkVariants *self, LockstepCase *subject);

G_END_DECLS
