/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/search.h"

G_BEGIN_DECLS

/**
 * LockstepPosting:
 * @item: a number into the items
 * @weight: how much the word says about it
 */
typedef struct
{
  guint16 item;
  guint16 weight;
} LockstepPosting;

/**
 * LockstepTerm:
 * @word: in small letters
 * @postings: (element-type LockstepPosting): where it stands
 */
typedef struct
{
  char *word;
  GArray *postings;
} LockstepTerm;

/**
 * LockstepSearchIndex:
 * @items: (element-type LockstepFind): what can be found
 * @terms: (element-type LockstepTerm): every word, in order
 *
 * What searching looks words up in; made when it is first needed, const from then on.
 */
typedef struct
{
  GArray *items;
  GArray *terms;
} LockstepSearchIndex;

LockstepSearchIndex *lockstep_search_index_new (const LockstepCatalog *catalog)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_search_index_free (LockstepSearchIndex *self);

/* The words of a text as they are indexed: (element-type utf8). */
GPtrArray *lockstep_search_split (const char *text, guint max) G_GNUC_WARN_UNUSED_RESULT;

/* The index of a catalogue; owned by it. */
const LockstepSearchIndex *lockstep_catalog_get_search_index (const LockstepCatalog *self);

G_END_DECLS
