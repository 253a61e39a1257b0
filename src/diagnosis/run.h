/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/plan.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_RUN (lockstep_run_get_type ())
G_DECLARE_FINAL_TYPE (LockstepRun, lockstep_run, LOCKSTEP, RUN, GObject)

/**
 * LockstepRun:
 *
 * Carries a plan out: names, ports, handshakes, chains, HTTPS, clocks; independent looks at the
 * same time, never more than one connection to a port at a time. Further looks (waiting before the
 * hello, TLS 1.2 at most, no SNI, the plain port, sibling services) run only where a handshake
 * broke or where the plan compares services.
 *
 * Signals: "changed" (no arguments) whenever the scene or the activity changed, in the
 * thread-default main context of the creator.
 */
LockstepRun *lockstep_run_new (LockstepCatalog *catalog, const LockstepPlan *plan)
    G_GNUC_WARN_UNUSED_RESULT;

/* Starts looking; once only for a run. Reading a trust file that cannot be read ends it with
 * LOCKSTEP_ERROR_FILE before anybody is contacted. */
void lockstep_run_start_async (LockstepRun *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* FALSE with G_IO_ERROR_CANCELLED or a failure of our own; what was seen until then stays. */
gboolean lockstep_run_start_finish (LockstepRun *self, GAsyncResult *result, GError **error);

/* What was seen until now; never NULL. Owned by the run: take a reference to keep it. */
LockstepScene *lockstep_run_get_scene (LockstepRun *self);

/* "Shaking hands with Sign-on", translated; NULL when nothing runs. */
const char *lockstep_run_get_activity (LockstepRun *self);

/* Looks that are finished, and looks that are known to be needed until now. */
void lockstep_run_get_progress (LockstepRun *self, guint *ret_done, guint *ret_all);

/* Whether any look that belongs to this step ("reach", "handshake", …) still runs. */
gboolean lockstep_run_is_step_running (LockstepRun *self, const char *step);

G_END_DECLS
