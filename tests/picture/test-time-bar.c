/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/cases.h"
#include "picture/inspection.h"
#include "picture/time-scale.h"

typedef struct
{
  const char *name;
  double height;
  double narrow_height;
  const char *text;
  const char *sentence;
} Row;

static const Row rows[] = {
  { "bar-valid", 103.0, 125.0, "179 days left", "Today is 21 November 2026, 6 months before" },
  { "bar-soon",
    103.0,
    149.0,
    "13 days left",
    "Today is 21 November 2026, 13 days before its end." },
  { "bar-expired",
    103.0,
    149.0,
    "12 days too late",
    "Today is 21 November 2026, 12 days after its end." },
  { "bar-expired-yesterday", 103.0, 149.0, "1 day too late", "1 day after its end." },
  { "bar-expired-for-years", 103.0, 149.0, "18 years too late", "18 years after its end." },
  { "bar-not-yet", 103.0, 149.0, "41 days too early", "41 days before its beginning." },
  { "bar-clock", 125.0, 125.0, "Server’s clock: 1 January 2022", "The server’s clock says 1 Janu" },
  { "bar-no-clock", 103.0, 103.0, "1000 days left", "before its end." },
  { "bar-unknown", 54.0, 54.0, "No certificate was seen.", "its validity is not known." },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (LockstepPicture) picture = case_draw (row->name, 644.0);
  g_autoptr (LockstepPicture) narrow = case_draw (row->name, 312.0);

  g_assert_cmpfloat (picture->height, ==, row->height);
  g_assert_cmpfloat (narrow->height, ==, row->narrow_height);
  find_text (picture, row->text);
  g_assert_nonnull (strstr (picture->description, row->sentence));
}

static void
test_description (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("bar-expired", 644.0);

  g_assert_cmpstr (picture->description,
                   ==,
                   "The certificate is valid from 10 November 2025 until 9 November 2026. Today is "
                   "21 November 2026, 12 days after its end. The clocks of this computer and of "
                   "the server agree.");
}

#define DAY G_GINT64_CONSTANT (86400)

static LockstepTimes
times_of (gint64 from, gint64 until)
{
  return (LockstepTimes){
    .known = TRUE,
    .state = until < 0  ? LOCKSTEP_TIMES_EXPIRED
             : from > 0 ? LOCKSTEP_TIMES_NOT_YET
                        : LOCKSTEP_TIMES_VALID,
    .from = from * DAY,
    .until = until * DAY,
  };
}

static void
test_linear (void)
{
  LockstepTimes times = times_of (-100, 100);
  LockstepTimeScale scale = lockstep_time_scale_new (&times, 600.0);

  g_assert_cmpfloat (lockstep_time_scale_get_x (&scale, -100 * DAY), ==, 0.0);
  g_assert_cmpfloat_with_epsilon (lockstep_time_scale_get_x (&scale, 0), 300.0, 1e-9);
  g_assert_cmpfloat (lockstep_time_scale_get_x (&scale, 100 * DAY), ==, 600.0);
  g_assert_cmpfloat (scale.cut_x, <, 0.0);
}

/* What lies outside is at least 18 wide, and the cut is then in the valid part. */
static void
test_short_outside (void)
{
  LockstepTimes times = times_of (-731, -1);
  LockstepTimeScale scale = lockstep_time_scale_new (&times, 644.0);

  g_assert_cmpfloat_with_epsilon (scale.until_x, 612.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (lockstep_time_scale_get_x (&scale, 0), 630.0, 1e-6);
  g_assert_cmpfloat (scale.cut_x, >, 500.0);
  g_assert_cmpfloat (scale.cut_x, <, scale.until_x);
}

/* The valid part is at least 96 wide, and the cut is then in the part outside. */
static void
test_short_validity (void)
{
  LockstepTimes times = times_of (-6840, -6475);
  LockstepTimeScale scale = lockstep_time_scale_new (&times, 644.0);

  g_assert_cmpfloat_with_epsilon (scale.until_x, 96.0, 1e-6);
  g_assert_cmpfloat (scale.cut_x, >, scale.until_x);
}

static void
test_extremes (void)
{
  static const gint64 ends[][2] = { { -800000, 2900000 },
                                    { 0, 0 },
                                    { -1, -1 },
                                    { 1, 1 },
                                    { 2900000, 2900000 } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      LockstepTimes times = times_of (ends[i][0], ends[i][1]);
      LockstepTimeScale scale = lockstep_time_scale_new (&times, 280.0);

      g_assert_cmpfloat (scale.from_x, >=, 0.0);
      g_assert_cmpfloat (scale.until_x, >=, scale.from_x);
      g_assert_cmpfloat (scale.until_x, <=, 280.0);
      g_assert_cmpfloat (lockstep_time_scale_get_x (&scale, G_MAXINT64), <=, 280.0);
      g_assert_cmpfloat (lockstep_time_scale_get_x (&scale, G_MININT64), >=, 0.0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/picture/time-bar/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/picture/time-bar/description", test_description);
  g_test_add_func ("/picture/time-bar/linear", test_linear);
  g_test_add_func ("/picture/time-bar/short-outside", test_short_outside);
  g_test_add_func ("/picture/time-bar/short-validity", test_short_validity);
  g_test_add_func ("/picture/time-bar/extremes", test_extremes);

  return g_test_run ();
}
