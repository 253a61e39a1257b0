/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/hatching.h"
#include "picture/time-pieces.h"
#include "picture/time-words.h"

/* A piece of the bar; the corners of the bar stay round where the piece reaches them. */
static void
draw_piece (LockstepTimeBar *bar, double from, double to, LockstepColour colour, double alpha)
{
  LockstepShape *shape;

  if (to - from < 0.5)
    return;

  lockstep_canvas_rectangle (bar->canvas,
                             from,
                             LOCKSTEP_BAR_Y,
                             to - from,
                             LOCKSTEP_BAR_HEIGHT,
                             LOCKSTEP_BAR_CORNER,
                             colour,
                             alpha);
  shape = lockstep_canvas_last (bar->canvas);
  shape->square_left = from > 0.5;
  shape->square_right = to < bar->canvas->width - 0.5;
  if ((shape->square_left && shape->square_right) || to - from < 2.0 * LOCKSTEP_BAR_CORNER)
    shape->radius = 0.0;
}

static void
draw_hatched (LockstepTimeBar *bar, double from, double to, LockstepColour colour)
{
  lockstep_canvas_hatching (
      bar->canvas,
      from,
      LOCKSTEP_BAR_Y,
      to - from,
      LOCKSTEP_BAR_HEIGHT,
      from > 0.5 ? 0.0 : MIN (LOCKSTEP_BAR_CORNER, (to - from) / 2.0),
      to < bar->canvas->width - 0.5 ? 0.0 : MIN (LOCKSTEP_BAR_CORNER, (to - from) / 2.0),
      colour);
}

static void
draw_validity (LockstepTimeBar *bar)
{
  const LockstepTimeScale *scale = &bar->scale;

  lockstep_canvas_rectangle (bar->canvas,
                             0.0,
                             LOCKSTEP_BAR_Y,
                             bar->canvas->width,
                             LOCKSTEP_BAR_HEIGHT,
                             LOCKSTEP_BAR_CORNER,
                             LOCKSTEP_COLOUR_GROUND,
                             1.0);
  switch (bar->times->state)
    {
    case LOCKSTEP_TIMES_VALID:
      draw_piece (bar, scale->from_x, bar->today_x, LOCKSTEP_COLOUR_GOOD, 0.5);
      draw_piece (bar, bar->today_x, scale->until_x, LOCKSTEP_COLOUR_GOOD, 0.2);
      break;
    case LOCKSTEP_TIMES_SOON:
      draw_piece (bar, scale->from_x, bar->today_x, LOCKSTEP_COLOUR_GREY, 1.0);
      draw_hatched (bar, bar->today_x, scale->until_x, LOCKSTEP_COLOUR_LOOK);
      break;
    case LOCKSTEP_TIMES_EXPIRED:
      draw_piece (bar, scale->from_x, scale->until_x, LOCKSTEP_COLOUR_GREY, 1.0);
      draw_hatched (bar, scale->until_x, bar->today_x, LOCKSTEP_COLOUR_BAD);
      break;
    case LOCKSTEP_TIMES_NOT_YET:
    default:
      draw_hatched (bar, bar->today_x, scale->from_x, LOCKSTEP_COLOUR_BAD);
      draw_piece (bar, scale->from_x, scale->until_x, LOCKSTEP_COLOUR_GREY, 1.0);
      break;
    }

  if (scale->cut_x >= 0.0)
    for (guint i = 0; i < 2; i++)
      {
        double x = scale->cut_x + 8.0 * i;

        lockstep_canvas_line (bar->canvas,
                              x - 7.0,
                              LOCKSTEP_BAR_END,
                              x - 2.4,
                              LOCKSTEP_BAR_Y,
                              3.5,
                              LOCKSTEP_COLOUR_CARD,
                              LOCKSTEP_LINE_WHOLE);
      }
}

static void
draw_inside (LockstepTimeBar *bar)
{
  g_autofree char *inside = lockstep_times_inside (bar->times);
  gboolean valid = bar->times->state == LOCKSTEP_TIMES_VALID;
  LockstepFont font = valid ? LOCKSTEP_FONT_SMALL_BOLD : LOCKSTEP_FONT_SMALL;
  double from = valid ? bar->today_x : bar->scale.from_x;
  double room = bar->scale.until_x - from;
  gboolean is_cut = bar->scale.cut_x > from && bar->scale.cut_x < bar->scale.until_x;
  double width;

  if (inside == NULL)
    return;

  width = lockstep_canvas_measure (bar->canvas, font, inside);
  if (width > room - (is_cut ? 80.0 : 12.0))
    return;

  lockstep_canvas_text (bar->canvas,
                        from + room / 2.0,
                        LOCKSTEP_BAR_Y + 14.0,
                        LOCKSTEP_TEXT_MIDDLE,
                        font,
                        valid ? LOCKSTEP_COLOUR_TEXT : LOCKSTEP_COLOUR_SECONDARY,
                        inside,
                        room,
                        LOCKSTEP_ELLIPSIS_END);
}

static void
draw_ends (LockstepTimeBar *bar)
{
  LockstepTimesState state = bar->times->state;
  double ends[] = { bar->scale.from_x, bar->scale.until_x };
  gboolean bad[] = { state == LOCKSTEP_TIMES_NOT_YET, state == LOCKSTEP_TIMES_EXPIRED };

  for (guint i = 0; i < 2; i++)
    {
      double x = CLAMP (ends[i], 1.0, bar->canvas->width - 1.0);

      lockstep_canvas_line (bar->canvas,
                            x,
                            LOCKSTEP_BAR_Y - 3.0,
                            x,
                            LOCKSTEP_BAR_END + 5.0,
                            2.0,
                            bad[i] ? LOCKSTEP_COLOUR_BAD : LOCKSTEP_COLOUR_SECONDARY,
                            LOCKSTEP_LINE_WHOLE);
    }
}

void
lockstep_time_bar_draw_pieces (LockstepTimeBar *bar)
{
  draw_validity (bar);
  draw_inside (bar);
  draw_ends (bar);
}
