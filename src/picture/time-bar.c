/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/pictures.h"
#include "picture/time-pieces.h"
#include "picture/time-words.h"
#include "picture/words.h"

#include <glib/gi18n-lib.h>

#define WIDE 480.0
#define CAPTION_Y (LOCKSTEP_BAR_Y + 46.0)
#define DATE_Y (LOCKSTEP_BAR_Y + 63.0)
#define BETWEEN 16.0
#define LINE 22.0

static LockstepColour
lateness_colour (const LockstepTimes *times)
{
  return times->state == LOCKSTEP_TIMES_SOON ? LOCKSTEP_COLOUR_LOOK : LOCKSTEP_COLOUR_BAD;
}

static void
draw_flag (LockstepTimeBar *bar)
{
  double x = CLAMP (bar->today_x, 6.0, bar->canvas->width - 6.0);
  LockstepPoint triangle[] = { { x - 6.0, 22.0 }, { x + 6.0, 22.0 }, { x, 30.0 } };

  lockstep_canvas_points (bar->canvas,
                          LOCKSTEP_SHAPE_POLYGON,
                          triangle,
                          G_N_ELEMENTS (triangle),
                          LOCKSTEP_COLOUR_TEXT,
                          LOCKSTEP_LINE_WHOLE);
  lockstep_canvas_line (bar->canvas,
                        x,
                        28.0,
                        x,
                        LOCKSTEP_BAR_END + 4.0,
                        2.0,
                        LOCKSTEP_COLOUR_TEXT,
                        LOCKSTEP_LINE_WHOLE);
}

static void
draw_today (LockstepTimeBar *bar)
{
  g_autofree char *today = lockstep_times_today (bar->times, bar->narrow);
  g_autofree char *lateness = bar->narrow ? NULL : lockstep_times_lateness (bar->times);
  double today_width = lockstep_canvas_measure (bar->canvas, LOCKSTEP_FONT_BOLD, today);
  double width = today_width;
  double start;

  if (lateness != NULL)
    width += 10.0 + lockstep_canvas_measure (bar->canvas, LOCKSTEP_FONT_BOLD, lateness);

  start = MAX (MIN (bar->today_x - width / 2.0, bar->canvas->width - width), 0.0);
  lockstep_canvas_text (bar->canvas,
                        start,
                        15.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        LOCKSTEP_COLOUR_TEXT,
                        today,
                        bar->canvas->width + 0.01,
                        LOCKSTEP_ELLIPSIS_END);
  if (lateness != NULL)
    lockstep_canvas_text (bar->canvas,
                          start + today_width + 10.0,
                          15.0,
                          LOCKSTEP_TEXT_START,
                          LOCKSTEP_FONT_BOLD,
                          lateness_colour (bar->times),
                          lateness,
                          bar->canvas->width - start - today_width - 10.0 + 0.01,
                          LOCKSTEP_ELLIPSIS_END);
  draw_flag (bar);
}

static void
draw_diamond (LockstepCanvas *canvas, double x, double y, double half)
{
  LockstepPoint points[] = { { x, y - half }, { x + half, y }, { x, y + half }, { x - half, y } };

  lockstep_canvas_points (canvas,
                          LOCKSTEP_SHAPE_POLYGON,
                          points,
                          G_N_ELEMENTS (points),
                          LOCKSTEP_COLOUR_CARD,
                          LOCKSTEP_LINE_WHOLE);
  lockstep_canvas_border (canvas, 1.8, LOCKSTEP_COLOUR_TEXT, LOCKSTEP_LINE_WHOLE);
}

/* Caption and date as one block; returns its width. */
static double
measure_date (LockstepTimeBar *bar, const char *caption, const char *date, gboolean bad)
{
  LockstepFont caption_font = bad ? LOCKSTEP_FONT_SMALL_BOLD : LOCKSTEP_FONT_SMALL;
  LockstepFont date_font = bad ? LOCKSTEP_FONT_BOLD : LOCKSTEP_FONT_BODY;

  return MAX (lockstep_canvas_measure (bar->canvas, caption_font, caption),
              lockstep_canvas_measure (bar->canvas, date_font, date));
}

static void
draw_date (LockstepTimeBar *bar,
           double x,
           double down,
           LockstepTextAnchor anchor,
           const char *caption,
           const char *date,
           gboolean bad)
{
  lockstep_canvas_text (bar->canvas,
                        x,
                        CAPTION_Y + down,
                        anchor,
                        bad ? LOCKSTEP_FONT_SMALL_BOLD : LOCKSTEP_FONT_SMALL,
                        bad ? LOCKSTEP_COLOUR_BAD : LOCKSTEP_COLOUR_SECONDARY,
                        caption,
                        bar->canvas->width,
                        LOCKSTEP_ELLIPSIS_END);
  lockstep_canvas_text (bar->canvas,
                        x,
                        DATE_Y + down,
                        anchor,
                        bad ? LOCKSTEP_FONT_BOLD : LOCKSTEP_FONT_BODY,
                        bad ? LOCKSTEP_COLOUR_BAD : LOCKSTEP_COLOUR_TEXT,
                        date,
                        bar->canvas->width,
                        LOCKSTEP_ELLIPSIS_END);
}

typedef struct
{
  double from_start, from_end;
  double until_start, until_end;
  double down; /* how far the later one dropped */
} Dates;

/* The dates stand below the ends of validity and make room for each other: the later one moves,
 * then the earlier one, then the later one drops. */
static Dates
draw_dates (LockstepTimeBar *bar)
{
  LockstepTimesState state = bar->times->state;
  g_autofree char *from = lockstep_times_date (bar->times->from, bar->narrow);
  g_autofree char *until = lockstep_times_date (bar->times->until, bar->narrow);
  gboolean from_bad = state == LOCKSTEP_TIMES_NOT_YET;
  gboolean until_bad = state == LOCKSTEP_TIMES_EXPIRED;
  double from_width = measure_date (bar, _ ("Valid from"), from, from_bad);
  double until_width = measure_date (bar, _ ("Valid until"), until, until_bad);
  double width = bar->canvas->width;
  Dates dates = { .down = 0.0 };

  dates.from_start = MAX (MIN (bar->scale.from_x, width - from_width), 0.0);
  dates.until_end = MIN (MAX (bar->scale.until_x, until_width), width);
  if (dates.until_end - until_width < dates.from_start + from_width + BETWEEN)
    dates.until_end = MIN (dates.from_start + from_width + BETWEEN + until_width, width);
  if (dates.until_end - until_width < dates.from_start + from_width + BETWEEN)
    dates.from_start = MAX (dates.until_end - until_width - BETWEEN - from_width, 0.0);
  if (dates.until_end - until_width < dates.from_start + from_width)
    dates.down = 2.0 * LINE;

  dates.from_end = dates.from_start + from_width;
  dates.until_start = dates.until_end - until_width;
  draw_date (bar, dates.from_start, 0.0, LOCKSTEP_TEXT_START, _ ("Valid from"), from, from_bad);
  draw_date (bar,
             dates.until_end,
             dates.down,
             LOCKSTEP_TEXT_END,
             _ ("Valid until"),
             until,
             until_bad);

  return dates;
}

/* Where the widest room between the dates begins, and how wide it is. */
static double
find_gap (const Dates *dates, double width, double *ret_start)
{
  double starts[] = { 0.0, dates->from_end, dates->until_end };
  double ends[] = { dates->from_start, dates->until_start, width };
  guint widest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (starts); i++)
    if (ends[i] - starts[i] > ends[widest] - starts[widest])
      widest = i;

  *ret_start = starts[widest];
  return dates->down > 0.0 ? 0.0 : ends[widest] - starts[widest];
}

/* The words about the server's clock; returns the last baseline. */
static double
draw_clock (LockstepTimeBar *bar, const Dates *dates, double baseline)
{
  g_autofree char *words = lockstep_times_clock (bar->times, bar->narrow);
  gboolean agrees = bar->times->clock_agrees;
  LockstepFont font = agrees ? LOCKSTEP_FONT_SMALL : LOCKSTEP_FONT_SMALL_BOLD;
  double width, gap, start;

  if (words == NULL)
    return baseline;

  draw_diamond (bar->canvas,
                CLAMP (lockstep_time_scale_get_x (&bar->scale,
                                                  agrees ? bar->times->today : bar->times->clock),
                       6.4,
                       bar->canvas->width - 6.4),
                LOCKSTEP_BAR_END + 8.5,
                5.5);

  width = 11.0 + lockstep_canvas_measure (bar->canvas, font, words);
  gap = find_gap (dates, bar->canvas->width, &start);
  if (agrees && !bar->narrow && gap >= width + 2.0 * BETWEEN)
    {
      start += (gap - width) / 2.0;
    }
  else
    {
      baseline += LINE;
      start = 8.0;
    }

  draw_diamond (bar->canvas, start, baseline - 4.5, 5.0);
  lockstep_canvas_text (bar->canvas,
                        start + (start > 8.0 ? 11.0 : 14.0),
                        baseline - 0.5,
                        LOCKSTEP_TEXT_START,
                        font,
                        agrees ? LOCKSTEP_COLOUR_SECONDARY : LOCKSTEP_COLOUR_TEXT,
                        words,
                        bar->canvas->width - start - 14.0,
                        LOCKSTEP_ELLIPSIS_END);

  return baseline;
}

/* In the narrow form how late it is has a line of its own. */
static double
draw_lateness (LockstepTimeBar *bar, double baseline)
{
  g_autofree char *lateness = lockstep_times_lateness (bar->times);

  if (!bar->narrow || lateness == NULL)
    return baseline;

  baseline += LINE + 2.0;
  lockstep_canvas_state (bar->canvas,
                         8.0,
                         baseline - 5.0,
                         16.0,
                         bar->times->state == LOCKSTEP_TIMES_SOON ? "look" : "failed");
  lockstep_canvas_text (bar->canvas,
                        22.0,
                        baseline,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        lateness_colour (bar->times),
                        lateness,
                        bar->canvas->width - 22.0,
                        LOCKSTEP_ELLIPSIS_END);

  return baseline;
}

static double
draw_empty (LockstepCanvas *canvas)
{
  lockstep_canvas_rectangle (canvas,
                             0.0,
                             6.0,
                             canvas->width,
                             LOCKSTEP_BAR_HEIGHT,
                             LOCKSTEP_BAR_CORNER,
                             LOCKSTEP_COLOUR_GROUND,
                             1.0);
  lockstep_canvas_text (canvas,
                        canvas->width / 2.0,
                        46.0,
                        LOCKSTEP_TEXT_MIDDLE,
                        LOCKSTEP_FONT_SMALL,
                        LOCKSTEP_COLOUR_SECONDARY,
                        _ ("No certificate was seen."),
                        canvas->width,
                        LOCKSTEP_ELLIPSIS_END);

  return 54.0;
}

static double
draw_bar (LockstepCanvas *canvas, const LockstepTimes *times)
{
  LockstepTimeBar bar = { .canvas = canvas, .times = times, .narrow = canvas->width < WIDE };
  Dates dates;
  double baseline;

  bar.scale = lockstep_time_scale_new (times, canvas->width);
  bar.today_x = lockstep_time_scale_get_x (&bar.scale, times->today);
  /* The last days of a long validity would be a hair. */
  if (times->state == LOCKSTEP_TIMES_SOON)
    bar.today_x = MIN (bar.today_x, bar.scale.until_x - 8.0);

  lockstep_time_bar_draw_pieces (&bar);
  draw_today (&bar);
  dates = draw_dates (&bar);
  baseline = draw_lateness (&bar, DATE_Y + dates.down);
  baseline = draw_clock (&bar, &dates, baseline);

  return baseline + 6.0;
}

LockstepPicture *
lockstep_time_bar_layout (const LockstepDiagnosis *diagnosis,
                          guint index,
                          double width,
                          gboolean rtl,
                          const LockstepMeasure *measure)
{
  const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, index);
  LockstepTimes times = lockstep_times_read (target->facts);
  LockstepCanvas *canvas = lockstep_canvas_new (width, rtl, measure);
  g_autofree char *name = lockstep_words_target (diagnosis, index);
  double height = times.known ? draw_bar (canvas, &times) : draw_empty (canvas);

  return lockstep_canvas_finish (canvas,
                                 height,
                                 g_strdup_printf (_ ("Validity of the certificate: %s"), name),
                                 lockstep_times_describe (&times));
}
