/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_FIX_PAGE (lockstep_fix_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepFixPage, lockstep_fix_page, LOCKSTEP, FIX_PAGE, LockstepPage)

/* What has to be done, and by whom; after "check again", whether it helped. */

G_END_DECLS
