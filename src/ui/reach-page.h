/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_REACH_PAGE (lockstep_reach_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepReachPage, lockstep_reach_page, LOCKSTEP, REACH_PAGE, LockstepPage)

/* Whether the server answers: the way to it, and what that tells. */

G_END_DECLS
