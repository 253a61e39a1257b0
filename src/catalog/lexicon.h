/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

G_BEGIN_DECLS

/**
 * LockstepFamily:
 * @prefix: the letters in front, in capitals ("CWBCO", "SSL")
 * @numbers: number to message
 *
 * Messages whose ids differ only in their number and the letter behind it.
 */
typedef struct
{
  char *prefix;
  GHashTable *numbers;
} LockstepFamily;

/**
 * LockstepLexicon:
 * @families: (element-type LockstepFamily): the messages by the form of their ids
 * @names: GSK_ERROR_IO, CPDBC8A and their like in capitals, to condition
 * @numbers: GSKit number to condition
 * @carrier: (nullable): the message that carries a GSKit number as its code: what a number that
 *   stands alone is taken for
 *
 * What recognising looks words and numbers up in; made when it is first needed, const from then on.
 */
typedef struct
{
  GPtrArray *families;
  GHashTable *names;
  GHashTable *numbers;
  const LockstepEntry *carrier;
} LockstepLexicon;

LockstepLexicon *lockstep_lexicon_new (const LockstepCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_lexicon_free (LockstepLexicon *self);

/* The message with this number in a family; NULL where there is none. */
const LockstepEntry *lockstep_family_lookup (const LockstepFamily *self, guint number);

/* The lexicon of a catalogue; owned by it. */
const LockstepLexicon *lockstep_catalog_get_lexicon (const LockstepCatalog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepLexicon, lockstep_lexicon_free)

G_END_DECLS
