/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"
#include "picture/ladder-rows.h"

#define CLIENT 104.0
#define SERVER_GUTTER 116.0
#define HEADS 28.0
#define FIRST_ARROW 52.0
#define TIME_END 92.0
#define MARK_GUTTER 104.0
#define BAND_HEIGHT 30.0
#define GAP 8.0

static double
row_spacing (const GPtrArray *rows)
{
  guint arrows = 0;

  for (guint i = 0; i < rows->len; i++)
    arrows += ((const LockstepRow *) g_ptr_array_index (rows, i))->kind != LOCKSTEP_ROW_AGREED;

  if (arrows <= 8)
    return 24.0;

  return arrows <= 18 ? 22.0 : 20.0;
}

static void
draw_time (LockstepCanvas *canvas, const LockstepRow *row, double y)
{
  g_autofree char *time = NULL;

  if (row->kind == LOCKSTEP_ROW_NEVER || row->kind == LOCKSTEP_ROW_MORE)
    return;

  time = lockstep_text_duration (row->at);
  lockstep_canvas_text (canvas,
                        TIME_END,
                        y + 4.5,
                        LOCKSTEP_TEXT_END,
                        LOCKSTEP_FONT_SMALL,
                        LOCKSTEP_COLOUR_SECONDARY,
                        time,
                        TIME_END,
                        LOCKSTEP_ELLIPSIS_END);
}

static void
draw_mark (LockstepCanvas *canvas, const LockstepRow *row, double y)
{
  double x = canvas->width - MARK_GUTTER;
  LockstepColour colour;

  if (row->mark == NULL)
    return;

  colour = lockstep_canvas_state (canvas, x + 8.0, y, 16.0, row->mark_state);
  lockstep_canvas_text (canvas,
                        x + 22.0,
                        y + 4.5,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_SMALL_BOLD,
                        colour == LOCKSTEP_COLOUR_BAD ? colour : LOCKSTEP_COLOUR_TEXT,
                        row->mark,
                        MARK_GUTTER - 22.0,
                        LOCKSTEP_ELLIPSIS_END);
}

/* Name and gloss, centred; returns how much they take. The gloss gives way before the name. */
static double
draw_label (LockstepCanvas *canvas, const LockstepRow *row, double y, double middle, double room)
{
  LockstepFont gloss_font =
      row->kind == LOCKSTEP_ROW_PLAIN ? LOCKSTEP_FONT_MONOSPACE : LOCKSTEP_FONT_SMALL;
  double name = MIN (lockstep_canvas_measure (canvas, LOCKSTEP_FONT_BOLD, row->name), room);
  double gloss = *row->gloss != '\0' ? lockstep_canvas_measure (canvas, gloss_font, row->gloss) : 0;
  double gloss_room = room - name - GAP;
  double width;

  if (gloss > gloss_room)
    gloss = gloss_room >= 40.0 ? gloss_room : 0.0;

  width = name + (gloss > 0.0 ? GAP + gloss : 0.0);
  lockstep_canvas_text (canvas,
                        middle - width / 2.0,
                        y + 5.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        lockstep_row_get_text_colour (row),
                        row->name,
                        name + 0.01,
                        LOCKSTEP_ELLIPSIS_END);
  if (gloss > 0.0)
    lockstep_canvas_text (canvas,
                          middle + width / 2.0,
                          y + 4.5,
                          LOCKSTEP_TEXT_END,
                          gloss_font,
                          LOCKSTEP_COLOUR_SECONDARY,
                          row->gloss,
                          gloss + 0.01,
                          LOCKSTEP_ELLIPSIS_END);

  return width;
}

static void
draw_silence (LockstepCanvas *canvas, const LockstepRow *row, double y, double middle, double room)
{
  double width = MIN (lockstep_canvas_measure (canvas, LOCKSTEP_FONT_BOLD, row->name), room - 24.0);
  double start = middle - (width + 24.0) / 2.0;

  lockstep_canvas_glyph (canvas, start + 8.0, y, 16.0, "clock", LOCKSTEP_COLOUR_BAD);
  lockstep_canvas_text (canvas,
                        start + 24.0,
                        y + 5.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        LOCKSTEP_COLOUR_BAD,
                        row->name,
                        width + 0.01,
                        LOCKSTEP_ELLIPSIS_END);
}

static void
draw_row (LockstepCanvas *canvas, const LockstepRow *row, double y, double server)
{
  double middle = (CLIENT + server) / 2.0;
  double room = server - CLIENT - 44.0;
  double width;

  draw_time (canvas, row, y);
  if (row->kind == LOCKSTEP_ROW_SILENCE)
    {
      draw_silence (canvas, row, y, middle, room);
      return;
    }

  width = draw_label (canvas, row, y, middle, room);
  if (row->kind == LOCKSTEP_ROW_MORE)
    return;

  lockstep_row_draw_arrow (canvas,
                           row,
                           y,
                           row->from_server ? server : CLIENT,
                           row->from_server ? CLIENT : server,
                           middle - width / 2.0 - GAP,
                           middle + width / 2.0 + GAP);
  draw_mark (canvas, row, y);
}

static void
draw_lifelines (LockstepCanvas *canvas,
                double server,
                double from,
                double to,
                LockstepLineStyle style)
{
  LockstepColour colour =
      style == LOCKSTEP_LINE_WHOLE ? LOCKSTEP_COLOUR_SECONDARY : LOCKSTEP_COLOUR_NOT_REACHED;

  lockstep_canvas_line (canvas, CLIENT, from, CLIENT, to, 1.5, colour, style);
  lockstep_canvas_line (canvas, server, from, server, to, 1.5, colour, style);
}

double
lockstep_ladder_draw_wide (LockstepCanvas *canvas, const GPtrArray *rows)
{
  double server = canvas->width - SERVER_GUTTER;
  double spacing = row_spacing (rows);
  double y = FIRST_ARROW - spacing;
  double drawn_to = HEADS;

  for (guint i = 0; i < rows->len; i++)
    {
      const LockstepRow *row = g_ptr_array_index (rows, i);

      if (row->kind == LOCKSTEP_ROW_AGREED)
        {
          draw_lifelines (canvas, server, drawn_to, y + 22.0, LOCKSTEP_LINE_WHOLE);
          drawn_to = y + 20.0 + BAND_HEIGHT;
          lockstep_row_draw_band (canvas, row, CLIENT - 16.0, y + 20.0, server - CLIENT + 32.0);
          y = drawn_to + 20.0 - spacing;
          continue;
        }

      y += spacing;
      if (row->kind == LOCKSTEP_ROW_NEVER)
        {
          y += 4.0;
          draw_lifelines (canvas, server, drawn_to + 4.0, y + 10.0, LOCKSTEP_LINE_DOTTED);
        }
      else
        {
          draw_lifelines (canvas, server, drawn_to, y, LOCKSTEP_LINE_WHOLE);
        }
      drawn_to = y;
      draw_row (canvas, row, y, server);
    }

  return rows->len == 0 ? HEADS : MAX (drawn_to, y) + (drawn_to > y ? 0.0 : 16.0);
}
