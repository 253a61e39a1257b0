/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_RAIL (lockstep_rail_get_type ())
G_DECLARE_FINAL_TYPE (LockstepRail, lockstep_rail, LOCKSTEP, RAIL, AdwBin)

/* The steps of the case with their states; choosing one activates "wizard.go". */

/* Shows what @subject says now; @current is the page that is open. */
void
lockstep_rail_refresh (LockstepRail *self, LockstepCase *subject, LockstepStepKindOfPage current);

/* Puts the focus on the step that is open. */
void lockstep_rail_focus (LockstepRail *self);

G_END_DECLS
