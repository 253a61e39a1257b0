/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/read-date.h"

#include <langinfo.h>

/* What a person types or copies is short; anything longer is no date. */
#define MAX_LENGTH 120

/* Years of two digits are this century's. The first of three numbers is taken for one only within
 * these bounds, so that "09/11/26" has two readings and not three. */
#define FIRST_SHORT_YEAR 20
#define LAST_SHORT_YEAR 79

typedef struct
{
  gboolean known;
  int hour;
  int minute;
  int second;
  GTimeZone *zone;
} Clock;

typedef struct
{
  gint64 *found;
  guint n;
  const Clock *clock;
} Readings;

/* Cuts the first match of @pattern out of @text and returns its groups; NULL where there is no
 * match. */
static char **
cut_out (const char *pattern, char **text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *before = NULL;
  char **groups;
  char *rest;
  int start, end;

  if (!g_regex_match (regex, *text, 0, &match))
    return NULL;

  groups = g_match_info_fetch_all (match);
  g_match_info_fetch_pos (match, 0, &start, &end);
  before = g_strndup (*text, (gsize) start);
  rest = g_strconcat (before, " ", *text + end, NULL);
  g_free (*text);
  *text = rest;

  return groups;
}

static const char *
group (char **groups, guint index)
{
  return index < g_strv_length (groups) ? groups[index] : "";
}

static int
number (char **groups, guint index)
{
  const char *text = group (groups, index);

  return *text != '\0' ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

/* The zone stands right behind the time, or anywhere by its name. */
static GTimeZone *
read_zone (char **time, char **text)
{
  g_auto (GStrv) name = cut_out ("(?<![a-z])(?:UTC|GMT|Z)\\b", text);
  g_autofree char *offset = NULL;

  if (*group (time, 6) != '\0')
    offset = g_strconcat (time[6], ":", time[7], NULL);
  else if (name != NULL || *group (time, 5) != '\0')
    offset = g_strdup ("Z");

  return offset != NULL ? g_time_zone_new_identifier (offset) : NULL;
}

static gboolean
read_clock (char **text, Clock *clock)
{
  g_auto (GStrv) time = cut_out ("(?<![\\d:])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?"
                                 "(?:\\s*([ap])\\.?m\\b\\.?)?"
                                 "(?:\\s*(UTC|GMT|Z))?(?:\\s*([+-]\\d{2}):?(\\d{2}))?(?![\\d:])",
                                 text);

  if (time == NULL)
    return TRUE;

  clock->known = TRUE;
  clock->hour = number (time, 1);
  clock->minute = number (time, 2);
  clock->second = number (time, 3);
  if (*group (time, 4) != '\0')
    clock->hour = clock->hour % 12 + (g_ascii_tolower (*time[4]) == 'p' ? 12 : 0);
  if (clock->hour > 23 || clock->minute > 59 || clock->second > 59)
    return FALSE;

  clock->zone = read_zone (time, text);
  return TRUE;
}

static void
add (Readings *readings, int year, int month, int day)
{
  const Clock *clock = readings->clock;
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = NULL;
  gint64 seconds;

  if (year < 1970 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) MIN (day, 99), (GDateMonth) month, (GDateYear) year))
    return;

  time = g_date_time_new (clock->zone != NULL ? clock->zone : local,
                          year,
                          month,
                          day,
                          clock->known ? clock->hour : 23,
                          clock->known ? clock->minute : 59,
                          clock->known ? clock->second : 59);
  if (time == NULL)
    return;

  seconds = g_date_time_to_unix (time);
  if (readings->n < LOCKSTEP_READ_DATE_MAX && (readings->n == 0 || readings->found[0] != seconds))
    readings->found[readings->n++] = seconds;
}

static gboolean
is_short_year (int value)
{
  return value >= FIRST_SHORT_YEAR && value <= LAST_SHORT_YEAR;
}

/* Three numbers with dots, slashes or hyphens. With dots nobody writes the month first. */
static void
add_numbers (Readings *readings, char **groups)
{
  char separator = *group (groups, 2);
  int a = number (groups, 1);
  int b = number (groups, 3);
  int c = number (groups, 4);

  if (strlen (group (groups, 1)) == 4)
    {
      add (readings, a, b, c);
      return;
    }
  if (strlen (group (groups, 1)) > 2 || strlen (group (groups, 4)) == 3)
    return;

  if (strlen (group (groups, 4)) == 4)
    {
      add (readings, c, b, a);
      if (separator != '.')
        add (readings, c, a, b);
      return;
    }

  if (is_short_year (c) || !is_short_year (a))
    {
      add (readings, 2000 + c, b, a);
      if (separator != '.')
        add (readings, 2000 + c, a, b);
    }
  if (is_short_year (a))
    add (readings, 2000 + a, b, c);
}

static gboolean
begins_with (const char *name, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_has_prefix (folded, word);
}

/* 0 for a word that is no month. */
static int
month_of (const char *word)
{
  static const char *const english[] = { "january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december" };
  static const nl_item local[] = { MON_1, MON_2, MON_3, MON_4,  MON_5,  MON_6,
                                   MON_7, MON_8, MON_9, MON_10, MON_11, MON_12 };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    if (g_str_has_prefix (english[i], folded) || begins_with (nl_langinfo (local[i]), folded))
      return (int) i + 1;

  return 0;
}

static void
add_named (Readings *readings, const char *year, const char *month, const char *day)
{
  int value = (int) g_ascii_strtoll (year, NULL, 10);

  add (readings,
       strlen (year) == 2 ? 2000 + value : value,
       month_of (month),
       (int) g_ascii_strtoll (day, NULL, 10));
}

/* The orders in which day, month and year stand; the number of the group of each. */
static const struct
{
  const char *pattern;
  guint year;
  guint month;
  guint day;
} named[] = {
  { "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s.,-]*(?:of\\s+)?(\\p{L}{3,})[\\s.,-]*(\\d{4}|\\d{2})(?!"
    "\\d)",
    3,
    2,
    1 },
  { "(?<!\\p{L})(\\p{L}{3,})[\\s.-]+(\\d{1,2})(?:st|nd|rd|th)?[\\s.,-]+(\\d{4})(?!\\d)", 3, 1, 2 },
  { "(?<!\\d)(\\d{4})[\\s.,-]*(\\p{L}{3,})[\\s.,-]*(\\d{1,2})(?!\\d)", 1, 2, 3 },
};

static void
read_day (char **text, Readings *readings)
{
  g_auto (GStrv) numbers =
      cut_out ("(?<![\\d./-])(\\d{1,4})\\s*([./-])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,4})(?![\\d])",
               text);
  g_auto (GStrv) compact = NULL;

  if (numbers != NULL)
    {
      add_numbers (readings, numbers);
      return;
    }

  compact = cut_out ("(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?!\\d)", text);
  if (compact != NULL)
    {
      add (readings, number (compact, 1), number (compact, 2), number (compact, 3));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (named) && readings->n == 0; i++)
    {
      g_autofree char *rest = g_strdup (*text);
      g_auto (GStrv) groups = cut_out (named[i].pattern, &rest);

      if (groups == NULL)
        continue;

      add_named (readings, groups[named[i].year], groups[named[i].month], groups[named[i].day]);
      if (readings->n > 0)
        {
          g_free (*text);
          *text = g_steal_pointer (&rest);
        }
    }
}

guint
lockstep_read_date (const char *text, gint64 ret_readings[LOCKSTEP_READ_DATE_MAX])
{
  gint64 found[LOCKSTEP_READ_DATE_MAX];
  Clock clock = { 0 };
  Readings readings = { found, 0, &clock };
  g_autofree char *rest = NULL;

  g_return_val_if_fail (text != NULL && ret_readings != NULL, 0);

  if (strnlen (text, MAX_LENGTH + 1) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return 0;

  rest = g_strdup (text);
  g_strdelimit (rest, "\t\r\n", ' ');
  if (g_regex_match_simple ("^\\s*\\d{4}-\\d{2}-\\d{2}t\\d", rest, G_REGEX_CASELESS, 0))
    *strpbrk (rest, "tT") = ' ';

  if (read_clock (&rest, &clock))
    read_day (&rest, &readings);
  g_clear_pointer (&clock.zone, g_time_zone_unref);

  /* What is left must hold no number: it would be a second date, or part of this one. */
  if (readings.n == 0 || strpbrk (rest, "0123456789") != NULL)
    return 0;

  for (guint i = 0; i < readings.n; i++)
    ret_readings[i] = found[i];

  return readings.n;
}
