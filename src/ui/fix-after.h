/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The time bar of the certificate that is shown now; NULL where none is. */
GtkWidget *lockstep_fix_time_bar_new (LockstepCase *subject) G_GNUC_WARN_UNUSED_RESULT;

/* What is left to do once the fault is gone. */
GtkWidget *lockstep_fix_left_new (LockstepCase *subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
