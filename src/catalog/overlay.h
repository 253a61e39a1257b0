/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/shelf.h"

G_BEGIN_DECLS

#define LOCKSTEP_OVERLAY_MAX_FILES 64
#define LOCKSTEP_OVERLAY_MAX_SIZE (1024 * 1024)

/**
 * lockstep_overlay_load:
 * @folder: where a site keeps its additions: files *.json, taken in the order of their names
 * @shelves: LOCKSTEP_N_SECTIONS of them; what the additions are made to; replaced on success
 * @errors: (element-type utf8): gets a line for each file that cannot be used
 *
 * Each file looks like the catalogue. An entry with a new id is added; in one whose id is there
 * already the members that it has replace the old ones. A file is used whole or not at all, and is
 * checked as the catalogue is.
 *
 * Returns: (transfer full) (nullable): what holds the entries, as lockstep_loader_read() returns
 *   it; %NULL where nothing was added
 */
LockstepEntry *lockstep_overlay_load (const char *folder, LockstepShelf *shelves, GPtrArray *errors)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
