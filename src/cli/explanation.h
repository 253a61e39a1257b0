/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/recognition.h"

G_BEGIN_DECLS

/* What the catalogue says of the messages in a text, for people and for programs. */

/* The document of contract.md (schema lockstep.explanation/1), with a line feed at its end. Where
 * nothing was recognised in @text it lists what has its words. */
char *lockstep_explanation_to_json (const LockstepCatalog *catalog,
                                    const LockstepRecognition *recognition,
                                    const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* For a text in which no message was recognised: says so, and which ones have its words. */
char *lockstep_explanation_suggest (const LockstepCatalog *catalog, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;

char *lockstep_explanation_to_text (const LockstepCatalog *catalog,
                                    const LockstepRecognition *recognition,
                                    gboolean colour) G_GNUC_WARN_UNUSED_RESULT;

/* The causes of a match, likeliest first: an array of objects {"cause", "likelihood"}. */
const LockstepEntry *lockstep_explanation_get_causes (const LockstepMatch *match);

/* Fills the places of a text about no server in particular. */
char *lockstep_explanation_fill (const LockstepRecognition *recognition,
                                 const LockstepMatch *match,
                                 const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Ids of the remedies of all causes of a match, each once, in the order of the causes. */
GPtrArray *lockstep_explanation_get_remedies (const LockstepCatalog *catalog,
                                              const LockstepMatch *match) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
