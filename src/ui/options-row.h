/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_OPTIONS_ROW (lockstep_options_row_get_type ())
G_DECLARE_FINAL_TYPE (LockstepOptionsRow,
                      lockstep_options_row,
                      LOCKSTEP,
                      OPTIONS_ROW,
                      AdwExpanderRow)

/* "More options" of a plan: the name to ask for, contact only this server, another date. Signal
 * "edited" when one of them changed. */

void lockstep_options_row_load (LockstepOptionsRow *self, const LockstepPlan *plan);

void lockstep_options_row_apply (LockstepOptionsRow *self, LockstepPlan *plan);

/* Whether every field can be understood; what cannot is marked. */
gboolean lockstep_options_row_check (LockstepOptionsRow *self);

G_END_DECLS
