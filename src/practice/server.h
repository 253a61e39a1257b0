/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LockstepPracticeServer:
 *
 * Servers on 127.0.0.1, ephemeral ports, that misbehave on purpose. Its certificates are made when
 * it starts; nothing with a date is kept. Runs in the main context of its creator.
 */
typedef struct _LockstepPracticeServer LockstepPracticeServer;

/* Names of all scenarios (data/catalog.json "scenarios" has the words for each); NULL-terminated,
 * static. */
const char *const *lockstep_practice_scenarios (void);

/* @repaired starts the mended twin. LOCKSTEP_ERROR_USAGE for an unknown name. */
LockstepPracticeServer *lockstep_practice_server_new (const char *scenario,
                                                      gboolean repaired,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_practice_server_free (LockstepPracticeServer *self);

/* Mends it while it runs, on the same ports. */
gboolean lockstep_practice_server_repair (LockstepPracticeServer *self, GError **error);

guint lockstep_practice_server_count (LockstepPracticeServer *self);

/* Service id and port of the n-th service. */
const char *
lockstep_practice_server_nth (LockstepPracticeServer *self, guint index, guint16 *ret_port);

/* Path of a file with the practice CA, removed when the server ends. */
const char *lockstep_practice_server_get_trust_file (LockstepPracticeServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepPracticeServer, lockstep_practice_server_free)

G_END_DECLS
