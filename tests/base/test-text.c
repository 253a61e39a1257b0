/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#define NOON 1794225600 /* 2026-11-09T12:00:00Z */

static char *
lookup (const char *name, gpointer user_data)
{
  return strcmp (name, "host") == 0 ? g_strdup ("ibmi") : NULL;
}

static void
test_fill (void)
{
  static const struct
  {
    const char *pattern;
    const char *filled;
  } rows[] = {
    { "nothing", "nothing" },
    { "to {host}.", "to ibmi." },
    { "{host}{host}", "ibmiibmi" },
    { "{unknown}", "…" },
    { "{{host}}", "{host}" },
    { "cut {host", "cut {host" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *filled = lockstep_text_fill (rows[i].pattern, lookup, NULL);

      g_assert_cmpstr (filled, ==, rows[i].filled);
    }
}

static void
test_dates (void)
{
  g_autofree char *date = lockstep_text_date (NOON);
  g_autofree char *iso = lockstep_text_iso (NOON);
  g_autofree char *far = lockstep_text_iso (G_MAXINT64);
  g_autofree char *far_date = lockstep_text_date (G_MAXINT64);
  gint64 time = 7;

  g_assert_cmpstr (date, ==, "9 November 2026");
  g_assert_cmpstr (iso, ==, "2026-11-09T12:00:00Z");
  g_assert_cmpstr (far, ==, "9999-12-31T23:59:59Z");
  g_assert_cmpstr (far_date, ==, "a date beyond the calendar");

  g_assert_true (lockstep_text_read_iso ("2026-11-09T12:00:00Z", &time));
  g_assert_cmpint (time, ==, NOON);
  g_assert_true (lockstep_text_read_iso ("2026-11-09", &time));
  g_assert_cmpint (time, ==, NOON - 12 * 3600);
  g_assert_true (lockstep_text_read_iso ("2026-11-09T13:00:00+01:00", &time));
  g_assert_cmpint (time, ==, NOON);
  g_assert_false (lockstep_text_read_iso ("9 November", &time));
  g_assert_false (lockstep_text_read_iso ("2026-13-01", &time));
  g_assert_false (lockstep_text_read_iso ("", &time));
  g_assert_cmpint (time, ==, NOON);
}

static void
test_calendar_days (void)
{
  g_assert_cmpint (lockstep_text_calendar_days (NOON, NOON), ==, 0);
  g_assert_cmpint (lockstep_text_calendar_days (NOON, NOON + 12 * 3600), ==, 1);
  g_assert_cmpint (lockstep_text_calendar_days (NOON, NOON + 12 * 3600 - 1), ==, 0);
  g_assert_cmpint (lockstep_text_calendar_days (NOON + 12 * 86400, NOON), ==, -12);
}

static void
test_lengths (void)
{
  static const struct
  {
    gint days;
    const char *words;
  } rows[] = {
    { 0, "0 days" },      { 1, "1 day" },
    { -1, "1 day" },      { 90, "90 days" },
    { 91, "3 months" },   { 365, "12 months" },
    { 730, "24 months" }, { 731, "2 years" },
    { 3650, "10 years" }, { G_MININT, "5883517 years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = lockstep_text_days (rows[i].days);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_durations (void)
{
  g_autofree char *small = lockstep_text_duration (12400);
  g_autofree char *nearly = lockstep_text_duration (999499);
  g_autofree char *large = lockstep_text_duration (1234000);

  g_assert_cmpstr (small, ==, "12 ms");
  g_assert_cmpstr (nearly, ==, "999 ms");
  g_assert_cmpstr (large, ==, "1.2 s");
}

static void
test_lists (void)
{
  const char *const three[] = { "Telnet", "Sign-on", "Database", NULL };
  g_autofree char *none = lockstep_text_list (three + 3);
  g_autofree char *one = lockstep_text_list (three + 2);
  g_autofree char *two = lockstep_text_list (three + 1);
  g_autofree char *all = lockstep_text_list (three);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (one, ==, "Database");
  g_assert_cmpstr (two, ==, "Sign-on and Database");
  g_assert_cmpstr (all, ==, "Telnet, Sign-on and Database");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/fill", test_fill);
  g_test_add_func ("/base/text/dates", test_dates);
  g_test_add_func ("/base/text/calendar-days", test_calendar_days);
  g_test_add_func ("/base/text/lengths", test_lengths);
  g_test_add_func ("/base/text/durations", test_durations);
  g_test_add_func ("/base/text/lists", test_lists);

  return g_test_run ();
}
