/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_TARGET_PICKER (lockstep_target_picker_get_type ())
G_DECLARE_FINAL_TYPE (LockstepTargetPicker, lockstep_target_picker, LOCKSTEP, TARGET_PICKER, AdwBin)

/* A flat drop-down of the observations, "Sign-on, port 9476". What is chosen goes along from page
 * to page (lockstep_case_set_chosen()). Usable from a .ui file; call refresh from the page's
 * refresh. */
void lockstep_target_picker_refresh (LockstepTargetPicker *self, LockstepCase *subject);

G_END_DECLS
