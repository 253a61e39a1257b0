/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/time-scale.h"

#define BEYOND 14.0
#define MIN_OUTSIDE 18.0
#define MIN_VALID 96.0
#define AGREES 60

/* Years 1 to 9999: what a certificate may claim, and no difference can overflow. */
#define FIRST_TIME G_GINT64_CONSTANT (-62135596800)
#define LAST_TIME G_GINT64_CONSTANT (253402300799)

static gint64
read_time (const LockstepFactSet *facts, LockstepFact fact)
{
  return CLAMP (lockstep_fact_set_get_time (facts, fact), FIRST_TIME, LAST_TIME);
}

LockstepTimes
lockstep_times_read (const LockstepFactSet *facts)
{
  LockstepTimes times = { .known = FALSE };

  times.today = read_time (facts, LOCKSTEP_FACT_RUN_AT);
  times.known = lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_BEFORE) &&
                lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER) &&
                lockstep_fact_set_has (facts, LOCKSTEP_FACT_RUN_AT);
  times.from = read_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_BEFORE);
  times.until = MAX (read_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER), times.from);
  times.clock_known = lockstep_fact_set_has (facts, LOCKSTEP_FACT_CLOCK_SERVER);
  times.clock = read_time (facts, LOCKSTEP_FACT_CLOCK_SERVER);

  times.clock_agrees = ABS (times.clock - times.today) <= AGREES;
  if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CLOCK_AGREES))
    times.clock_agrees = lockstep_fact_set_get_boolean (facts, LOCKSTEP_FACT_CLOCK_AGREES);

  if (times.today > times.until)
    times.state = LOCKSTEP_TIMES_EXPIRED;
  else if (times.today < times.from)
    times.state = LOCKSTEP_TIMES_NOT_YET;
  else if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expires-soon"))
    times.state = LOCKSTEP_TIMES_SOON;
  else
    times.state = LOCKSTEP_TIMES_VALID;

  return times;
}

/* Widens what is too short to be seen; the others share what is left in proportion. */
static void
widen (double widths[3], const double least[3], double room)
{
  gboolean fixed[3] = { FALSE, FALSE, FALSE };

  for (guint round = 0; round < 3; round++)
    {
      double left = room;
      double others = 0.0;

      for (guint i = 0; i < 3; i++)
        {
          if (!fixed[i] && widths[i] < least[i])
            {
              widths[i] = least[i];
              fixed[i] = TRUE;
            }
          if (fixed[i])
            left -= widths[i];
          else
            others += widths[i];
        }

      for (guint i = 0; i < 3; i++)
        if (!fixed[i] && others > 0.0)
          widths[i] *= MAX (left, 0.0) / others;
    }
}

LockstepTimeScale
lockstep_time_scale_new (const LockstepTimes *times, double width)
{
  gboolean apart = times->clock_known && !times->clock_agrees;
  gint64 start = MIN (times->from, times->today);
  gint64 end = MAX (times->until, times->today);
  double least[3] = { 0.0, MIN_VALID, 0.0 };
  double widths[3];
  double linear[3];
  double room, span;
  guint longest = 0;
  LockstepTimeScale self = { .from = times->from, .until = times->until, .cut_x = -1.0 };

  self.start = apart ? MIN (start, times->clock) : start;
  self.end = apart ? MAX (end, times->clock) : end;
  self.start_x = self.start < times->from ? BEYOND : 0.0;
  self.end_x = self.end > times->until ? width - BEYOND : width;
  least[0] = self.start < times->from ? MIN_OUTSIDE : 0.0;
  least[2] = self.end > times->until ? MIN_OUTSIDE : 0.0;

  room = self.end_x - self.start_x;
  span = MAX ((double) (self.end - self.start), 1.0);
  linear[0] = (double) (times->from - self.start) / span * room;
  linear[2] = (double) (self.end - times->until) / span * room;
  linear[1] = room - linear[0] - linear[2];
  memcpy (widths, linear, sizeof widths);
  widen (widths, least, room);

  self.from_x = self.start_x + widths[0];
  self.until_x = self.from_x + widths[1];

  for (guint i = 1; i < 3; i++)
    if (widths[i] > widths[longest])
      longest = i;
  if (linear[longest] - widths[longest] > 0.5)
    {
      double begin = longest == 0 ? self.start_x : longest == 1 ? self.from_x : self.until_x;

      /* Within the valid part words stand in the middle, and the cut near the part outside. */
      self.cut_x = begin + widths[longest] / 2.0;
      if (longest == 1)
        self.cut_x = widths[2] > 0.0 ? self.until_x - 22.0 : self.from_x + 22.0;
    }

  return self;
}

static double
within (gint64 time, gint64 start, gint64 end, double start_x, double end_x)
{
  if (end <= start)
    return end_x;

  return start_x + (double) (time - start) / (double) (end - start) * (end_x - start_x);
}

double
lockstep_time_scale_get_x (const LockstepTimeScale *self, gint64 time)
{
  time = CLAMP (time, self->start, self->end);
  if (time < self->from)
    return within (time, self->start, self->from, self->start_x, self->from_x);
  if (time > self->until)
    return within (time, self->until, self->end, self->until_x, self->end_x);

  return within (time, self->from, self->until, self->from_x, self->until_x);
}
