/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/shelf.h"

G_BEGIN_DECLS

/**
 * lockstep_loader_read:
 * @root: what the file holds
 * @name: what errors call it
 * @shelves: LOCKSTEP_N_SECTIONS of them, empty; filled on success, and then to be cleared one by
 *   one before what is returned is freed
 *
 * Checks a whole catalogue and takes it out of its JSON.
 *
 * Returns: (transfer full): what holds the entries, for g_free(); or %NULL with
 *   %LOCKSTEP_ERROR_MEMBER
 */
LockstepEntry *
lockstep_loader_read (JsonNode *root, const char *name, LockstepShelf *shelves, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
