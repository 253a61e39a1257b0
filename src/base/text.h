/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LockstepTextLookup:
 * @name: what stands between the braces
 * @user_data: the caller's
 *
 * Returns: (nullable) (transfer full): the text to put in, or %NULL where nothing is known
 */
typedef char *(*LockstepTextLookup) (const char *name, gpointer user_data);

/**
 * lockstep_text_fill:
 *
 * Fills the named places of a catalogue sentence: "{name}" becomes what @lookup returns; "{{"
 * and "}}" stand for braces. A place about which nothing is known becomes "…", so that no
 * sentence shows a placeholder to a person.
 *
 * Returns: (transfer full): the filled text
 */
char *lockstep_text_fill (const char *pattern, LockstepTextLookup lookup, gpointer user_data)
    G_GNUC_WARN_UNUSED_RESULT;

/* A date in words in the local zone and language, "9 November 2026"; @unix_time in seconds. */
char *lockstep_text_date (gint64 unix_time) G_GNUC_WARN_UNUSED_RESULT;

/* Date and time to the second with zone, for details: "9 November 2026, 10:41:07 UTC". */
char *lockstep_text_date_time (gint64 unix_time) G_GNUC_WARN_UNUSED_RESULT;

/* ISO 8601 in UTC, "2026-11-09T10:41:07Z", for files and JSON; never translated. */
char *lockstep_text_iso (gint64 unix_time) G_GNUC_WARN_UNUSED_RESULT;

/* Reads ISO 8601 (a date alone is its beginning in UTC); FALSE where @text is none. */
gboolean lockstep_text_read_iso (const char *text, gint64 *ret_unix_time);

/* Calendar days from @from to @to in the local zone; negative where @to is earlier. */
gint lockstep_text_calendar_days (gint64 from, gint64 to);

/* A length of time in words: "1 day", "90 days" up to 90 days, then months up to two years, then
 * years. @days is taken without its sign. */
char *lockstep_text_days (gint days) G_GNUC_WARN_UNUSED_RESULT;

/* "12 ms", from one second on "1.2 s"; @microseconds of a monotonic clock. */
char *lockstep_text_duration (gint64 microseconds) G_GNUC_WARN_UNUSED_RESULT;

/* "Telnet", "Telnet and Sign-on", "Telnet, Sign-on and Database". */
char *lockstep_text_list (const char *const *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
