/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/set.h"

G_BEGIN_DECLS

typedef enum
{
  LOCKSTEP_TIMES_VALID,
  LOCKSTEP_TIMES_SOON,
  LOCKSTEP_TIMES_EXPIRED,
  LOCKSTEP_TIMES_NOT_YET,
} LockstepTimesState;

/**
 * LockstepTimes:
 * @known: whether there is a validity at all
 * @clock_known: whether the server's clock was read
 * @clock_agrees: the two clocks are not more than 60 seconds apart
 *
 * The times of the time bar, unix seconds; @until is never before @from.
 */
typedef struct
{
  gboolean known;
  LockstepTimesState state;
  gint64 from;
  gint64 until;
  gint64 today;
  gboolean clock_known;
  gboolean clock_agrees;
  gint64 clock;
} LockstepTimes;

LockstepTimes lockstep_times_read (const LockstepFactSet *facts);

/**
 * LockstepTimeScale:
 * @start, @end: the ends of the drawn time
 * @from_x, @until_x: where validity begins and ends
 * @cut_x: where a cut says that lengths do not compare; negative for none
 *
 * Where times lie on a bar: linear in three pieces (before, within and after the validity), of
 * which no piece is too short to be seen.
 */
typedef struct
{
  double start_x, from_x, until_x, end_x;
  gint64 start, from, until, end;
  double cut_x;
} LockstepTimeScale;

LockstepTimeScale lockstep_time_scale_new (const LockstepTimes *times, double width);

double lockstep_time_scale_get_x (const LockstepTimeScale *self, gint64 time);

G_END_DECLS
