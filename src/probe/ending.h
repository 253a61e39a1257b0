/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "probe/pump.h"

G_BEGIN_DECLS

/* Says how the handshake ended: the facts handshake.*, and its last step where the connection
 * itself ended it. @silent: the time limit did. */
void lockstep_ending_write (LockstepPump *pump, gboolean silent, LockstepFactSet *facts);

/* Says only what the port speaks instead of TLS, where it greeted before anything was sent. */
void lockstep_ending_write_greeting (LockstepPump *pump, LockstepFactSet *facts);

G_END_DECLS
