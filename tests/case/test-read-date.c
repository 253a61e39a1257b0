/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/read-date.h"

#include "base/text.h"

static const struct
{
  const char *text;
  const char *first;
  const char *second;
} rows[] = {
  /* a day alone is its end */
  { "2026-11-09", "2026-11-09T23:59:59Z", NULL },
  { "  2026-11-09 ", "2026-11-09T23:59:59Z", NULL },
  { "2026/11/09", "2026-11-09T23:59:59Z", NULL },
  { "9.11.2026", "2026-11-09T23:59:59Z", NULL },
  { "09.11.2026", "2026-11-09T23:59:59Z", NULL },
  { "9. 11. 2026", "2026-11-09T23:59:59Z", NULL },
  { "09.11.26", "2026-11-09T23:59:59Z", NULL },
  { "20261109", "2026-11-09T23:59:59Z", NULL },
  { "09 Nov 2026", "2026-11-09T23:59:59Z", NULL },
  { "9-Nov-2026", "2026-11-09T23:59:59Z", NULL },
  { "09-NOV-26", "2026-11-09T23:59:59Z", NULL },
  { "9th of November 2026", "2026-11-09T23:59:59Z", NULL },
  { "November 9, 2026", "2026-11-09T23:59:59Z", NULL },
  { "Nov. 9, 2026", "2026-11-09T23:59:59Z", NULL },
  { "2026 November 9", "2026-11-09T23:59:59Z", NULL },
  { "Valid until: 9 November 2026", "2026-11-09T23:59:59Z", NULL },
  { "Monday, 09 November 2026", "2026-11-09T23:59:59Z", NULL },
  { "29.2.2028", "2028-02-29T23:59:59Z", NULL },
  /* only one order makes a date */
  { "11/25/26", "2026-11-25T23:59:59Z", NULL },
  { "25/11/2026", "2026-11-25T23:59:59Z", NULL },
  { "26/11/09", "2026-11-09T23:59:59Z", NULL },
  { "11/11/26", "2026-11-11T23:59:59Z", NULL },
  /* with a time */
  { "2026-11-09T10:41:07Z", "2026-11-09T10:41:07Z", NULL },
  { "2026-11-09T10:41:07+01:00", "2026-11-09T09:41:07Z", NULL },
  { "2026-11-09 10:41", "2026-11-09T10:41:00Z", NULL },
  { "2026-11-09 10:41:07.123", "2026-11-09T10:41:07Z", NULL },
  { "9.11.2026 10:41:07", "2026-11-09T10:41:07Z", NULL },
  { "Nov  9 10:41:07 2026 GMT", "2026-11-09T10:41:07Z", NULL },
  { "Mon Nov 09 10:41:07 UTC 2026", "2026-11-09T10:41:07Z", NULL },
  { "November 9, 2026 10:41:07 PM", "2026-11-09T22:41:07Z", NULL },
  { "November 9, 2026 12:05:00 AM", "2026-11-09T00:05:00Z", NULL },
  { "09 November 2026 10:41:07 GMT+01:00", "2026-11-09T09:41:07Z", NULL },
  /* read in two ways, the day first one before */
  { "09/11/26", "2026-11-09T23:59:59Z", "2026-09-11T23:59:59Z" },
  { "11/09/2026", "2026-09-11T23:59:59Z", "2026-11-09T23:59:59Z" },
  { "09-11-2026", "2026-11-09T23:59:59Z", "2026-09-11T23:59:59Z" },
  { "11/09/2026 10:41:07", "2026-09-11T10:41:07Z", "2026-11-09T10:41:07Z" },
  { "26/11/27", "2027-11-26T23:59:59Z", "2026-11-27T23:59:59Z" },
  { "09/11/12", "2012-11-09T23:59:59Z", "2012-09-11T23:59:59Z" },
  /* no date */
  { "", NULL, NULL },
  { "IBMI_2025", NULL, NULL },
  { "2026", NULL, NULL },
  { "9.11.", NULL, NULL },
  { "9.11.202", NULL, NULL },
  { "2026-11-0", NULL, NULL },
  { "2026-13-09", NULL, NULL },
  { "31.11.2026", NULL, NULL },
  { "29.2.2027", NULL, NULL },
  { "32/13/26", NULL, NULL },
  { "0/0/0", NULL, NULL },
  { "99999-99-99", NULL, NULL },
  { "9 Foo 2026", NULL, NULL },
  { "2026-11-09 25:00", NULL, NULL },
  { "10.11.2025 - 09.11.2026", NULL, NULL },
  { "10 Nov 2025 to 9 Nov 2026", NULL, NULL },
  { "2026-11-09\xff", NULL, NULL },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 readings[LOCKSTEP_READ_DATE_MAX] = { 0, 0 };
      guint n = lockstep_read_date (rows[i].text, readings);
      g_autofree char *first = n > 0 ? lockstep_text_iso (readings[0]) : NULL;
      g_autofree char *second = n > 1 ? lockstep_text_iso (readings[1]) : NULL;

      g_test_message ("row %u", i);
      g_assert_cmpstr (first, ==, rows[i].first);
      g_assert_cmpstr (second, ==, rows[i].second);
    }
}

/* Nothing is told where nothing was read. */
static void
test_untouched (void)
{
  gint64 readings[LOCKSTEP_READ_DATE_MAX] = { 7, 8 };

  g_assert_cmpuint (lockstep_read_date ("soon", readings), ==, 0);
  g_assert_cmpint (readings[0], ==, 7);
  g_assert_cmpint (readings[1], ==, 8);
}

/* A text that was copied by mistake is no date, however long. */
static void
test_long (void)
{
  g_autofree char *ones = g_strnfill (100000, '1');
  g_autofree char *text = g_strconcat ("2026-11-09 ", ones, NULL);
  gint64 readings[LOCKSTEP_READ_DATE_MAX];

  g_assert_cmpuint (lockstep_read_date (text, readings), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case/read-date/rows", test_rows);
  g_test_add_func ("/case/read-date/untouched", test_untouched);
  g_test_add_func ("/case/read-date/long", test_long);

  return g_test_run ();
}
