/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/canvas.h"
#include "picture/time-scale.h"

G_BEGIN_DECLS

#define LOCKSTEP_BAR_Y 34.0
#define LOCKSTEP_BAR_HEIGHT 20.0
#define LOCKSTEP_BAR_END (LOCKSTEP_BAR_Y + LOCKSTEP_BAR_HEIGHT)
#define LOCKSTEP_BAR_CORNER 6.0

/* A time bar that is being drawn. */
typedef struct
{
  LockstepCanvas *canvas;
  const LockstepTimes *times;
  LockstepTimeScale scale;
  gboolean narrow;
  double today_x;
} LockstepTimeBar;

/* The bar itself: what is over, what is left, what lies outside, the cut, the ends, the words
 * inside. */
void lockstep_time_bar_draw_pieces (LockstepTimeBar *bar);

G_END_DECLS
