/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/inspection.h"

#include <math.h>

#define TOLERANCE 0.6

static double
text_left (const LockstepShape *shape)
{
  if (shape->anchor == LOCKSTEP_TEXT_MIDDLE)
    return shape->x - shape->width / 2.0;

  return shape->anchor == LOCKSTEP_TEXT_END ? shape->x - shape->width : shape->x;
}

static void
assert_within (const LockstepPicture *picture,
               const LockstepShape *shape,
               double left,
               double top,
               double right,
               double bottom)
{
  if (left < -TOLERANCE || top < -TOLERANCE || right > picture->width + TOLERANCE ||
      bottom > picture->height + TOLERANCE)
    {
      g_test_message ("%s: kind %d (%s) reaches out of %.0f x %.0f: %.1f %.1f to %.1f %.1f",
                      picture->label,
                      shape->kind,
                      shape->text != NULL ? shape->text : "",
                      picture->width,
                      picture->height,
                      left,
                      top,
                      right,
                      bottom);
      g_test_fail ();
    }
}

static void
inspect_shape (const LockstepPicture *picture, const LockstepShape *shape)
{
  double half = shape->width / 2.0;

  switch (shape->kind)
    {
    case LOCKSTEP_SHAPE_LINE:
    case LOCKSTEP_SHAPE_CURVE:
    case LOCKSTEP_SHAPE_POLYGON:
      for (guint i = 0; i < shape->n_points; i++)
        assert_within (picture,
                       shape,
                       shape->points[i].x,
                       shape->points[i].y,
                       shape->points[i].x,
                       shape->points[i].y);
      break;
    case LOCKSTEP_SHAPE_RECTANGLE:
      assert_within (picture,
                     shape,
                     shape->x,
                     shape->y,
                     shape->x + shape->width,
                     shape->y + shape->height);
      break;
    case LOCKSTEP_SHAPE_DISC:
      assert_within (picture,
                     shape,
                     shape->x - shape->width,
                     shape->y - shape->width,
                     shape->x + shape->width,
                     shape->y + shape->width);
      break;
    case LOCKSTEP_SHAPE_TEXT:
      assert_within (picture,
                     shape,
                     text_left (shape),
                     shape->y - shape->height * 0.8,
                     text_left (shape) + shape->width,
                     shape->y + shape->height * 0.22);
      break;
    case LOCKSTEP_SHAPE_GLYPH:
    default:
      assert_within (picture,
                     shape,
                     shape->x - half,
                     shape->y - half,
                     shape->x + half,
                     shape->y + half);
      break;
    }
}

void
inspect_bounds (const LockstepPicture *picture)
{
  g_assert_cmpuint (picture->shapes->len, >, 0);
  g_assert_cmpfloat (picture->height, >, 0.0);
  for (guint i = 0; i < picture->shapes->len; i++)
    inspect_shape (picture, g_ptr_array_index (picture->shapes, i));
}

void
inspect_mirror (const LockstepPicture *picture, const LockstepPicture *mirrored)
{
  g_assert_cmpuint (picture->shapes->len, ==, mirrored->shapes->len);
  g_assert_cmpfloat (picture->height, ==, mirrored->height);

  for (guint i = 0; i < picture->shapes->len; i++)
    {
      const LockstepShape *a = g_ptr_array_index (picture->shapes, i);
      const LockstepShape *b = g_ptr_array_index (mirrored->shapes, i);
      double width = picture->width;
      double x = width - a->x - (a->kind == LOCKSTEP_SHAPE_RECTANGLE ? a->width : 0.0);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpfloat_with_epsilon (a->y, b->y, 1e-6);
      g_assert_cmpuint (a->n_points, ==, b->n_points);
      for (guint j = 0; j < a->n_points; j++)
        g_assert_cmpfloat_with_epsilon (width - a->points[j].x, b->points[j].x, 1e-6);
      if (a->n_points == 0)
        g_assert_cmpfloat_with_epsilon (x, b->x, 1e-6);
      if (a->kind == LOCKSTEP_SHAPE_TEXT)
        g_assert_cmpfloat_with_epsilon (width - text_left (a) - a->width, text_left (b), 1e-6);
    }
}

void
inspect_svg (const char *svg)
{
  static const GMarkupParser parser = { NULL, NULL, NULL, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (svg, "nan"));
  g_assert_null (strstr (svg, "inf\""));
}

static const LockstepShape *
search_text (const LockstepPicture *picture, const char *text, gboolean prefix)
{
  for (guint i = 0; i < picture->shapes->len; i++)
    {
      const LockstepShape *shape = g_ptr_array_index (picture->shapes, i);

      if (shape->kind == LOCKSTEP_SHAPE_TEXT &&
          (prefix ? g_str_has_prefix (shape->text, text) : g_str_equal (shape->text, text)))
        return shape;
    }

  return NULL;
}

gboolean
has_text (const LockstepPicture *picture, const char *text)
{
  return search_text (picture, text, TRUE) != NULL;
}

const LockstepShape *
find_text (const LockstepPicture *picture, const char *text)
{
  const LockstepShape *shape = search_text (picture, text, FALSE);

  if (shape == NULL)
    g_test_message ("%s: no text is \"%s\"", picture->label, text);
  g_assert_nonnull (shape);

  return shape;
}

guint
count_glyphs (const LockstepPicture *picture, const char *name)
{
  guint count = 0;

  for (guint i = 0; i < picture->shapes->len; i++)
    count +=
        g_strcmp0 (((LockstepShape *) g_ptr_array_index (picture->shapes, i))->name, name) == 0;

  return count;
}

guint
count_lines (const LockstepPicture *picture, LockstepLineStyle style, LockstepColour colour)
{
  guint count = 0;

  for (guint i = 0; i < picture->shapes->len; i++)
    {
      const LockstepShape *shape = g_ptr_array_index (picture->shapes, i);

      count += shape->stroke == colour && shape->style == style;
    }

  return count;
}
