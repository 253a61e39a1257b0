/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/scenario.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LockstepConnection:
 *
 * Somebody who connected to a practice service. Served in the thread-default main context of its
 * creator, never blocking, for at most LOCKSTEP_CONNECTION_SECONDS.
 */
typedef struct _LockstepConnection LockstepConnection;

#define LOCKSTEP_CONNECTION_SECONDS 30

typedef void (*LockstepConnectionEnded) (LockstepConnection *self, gpointer user_data);

/**
 * lockstep_connection_new:
 * @socket: the accepted socket; a reference is taken
 * @answer: what to do; not %LOCKSTEP_ANSWER_ABSENT
 * @context: (nullable): the TLS server for %LOCKSTEP_ANSWER_TLS; a reference is taken
 * @greeting: (nullable): bytes to send first after the handshake
 * @ended: called once when the conversation is over; it must free the connection
 *
 * Returns: (transfer full): the connection, or %NULL where OpenSSL cannot serve it
 */
LockstepConnection *lockstep_connection_new (GSocket *socket,
                                             LockstepAnswer answer,
                                             SSL_CTX *context,
                                             GBytes *greeting,
                                             LockstepConnectionEnded ended,
                                             gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/* Closes it at once, without calling back. */
void lockstep_connection_free (LockstepConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepConnection, lockstep_connection_free)

G_END_DECLS
