/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/path-model.h"

#include <glib/gi18n-lib.h>

#define STATION_X 20.0
#define FIRST_STATION 22.0
#define STATION_SPACING 54.0
#define RADIUS 18.0
#define WORDS_X 52.0
#define LANE_SPACING 28.0
#define LANE_BEND 12.0
#define NAME_X 40.0
#define NAME_WIDTH 76.0
#define PORTS_X 118.0

static void
draw_words (LockstepCanvas *canvas,
            const LockstepStation *station,
            gboolean behind_break,
            gboolean with_value,
            double y)
{
  g_autofree char *value = NULL;
  double room = canvas->width - WORDS_X;

  lockstep_canvas_text (canvas,
                        WORDS_X,
                        y - 1.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        LOCKSTEP_COLOUR_TEXT,
                        station->label,
                        room,
                        LOCKSTEP_ELLIPSIS_END);
  if (behind_break || !with_value)
    return;

  if (station->word != NULL)
    value = g_strdup_printf ("%s · %s", station->value, station->word);
  else if (*station->value != '\0' && *station->time != '\0')
    value = g_strdup_printf ("%s · %s", station->value, station->time);
  else
    value = g_strconcat (station->value, station->time, NULL);
  lockstep_canvas_text (canvas,
                        WORDS_X,
                        y + 15.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_SMALL,
                        g_strcmp0 (station->state, "failed") == 0 ? LOCKSTEP_COLOUR_BAD
                                                                  : LOCKSTEP_COLOUR_SECONDARY,
                        value,
                        room,
                        LOCKSTEP_ELLIPSIS_MIDDLE);
}

/* Returns the middle of the last station; the words below it may reach down to *ret_bottom. */
static double
draw_stations (LockstepCanvas *canvas, const LockstepPath *self, double *ret_bottom)
{
  gboolean behind_break = FALSE;
  double y = FIRST_STATION;

  for (guint i = 0; i < self->stations->len; i++)
    {
      const LockstepStation *station = g_ptr_array_index (self->stations, i);
      gboolean several = i + 1 == self->stations->len && self->addresses->len > 1;

      if (i > 0)
        {
          LockstepColour colour;
          LockstepLineStyle style = lockstep_station_get_line (station, behind_break, &colour);

          y += STATION_SPACING;
          lockstep_canvas_line (canvas,
                                STATION_X,
                                y - STATION_SPACING + RADIUS,
                                STATION_X,
                                y - RADIUS,
                                2.0,
                                colour,
                                style);
        }
      lockstep_station_draw (canvas, station, behind_break, STATION_X, y);
      draw_words (canvas, station, behind_break, !several, y);
      *ret_bottom = several ? lockstep_path_draw_addresses (canvas, self, FALSE, WORDS_X, y + 15.0)
                            : y + 15.0;
      behind_break = behind_break || !station->reached;
    }

  return y;
}

static void
draw_port (LockstepCanvas *canvas, const LockstepPathPort *port, double x, double y, double width)
{
  g_autofree char *text = NULL;

  if (port->number == 0)
    return;

  text = port->word != NULL ? g_strdup_printf ("%u %s", port->number, port->word)
                            : g_strdup_printf ("%u", port->number);
  lockstep_canvas_state (canvas, x + 7.0, y, 14.0, port->state);
  lockstep_canvas_text (canvas,
                        x + 19.0,
                        y + 4.5,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_SMALL,
                        strcmp (port->state, "failed") == 0 ? LOCKSTEP_COLOUR_BAD
                                                            : LOCKSTEP_COLOUR_TEXT,
                        text,
                        width - 19.0,
                        LOCKSTEP_ELLIPSIS_END);
}

static void
draw_lane (LockstepCanvas *canvas,
           const LockstepPath *self,
           const LockstepLane *lane,
           double y,
           double from)
{
  const LockstepStation *last = g_ptr_array_index (self->stations, self->stations->len - 1);
  gboolean dotted = self->is_broken || !last->reached;
  LockstepColour colour = dotted ? LOCKSTEP_COLOUR_NOT_REACHED : LOCKSTEP_COLOUR_GOOD;
  LockstepLineStyle style = dotted ? LOCKSTEP_LINE_DOTTED : LOCKSTEP_LINE_WHOLE;
  double column = (canvas->width - PORTS_X) / (self->has_plain ? 2.0 : 1.0);
  LockstepPoint bend[] = {
    { STATION_X, y - LANE_BEND },
    { STATION_X, y - LANE_BEND / 3.0 },
    { STATION_X + LANE_BEND / 3.0, y },
    { STATION_X + LANE_BEND, y },
  };

  lockstep_canvas_line (canvas, STATION_X, from, STATION_X, y - LANE_BEND, 2.0, colour, style);
  lockstep_canvas_points (canvas, LOCKSTEP_SHAPE_CURVE, bend, 4, colour, style);
  lockstep_canvas_text (canvas,
                        NAME_X,
                        y + 5.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BODY,
                        LOCKSTEP_COLOUR_TEXT,
                        lane->name,
                        NAME_WIDTH,
                        LOCKSTEP_ELLIPSIS_END);
  if (self->has_plain)
    draw_port (canvas, &lane->plain, PORTS_X, y, column - 4.0);
  draw_port (canvas, &lane->tls, canvas->width - column, y, column);
}

double
lockstep_path_draw_narrow (LockstepCanvas *canvas, const LockstepPath *self)
{
  double bottom = 0.0;
  double station = draw_stations (canvas, self, &bottom);
  double from = station + RADIUS;
  double y = MAX (station + 46.0, bottom + 24.0);

  if (self->lanes->len == 0)
    return bottom + 8.0;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      draw_lane (canvas, self, g_ptr_array_index (self->lanes, i), y, from);
      from = y - LANE_BEND;
      y += LANE_SPACING;
    }

  return y - LANE_SPACING + 18.0;
}
