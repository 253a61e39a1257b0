/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/ladder-rows.h"

G_BEGIN_DECLS

/**
 * LockstepLadder:
 * @last_finished: index of the step with which both had agreed; -1 for none
 *
 * The rows of a ladder while they are made.
 */
typedef struct
{
  const LockstepTargetDiagnosis *target;
  GPtrArray *rows;
  gboolean complete;
  gboolean tls13;
  gint last_finished;
} LockstepLadder;

LockstepRow *
lockstep_ladder_add_row (LockstepLadder *self, LockstepRowKind kind, const LockstepStep *step);

/* Each adds the row of one kind of step, with its words. */
void lockstep_ladder_add_message (LockstepLadder *self, const LockstepStep *step, guint count);

void lockstep_ladder_add_data (LockstepLadder *self, const LockstepStep *step, guint count);

void lockstep_ladder_add_alert (LockstepLadder *self, const LockstepStep *step);

void lockstep_ladder_add_reset (LockstepLadder *self, const LockstepStep *step);

void lockstep_ladder_add_closed (LockstepLadder *self, const LockstepStep *step, gboolean agreed);

void lockstep_ladder_add_silence (LockstepLadder *self, const LockstepStep *step, gint64 since);

void lockstep_ladder_add_plain (LockstepLadder *self, const LockstepStep *step);

void lockstep_ladder_add_band (LockstepLadder *self, gint64 at);

G_END_DECLS
