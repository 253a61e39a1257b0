/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/host-row.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_NAME_TROUBLE (lockstep_name_trouble_get_type ())
G_DECLARE_FINAL_TYPE (LockstepNameTrouble, lockstep_name_trouble, LOCKSTEP, NAME_TROUBLE, AdwBin)

/**
 * LockstepNameTrouble:
 *
 * Says below the name what is wrong with it, and what may help. Signals: "use-meant" (the name in
 * the pasted text is wanted), "look-again". Hidden where nothing is wrong.
 */

/* @meant: (nullable): the name that stands in the pasted text */
void
lockstep_name_trouble_show (LockstepNameTrouble *self, LockstepHostRow *row, const char *meant);

G_END_DECLS
