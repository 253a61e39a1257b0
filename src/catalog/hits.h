/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/phrase.h"
#include "catalog/scan.h"

G_BEGIN_DECLS

/* Drops the numbers and names that only say again what an id on their line says; an id that wants
 * a code takes them over. */
void lockstep_hits_drop_carried (GArray *hits, const LockstepBytes *text);

/* Puts messages that are known by their words where they stand among the others; an id and a
 * number say more than the words around them. */
void
lockstep_hits_add_phrases (GArray *hits, const GArray *phrases, const LockstepCatalog *catalog);

G_END_DECLS
