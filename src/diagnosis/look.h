/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/run.h"
#include "x509/trust.h"

G_BEGIN_DECLS

/* The pages to which an operation belongs; used by run.c, look.c and again.c only. */
typedef enum
{
  LOCKSTEP_BUSY_REACH = 1 << 0,
  LOCKSTEP_BUSY_HANDSHAKE = 1 << 1,
  LOCKSTEP_BUSY_CERTIFICATE = 1 << 2,
  LOCKSTEP_BUSY_CHAIN = 1 << 3,
} LockstepBusy;

typedef enum
{
  LOCKSTEP_DOING_NAME,
  LOCKSTEP_DOING_PORT,
  LOCKSTEP_DOING_HANDSHAKE,
  LOCKSTEP_DOING_CHAIN,
  LOCKSTEP_DOING_HTTPS,
  LOCKSTEP_DOING_AGAIN,
} LockstepDoing;

typedef enum
{
  LOCKSTEP_LOOK_NAMELESS, /* its name is being looked up */
  LOCKSTEP_LOOK_QUEUED,
  LOCKSTEP_LOOK_ACTIVE,
  LOCKSTEP_LOOK_DONE,
} LockstepLookState;

/**
 * LockstepLook:
 * @run: the run it belongs to; outlives it
 * @entry: (nullable): the catalogue's entry of its service
 * @seen: what was seen until now; only the look changes it
 * @published: (nullable): the copy of @seen that others see
 * @address: (nullable): the address to contact
 * @pending: operations under way
 * @doing: what was begun last
 *
 * Everything that is done to fill one observation.
 */
typedef struct
{
  LockstepRun *run;
  const LockstepEntry *entry;
  LockstepObservation *seen;
  LockstepObservation *published;
  GInetAddress *address;
  LockstepLookState state;
  guint pending;
  LockstepDoing doing;
} LockstepLook;

LockstepLook *lockstep_look_new (LockstepRun *run,
                                 const char *host,
                                 guint16 port,
                                 const char *service,
                                 LockstepRole role) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_look_free (LockstepLook *self);

/* Sets the address and the facts of the name. */
void
lockstep_look_set_address (LockstepLook *self, GInetAddress *address, const LockstepFactSet *name);

/* Connects, shakes hands, judges the chain; asks the run for siblings where they may explain. */
void lockstep_look_start (LockstepLook *self);

/* The further looks after a handshake that broke before the server said anything (again.c). */
void lockstep_look_again (LockstepLook *self);

/* The same service's port without TLS (again.c). */
void lockstep_look_at_plain (LockstepLook *self);

/* What run.c offers to a look. An operation keeps the run alive between begin and end. */
void lockstep_run_begin (LockstepRun *self, LockstepLook *look, LockstepDoing doing);

void lockstep_run_end (LockstepRun *self, LockstepLook *look, LockstepDoing doing);

void lockstep_run_touch (LockstepRun *self, LockstepLook *look);

/* Looks at the other services of the host, once for each host. */
void lockstep_run_add_siblings (LockstepRun *self, const LockstepLook *look);

const LockstepPlan *lockstep_run_get_plan (LockstepRun *self);

LockstepCatalog *lockstep_run_get_catalog (LockstepRun *self);

GCancellable *lockstep_run_get_cancellable (LockstepRun *self);

LockstepTrust *lockstep_run_get_trust (LockstepRun *self);

/* Time for which validity is judged. */
gint64 lockstep_run_get_at (LockstepRun *self);

/* Whether the symptom is a message of a client of IBM i. */
gboolean lockstep_run_is_about_ibmi (LockstepRun *self);

G_END_DECLS
