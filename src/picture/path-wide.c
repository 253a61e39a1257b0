/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/path-model.h"

#include <glib/gi18n-lib.h>

#define FIRST_STATION 50.0
#define STATION_SPACING 96.0
#define STATION_EDGE 19.0
#define STATION_WIDTH 94.0
#define LANE_SPACING 28.0
#define FIRST_LANE 36.0
#define MIN_TRUNK 62.0
#define NAME_WIDTH 88.0
#define LEAST_NAME_WIDTH 52.0
#define PORT_WIDTH 110.0
#define TLS_WIDTH 100.0
#define NUMBER_X 22.0
#define TIME_GAP 6.0
#define LABEL_GAP 8.0

typedef struct
{
  double trunk;
  double first_lane;
  double last_station;
  double name;
  double plain;
  double tls;
} Places;

static double
port_width (LockstepCanvas *canvas, const LockstepPathPort *port)
{
  g_autofree char *number = g_strdup_printf ("%u", port->number);
  const char *words = port->word != NULL ? port->word : port->time;
  double width = NUMBER_X;

  if (port->number == 0)
    return 0.0;

  width += lockstep_canvas_measure (canvas,
                                    port->word != NULL ? LOCKSTEP_FONT_BOLD : LOCKSTEP_FONT_BODY,
                                    number);
  if (words != NULL && *words != '\0')
    width += TIME_GAP + lockstep_canvas_measure (canvas, LOCKSTEP_FONT_SMALL, words);

  return width + 1.0;
}

static Places
find_places (LockstepCanvas *canvas, const LockstepPath *self)
{
  double lanes = LANE_SPACING * (MAX (self->lanes->len, 1) - 1);
  double plain = PORT_WIDTH;
  double tls = TLS_WIDTH;
  Places places = { .first_lane = MAX (FIRST_LANE, MIN_TRUNK - lanes / 2.0) };

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LockstepLane *lane = g_ptr_array_index (self->lanes, i);

      plain = MAX (plain, port_width (canvas, &lane->plain) + 8.0);
      tls = MAX (tls, port_width (canvas, &lane->tls));
    }

  places.trunk = places.first_lane + lanes / 2.0;
  places.last_station = FIRST_STATION + STATION_SPACING * (self->stations->len - 1);
  places.name = places.last_station + 78.0;
  places.tls = canvas->width - tls;
  places.plain = self->has_plain ? places.tls - plain : places.tls;

  return places;
}

gboolean
lockstep_path_fits_wide (LockstepCanvas *canvas, const LockstepPath *self)
{
  Places places = find_places (canvas, self);

  return places.plain - places.name >= LEAST_NAME_WIDTH + 12.0;
}

/* The first label may reach from the edge of the picture to the second one. */
static void
draw_station_label (LockstepCanvas *canvas, const LockstepPath *self, guint index, double y)
{
  const LockstepStation *station = g_ptr_array_index (self->stations, index);
  double x = FIRST_STATION + STATION_SPACING * index;
  double room = STATION_WIDTH;
  LockstepTextAnchor anchor = LOCKSTEP_TEXT_MIDDLE;

  if (index == 0 &&
      lockstep_canvas_measure (canvas, LOCKSTEP_FONT_SMALL_BOLD, station->label) > room)
    {
      const LockstepStation *next = g_ptr_array_index (self->stations, 1);
      double width = lockstep_canvas_measure (canvas, LOCKSTEP_FONT_SMALL_BOLD, next->label);

      room = FIRST_STATION + STATION_SPACING - MIN (width, STATION_WIDTH) / 2.0 - LABEL_GAP;
      anchor = LOCKSTEP_TEXT_START;
      x = 0.0;
    }

  lockstep_canvas_text (canvas,
                        x,
                        y,
                        anchor,
                        LOCKSTEP_FONT_SMALL_BOLD,
                        LOCKSTEP_COLOUR_TEXT,
                        station->label,
                        room,
                        LOCKSTEP_ELLIPSIS_END);
}

static void
draw_station_words (LockstepCanvas *canvas,
                    const LockstepStation *station,
                    gboolean behind_break,
                    double x,
                    double trunk)
{
  if (!behind_break)
    lockstep_canvas_text (canvas,
                          x,
                          trunk + 51.0,
                          LOCKSTEP_TEXT_MIDDLE,
                          LOCKSTEP_FONT_SMALL,
                          g_strcmp0 (station->state, "failed") == 0 ? LOCKSTEP_COLOUR_BAD
                                                                    : LOCKSTEP_COLOUR_SECONDARY,
                          station->value,
                          STATION_WIDTH,
                          LOCKSTEP_ELLIPSIS_MIDDLE);
  if (!behind_break && station->word != NULL)
    lockstep_canvas_text (canvas,
                          x,
                          trunk + 66.0,
                          LOCKSTEP_TEXT_MIDDLE,
                          LOCKSTEP_FONT_SMALL,
                          LOCKSTEP_COLOUR_BAD,
                          station->word,
                          STATION_WIDTH,
                          LOCKSTEP_ELLIPSIS_END);
}

static void
draw_stations (LockstepCanvas *canvas, const LockstepPath *self, const Places *places)
{
  gboolean behind_break = FALSE;

  for (guint i = 0; i < self->stations->len; i++)
    {
      const LockstepStation *station = g_ptr_array_index (self->stations, i);
      double x = FIRST_STATION + STATION_SPACING * i;

      if (i > 0)
        {
          LockstepColour colour;
          LockstepLineStyle style = lockstep_station_get_line (station, behind_break, &colour);

          lockstep_canvas_line (canvas,
                                x - STATION_SPACING + STATION_EDGE,
                                places->trunk,
                                x - STATION_EDGE,
                                places->trunk,
                                2.0,
                                colour,
                                style);
          if (!behind_break)
            lockstep_canvas_text (canvas,
                                  x - STATION_SPACING / 2.0,
                                  places->trunk - 8.0,
                                  LOCKSTEP_TEXT_MIDDLE,
                                  LOCKSTEP_FONT_SMALL,
                                  LOCKSTEP_COLOUR_SECONDARY,
                                  station->time,
                                  STATION_SPACING - 2.0 * STATION_EDGE,
                                  LOCKSTEP_ELLIPSIS_END);
        }
      lockstep_station_draw (canvas, station, behind_break, x, places->trunk);
      draw_station_label (canvas, self, i, places->trunk + 36.0);
      draw_station_words (canvas, station, behind_break, x, places->trunk);
      behind_break = behind_break || !station->reached;
    }
}

static void
draw_port (LockstepCanvas *canvas, const LockstepPathPort *port, double x, double y, double width)
{
  g_autofree char *number = g_strdup_printf ("%u", port->number);
  gboolean failed = strcmp (port->state, "failed") == 0;
  double taken;

  if (port->number == 0)
    return;

  lockstep_canvas_state (canvas, x + 8.0, y, 16.0, port->state);
  taken = lockstep_canvas_text (canvas,
                                x + NUMBER_X,
                                y + 5.0,
                                LOCKSTEP_TEXT_START,
                                port->word != NULL ? LOCKSTEP_FONT_BOLD : LOCKSTEP_FONT_BODY,
                                failed ? LOCKSTEP_COLOUR_BAD : LOCKSTEP_COLOUR_TEXT,
                                number,
                                width - NUMBER_X,
                                LOCKSTEP_ELLIPSIS_END);
  lockstep_canvas_text (canvas,
                        x + NUMBER_X + taken + TIME_GAP,
                        y + 4.5,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_SMALL,
                        failed ? LOCKSTEP_COLOUR_BAD : LOCKSTEP_COLOUR_SECONDARY,
                        port->word != NULL ? port->word : port->time,
                        width - NUMBER_X - taken - TIME_GAP,
                        LOCKSTEP_ELLIPSIS_END);
}

static void
draw_lane (LockstepCanvas *canvas,
           const LockstepPath *self,
           const LockstepLane *lane,
           const Places *places,
           double y)
{
  const LockstepStation *last = g_ptr_array_index (self->stations, self->stations->len - 1);
  gboolean dotted = self->is_broken || !last->reached;
  LockstepColour colour = dotted ? LOCKSTEP_COLOUR_NOT_REACHED : LOCKSTEP_COLOUR_GOOD;
  LockstepLineStyle style = dotted ? LOCKSTEP_LINE_DOTTED : LOCKSTEP_LINE_WHOLE;
  double start = places->last_station + STATION_EDGE;
  double bend = places->last_station + 52.0;
  double middle = (start + bend) / 2.0;
  double end = (lane->plain.number > 0 ? places->plain : places->tls) - 8.0;
  LockstepPoint curve[] = { { start, places->trunk },
                            { middle, places->trunk },
                            { middle, y },
                            { bend, y } };
  double taken;

  lockstep_canvas_points (canvas, LOCKSTEP_SHAPE_CURVE, curve, 4, colour, style);
  lockstep_canvas_line (canvas, bend, y, bend + 20.0, y, 2.0, colour, style);
  taken = lockstep_canvas_text (canvas,
                                places->name,
                                y + 5.0,
                                LOCKSTEP_TEXT_START,
                                LOCKSTEP_FONT_BODY,
                                LOCKSTEP_COLOUR_TEXT,
                                lane->name,
                                MIN (NAME_WIDTH, places->plain - 8.0 - places->name),
                                LOCKSTEP_ELLIPSIS_END);
  if (end - places->name - taken > 14.0)
    lockstep_canvas_line (canvas,
                          places->name + taken + 8.0,
                          y,
                          end,
                          y,
                          1.5,
                          LOCKSTEP_COLOUR_BORDER,
                          LOCKSTEP_LINE_WHOLE);
  draw_port (canvas, &lane->plain, places->plain, y, places->tls - places->plain - 8.0);
  draw_port (canvas, &lane->tls, places->tls, y, canvas->width - places->tls + 0.01);
}

static void
draw_column_heads (LockstepCanvas *canvas, const LockstepPath *self, const Places *places)
{
  double y = places->first_lane - 20.0;

  if (self->has_plain)
    lockstep_canvas_text (canvas,
                          places->plain,
                          y,
                          LOCKSTEP_TEXT_START,
                          LOCKSTEP_FONT_SMALL_BOLD,
                          LOCKSTEP_COLOUR_SECONDARY,
                          _ ("plain"),
                          places->tls - places->plain - 8.0,
                          LOCKSTEP_ELLIPSIS_END);
  lockstep_canvas_text (canvas,
                        places->tls,
                        y,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_SMALL_BOLD,
                        LOCKSTEP_COLOUR_SECONDARY,
                        "TLS",
                        TLS_WIDTH,
                        LOCKSTEP_ELLIPSIS_END);
}

double
lockstep_path_draw_wide (LockstepCanvas *canvas, const LockstepPath *self)
{
  Places places = find_places (canvas, self);
  const LockstepStation *last = g_ptr_array_index (self->stations, self->stations->len - 1);
  double height = places.trunk + (last->word != NULL ? 74.0 : 58.0);
  double last_lane = places.first_lane + LANE_SPACING * (MAX (self->lanes->len, 1) - 1);

  draw_column_heads (canvas, self, &places);
  for (guint i = 0; i < self->lanes->len; i++)
    draw_lane (canvas,
               self,
               g_ptr_array_index (self->lanes, i),
               &places,
               places.first_lane + LANE_SPACING * i);
  draw_stations (canvas, self, &places);
  if (self->addresses->len > 1)
    height = lockstep_path_draw_addresses (canvas,
                                           self,
                                           TRUE,
                                           places.last_station,
                                           places.trunk + 51.0) +
             8.0;

  return MAX (height, last_lane + 36.0);
}
