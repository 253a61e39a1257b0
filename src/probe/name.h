/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/set.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LockstepNameAnswer:
 * @facts: the facts name.*
 * @addresses: (element-type GInetAddress): all addresses, IPv6 and IPv4 interleaved as in RFC 8305
 *   section 4, without duplicates; empty where the name leads nowhere
 */
typedef struct
{
  LockstepFactSet *facts;
  GPtrArray *addresses;
} LockstepNameAnswer;

void lockstep_name_answer_free (LockstepNameAnswer *self);

/* Looks @host up with the system's resolver, all families. An address literal is answered at once
 * and nobody is asked. @timeout in milliseconds. */
void lockstep_name_probe_async (const char *host,
                                guint timeout,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* NULL only where it was cancelled: an unknown name is a fact, not an error. */
LockstepNameAnswer *lockstep_name_probe_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepNameAnswer, lockstep_name_answer_free)

G_END_DECLS
