/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_WALK_COMPARISON (lockstep_walk_comparison_get_type ())
G_DECLARE_FINAL_TYPE (LockstepWalkComparison,
                      lockstep_walk_comparison,
                      LOCKSTEP,
                      WALK_COMPARISON,
                      AdwBin)

/**
 * LockstepWalkComparison:
 *
 * The date read on the server beside the date seen on the network, and one sentence about both.
 */

/* Hides itself where no date was read. Returns whether both dates are known and agree. */
gboolean lockstep_walk_comparison_show (LockstepWalkComparison *self, LockstepCase *subject);

G_END_DECLS
