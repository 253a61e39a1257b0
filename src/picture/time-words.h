/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/time-scale.h"

G_BEGIN_DECLS

/* "Today, 21 November 2026", or "This computer, …" where the server's clock says otherwise. */
char *lockstep_times_today (const LockstepTimes *times, gboolean narrow) G_GNUC_WARN_UNUSED_RESULT;

/* "12 days too late", "41 days too early", "13 days left"; NULL while validity is not near its
 * end. */
char *lockstep_times_lateness (const LockstepTimes *times) G_GNUC_WARN_UNUSED_RESULT;

/* What stands inside the bar: "was valid for 364 days", "179 days left"; NULL for nothing. */
char *lockstep_times_inside (const LockstepTimes *times) G_GNUC_WARN_UNUSED_RESULT;

/* "server's clock: the same", or its date; NULL where it is not known. */
char *lockstep_times_clock (const LockstepTimes *times, gboolean narrow) G_GNUC_WARN_UNUSED_RESULT;

char *lockstep_times_date (gint64 time, gboolean narrow) G_GNUC_WARN_UNUSED_RESULT;

/* The text alternative. */
char *lockstep_times_describe (const LockstepTimes *times) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
