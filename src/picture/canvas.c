/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/canvas.h"
#include "picture/words.h"

static void
shape_free (gpointer data)
{
  LockstepShape *shape = data;

  g_free (shape->points);
  g_free (shape->text);
  g_free (shape->whole);
  g_free (shape->name);
  g_free (shape);
}

static LockstepShape *
add_shape (LockstepCanvas *self, LockstepShapeKind kind)
{
  LockstepShape *shape = g_new0 (LockstepShape, 1);

  shape->kind = kind;
  shape->fill_alpha = 1.0;
  g_ptr_array_add (self->picture->shapes, shape);

  return shape;
}

LockstepCanvas *
lockstep_canvas_new (double width, gboolean rtl, const LockstepMeasure *measure)
{
  LockstepCanvas *self = g_new0 (LockstepCanvas, 1);

  g_return_val_if_fail (measure != NULL && measure->scale > 0.0 && width > 0.0, self);

  self->width = width / measure->scale;
  self->measure = measure;
  self->rtl = rtl;
  self->picture = g_new0 (LockstepPicture, 1);
  self->picture->width = width;
  self->picture->shapes = g_ptr_array_new_with_free_func (shape_free);

  return self;
}

static void
mirror_shape (LockstepShape *shape, double width)
{
  gboolean square_left = shape->square_left;

  for (guint i = 0; i < shape->n_points; i++)
    shape->points[i].x = width - shape->points[i].x;

  if (shape->kind == LOCKSTEP_SHAPE_RECTANGLE)
    shape->x = width - shape->x - shape->width;
  else
    shape->x = width - shape->x;

  if (shape->anchor == LOCKSTEP_TEXT_START)
    shape->anchor = LOCKSTEP_TEXT_END;
  else if (shape->anchor == LOCKSTEP_TEXT_END)
    shape->anchor = LOCKSTEP_TEXT_START;

  shape->square_left = shape->square_right;
  shape->square_right = square_left;
}

static void
scale_shape (LockstepShape *shape, double scale)
{
  shape->x *= scale;
  shape->y *= scale;
  shape->width *= scale;
  shape->height *= scale;
  shape->radius *= scale;
  shape->stroke_width *= scale;
  for (guint i = 0; i < shape->n_points; i++)
    {
      shape->points[i].x *= scale;
      shape->points[i].y *= scale;
    }
}

LockstepPicture *
lockstep_canvas_finish (LockstepCanvas *self, double height, char *label, char *description)
{
  LockstepPicture *picture = self->picture;

  for (guint i = 0; i < picture->shapes->len; i++)
    {
      LockstepShape *shape = g_ptr_array_index (picture->shapes, i);

      if (self->rtl)
        mirror_shape (shape, self->width);
      scale_shape (shape, self->measure->scale);
    }

  picture->height = height * self->measure->scale;
  picture->label = lockstep_words_clean_sentences (label);
  picture->description = lockstep_words_clean_sentences (description);
  g_free (label);
  g_free (description);
  g_free (self);

  return picture;
}

LockstepShape *
lockstep_canvas_last (LockstepCanvas *self)
{
  g_return_val_if_fail (self->picture->shapes->len > 0, NULL);

  return g_ptr_array_index (self->picture->shapes, self->picture->shapes->len - 1);
}

double
lockstep_canvas_measure (LockstepCanvas *self, LockstepFont font, const char *text)
{
  return self->measure->text_width (text, font, self->measure->user_data) / self->measure->scale;
}

void
lockstep_canvas_points (LockstepCanvas *self,
                        LockstepShapeKind kind,
                        const LockstepPoint *points,
                        guint n_points,
                        LockstepColour colour,
                        LockstepLineStyle style)
{
  LockstepShape *shape = add_shape (self, kind);

  g_return_if_fail (n_points <= LOCKSTEP_SHAPE_MAX_POINTS);

  shape->points = g_memdup2 (points, n_points * sizeof *points);
  shape->n_points = n_points;
  shape->style = style;
  if (kind == LOCKSTEP_SHAPE_POLYGON)
    {
      shape->fill = colour;
    }
  else
    {
      shape->stroke = colour;
      shape->stroke_width = 2.0;
    }
}

void
lockstep_canvas_line (LockstepCanvas *self,
                      double x1,
                      double y1,
                      double x2,
                      double y2,
                      double stroke_width,
                      LockstepColour colour,
                      LockstepLineStyle style)
{
  LockstepPoint points[] = { { x1, y1 }, { x2, y2 } };

  lockstep_canvas_points (self, LOCKSTEP_SHAPE_LINE, points, 2, colour, style);
  lockstep_canvas_last (self)->stroke_width = stroke_width;
}

void
lockstep_canvas_rectangle (LockstepCanvas *self,
                           double x,
                           double y,
                           double width,
                           double height,
                           double radius,
                           LockstepColour fill,
                           double alpha)
{
  LockstepShape *shape = add_shape (self, LOCKSTEP_SHAPE_RECTANGLE);

  shape->x = x;
  shape->y = y;
  shape->width = width;
  shape->height = height;
  shape->radius = radius;
  shape->fill = fill;
  shape->fill_alpha = alpha;
}

void
lockstep_canvas_border (LockstepCanvas *self,
                        double stroke_width,
                        LockstepColour colour,
                        LockstepLineStyle style)
{
  LockstepShape *shape = lockstep_canvas_last (self);

  shape->stroke = colour;
  shape->stroke_width = stroke_width;
  shape->style = style;
}

void
lockstep_canvas_disc (LockstepCanvas *self, double x, double y, double radius, LockstepColour fill)
{
  LockstepShape *shape = add_shape (self, LOCKSTEP_SHAPE_DISC);

  shape->x = x;
  shape->y = y;
  shape->width = radius;
  shape->fill = fill;
}

void
lockstep_canvas_glyph (LockstepCanvas *self,
                       double x,
                       double y,
                       double size,
                       const char *name,
                       LockstepColour colour)
{
  LockstepShape *shape = add_shape (self, LOCKSTEP_SHAPE_GLYPH);

  shape->x = x;
  shape->y = y;
  shape->width = size;
  shape->name = g_strdup (name);
  shape->fill = colour;
}

static char *
cut (const char *text, glong length, glong keep, LockstepEllipsis ellipsis)
{
  glong head = ellipsis == LOCKSTEP_ELLIPSIS_END ? keep : (keep + 1) / 2;
  const char *head_end = g_utf8_offset_to_pointer (text, head);
  const char *tail = g_utf8_offset_to_pointer (text, length - (keep - head));

  /* A mark belongs to the character before it, which is gone. */
  while (g_unichar_ismark (g_utf8_get_char (tail)))
    tail = g_utf8_next_char (tail);
  while (head_end > text && g_ascii_isspace (head_end[-1]))
    head_end--;

  return g_strdup_printf ("%.*s…%s", (int) (head_end - text), text, tail);
}

/* The longest form of @text that fits, found by halving; NULL where nothing does. */
static char *
shorten (LockstepCanvas *self,
         LockstepFont font,
         const char *text,
         double max_width,
         LockstepEllipsis ellipsis)
{
  glong length = g_utf8_strlen (text, -1);
  glong fits = -1;
  glong too_long = length;

  while (too_long - fits > 1)
    {
      glong middle = fits + (too_long - fits) / 2;
      g_autofree char *attempt = cut (text, length, middle, ellipsis);

      if (lockstep_canvas_measure (self, font, attempt) <= max_width)
        fits = middle;
      else
        too_long = middle;
    }

  return fits < 0 ? NULL : cut (text, length, fits, ellipsis);
}

double
lockstep_canvas_text (LockstepCanvas *self,
                      double x,
                      double y,
                      LockstepTextAnchor anchor,
                      LockstepFont font,
                      LockstepColour colour,
                      const char *text,
                      double max_width,
                      LockstepEllipsis ellipsis)
{
  g_autofree char *whole = lockstep_words_clean (text);
  g_autofree char *shown = NULL;
  LockstepShape *shape;

  if (*whole == '\0')
    return 0.0;

  if (lockstep_canvas_measure (self, font, whole) > max_width)
    {
      shown = shorten (self, font, whole, max_width, ellipsis);
      if (shown == NULL)
        return 0.0;
    }

  shape = add_shape (self, LOCKSTEP_SHAPE_TEXT);
  shape->x = x;
  shape->y = y;
  shape->anchor = anchor;
  shape->font = font;
  shape->fill = colour;
  if (shown != NULL)
    shape->whole = g_steal_pointer (&whole);
  shape->text = shown != NULL ? g_steal_pointer (&shown) : g_steal_pointer (&whole);
  shape->width = lockstep_canvas_measure (self, font, shape->text);
  shape->height = lockstep_font_get_size (font);

  return shape->width;
}

LockstepColour
lockstep_state_get_colour (const char *state)
{
  if (strcmp (state, "fine") == 0)
    return LOCKSTEP_COLOUR_GOOD;
  if (strcmp (state, "look") == 0)
    return LOCKSTEP_COLOUR_LOOK;
  if (strcmp (state, "failed") == 0)
    return LOCKSTEP_COLOUR_BAD;

  return LOCKSTEP_COLOUR_SECONDARY;
}

LockstepColour
lockstep_canvas_state (LockstepCanvas *self, double x, double y, double size, const char *state)
{
  LockstepColour colour = lockstep_state_get_colour (state);
  g_autofree char *name = g_strconcat ("state-", state, NULL);

  lockstep_canvas_glyph (self, x, y, size, name, colour);

  return colour;
}
