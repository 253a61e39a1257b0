/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_SERVICES_PAGE (lockstep_services_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepServicesPage,
                      lockstep_services_page,
                      LOCKSTEP,
                      SERVICES_PAGE,
                      LockstepPage)

/* Whether the other services agree: ports and certificates side by side. */

G_END_DECLS
