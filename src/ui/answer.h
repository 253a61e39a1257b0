/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/step.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_ANSWER (lockstep_answer_get_type ())
G_DECLARE_FINAL_TYPE (LockstepAnswer, lockstep_answer, LOCKSTEP, ANSWER, AdwBin)

/**
 * LockstepAnswer:
 *
 * The head of a page: badge, small question, large answer, meaning, copy button (mockups/README.md
 * 3.1). Properties "mood" (string: "fine", "look", "failed", "unknown", "running", "ask", "fix",
 * "info"), "icon-name" (for "ask", "fix", "info"; else the state's glyph), "question", "answer",
 * "meaning" (strings). An empty question or meaning takes no room. Usable from a .ui file.
 */

/* Takes mood and texts from a step. */
void lockstep_answer_set_view (LockstepAnswer *self, const LockstepStepView *view);

void lockstep_answer_set_texts (LockstepAnswer *self,
                                const char *mood,
                                const char *question,
                                const char *answer,
                                const char *meaning);

/* Puts the focus on the answer, so that a screen reader reads question, answer and meaning. */
void lockstep_answer_focus (LockstepAnswer *self);

G_END_DECLS
