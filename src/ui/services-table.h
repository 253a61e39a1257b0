/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/services-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_SERVICES_TABLE (lockstep_services_table_get_type ())
G_DECLARE_FINAL_TYPE (LockstepServicesTable,
                      lockstep_services_table,
                      LOCKSTEP,
                      SERVICES_TABLE,
                      AdwBin)

/**
 * LockstepServicesTable:
 *
 * The services side by side: a table, or a list where there is no room for one. Signal "chosen"
 * (guint: the observation): a service was activated. Usable from a .ui file.
 */

/* Shows @items (element-type LockstepServicesItem). */
void lockstep_services_table_show (LockstepServicesTable *self, GPtrArray *items);

G_END_DECLS
