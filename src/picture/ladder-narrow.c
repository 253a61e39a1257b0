/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"
#include "picture/ladder-rows.h"

#define LIFELINE 14.0
#define HEADS 28.0
#define FIRST_ARROW 62.0
#define SPACING 40.0
#define NEVER_SPACING 44.0
#define BAND_HEIGHT 30.0
#define INSET 20.0
#define TIME_WIDTH 60.0

static double
draw_name_mark (LockstepCanvas *canvas, const LockstepRow *row, double y)
{
  if (row->mark == NULL)
    return 0.0;

  lockstep_canvas_state (canvas,
                         row->from_server ? canvas->width - INSET - 9.0 : INSET + 9.0,
                         y - 13.0,
                         14.0,
                         row->mark_state);

  return 20.0;
}

static void
draw_words (LockstepCanvas *canvas, const LockstepRow *row, double y)
{
  g_autofree char *time = NULL;
  gboolean has_shape =
      row->kind != LOCKSTEP_ROW_MESSAGE && row->kind != LOCKSTEP_ROW_NEVER && !row->calm;
  double inset = INSET + draw_name_mark (canvas, row, y) + (has_shape ? 8.0 : 0.0);
  double name_x = row->from_server ? canvas->width - inset : inset;
  double time_x = row->from_server ? INSET : canvas->width - INSET;

  lockstep_canvas_text (canvas,
                        name_x,
                        y - 8.0,
                        row->from_server ? LOCKSTEP_TEXT_END : LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        lockstep_row_get_text_colour (row),
                        row->name,
                        canvas->width - inset - INSET - TIME_WIDTH,
                        LOCKSTEP_ELLIPSIS_END);
  if (row->kind == LOCKSTEP_ROW_NEVER)
    return;

  time = lockstep_text_duration (row->at);
  lockstep_canvas_text (canvas,
                        time_x,
                        y - 8.0,
                        row->from_server ? LOCKSTEP_TEXT_START : LOCKSTEP_TEXT_END,
                        LOCKSTEP_FONT_SMALL,
                        LOCKSTEP_COLOUR_SECONDARY,
                        time,
                        TIME_WIDTH,
                        LOCKSTEP_ELLIPSIS_END);
}

static void
draw_centred (LockstepCanvas *canvas, const LockstepRow *row, double y)
{
  LockstepColour colour =
      row->kind == LOCKSTEP_ROW_SILENCE ? LOCKSTEP_COLOUR_BAD : LOCKSTEP_COLOUR_SECONDARY;
  double icon = row->kind == LOCKSTEP_ROW_SILENCE ? 24.0 : 0.0;
  double room = canvas->width - 2.0 * INSET - icon;
  double width = MIN (lockstep_canvas_measure (canvas, LOCKSTEP_FONT_BOLD, row->name), room);
  double start = (canvas->width - width - icon) / 2.0;

  if (icon > 0.0)
    lockstep_canvas_glyph (canvas, start + 8.0, y - 13.0, 16.0, "clock", colour);
  lockstep_canvas_text (canvas,
                        start + icon,
                        y - 8.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        colour,
                        row->name,
                        width + 0.01,
                        LOCKSTEP_ELLIPSIS_END);
}

static void
draw_lifelines (LockstepCanvas *canvas, double from, double to, LockstepLineStyle style)
{
  double server = canvas->width - LIFELINE;
  LockstepColour colour =
      style == LOCKSTEP_LINE_WHOLE ? LOCKSTEP_COLOUR_SECONDARY : LOCKSTEP_COLOUR_NOT_REACHED;

  lockstep_canvas_line (canvas, LIFELINE, from, LIFELINE, to, 1.5, colour, style);
  lockstep_canvas_line (canvas, server, from, server, to, 1.5, colour, style);
}

static void
draw_row (LockstepCanvas *canvas, const LockstepRow *row, double y)
{
  double server = canvas->width - LIFELINE;

  if (row->kind == LOCKSTEP_ROW_SILENCE || row->kind == LOCKSTEP_ROW_MORE)
    {
      draw_centred (canvas, row, y);
      return;
    }

  draw_words (canvas, row, y);
  lockstep_row_draw_arrow (canvas,
                           row,
                           y,
                           row->from_server ? server : LIFELINE,
                           row->from_server ? LIFELINE : server,
                           0.0,
                           0.0);
}

double
lockstep_ladder_draw_narrow (LockstepCanvas *canvas, const GPtrArray *rows)
{
  double y = FIRST_ARROW - SPACING;
  double drawn_to = HEADS;

  for (guint i = 0; i < rows->len; i++)
    {
      const LockstepRow *row = g_ptr_array_index (rows, i);
      gboolean never = row->kind == LOCKSTEP_ROW_NEVER;

      if (row->kind == LOCKSTEP_ROW_AGREED)
        {
          draw_lifelines (canvas, drawn_to, y + 22.0, LOCKSTEP_LINE_WHOLE);
          drawn_to = y + 20.0 + BAND_HEIGHT;
          lockstep_row_draw_band (canvas, row, 0.0, y + 20.0, canvas->width);
          y = drawn_to - 6.0;
          continue;
        }

      y += never ? NEVER_SPACING : SPACING;
      draw_lifelines (canvas,
                      never ? drawn_to + 4.0 : drawn_to,
                      never ? y + 10.0 : y,
                      never ? LOCKSTEP_LINE_DOTTED : LOCKSTEP_LINE_WHOLE);
      drawn_to = y;
      draw_row (canvas, row, y);
    }

  return rows->len == 0 ? HEADS : drawn_to > y ? drawn_to : y + 14.0;
}
