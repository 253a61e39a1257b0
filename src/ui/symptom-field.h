/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/recognition.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_SYMPTOM_FIELD (lockstep_symptom_field_get_type ())
G_DECLARE_FINAL_TYPE (LockstepSymptomField, lockstep_symptom_field, LOCKSTEP, SYMPTOM_FIELD, AdwBin)

/**
 * LockstepSymptomField:
 *
 * The large field that takes what the user saw. Property "embedded": with a caption and a button
 * that clears, without examples and Paste. Signals: "settled" 150 ms after the last change of the
 * text; "moved-down" when the Down key leaves the last line. Usable from a .ui file.
 */

char *lockstep_symptom_field_dup_text (LockstepSymptomField *self) G_GNUC_WARN_UNUSED_RESULT;

/* Replaces the text and puts the cursor at its end; "settled" follows where it changed. */
void lockstep_symptom_field_set_text (LockstepSymptomField *self, const char *text);

/* Emits "settled" at once where it is still to come. */
void lockstep_symptom_field_settle (LockstepSymptomField *self);

/* Marks the recognised words, the host included. */
void lockstep_symptom_field_mark (LockstepSymptomField *self,
                                  const LockstepRecognition *recognition);

void lockstep_symptom_field_show_examples (LockstepSymptomField *self, gboolean show);

void lockstep_symptom_field_focus (LockstepSymptomField *self);

G_END_DECLS
