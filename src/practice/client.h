/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_PRACTICE (lockstep_practice_get_type ())
G_DECLARE_FINAL_TYPE (LockstepPractice, lockstep_practice, LOCKSTEP, PRACTICE, GObject)

/**
 * LockstepPractice:
 *
 * A practice server that runs as a process of its own (`lockstepctl practice --json SCENARIO`) for
 * as long as this object lives. Property "running"; signal "stopped" when the process ended by
 * itself.
 */

/* Starts it and waits until it is ready; LOCKSTEP_ERROR_PRACTICE where it does not start. */
void lockstep_practice_start_async (const char *scenario,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

LockstepPractice *lockstep_practice_start_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

const char *lockstep_practice_get_scenario (LockstepPractice *self);

/* "127.0.0.1" */
const char *lockstep_practice_get_host (LockstepPractice *self);

/* Service id -> GUINT_TO_POINTER (port); owned by @self. */
GHashTable *lockstep_practice_get_ports (LockstepPractice *self);

/* File with the practice CA; owned by @self. */
const char *lockstep_practice_get_trust_file (LockstepPractice *self);

/* Mends the fault while the server runs; calls back when the server says "repaired". */
void lockstep_practice_repair_async (LockstepPractice *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

gboolean
lockstep_practice_repair_finish (LockstepPractice *self, GAsyncResult *result, GError **error);

/* Ends the process at once. */
void lockstep_practice_stop (LockstepPractice *self);

G_END_DECLS
