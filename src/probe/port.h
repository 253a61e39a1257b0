/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/set.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LockstepPortAnswer:
 * @outcome: a word of the fact port.outcome
 * @error: (nullable): name of the system's error ("ECONNREFUSED")
 * @duration: microseconds
 * @connection: (nullable): the open socket, where it is open
 */
typedef struct
{
  const char *outcome;
  char *error;
  gint64 duration;
  GSocket *connection;
} LockstepPortAnswer;

void lockstep_port_answer_free (LockstepPortAnswer *self);

/* Connects by TCP to exactly this address: no proxy, no other address. @timeout in milliseconds. */
void lockstep_port_probe_async (GInetAddress *address,
                                guint16 port,
                                guint timeout,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* NULL only where it was cancelled. The caller owns the socket and closes it. */
LockstepPortAnswer *lockstep_port_probe_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepPortAnswer, lockstep_port_answer_free)

G_END_DECLS
