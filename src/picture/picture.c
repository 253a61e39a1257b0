/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/picture.h"

#define PIXELS_PER_POINT (96.0 / 72.0)

static const struct
{
  double points;
  gboolean bold;
} fonts[LOCKSTEP_N_FONTS] = {
  [LOCKSTEP_FONT_BODY] = { 11.0, FALSE },     [LOCKSTEP_FONT_BOLD] = { 11.0, TRUE },
  [LOCKSTEP_FONT_SMALL] = { 9.2, FALSE },     [LOCKSTEP_FONT_SMALL_BOLD] = { 9.2, TRUE },
  [LOCKSTEP_FONT_MONOSPACE] = { 9.3, FALSE },
};

double
lockstep_font_get_size (LockstepFont font)
{
  g_return_val_if_fail (font < LOCKSTEP_N_FONTS, 0.0);

  return fonts[font].points * PIXELS_PER_POINT;
}

gboolean
lockstep_font_is_bold (LockstepFont font)
{
  g_return_val_if_fail (font < LOCKSTEP_N_FONTS, FALSE);

  return fonts[font].bold;
}

void
lockstep_picture_free (LockstepPicture *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->shapes);
  g_free (self->label);
  g_free (self->description);
  g_free (self);
}

static double
text_left (const LockstepShape *shape)
{
  switch (shape->anchor)
    {
    case LOCKSTEP_TEXT_MIDDLE:
      return shape->x - shape->width / 2.0;
    case LOCKSTEP_TEXT_END:
      return shape->x - shape->width;
    case LOCKSTEP_TEXT_START:
    default:
      return shape->x;
    }
}

const char *
lockstep_picture_query_tooltip (const LockstepPicture *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->shapes->len; i > 0; i--)
    {
      const LockstepShape *shape = g_ptr_array_index (self->shapes, i - 1);
      double left;

      if (shape->kind != LOCKSTEP_SHAPE_TEXT || shape->whole == NULL)
        continue;

      left = text_left (shape);
      if (x >= left && x <= left + shape->width && y >= shape->y - shape->height * 1.2 &&
          y <= shape->y + shape->height * 0.5)
        return shape->whole;
    }

  return NULL;
}
