/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/path-model.h"

#include <glib/gi18n-lib.h>

#define RADIUS 18.0
#define MAX_ADDRESSES 4
#define LINE 16.0
#define ADDRESS_WIDTH 150.0

LockstepLineStyle
lockstep_station_get_line (const LockstepStation *station,
                           gboolean behind_break,
                           LockstepColour *ret_colour)
{
  if (behind_break || strcmp (station->state, "waiting") == 0 ||
      strcmp (station->state, "unknown") == 0)
    {
      *ret_colour = LOCKSTEP_COLOUR_NOT_REACHED;
      return LOCKSTEP_LINE_DOTTED;
    }

  *ret_colour = lockstep_state_get_colour (station->state);

  return strcmp (station->state, "fine") == 0 ? LOCKSTEP_LINE_WHOLE : LOCKSTEP_LINE_BROKEN;
}

void
lockstep_station_draw (LockstepCanvas *canvas,
                       const LockstepStation *station,
                       gboolean behind_break,
                       double x,
                       double y)
{
  LockstepColour colour;

  if (station->state == NULL)
    {
      lockstep_canvas_disc (canvas, x, y, RADIUS, LOCKSTEP_COLOUR_CHIP);
      lockstep_canvas_glyph (canvas, x, y, 16.0, station->icon, LOCKSTEP_COLOUR_TEXT);
      return;
    }

  lockstep_station_get_line (station, behind_break, &colour);
  behind_break = colour == LOCKSTEP_COLOUR_NOT_REACHED;
  lockstep_canvas_disc (canvas, x, y, RADIUS, LOCKSTEP_COLOUR_CARD);
  lockstep_canvas_border (canvas,
                          2.0,
                          colour,
                          behind_break ? LOCKSTEP_LINE_DOTTED : LOCKSTEP_LINE_WHOLE);
  lockstep_canvas_glyph (canvas,
                         x,
                         y,
                         16.0,
                         station->icon,
                         behind_break ? LOCKSTEP_COLOUR_NOT_REACHED : LOCKSTEP_COLOUR_TEXT);
  if (behind_break)
    return;

  lockstep_canvas_disc (canvas, x + 13.0, y - 13.0, 9.0, LOCKSTEP_COLOUR_CARD);
  lockstep_canvas_state (canvas, x + 13.0, y - 13.0, 14.0, station->state);
}

static void
draw_address (LockstepCanvas *canvas,
              const LockstepPathAddress *address,
              gboolean centred,
              double x,
              double y)
{
  g_autofree char *text = address->word != NULL
                              ? g_strdup_printf ("%s, %s", address->address, address->word)
                              : g_strdup (address->address);
  double width =
      MIN (lockstep_canvas_measure (canvas, LOCKSTEP_FONT_SMALL, text), ADDRESS_WIDTH - LINE);
  double start = centred ? MAX (x - (width + LINE) / 2.0, 0.0) : x;

  lockstep_canvas_state (canvas, start + 6.0, y - 4.0, 12.0, address->state);
  lockstep_canvas_text (canvas,
                        start + LINE,
                        y,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_SMALL,
                        LOCKSTEP_COLOUR_SECONDARY,
                        text,
                        ADDRESS_WIDTH - LINE,
                        LOCKSTEP_ELLIPSIS_MIDDLE);
}

double
lockstep_path_draw_addresses (LockstepCanvas *canvas,
                              const LockstepPath *self,
                              gboolean centred,
                              double x,
                              double y)
{
  guint n = self->addresses->len;
  guint shown = n > MAX_ADDRESSES ? MAX_ADDRESSES : n;
  g_autofree char *more = NULL;

  for (guint i = 0; i < shown; i++)
    draw_address (canvas, g_ptr_array_index (self->addresses, i), centred, x, y + LINE * i);
  y += LINE * (shown - 1);
  if (n == shown)
    return y;

  y += LINE;
  more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - shown), n - shown);
  lockstep_canvas_text (canvas,
                        x,
                        y,
                        centred ? LOCKSTEP_TEXT_MIDDLE : LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_SMALL,
                        LOCKSTEP_COLOUR_SECONDARY,
                        more,
                        ADDRESS_WIDTH,
                        LOCKSTEP_ELLIPSIS_END);

  return y;
}
