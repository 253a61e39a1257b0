/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static const char *
copy_place (GString *into, const char *place, LockstepTextLookup lookup, gpointer user_data)
{
  const char *end = strchr (place, '}');
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (end == NULL)
    {
      g_string_append (into, place);
      return place + strlen (place);
    }

  name = g_strndup (place + 1, (gsize) (end - place - 1));
  value = lookup (name, user_data);
  g_string_append (into, value != NULL ? value : "…");

  return end + 1;
}

char *
lockstep_text_fill (const char *pattern, LockstepTextLookup lookup, gpointer user_data)
{
  GString *filled = g_string_new (NULL);
  const char *p = pattern;

  g_return_val_if_fail (pattern != NULL && lookup != NULL, g_string_free (filled, FALSE));

  while (*p != '\0')
    if ((p[0] == '{' && p[1] == '{') || (p[0] == '}' && p[1] == '}'))
      {
        g_string_append_c (filled, *p);
        p += 2;
      }
    else if (*p == '{')
      p = copy_place (filled, p, lookup, user_data);
    else
      g_string_append_c (filled, *p++);

  return g_string_free (filled, FALSE);
}

static char *
format_local (gint64 unix_time, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (unix_time);

  /* GDateTime knows the years 1 to 9999; a certificate may claim others. */
  if (time == NULL)
    return g_strdup (_ ("a date beyond the calendar"));

  return g_date_time_format (time, format);
}

char *
lockstep_text_date (gint64 unix_time)
{
  /* Translators: a date in words, for g_date_time_format(): 9 November 2026 */
  return format_local (unix_time, _ ("%-d %B %Y"));
}

char *
lockstep_text_date_time (gint64 unix_time)
{
  /* Translators: date, time and zone, for g_date_time_format(): 9 November 2026, 10:41:07 UTC */
  return format_local (unix_time, _ ("%-d %B %Y, %H:%M:%S %Z"));
}

char *
lockstep_text_iso (gint64 unix_time)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (unix_time);

  if (time == NULL)
    return g_strdup (unix_time < 0 ? "0001-01-01T00:00:00Z" : "9999-12-31T23:59:59Z");

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
lockstep_text_read_iso (const char *text, gint64 *ret_unix_time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *with_time = NULL;

  g_return_val_if_fail (text != NULL && ret_unix_time != NULL, FALSE);

  if (strlen (text) > 40)
    return FALSE;

  if (strchr (text, 'T') == NULL)
    with_time = g_strconcat (text, "T00:00:00Z", NULL);

  time = g_date_time_new_from_iso8601 (with_time != NULL ? with_time : text, utc);
  if (time == NULL)
    return FALSE;

  *ret_unix_time = g_date_time_to_unix (time);
  return TRUE;
}

static gint64
julian_day (gint64 unix_time)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (unix_time);
  GDate date;
  int year, month, day;

  if (time == NULL)
    return unix_time / 86400 + 719163;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

gint
lockstep_text_calendar_days (gint64 from, gint64 to)
{
  return (gint) CLAMP (julian_day (to) - julian_day (from), G_MININT, G_MAXINT);
}

char *
lockstep_text_days (gint days)
{
  guint n = days < 0 ? 0u - (guint) days : (guint) days;

  if (n <= 90)
    return g_strdup_printf (ngettext ("%u day", "%u days", n), n);

  if (n <= 730)
    {
      guint months = (n * 10 + 152) / 304;

      return g_strdup_printf (ngettext ("%u month", "%u months", months), months);
    }

  n = (n + 182) / 365;
  return g_strdup_printf (ngettext ("%u year", "%u years", n), n);
}

char *
lockstep_text_duration (gint64 microseconds)
{
  gint64 milliseconds = (microseconds + 500) / 1000;

  if (milliseconds < 1000)
    /* Translators: a length of time in milliseconds */
    return g_strdup_printf (_ ("%d ms"), (int) milliseconds);

  /* Translators: a length of time in seconds, with one decimal */
  return g_strdup_printf (_ ("%.1f s"), (double) milliseconds / 1000.0);
}

char *
lockstep_text_list (const char *const *items)
{
  guint n = g_strv_length ((char **) items);
  GString *list;

  if (n == 0)
    return g_strdup ("");

  list = g_string_new (items[0]);
  for (guint i = 1; i + 1 < n; i++)
    /* Translators: stands between the items of a list, except before the last one */
    g_string_append_printf (list, "%s%s", _ (", "), items[i]);

  if (n > 1)
    /* Translators: stands before the last item of a list; mind the blanks */
    g_string_append_printf (list, "%s%s", _ (" and "), items[n - 1]);

  return g_string_free (list, FALSE);
}
