/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_PRACTICE_BANNER (lockstep_practice_banner_get_type ())
G_DECLARE_FINAL_TYPE (LockstepPracticeBanner,
                      lockstep_practice_banner,
                      LOCKSTEP,
                      PRACTICE_BANNER,
                      AdwBin)

typedef enum
{
  LOCKSTEP_PRACTICE_BROKEN,  /* runs, and is broken on purpose */
  LOCKSTEP_PRACTICE_MENDING, /* is being mended */
  LOCKSTEP_PRACTICE_MENDED,  /* runs, and is mended */
  LOCKSTEP_PRACTICE_GONE,    /* runs no more */
} LockstepPracticeState;

/* Says that the server of the case is a practice one; offers "win.mend" and "win.end-practice".
 * @folded: whether there is room for few words only */
void lockstep_practice_banner_show (LockstepPracticeBanner *self,
                                    LockstepPracticeState state,
                                    gboolean folded);

G_END_DECLS
