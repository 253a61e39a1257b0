/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/chain-blocks.h"
#include "picture/pictures.h"
#include "picture/words.h"

#include <glib/gi18n-lib.h>

#define WIDE 480.0
#define EDGE 2.0
#define CORNER 12.0
#define ICON_X 36.0
#define TEXT_X 70.0
#define LINK_HEIGHT 44.0
#define STRIP_HEIGHT 44.0
#define SPACE 24.0
#define EXTRA_GAP 12.0
#define GAP 10.0
#define LEAST_FILE_WIDTH 60.0

static gboolean
is_narrow (const LockstepCanvas *canvas)
{
  return canvas->width < WIDE;
}

static double
block_height (const LockstepCanvas *canvas, const LockstepBlock *block)
{
  switch (block->kind)
    {
    case LOCKSTEP_BLOCK_CARD:
    case LOCKSTEP_BLOCK_MISSING:
      return is_narrow (canvas) ? 84.0 : 72.0;
    case LOCKSTEP_BLOCK_STRIP:
      return STRIP_HEIGHT;
    case LOCKSTEP_BLOCK_SPACE:
      return SPACE;
    case LOCKSTEP_BLOCK_LINK:
    case LOCKSTEP_BLOCK_MORE:
    default:
      return LINK_HEIGHT;
    }
}

/* Text in warning or success colour only from 11 pt on: below that the glyph beside it carries the
 * colour. */
static LockstepColour
small_colour (LockstepColour colour)
{
  return colour == LOCKSTEP_COLOUR_BAD ? colour : LOCKSTEP_COLOUR_TEXT;
}

static void
draw_ground (LockstepCanvas *canvas, const LockstepBlock *block, double y, double height)
{
  gboolean missing = block->kind == LOCKSTEP_BLOCK_MISSING;
  gboolean fine = strcmp (block->state, "fine") == 0;
  LockstepColour colour = lockstep_state_get_colour (block->state);

  lockstep_canvas_rectangle (canvas,
                             1.0,
                             y,
                             canvas->width - 2.0,
                             height,
                             CORNER,
                             missing ? LOCKSTEP_COLOUR_NONE : LOCKSTEP_COLOUR_CARD,
                             1.0);
  lockstep_canvas_border (canvas,
                          fine ? 1.0 : 2.0,
                          fine ? LOCKSTEP_COLOUR_BORDER : colour,
                          missing ? LOCKSTEP_LINE_BROKEN : LOCKSTEP_LINE_WHOLE);
}

/* The word of the state: end-aligned, or below in the narrow form. Returns where the other texts
 * have to end. */
static double
draw_state (LockstepCanvas *canvas, const LockstepBlock *block, double y)
{
  LockstepColour colour = lockstep_state_get_colour (block->state);
  double end = canvas->width - 40.0;

  if (is_narrow (canvas))
    {
      lockstep_canvas_state (canvas, TEXT_X + 7.0, y + 66.0, 14.0, block->state);
      lockstep_canvas_text (canvas,
                            TEXT_X + 20.0,
                            y + 70.5,
                            LOCKSTEP_TEXT_START,
                            LOCKSTEP_FONT_SMALL_BOLD,
                            small_colour (colour),
                            block->narrow_word,
                            canvas->width - TEXT_X - 32.0,
                            LOCKSTEP_ELLIPSIS_END);
      return canvas->width - 12.0;
    }

  lockstep_canvas_state (canvas, canvas->width - 24.0, y + 36.0, 16.0, block->state);

  return end -
         lockstep_canvas_text (canvas,
                               end,
                               y + 41.0,
                               LOCKSTEP_TEXT_END,
                               LOCKSTEP_FONT_BOLD,
                               colour,
                               block->word,
                               canvas->width / 3.0,
                               LOCKSTEP_ELLIPSIS_END) -
         GAP;
}

static void
draw_card (LockstepCanvas *canvas, const LockstepBlock *block, double y)
{
  gboolean missing = block->kind == LOCKSTEP_BLOCK_MISSING;
  LockstepColour colour = lockstep_state_get_colour (block->state);
  double end;

  draw_ground (canvas, block, y, block_height (canvas, block));
  lockstep_canvas_disc (canvas, ICON_X, y + 36.0, 20.0, LOCKSTEP_COLOUR_CHIP);
  lockstep_canvas_glyph (canvas,
                         ICON_X,
                         y + 36.0,
                         20.0,
                         block->icon,
                         missing ? LOCKSTEP_COLOUR_NOT_REACHED : LOCKSTEP_COLOUR_TEXT);
  end = draw_state (canvas, block, y);
  lockstep_canvas_text (canvas,
                        TEXT_X,
                        y + 31.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BOLD,
                        missing ? colour : LOCKSTEP_COLOUR_TEXT,
                        block->name,
                        end - TEXT_X,
                        LOCKSTEP_ELLIPSIS_MIDDLE);
  lockstep_canvas_text (canvas,
                        TEXT_X,
                        y + 51.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_SMALL,
                        LOCKSTEP_COLOUR_SECONDARY,
                        is_narrow (canvas) ? block->narrow_line : block->line,
                        end - TEXT_X,
                        LOCKSTEP_ELLIPSIS_END);
}

/* Bold words, then secondary ones as far as they fit. */
static void
draw_words (LockstepCanvas *canvas,
            const LockstepBlock *block,
            double baseline,
            LockstepFont font,
            LockstepColour colour)
{
  double room = canvas->width - TEXT_X - 12.0;
  double width = lockstep_canvas_text (canvas,
                                       TEXT_X,
                                       baseline,
                                       LOCKSTEP_TEXT_START,
                                       font,
                                       colour,
                                       block->name,
                                       room,
                                       LOCKSTEP_ELLIPSIS_END) +
                 GAP;
  double line;
  gboolean is_file;

  if (block->line == NULL || *block->line == '\0')
    return;

  /* Of the words nothing is lost where they do not fit; the name of a file tells something even
   * when it is shortened. */
  is_file = block->kind == LOCKSTEP_BLOCK_STRIP && strcmp (block->state, "fine") == 0;
  line = lockstep_canvas_measure (canvas, LOCKSTEP_FONT_SMALL, block->line);
  if (line <= room - width || (is_file && room - width >= LEAST_FILE_WIDTH))
    lockstep_canvas_text (canvas,
                          TEXT_X + width,
                          baseline,
                          LOCKSTEP_TEXT_START,
                          LOCKSTEP_FONT_SMALL,
                          LOCKSTEP_COLOUR_SECONDARY,
                          block->line,
                          room - width,
                          LOCKSTEP_ELLIPSIS_MIDDLE);
}

static void
draw_link (LockstepCanvas *canvas, const LockstepBlock *block, double y)
{
  gboolean fine = strcmp (block->state, "fine") == 0;
  gboolean unknown = strcmp (block->state, "unknown") == 0;
  LockstepColour colour = lockstep_state_get_colour (block->state);
  LockstepLineStyle style = fine      ? LOCKSTEP_LINE_WHOLE
                            : unknown ? LOCKSTEP_LINE_DOTTED
                                      : LOCKSTEP_LINE_BROKEN;

  lockstep_canvas_line (canvas, ICON_X, y + 1.0, ICON_X, y + 12.0, 2.0, colour, style);
  lockstep_canvas_line (canvas, ICON_X, y + 32.0, ICON_X, y + 43.0, 2.0, colour, style);
  if (fine)
    lockstep_canvas_glyph (canvas, ICON_X, y + 22.0, 16.0, "link", colour);
  else
    lockstep_canvas_state (canvas, ICON_X, y + 22.0, 16.0, block->state);
  draw_words (canvas,
              block,
              y + 26.5,
              LOCKSTEP_FONT_SMALL_BOLD,
              unknown ? LOCKSTEP_COLOUR_SECONDARY : small_colour (colour));
}

static void
draw_strip (LockstepCanvas *canvas, const LockstepBlock *block, double y)
{
  LockstepColour colour = lockstep_state_get_colour (block->state);

  lockstep_canvas_rectangle (canvas,
                             1.0,
                             y,
                             canvas->width - 2.0,
                             STRIP_HEIGHT,
                             CORNER,
                             colour,
                             0.13);
  lockstep_canvas_glyph (canvas, ICON_X, y + 22.0, 18.0, block->icon, colour);
  draw_words (canvas, block, y + 27.0, LOCKSTEP_FONT_BOLD, LOCKSTEP_COLOUR_TEXT);
}

static void
draw_more (LockstepCanvas *canvas, const LockstepBlock *block, double y)
{
  lockstep_canvas_line (canvas,
                        ICON_X,
                        y + 6.0,
                        ICON_X,
                        y + LINK_HEIGHT - 6.0,
                        2.0,
                        LOCKSTEP_COLOUR_NOT_REACHED,
                        LOCKSTEP_LINE_DOTTED);
  draw_words (canvas, block, y + 26.5, LOCKSTEP_FONT_SMALL_BOLD, LOCKSTEP_COLOUR_SECONDARY);
}

static void
draw_block (LockstepCanvas *canvas, const LockstepBlock *block, double y)
{
  switch (block->kind)
    {
    case LOCKSTEP_BLOCK_CARD:
    case LOCKSTEP_BLOCK_MISSING:
      draw_card (canvas, block, y);
      break;
    case LOCKSTEP_BLOCK_LINK:
      draw_link (canvas, block, y);
      break;
    case LOCKSTEP_BLOCK_STRIP:
      draw_strip (canvas, block, y);
      break;
    case LOCKSTEP_BLOCK_MORE:
      draw_more (canvas, block, y);
      break;
    case LOCKSTEP_BLOCK_SPACE:
    default:
      break;
    }
}

static double
draw_blocks (LockstepCanvas *canvas, const GPtrArray *blocks)
{
  LockstepBlockKind before = LOCKSTEP_BLOCK_LINK;
  double y = EDGE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const LockstepBlock *block = g_ptr_array_index (blocks, i);

      /* Cards without a link between them stand apart. */
      if (block->kind == LOCKSTEP_BLOCK_CARD && before == LOCKSTEP_BLOCK_CARD)
        y += EXTRA_GAP;
      draw_block (canvas, block, y);
      y += block_height (canvas, block);
      before = block->kind;
    }

  return y + EDGE;
}

static double
draw_empty (LockstepCanvas *canvas)
{
  lockstep_canvas_rectangle (canvas,
                             1.0,
                             EDGE,
                             canvas->width - 2.0,
                             STRIP_HEIGHT,
                             CORNER,
                             LOCKSTEP_COLOUR_GROUND,
                             1.0);
  lockstep_canvas_glyph (canvas,
                         ICON_X,
                         EDGE + 22.0,
                         16.0,
                         "state-unknown",
                         LOCKSTEP_COLOUR_SECONDARY);
  lockstep_canvas_text (canvas,
                        TEXT_X,
                        EDGE + 27.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BODY,
                        LOCKSTEP_COLOUR_SECONDARY,
                        _ ("No certificate was seen."),
                        canvas->width - TEXT_X - 12.0,
                        LOCKSTEP_ELLIPSIS_END);

  return EDGE + STRIP_HEIGHT + EDGE;
}

static char *
describe (const GPtrArray *blocks, guint n_certificates)
{
  GString *text = g_string_new (NULL);
  guint number = 0;

  if (n_certificates == 0)
    lockstep_words_add (text, g_strdup (_ ("No certificate was seen, so there is no chain.")));
  else
    lockstep_words_add (
        text,
        g_strdup_printf (
            ngettext ("Chain of %u certificate.", "Chain of %u certificates.", n_certificates),
            n_certificates));

  for (guint i = 0; i < blocks->len; i++)
    {
      const LockstepBlock *block = g_ptr_array_index (blocks, i);

      if (block->sentence == NULL || *block->sentence == '\0')
        continue;
      if (block->kind == LOCKSTEP_BLOCK_CARD)
        lockstep_words_add (text, g_strdup_printf ("%u. %s", ++number, block->sentence));
      else
        lockstep_words_add (text, g_strdup (block->sentence));
    }

  return g_string_free (text, FALSE);
}

LockstepPicture *
lockstep_chain_layout (const LockstepDiagnosis *diagnosis,
                       guint index,
                       double width,
                       gboolean rtl,
                       const LockstepMeasure *measure)
{
  const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, index);
  LockstepCanvas *canvas = lockstep_canvas_new (width, rtl, measure);
  guint n_certificates;
  g_autoptr (GPtrArray) blocks = lockstep_chain_blocks (target, &n_certificates);
  g_autofree char *name = lockstep_words_target (diagnosis, index);
  double height = blocks->len > 0 ? draw_blocks (canvas, blocks) : draw_empty (canvas);

  return lockstep_canvas_finish (canvas,
                                 height,
                                 g_strdup_printf (_ ("Chain of certificates: %s"), name),
                                 describe (blocks, n_certificates));
}
