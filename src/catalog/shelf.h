/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/entry.h"

G_BEGIN_DECLS

/**
 * LockstepShelf:
 * @entries: the entries of a section, one behind the other in the order of the file
 * @by_id: the numbers of the entries in the order of their ids, for looking them up
 * @length: how many there are
 *
 * A section of a catalogue.
 */
typedef struct
{
  const LockstepEntry *entries;
  const guint32 *by_id;
  guint length;
} LockstepShelf;

/* data/catalog.json, compiled: LOCKSTEP_N_SECTIONS of them; the rest is nobody's business. */
extern const LockstepShelf lockstep_builtin_shelves[];

/* Puts the entries of @array into the order of their ids; free @by_id with lockstep_shelf_clear().
 */
void lockstep_shelf_init (LockstepShelf *self, LockstepSection section, const LockstepEntry *array);

void lockstep_shelf_clear (LockstepShelf *self);

/* NULL where there is none. Ids of messages are found in any case. */
const LockstepEntry *
lockstep_shelf_lookup (const LockstepShelf *self, LockstepSection section, const char *id);

G_END_DECLS
