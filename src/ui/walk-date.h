/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_WALK_DATE (lockstep_walk_date_get_type ())
G_DECLARE_FINAL_TYPE (LockstepWalkDate, lockstep_walk_date, LOCKSTEP, WALK_DATE, AdwBin)

/**
 * LockstepWalkDate:
 *
 * The field for the date that is read on the server. It takes any common form and shows what it
 * understood; a date that can be read in two ways is asked with two buttons. What is settled goes
 * into the case: the text as the note of the step, the date, the answer yes.
 *
 * Signal "answered": the case has changed.
 */

void lockstep_walk_date_show (LockstepWalkDate *self,
                              LockstepCase *subject,
                              guint position,
                              const char *title);

/* Takes what was typed and not told yet. */
void lockstep_walk_date_settle (LockstepWalkDate *self);

void lockstep_walk_date_focus (LockstepWalkDate *self);

G_END_DECLS
