/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/canvas.h"

G_BEGIN_DECLS

/* A rectangle in stripes of 2.6 of 7 at 45 degrees over 16 % of the same colour. The stripes are
 * polygons that end at its edge, so that no painter needs patterns or clipping. */
void lockstep_canvas_hatching (LockstepCanvas *self,
                               double x,
                               double y,
                               double width,
                               double height,
                               double radius_left,
                               double radius_right,
                               LockstepColour colour);

G_END_DECLS
