/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

G_BEGIN_DECLS

/* Evidence that Lockstep cannot record itself and that IBM Support asks for. */
typedef enum
{
  LOCKSTEP_MISSING_TRACE,
  LOCKSTEP_MISSING_CAPTURE,
  LOCKSTEP_N_MISSING
} LockstepMissing;

const char *lockstep_missing_get_title (LockstepMissing kind);

const char *lockstep_missing_get_subtitle (LockstepMissing kind);

/* Whether it has to do with this case: a web server knows no trace of IBM i Access. */
gboolean lockstep_missing_concerns (LockstepMissing kind, LockstepCase *subject);

/* Whether one of the files looks like it, by its name. */
gboolean lockstep_missing_is_there (LockstepMissing kind, const char *const *paths);

G_END_DECLS
