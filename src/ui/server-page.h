/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_SERVER_PAGE (lockstep_server_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepServerPage, lockstep_server_page, LOCKSTEP, SERVER_PAGE, LockstepPage)

/* Which server, which services, and how it is looked at: makes the plan of the case. */

G_END_DECLS
