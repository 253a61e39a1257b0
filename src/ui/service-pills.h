/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_SERVICE_PILLS (lockstep_service_pills_get_type ())
G_DECLARE_FINAL_TYPE (LockstepServicePills, lockstep_service_pills, LOCKSTEP, SERVICE_PILLS, AdwBin)

/* The services to check, as check buttons in pills, and "Other port…". Signal "ticked" when a
 * person changed what is ticked. */

/* One pill for each service of @catalog, with its port by @plan. */
void lockstep_service_pills_load (LockstepServicePills *self,
                                  LockstepCatalog *catalog,
                                  const LockstepPlan *plan);

/* Ticks exactly these services (ids) and unticks other ports. */
void lockstep_service_pills_tick (LockstepServicePills *self, const char *const *services);

/* Ticks the pill of @port alone while it stands beside the name ("host:992"); 0 brings back what
 * was ticked before. */
void lockstep_service_pills_set_typed_port (LockstepServicePills *self, guint16 port);

/* Ticks the pill of @port, which is added where there is none. */
void lockstep_service_pills_tick_port (LockstepServicePills *self, guint16 port);

/* The ids of the services that are ticked, in the order of the catalogue. */
char **lockstep_service_pills_dup_ticked (LockstepServicePills *self) G_GNUC_WARN_UNUSED_RESULT;

/* Adds what is ticked to @plan as targets of @host. */
void
lockstep_service_pills_add_to (LockstepServicePills *self, LockstepPlan *plan, const char *host);

gboolean lockstep_service_pills_is_any_ticked (LockstepServicePills *self);

G_END_DECLS
