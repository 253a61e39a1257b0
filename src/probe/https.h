/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/set.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * lockstep_https_probe_async:
 * @host: host name or address of the server
 * @address: (nullable): the address to contact, where @host has several
 * @server_name: (nullable): name to ask for instead of @host
 * @timeout: milliseconds
 *
 * Asks an HTTPS service for "/" with libsoup as a browser would: HEAD, no redirects, no cookies, no
 * credentials, nothing trusted and nothing refused. Its certificate, status and Date are facts
 * (https.*, clock.*); the verdict is never libsoup's.
 */
void lockstep_https_probe_async (const char *host,
                                 GInetAddress *address,
                                 guint16 port,
                                 const char *server_name,
                                 guint timeout,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* NULL only where it was cancelled. */
LockstepFactSet *lockstep_https_probe_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
