/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/hatching.h"

#include <math.h>

#define STRIPE (2.6 * G_SQRT2)
#define PERIOD (7.0 * G_SQRT2)
#define CORNER_POINTS 5
#define MAX_STRIPES 1024

typedef struct
{
  LockstepPoint points[LOCKSTEP_SHAPE_MAX_POINTS];
  guint n_points;
} Polygon;

static void
add_point (Polygon *polygon, double x, double y)
{
  if (polygon->n_points < LOCKSTEP_SHAPE_MAX_POINTS)
    polygon->points[polygon->n_points++] = (LockstepPoint){ x, y };
}

static void
add_corner (Polygon *polygon, double x, double y, double radius, double from)
{
  for (guint i = 0; i < CORNER_POINTS; i++)
    {
      double angle = from + G_PI_2 * i / (CORNER_POINTS - 1);

      add_point (polygon, x + radius * cos (angle), y + radius * sin (angle));
    }
}

static void
set_rectangle (Polygon *polygon,
               double x,
               double y,
               double width,
               double height,
               double left,
               double right)
{
  polygon->n_points = 0;
  add_corner (polygon, x + left, y + left, left, G_PI);
  add_corner (polygon, x + width - right, y + right, right, G_PI + G_PI_2);
  add_corner (polygon, x + width - right, y + height - right, right, 0.0);
  add_corner (polygon, x + left, y + height - left, left, G_PI_2);
}

/* What of a convex polygon lies where sign * (x + y - limit) >= 0. */
static Polygon
clip (const Polygon *polygon, double sign, double limit)
{
  Polygon inside = { .n_points = 0 };

  for (guint i = 0; i < polygon->n_points; i++)
    {
      LockstepPoint a = polygon->points[i];
      LockstepPoint b = polygon->points[(i + 1) % polygon->n_points];
      double at_a = sign * (a.x + a.y - limit);
      double at_b = sign * (b.x + b.y - limit);

      if (at_a >= 0.0)
        add_point (&inside, a.x, a.y);
      if ((at_a > 0.0 && at_b < 0.0) || (at_a < 0.0 && at_b > 0.0))
        {
          double t = at_a / (at_a - at_b);

          add_point (&inside, a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
        }
    }

  return inside;
}

void
lockstep_canvas_hatching (LockstepCanvas *self,
                          double x,
                          double y,
                          double width,
                          double height,
                          double radius_left,
                          double radius_right,
                          LockstepColour colour)
{
  Polygon whole;
  double limit = x + y + STRIPE / 2.0;

  set_rectangle (&whole, x, y, width, height, radius_left, radius_right);
  lockstep_canvas_points (self,
                          LOCKSTEP_SHAPE_POLYGON,
                          whole.points,
                          whole.n_points,
                          colour,
                          LOCKSTEP_LINE_WHOLE);
  lockstep_canvas_last (self)->fill_alpha = 0.16;

  for (guint i = 0; i < MAX_STRIPES && limit < x + y + width + height; i++, limit += PERIOD)
    {
      Polygon begun = clip (&whole, 1.0, limit);
      Polygon stripe = clip (&begun, -1.0, limit + STRIPE);

      if (stripe.n_points >= 3)
        lockstep_canvas_points (self,
                                LOCKSTEP_SHAPE_POLYGON,
                                stripe.points,
                                stripe.n_points,
                                colour,
                                LOCKSTEP_LINE_WHOLE);
    }
}
