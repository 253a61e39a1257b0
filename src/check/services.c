/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/judge.h"

const char *const lockstep_check_services_findings[] = {
  "unknown", "alone",        "same",   "same-expired",   "differ",
  "behind",  "other-behind", "hidden", "hidden-expired", NULL,
};

/* What the other services of the same host show, seen from the target. */
typedef struct
{
  guint others;  /* looked at */
  guint showing; /* of these, with a certificate */
  guint same;
  guint expired;
  guint good;
} Tally;

static gboolean
is_expired (const LockstepScene *scene, const LockstepFactSet *facts)
{
  return lockstep_fact_set_has (scene->facts, LOCKSTEP_FACT_RUN_AT) &&
         lockstep_fact_set_get_time (scene->facts, LOCKSTEP_FACT_RUN_AT) >
             lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER);
}

static void
count (const LockstepCheckInput *input, const LockstepObservation *other, Tally *tally)
{
  const char *mine = lockstep_fact_set_get_string (input->facts, LOCKSTEP_FACT_CERTIFICATE_SHA256);
  const char *theirs =
      lockstep_fact_set_get_string (other->facts, LOCKSTEP_FACT_CERTIFICATE_SHA256);

  if (!lockstep_fact_set_has (other->facts, LOCKSTEP_FACT_PORT_OUTCOME))
    return;

  tally->others++;
  if (theirs == NULL)
    return;

  tally->showing++;
  tally->same += g_strcmp0 (mine, theirs) == 0;
  if (is_expired (input->scene, other->facts))
    tally->expired++;
  else
    tally->good++;
}

static Tally
count_all (const LockstepCheckInput *input)
{
  Tally tally = { 0 };

  for (guint i = 0; i < input->scene->observations->len; i++)
    {
      const LockstepObservation *other = lockstep_scene_get (input->scene, i);

      if (other != input->target && g_strcmp0 (other->host, input->target->host) == 0)
        count (input, other, &tally);
    }

  return tally;
}

/* The target shows no certificate: what the others show is all there is to go by. */
static LockstepJudgement
judge_hidden (const Tally *tally)
{
  if (tally->showing == 0)
    return LOCKSTEP_JUDGED (UNKNOWN, "unknown");

  return tally->expired > 0 ? LOCKSTEP_JUDGED (ATTENTION, "hidden-expired")
                            : LOCKSTEP_JUDGED (ATTENTION, "hidden");
}

LockstepJudgement
lockstep_check_services_judge (const LockstepCheckInput *input)
{
  Tally tally = count_all (input);

  if (!lockstep_fact_set_has (input->facts, LOCKSTEP_FACT_CERTIFICATE_SHA256))
    return judge_hidden (&tally);
  if (tally.showing == 0)
    return tally.others == 0 ? LOCKSTEP_JUDGED (SKIPPED, "alone")
                             : LOCKSTEP_JUDGED (UNKNOWN, "unknown");
  if (is_expired (input->scene, input->facts))
    return tally.good > 0 ? LOCKSTEP_JUDGED (ATTENTION, "behind")
                          : LOCKSTEP_JUDGED (FAIL, "same-expired");
  if (tally.expired > 0)
    return LOCKSTEP_JUDGED (ATTENTION, "other-behind");

  return tally.same == tally.showing ? LOCKSTEP_JUDGED (PASS, "same")
                                     : LOCKSTEP_JUDGED (PASS, "differ");
}
