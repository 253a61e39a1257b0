/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_reach_findings[] = {
  "unknown",      "all",        "one",      "some-silent", "refused",     "some-refused",
  "name-unknown", "unanswered", "no-route", "nothing",     "nothing-one", NULL,
};

typedef struct
{
  guint asked; /* targets about whose port something is known */
  guint open;
  guint refused;
  guint no_route;
} Tally;

static void
count (const LockstepObservation *observation, Tally *tally)
{
  const LockstepFactSet *facts = observation->facts;

  if (!lockstep_fact_set_has (facts, LOCKSTEP_FACT_PORT_OUTCOME) ||
      lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "failed"))
    return;

  tally->asked++;
  tally->open += lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "open");
  tally->refused += lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "refused");
  tally->no_route += lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "unreachable");
}

/* Evidence is looked at for comparison: whether it answers is not what was asked. */
static Tally
count_all (const LockstepCheckInput *input)
{
  Tally tally = { 0 };

  for (guint i = 0; i < input->scene->observations->len; i++)
    {
      const LockstepObservation *other = lockstep_scene_get (input->scene, i);

      if (g_strcmp0 (other->host, input->target->host) == 0 &&
          (other->role == LOCKSTEP_ROLE_TARGET || other == input->target))
        count (other, &tally);
    }

  return tally;
}

LockstepJudgement
lockstep_check_reach_judge (const LockstepCheckInput *input)
{
  const LockstepFactSet *facts = input->facts;
  Tally tally;

  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_NAME_OUTCOME, "not-found"))
    return LOCKSTEP_JUDGED (FAIL, "name-unknown");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_NAME_OUTCOME, "failed"))
    return LOCKSTEP_JUDGED (UNKNOWN, "unanswered");

  tally = count_all (input);
  if (tally.asked == 0)
    return LOCKSTEP_JUDGED (UNKNOWN, "unknown");
  if (tally.open == tally.asked)
    return tally.asked > 1 ? LOCKSTEP_JUDGED (PASS, "all") : LOCKSTEP_JUDGED (PASS, "one");
  if (tally.no_route == tally.asked)
    return LOCKSTEP_JUDGED (FAIL, "no-route");
  if (tally.open == 0 && tally.refused == 0)
    return tally.asked > 1 ? LOCKSTEP_JUDGED (FAIL, "nothing")
                           : LOCKSTEP_JUDGED (FAIL, "nothing-one");
  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_PORT_OUTCOME, "refused"))
    return LOCKSTEP_JUDGED (FAIL, "refused");
  if (tally.open + tally.refused < tally.asked)
    return LOCKSTEP_JUDGED (FAIL, "some-silent");

  return LOCKSTEP_JUDGED (FAIL, "some-refused");
}
