/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/scenario.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LockstepListener:
 *
 * A practice service: one port of 127.0.0.1, kept from beginning to end whatever the service does
 * on it. Works in the thread-default main context of its creator.
 */
typedef struct _LockstepListener LockstepListener;

/* More than this many at once close the oldest conversation. */
#define LOCKSTEP_LISTENER_CONNECTIONS 64

/**
 * lockstep_listener_new:
 * @service: the id of the service that it stands for
 *
 * Reserves a port; it refuses until lockstep_listener_serve() says what to do.
 *
 * Returns: (transfer full): the listener, or %NULL with %LOCKSTEP_ERROR_PRACTICE
 */
LockstepListener *lockstep_listener_new (const char *service, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_listener_free (LockstepListener *self);

/**
 * lockstep_listener_serve:
 * @answer: what to do from now on; a port that listened cannot become absent again
 * @context: (nullable): the TLS server for %LOCKSTEP_ANSWER_TLS; a reference is taken
 *
 * Conversations that are open end, as they do when a service is started anew.
 */
gboolean lockstep_listener_serve (LockstepListener *self,
                                  LockstepAnswer answer,
                                  SSL_CTX *context,
                                  GError **error);

const char *lockstep_listener_get_service (const LockstepListener *self);

guint16 lockstep_listener_get_port (const LockstepListener *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepListener, lockstep_listener_free)

G_END_DECLS
