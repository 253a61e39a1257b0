/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/glyph.h"
#include "catalog/lexicon.h"

G_BEGIN_DECLS

/**
 * lockstep_spelling_read:
 * @word: where a word begins
 * @alone: whether the text has nothing else: then "SSL234" is an id and no version
 * @ret_span: the id as it is spelt
 * @ret_exact: whether it is spelt right but for upper and lower case
 *
 * Reads the id of a message, also where it is misspelt: CWBC01034 with a nought, CWBC1034,
 * cwbco-1034, "CWBCO 1034", SSL226I, SSL00226I, SSL0226 or with another letter at the end.
 *
 * Returns: (nullable): the message; the outputs are set only then
 */
const LockstepEntry *lockstep_spelling_read (const LockstepLexicon *lexicon,
                                             const LockstepBytes *text,
                                             LockstepSpan word,
                                             gboolean alone,
                                             LockstepSpan *ret_span,
                                             gboolean *ret_exact);

G_END_DECLS
