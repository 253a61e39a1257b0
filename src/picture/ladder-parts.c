/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/ladder-rows.h"

#define ZIGZAG_PERIOD 18.0
#define ZIGZAG_HEIGHT 7.0
#define MAX_PERIODS 30
#define HEAD 9.0
#define BAND_HEIGHT 30.0
#define BAND_GAP 8.0

LockstepColour
lockstep_row_get_line_colour (const LockstepRow *row)
{
  if (row->kind == LOCKSTEP_ROW_NEVER)
    return LOCKSTEP_COLOUR_NOT_REACHED;
  if (row->kind == LOCKSTEP_ROW_PLAIN)
    return LOCKSTEP_COLOUR_LOOK;
  if (row->kind != LOCKSTEP_ROW_MESSAGE && !row->calm)
    return LOCKSTEP_COLOUR_BAD;

  return row->from_server ? LOCKSTEP_COLOUR_SERVER : LOCKSTEP_COLOUR_CLIENT;
}

LockstepColour
lockstep_row_get_text_colour (const LockstepRow *row)
{
  if (row->kind == LOCKSTEP_ROW_NEVER || row->kind == LOCKSTEP_ROW_MORE)
    return LOCKSTEP_COLOUR_SECONDARY;
  if (row->kind == LOCKSTEP_ROW_MESSAGE || row->calm)
    return LOCKSTEP_COLOUR_TEXT;

  return lockstep_row_get_line_colour (row);
}

static LockstepLineStyle
line_style (const LockstepRow *row)
{
  if (row->kind == LOCKSTEP_ROW_NEVER)
    return LOCKSTEP_LINE_BROKEN;

  return row->kind == LOCKSTEP_ROW_PLAIN ? LOCKSTEP_LINE_DOTTED : LOCKSTEP_LINE_WHOLE;
}

static void
draw_zigzag (LockstepCanvas *canvas, double from, double to, double y, LockstepColour colour)
{
  LockstepPoint points[2 * MAX_PERIODS + 2];
  guint n_points = 0;
  double length = ABS (to - from);
  guint periods = (guint) CLAMP (length / ZIGZAG_PERIOD + 0.5, 1.0, MAX_PERIODS);
  double quarter = (to - from) / (4.0 * periods);

  points[n_points++] = (LockstepPoint){ from, y };
  for (guint i = 0; i < 2 * periods; i++)
    points[n_points++] = (LockstepPoint){
      from + quarter * (1.0 + 2.0 * i),
      y + (i % 2 == 0 ? -ZIGZAG_HEIGHT : ZIGZAG_HEIGHT) / 2.0,
    };
  points[n_points++] = (LockstepPoint){ to, y };

  lockstep_canvas_points (canvas,
                          LOCKSTEP_SHAPE_LINE,
                          points,
                          n_points,
                          colour,
                          LOCKSTEP_LINE_WHOLE);
}

static void
draw_piece (LockstepCanvas *canvas, const LockstepRow *row, double from, double to, double y)
{
  LockstepColour colour = lockstep_row_get_line_colour (row);

  if (ABS (to - from) < 1.0)
    return;

  if (row->kind == LOCKSTEP_ROW_RESET && ABS (to - from) >= ZIGZAG_PERIOD / 2.0)
    draw_zigzag (canvas, from, to, y, colour);
  else
    lockstep_canvas_line (canvas, from, y, to, y, 2.0, colour, line_style (row));
}

/* The shape at the beginning of an arrow that ends the handshake, and the double bar of a close. */
static void
draw_beginning (LockstepCanvas *canvas, const LockstepRow *row, double x, double y, double side)
{
  LockstepColour colour = lockstep_row_get_line_colour (row);

  if (row->kind == LOCKSTEP_ROW_CLOSED)
    for (guint i = 0; i < 2; i++)
      {
        double bar = x + side * (20.0 + 6.0 * i);

        lockstep_canvas_line (canvas, bar, y - 6.0, bar, y + 6.0, 2.0, colour, LOCKSTEP_LINE_WHOLE);
      }

  if (row->kind != LOCKSTEP_ROW_MESSAGE && row->kind != LOCKSTEP_ROW_NEVER && !row->calm)
    lockstep_canvas_state (canvas, x, y, 16.0, row->kind == LOCKSTEP_ROW_PLAIN ? "look" : "failed");
}

void
lockstep_row_draw_arrow (LockstepCanvas *canvas,
                         const LockstepRow *row,
                         double y,
                         double from,
                         double to,
                         double gap_start,
                         double gap_end)
{
  double side = to > from ? 1.0 : -1.0;
  gboolean has_shape =
      row->kind != LOCKSTEP_ROW_MESSAGE && row->kind != LOCKSTEP_ROW_NEVER && !row->calm;
  double begin = from + side * (has_shape ? 12.0 : 1.0);
  double tip = to - side;
  double end = tip - side * (HEAD - 1.0);
  LockstepPoint head[] = {
    { tip, y },
    { tip - side * HEAD, y - HEAD / 2.0 },
    { tip - side * HEAD, y + HEAD / 2.0 },
  };

  if (gap_end > gap_start)
    {
      double gap_near = side > 0.0 ? gap_start : gap_end;
      double gap_far = side > 0.0 ? gap_end : gap_start;

      if (side * (gap_near - begin) > 0.0)
        draw_piece (canvas, row, begin, gap_near, y);
      if (side * (end - gap_far) > 0.0)
        draw_piece (canvas, row, gap_far, end, y);
    }
  else
    {
      draw_piece (canvas, row, begin, end, y);
    }

  lockstep_canvas_points (canvas,
                          LOCKSTEP_SHAPE_POLYGON,
                          head,
                          G_N_ELEMENTS (head),
                          lockstep_row_get_line_colour (row),
                          LOCKSTEP_LINE_WHOLE);
  draw_beginning (canvas, row, from, y, side);
}

void
lockstep_row_draw_band (LockstepCanvas *canvas,
                        const LockstepRow *row,
                        double x,
                        double y,
                        double width)
{
  double room = width - 2.0 * BAND_HEIGHT;
  double text = MIN (lockstep_canvas_measure (canvas, LOCKSTEP_FONT_BOLD, row->name), room);
  double start = x + (width - 16.0 - BAND_GAP - text) / 2.0;

  /* The lifelines end below the band, whatever the card behind it looks like. */
  lockstep_canvas_rectangle (canvas,
                             x,
                             y,
                             width,
                             BAND_HEIGHT,
                             BAND_HEIGHT / 2.0,
                             LOCKSTEP_COLOUR_CARD,
                             1.0);
  lockstep_canvas_rectangle (canvas,
                             x,
                             y,
                             width,
                             BAND_HEIGHT,
                             BAND_HEIGHT / 2.0,
                             LOCKSTEP_COLOUR_GOOD,
                             0.14);
  lockstep_canvas_state (canvas, start + 8.0, y + BAND_HEIGHT / 2.0, 16.0, "fine");
  lockstep_canvas_text (canvas,
                        start + 16.0 + BAND_GAP,
                        y + 20.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        LOCKSTEP_COLOUR_TEXT,
                        row->name,
                        room,
                        LOCKSTEP_ELLIPSIS_END);
}
