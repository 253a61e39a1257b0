/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Opens a window that says how to record what Lockstep cannot record itself: a trace of IBM i
 * Access, a recording of the network on the user's PC. */
void lockstep_export_guide_present (GtkWidget *parent, LockstepCase *subject);

G_END_DECLS
