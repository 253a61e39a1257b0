/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"
#include "catalog/glyph.h"

G_BEGIN_DECLS

/* A phrase is this long at least; the first letters find it. */
#define LOCKSTEP_PHRASE_MIN 4

/**
 * LockstepPhraseHit:
 * @message: the message
 * @span: where its words stand
 *
 * Words in a text by which a message without an id is known.
 */
typedef struct
{
  const LockstepEntry *message;
  LockstepSpan span;
} LockstepPhraseHit;

/**
 * LockstepPhrases:
 *
 * The words that programs print ("says" of a message), to be found in any case, over line ends,
 * and only as whole words.
 */
typedef struct _LockstepPhrases LockstepPhrases;

LockstepPhrases *lockstep_phrases_new (void) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_phrases_free (LockstepPhrases *self);

/* Adds the words of a message; shorter ones than LOCKSTEP_PHRASE_MIN are never found. */
void lockstep_phrases_add (LockstepPhrases *self, const char *words, const LockstepEntry *message);

/**
 * lockstep_phrases_scan:
 *
 * Finds all phrases in a text, in its order and in linear time. Where two overlap the longer one
 * counts.
 *
 * Returns: (transfer full) (element-type LockstepPhraseHit): the hits
 */
GArray *lockstep_phrases_scan (const LockstepPhrases *self, const LockstepBytes *text)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
