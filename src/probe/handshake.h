/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/observation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LockstepHandshakeOptions:
 * @server_name: (nullable): name for SNI (RFC 6066 3); %NULL, or an address, sends none
 * @max_version: highest TLS version to offer as in the protocol (0x0303 for TLS 1.2), 0 for any
 * @wait: milliseconds to wait before anything is sent, to see whether the server speaks or hangs
 *   up by itself; 0 for none
 * @send_hello: FALSE to stop after that wait
 * @timeout: milliseconds without progress until it counts as silence
 */
typedef struct
{
  const char *server_name;
  guint16 max_version;
  guint wait;
  gboolean send_hello;
  guint timeout;
} LockstepHandshakeOptions;

/**
 * LockstepHandshakeAnswer:
 * @facts: the facts handshake.*
 * @steps: (element-type LockstepStep): the transcript
 * @certificates: (element-type GBytes): as the server sent them, DER; empty where it sent none
 * @wait: (nullable): a word of the fact look.wait, where a wait was asked for
 */
typedef struct
{
  LockstepFactSet *facts;
  GPtrArray *steps;
  GPtrArray *certificates;
  const char *wait;
} LockstepHandshakeAnswer;

void lockstep_handshake_answer_free (LockstepHandshakeAnswer *self);

/**
 * lockstep_handshake_observe_async:
 * @connection: an open non-blocking socket, which is closed at the end
 *
 * Takes a TLS handshake as far as it goes and notes every message, alert, reset and close with its
 * time. Permissive on purpose (security level 0, TLS 1.0 on, nothing verified): it looks, the
 * checks judge. After a whole handshake it says close_notify and closes.
 */
void lockstep_handshake_observe_async (GSocket *connection,
                                       const LockstepHandshakeOptions *options,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* NULL only where it was cancelled: a handshake that breaks is what the person came about. */
LockstepHandshakeAnswer *lockstep_handshake_observe_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepHandshakeAnswer, lockstep_handshake_answer_free)

G_END_DECLS
