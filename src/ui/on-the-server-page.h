/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_ON_THE_SERVER_PAGE (lockstep_on_the_server_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepOnTheServerPage,
                      lockstep_on_the_server_page,
                      LOCKSTEP,
                      ON_THE_SERVER_PAGE,
                      LockstepPage)

/* The walk-through of what only a person can look up on the server, a step at a time. */

G_END_DECLS
