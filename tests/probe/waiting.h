/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "probe/handshake.h"
#include "probe/port.h"

G_BEGIN_DECLS

/* A callback that keeps the result in the GAsyncResult ** it is given. */
void waiting_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* Runs the main loop until there is a result. */
void waiting_for_result (GAsyncResult **result);

/* Connects to 127.0.0.1 and that port, which must be open. */
GSocket *waiting_for_connection (guint16 port);

/* Connects and observes. */
LockstepHandshakeAnswer *waiting_for_handshake (guint16 port,
                                                const LockstepHandshakeOptions *options);

G_END_DECLS
