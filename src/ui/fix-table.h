/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What each service showed before "check again", and what it shows now. */
GtkWidget *lockstep_fix_table_new (LockstepCase *subject) G_GNUC_WARN_UNUSED_RESULT;

/**
 * LockstepFixSeen:
 * @state: how the service looked
 * @text: "Expired on 9 November 2026"
 *
 * What the table says of one service at one time.
 */
typedef struct
{
  LockstepStepState state;
  char *text;
} LockstepFixSeen;

/* @target may be NULL: it was not looked at. The caller frees the text. */
LockstepFixSeen lockstep_fix_describe (const LockstepTargetDiagnosis *target);

G_END_DECLS
