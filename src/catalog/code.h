/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/glyph.h"
#include "catalog/lexicon.h"

G_BEGIN_DECLS

/**
 * LockstepCode:
 * @value: the number
 * @span: where it stands
 * @condition: (nullable): the GSKit condition that it leads to
 *
 * A return code in a text.
 */
typedef struct
{
  gint64 value;
  LockstepSpan span;
  const LockstepEntry *condition;
} LockstepCode;

/**
 * lockstep_code_read_number:
 * @from: where the text begins for this question: a digit or a point before it does not count
 *
 * Reads a whole number that stands for itself at @at: no part of a version, a date, a time, an
 * address or a name.
 */
gboolean lockstep_code_read_number (const LockstepBytes *text,
                                    gsize from,
                                    gsize at,
                                    gint64 *ret_value,
                                    LockstepSpan *ret_span);

/**
 * lockstep_code_find:
 * @id: where the id of @message stands
 * @around: how far its surroundings go: to the messages before and behind
 *
 * Finds the return code that belongs to a message, in whatever layout: behind it or before it on
 * the same line, then on the lines behind and before.
 */
gboolean lockstep_code_find (const LockstepLexicon *lexicon,
                             const LockstepBytes *text,
                             const LockstepEntry *message,
                             LockstepSpan id,
                             LockstepSpan around,
                             LockstepCode *ret_code);

/**
 * lockstep_code_read_labelled:
 * @word: a word of the text
 *
 * Reads the GSKit number that the wording at @word announces: "GSKit error 8", "gsk rc = 414",
 * "SSL error, function returned 25406", "read from socket (406)". Only known conditions count.
 */
gboolean lockstep_code_read_labelled (const LockstepLexicon *lexicon,
                                      const LockstepBytes *text,
                                      LockstepSpan word,
                                      LockstepCode *ret_code);

/**
 * lockstep_code_read_job_log:
 *
 * Reads the negative return code that the wording at @word announces, as job logs of IBM i print
 * it: "SSL_Handshake failed with return code -16". The code leads to no condition by itself.
 *
 * Returns: (nullable): the message that stands for it
 */
const LockstepEntry *lockstep_code_read_job_log (const LockstepLexicon *lexicon,
                                                 const LockstepBytes *text,
                                                 LockstepSpan word,
                                                 LockstepCode *ret_code);

/* What a code meant on clients of long ago (code, meaning, condition); NULL where nothing is
 * known. */
const LockstepEntry *lockstep_code_get_legacy (const LockstepEntry *message, gint64 code);

/* The condition of a number as @message prints it; NULL where it leads to none. */
const LockstepEntry *lockstep_code_get_condition (const LockstepLexicon *lexicon,
                                                  const LockstepEntry *message,
                                                  gint64 code);

G_END_DECLS
