/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/recognition.h"
#include "facts/scene.h"

G_BEGIN_DECLS

/**
 * LockstepPlanTarget:
 * @host: host name or address
 * @port: TLS port
 * @service: (nullable): catalogue id of the service
 * @role: whether it is asked about or only looked at for comparison
 */
typedef struct
{
  char *host;
  guint16 port;
  char *service;
  LockstepRole role;
} LockstepPlanTarget;

/**
 * LockstepPlan:
 *
 * What is to be looked at, and how. Filled by a door (window or command line), then handed to a
 * run and not changed any more.
 */
typedef struct
{
  GPtrArray *targets; /* element-type LockstepPlanTarget */
  char *symptom;      /* nullable: the text as it was pasted */
  char *server_name;  /* nullable: name for SNI and for the name check */
  char **trust_files; /* nullable */
  gboolean system_trust;
  gboolean offline;
  gboolean has_at;
  gint64 at;                 /* unix seconds */
  guint timeout;             /* milliseconds, for each network step */
  gboolean compare_services; /* look at sibling services of an IBM i as evidence */
  GHashTable *service_ports; /* service id -> GUINT_TO_POINTER (TLS port), instead of the default */
} LockstepPlan;

LockstepPlan *lockstep_plan_new (void) G_GNUC_WARN_UNUSED_RESULT;

LockstepPlan *lockstep_plan_copy (const LockstepPlan *self) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_plan_free (LockstepPlan *self);

/* Adds a target; one that is there already is not added twice. */
void lockstep_plan_add (LockstepPlan *self,
                        const char *host,
                        guint16 port,
                        const char *service,
                        LockstepRole role);

/* The TLS port of a service: from @service_ports, else the catalogue's; 0 for an unknown id. */
guint16 lockstep_plan_service_port (const LockstepPlan *self,
                                    const LockstepCatalog *catalog,
                                    const char *service);

/* The service whose TLS port this is, by the same two sources; NULL for none. */
const char *lockstep_plan_service_of_port (const LockstepPlan *self,
                                           const LockstepCatalog *catalog,
                                           guint16 port);

/* Adds the services of the recognised symptom as targets of @host, or port 443 where there is no
 * symptom or its flow names no service. */
void lockstep_plan_add_symptom (LockstepPlan *self,
                                const LockstepCatalog *catalog,
                                const LockstepMatch *match,
                                const char *host);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepPlan, lockstep_plan_free)

G_END_DECLS
