/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In how many ways a date can be read at most: day first, month first. */
#define LOCKSTEP_READ_DATE_MAX 2

/**
 * lockstep_read_date:
 * @text: what a person typed or copied: "2026-11-09", "9.11.2026", "11/09/26", "09 Nov 2026",
 *   "November 9, 2026", "11/09/2026 10:41:07", "Nov  9 10:41:07 2026 GMT"
 * @ret_readings: (array fixed-size=2): unix seconds of each reading, the day first one before the
 *   month first one; a date without a time is its end in the local zone, because it is the last
 *   day that somebody reads
 *
 * Reads a date in any common form. Names of months are understood in English and in the language
 * of LC_TIME.
 *
 * Returns: the number of readings: 0 where @text holds no date or more than one, 2 where day and
 *   month can be told apart by nothing ("09/11/26")
 */
guint lockstep_read_date (const char *text, gint64 ret_readings[LOCKSTEP_READ_DATE_MAX]);

G_END_DECLS
