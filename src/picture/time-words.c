/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"
#include "picture/time-words.h"
#include "picture/words.h"

#include <glib/gi18n-lib.h>

/* Up to here the bar counts days, which compare with a calendar; beyond, years are easier. */
#define MAX_DAYS 1000

char *
lockstep_times_date (gint64 time, gboolean narrow)
{
  return narrow ? lockstep_words_short_date (time) : lockstep_text_date (time);
}

char *
lockstep_times_today (const LockstepTimes *times, gboolean narrow)
{
  g_autofree char *date = lockstep_times_date (times->today, narrow);

  if (times->clock_known && !times->clock_agrees)
    return g_strdup_printf (_ ("This computer, %s"), date);

  return g_strdup_printf (_ ("Today, %s"), date);
}

char *
lockstep_times_lateness (const LockstepTimes *times)
{
  gint late = lockstep_text_calendar_days (times->until, times->today);
  gint early = lockstep_text_calendar_days (times->today, times->from);
  g_autofree char *length = NULL;

  switch (times->state)
    {
    case LOCKSTEP_TIMES_EXPIRED:
      length = lockstep_text_days (late);
      return late > 0 ? g_strdup_printf (_ ("%s too late"), length)
                      : g_strdup (_ ("since today too late"));
    case LOCKSTEP_TIMES_NOT_YET:
      length = lockstep_text_days (early);
      return early > 0 ? g_strdup_printf (_ ("%s too early"), length)
                       : g_strdup (_ ("some hours too early"));
    case LOCKSTEP_TIMES_SOON:
      length = lockstep_text_days (late);
      return late < 0 ? g_strdup_printf (_ ("%s left"), length) : g_strdup (_ ("the last day"));
    case LOCKSTEP_TIMES_VALID:
    default:
      return NULL;
    }
}

static char *
count_days (gint64 from, gint64 to)
{
  guint days = (guint) MAX (lockstep_text_calendar_days (from, to), 0);

  if (days > MAX_DAYS)
    return lockstep_text_days ((gint) days);

  return g_strdup_printf (ngettext ("%u day", "%u days", days), days);
}

char *
lockstep_times_inside (const LockstepTimes *times)
{
  g_autofree char *whole = count_days (times->from, times->until);
  g_autofree char *left = count_days (times->today, times->until);

  switch (times->state)
    {
    case LOCKSTEP_TIMES_EXPIRED:
      return g_strdup_printf (_ ("was valid for %s"), whole);
    case LOCKSTEP_TIMES_NOT_YET:
      return g_strdup_printf (_ ("valid for %s"), whole);
    case LOCKSTEP_TIMES_VALID:
      return g_strdup_printf (_ ("%s left"), left);
    case LOCKSTEP_TIMES_SOON:
    default:
      return NULL;
    }
}

char *
lockstep_times_clock (const LockstepTimes *times, gboolean narrow)
{
  g_autofree char *date = NULL;

  if (!times->clock_known)
    return NULL;

  if (times->clock_agrees)
    return g_strdup (_ ("server’s clock: the same"));

  date = lockstep_times_date (times->clock, narrow);
  if (lockstep_text_calendar_days (times->today, times->clock) == 0)
    {
      g_autofree char *exact = lockstep_text_date_time (times->clock);

      return g_strdup_printf (_ ("Server’s clock: %s"), exact);
    }

  return g_strdup_printf (_ ("Server’s clock: %s"), date);
}

static char *
describe_today (const LockstepTimes *times)
{
  g_autofree char *today = lockstep_text_date (times->today);
  gint late = lockstep_text_calendar_days (times->until, times->today);
  gint early = lockstep_text_calendar_days (times->today, times->from);
  g_autofree char *late_days = lockstep_text_days (late);
  g_autofree char *early_days = lockstep_text_days (early);

  switch (times->state)
    {
    case LOCKSTEP_TIMES_EXPIRED:
      return g_strdup_printf (_ ("Today is %s, %s after its end."), today, late_days);
    case LOCKSTEP_TIMES_NOT_YET:
      return g_strdup_printf (_ ("Today is %s, %s before its beginning."), today, early_days);
    case LOCKSTEP_TIMES_SOON:
    case LOCKSTEP_TIMES_VALID:
    default:
      return g_strdup_printf (_ ("Today is %s, %s before its end."), today, late_days);
    }
}

char *
lockstep_times_describe (const LockstepTimes *times)
{
  GString *text = g_string_new (NULL);
  g_autofree char *from = lockstep_text_date (times->from);
  g_autofree char *until = lockstep_text_date (times->until);

  if (!times->known)
    {
      lockstep_words_add (text,
                          g_strdup (_ ("No certificate was seen, so its validity is not known.")));
      return g_string_free (text, FALSE);
    }

  lockstep_words_add (
      text,
      g_strdup_printf (_ ("The certificate is valid from %s until %s."), from, until));
  lockstep_words_add (text, describe_today (times));
  if (times->clock_known && times->clock_agrees)
    lockstep_words_add (text,
                        g_strdup (_ ("The clocks of this computer and of the server agree.")));
  else if (times->clock_known)
    {
      g_autofree char *clock = lockstep_text_date_time (times->clock);

      lockstep_words_add (text, g_strdup_printf (_ ("The server’s clock says %s."), clock));
    }

  return g_string_free (text, FALSE);
}
