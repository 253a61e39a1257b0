/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/step.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_WALK_FIELD (lockstep_walk_field_get_type ())
G_DECLARE_FINAL_TYPE (LockstepWalkField, lockstep_walk_field, LOCKSTEP, WALK_FIELD, AdwBin)

/**
 * LockstepWalkField:
 *
 * A field to write down what is read on the server.
 *
 * Signals: "typed" with every change by the person; "settled" when the text stands: after a pause,
 * on Enter, when the field loses the focus.
 */

/* Shows another step's text. While the person types in the field its text is left alone. */
void lockstep_walk_field_show (LockstepWalkField *self, const char *title, const char *text);

const char *lockstep_walk_field_get_text (LockstepWalkField *self);

/* At the end of the field: what was understood, and a state; NULL for nothing. */
void
lockstep_walk_field_set_hint (LockstepWalkField *self, LockstepStepState state, const char *text);

/* Tells at once what was typed and not told yet. */
void lockstep_walk_field_settle (LockstepWalkField *self);

void lockstep_walk_field_focus (LockstepWalkField *self);

G_END_DECLS
