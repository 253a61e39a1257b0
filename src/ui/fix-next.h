/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where nothing is known that somebody could mend: record more, and hand over what was found. With
 * @healthy nothing was wrong at all. */
GtkWidget *lockstep_fix_next_new (LockstepCase *subject, gboolean healthy)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
