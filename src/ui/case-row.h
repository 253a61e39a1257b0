/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of the list of cases: where it stands, when it was saved; activating it opens it. */
GtkWidget *lockstep_case_row_new (const LockstepStoreItem *item) G_GNUC_WARN_UNUSED_RESULT;

/* "today, 10:42" or "9 November 2026"; @now is the time it is now. */
char *lockstep_case_row_format_time (gint64 unix_time, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
