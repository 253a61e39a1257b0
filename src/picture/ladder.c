/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/ladder-rows.h"
#include "picture/pictures.h"
#include "picture/words.h"

#include <glib/gi18n-lib.h>

#define WIDE 480.0
#define HEAD_HEIGHT 28.0
#define HEAD_MAX 220.0
#define CLIENT 104.0
#define SERVER_GUTTER 116.0
#define ICON_MIDDLE 18.0
#define PADDING 44.0 /* icon and margins of a head */

static void
draw_head (LockstepCanvas *canvas,
           double x,
           double width,
           const char *icon,
           const char *name,
           LockstepEllipsis ellipsis)
{
  lockstep_canvas_rectangle (canvas, x, 0.0, width, HEAD_HEIGHT, 8.0, LOCKSTEP_COLOUR_CHIP, 1.0);
  lockstep_canvas_glyph (canvas,
                         x + ICON_MIDDLE,
                         HEAD_HEIGHT / 2.0,
                         16.0,
                         icon,
                         LOCKSTEP_COLOUR_TEXT);
  lockstep_canvas_text (canvas,
                        x + 34.0,
                        19.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        LOCKSTEP_COLOUR_TEXT,
                        name,
                        width - PADDING,
                        ellipsis);
}

static double
head_width (LockstepCanvas *canvas, const char *name)
{
  g_autofree char *clean = lockstep_words_clean (name);

  return lockstep_canvas_measure (canvas, LOCKSTEP_FONT_BOLD, clean) + PADDING + 0.01;
}

static void
draw_heads (LockstepCanvas *canvas, const char *host)
{
  const char *client_name = _ ("This computer");
  double client = head_width (canvas, client_name);
  double server = head_width (canvas, host);
  double server_x;
  double client_x;

  if (canvas->width >= WIDE)
    {
      client = MIN (client, HEAD_MAX);
      server = MIN (server, HEAD_MAX);
      client_x = MAX (CLIENT - client / 2.0, 0.0);
      server_x = MIN (canvas->width - SERVER_GUTTER - server / 2.0, canvas->width - server);
    }
  else
    {
      double room = canvas->width - 12.0;

      /* The shorter one keeps its length. */
      if (client + server > room && client <= room / 2.0)
        server = room - client;
      else if (client + server > room && server <= room / 2.0)
        client = room - server;
      else if (client + server > room)
        client = server = room / 2.0;
      client_x = 0.0;
      server_x = canvas->width - server;
    }

  draw_head (canvas, client_x, client, "computer", client_name, LOCKSTEP_ELLIPSIS_END);
  draw_head (canvas, server_x, server, "server", host, LOCKSTEP_ELLIPSIS_MIDDLE);
}

static char *
describe (const GPtrArray *rows, const char *name)
{
  GString *text = g_string_new (NULL);
  guint messages = 0;
  gint64 last = 0;
  g_autofree char *duration = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const LockstepRow *row = g_ptr_array_index (rows, i);

      messages = MAX (messages, row->number);
      last = MAX (last, row->at);
    }

  duration = lockstep_words_duration (last);
  if (rows->len == 0)
    lockstep_words_add (text, g_strdup_printf (_ ("%s: no handshake was seen."), name));
  else
    lockstep_words_add (text,
                        g_strdup_printf (ngettext ("Handshake with %s: %u message in %s.",
                                                   "Handshake with %s: %u messages in %s.",
                                                   messages),
                                         name,
                                         messages,
                                         duration));

  for (guint i = 0; i < rows->len; i++)
    {
      const LockstepRow *row = g_ptr_array_index (rows, i);

      if (row->number > 0)
        lockstep_words_add (text, g_strdup_printf ("%u. %s", row->number, row->sentence));
      else
        lockstep_words_add (text, g_strdup (row->sentence));
    }

  return g_string_free (text, FALSE);
}

LockstepPicture *
lockstep_ladder_layout (const LockstepDiagnosis *diagnosis,
                        guint index,
                        double width,
                        gboolean rtl,
                        const LockstepMeasure *measure)
{
  const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, index);
  LockstepCanvas *canvas = lockstep_canvas_new (width, rtl, measure);
  g_autoptr (GPtrArray) rows = lockstep_ladder_rows (target);
  g_autofree char *name = lockstep_words_target (diagnosis, index);
  g_autofree char *host = lockstep_words_clean (target->observation->host);
  double height;

  draw_heads (canvas, host);
  height = canvas->width >= WIDE ? lockstep_ladder_draw_wide (canvas, rows)
                                 : lockstep_ladder_draw_narrow (canvas, rows);
  if (rows->len == 0)
    {
      lockstep_canvas_text (canvas,
                            canvas->width / 2.0,
                            height + 24.0,
                            LOCKSTEP_TEXT_MIDDLE,
                            LOCKSTEP_FONT_SMALL,
                            LOCKSTEP_COLOUR_SECONDARY,
                            _ ("No handshake was seen."),
                            canvas->width,
                            LOCKSTEP_ELLIPSIS_END);
      height += 36.0;
    }

  return lockstep_canvas_finish (canvas,
                                 height,
                                 g_strdup_printf (_ ("Handshake with %s"), name),
                                 describe (rows, name));
}
