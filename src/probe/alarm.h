/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A source in the context of @task that calls @function once at a moment that may be moved with
 * g_source_set_ready_time(), and that does not keep @task alive. Drop it with
 * lockstep_alarm_clear(). */
GSource *
lockstep_alarm_new (GTask *task, guint milliseconds, GSourceFunc function, gpointer user_data)
    G_GNUC_WARN_UNUSED_RESULT;

/* Destroys and forgets a source, if there is one. */
void lockstep_alarm_clear (GSource **source);

/**
 * LockstepLimit:
 * @cancellable: what an operation is given that knows no time limit of its own
 * @passed: the time limit was what cancelled it, not the caller
 */
typedef struct
{
  GCancellable *cancellable;
  gboolean passed;
  /*< private >*/
  GSource *alarm;
  GCancellable *outer;
  gulong handler;
} LockstepLimit;

/* Begins to count @milliseconds for @task; the caller's cancelling is passed on. */
LockstepLimit *lockstep_limit_new (GTask *task, guint milliseconds) G_GNUC_WARN_UNUSED_RESULT;

/* The operation is over: nothing is cancelled any more. */
void lockstep_limit_stop (LockstepLimit *self);

void lockstep_limit_free (LockstepLimit *self);

G_END_DECLS
