/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

G_BEGIN_DECLS

/**
 * LockstepFind:
 * @message: the message
 * @condition: (nullable): the condition, where the message carries codes that lead to many
 * @code: the code by which @message tells @condition; 0 where @condition is %NULL
 * @words: what it means: an object with "headline" and "meaning" (texts)
 * @score: how well it fits; only for comparing
 *
 * A message that may be meant, alone or with one of its codes.
 */
typedef struct
{
  const LockstepEntry *message;
  const LockstepEntry *condition;
  gint64 code;
  const LockstepEntry *words;
  double score;
} LockstepFind;

/**
 * lockstep_search:
 * @text: some words in any order: of an id, a number, what a program printed, what it means, what
 *   causes it; the beginning of a word is enough
 * @max: at most so many; 0 for all
 *
 * Finds the messages that have most of the words. Those that the text names by an id or a code
 * stand first, misspelt or not.
 *
 * Returns: (transfer full) (element-type LockstepFind): the messages, best first
 */
GArray *lockstep_search (const LockstepCatalog *catalog, const char *text, guint max)
    G_GNUC_WARN_UNUSED_RESULT;

/* All that can be found, in the order of the catalogue: what a list of messages shows. */
GArray *lockstep_search_list (const LockstepCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

/* "CWBCO1034 25406", "PKIX path building failed": what the message with its code is recognised by.
 */
char *lockstep_find_to_text (const LockstepFind *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
