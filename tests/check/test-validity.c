/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/check.h"

#include "check/scene.h"

#define OUT_PASS LOCKSTEP_OUTCOME_PASS
#define OUT_LOOK LOCKSTEP_OUTCOME_ATTENTION
#define OUT_FAIL LOCKSTEP_OUTCOME_FAIL

/* The scene's clock stands at noon UTC, and the tests run in UTC. */
static const struct
{
  const char *name;
  const char *not_before;
  const char *not_after;
  LockstepOutcome outcome;
  const char *finding;
  gint days_left;
} rows[] = {
  { "long", "-100d", "+300d", OUT_PASS, "valid", 300 },
  { "first-second", "+0s", "+90d", OUT_PASS, "valid", 90 },
  { "second-before-the-first", "+1s", "+90d", OUT_FAIL, "not-yet-valid", 90 },
  { "last-second", "-365d", "+0s", OUT_LOOK, "expires-today", 0 },
  { "second-after-the-last", "-365d", "-1s", OUT_FAIL, "expired-today", 0 },
  { "last-day", "-365d", "+39600s", OUT_LOOK, "expires-today", 0 },
  { "tomorrow", "-365d", "+43200s", OUT_LOOK, "expires-soon", 1 },
  { "yesterday", "-365d", "-43201s", OUT_FAIL, "expired", -1 },
  { "thirty-days", "-335d", "+30d", OUT_LOOK, "expires-soon", 30 },
  { "thirty-days-and-a-second", "-335d", "+2592001s", OUT_PASS, "valid", 30 },
  { "third-of-a-short-life", "-6d", "+3d", OUT_LOOK, "expires-soon", 3 },
  { "more-than-a-third-of-a-short-life", "-6d", "+259203s", OUT_PASS, "valid", 3 },
  { "twelve-days-ago", "-377d", "-12d", OUT_FAIL, "expired", -12 },
};

static void
test_row (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *line =
      g_strdup_printf ("T signon 9476 certificate.not-before=%s certificate.not-after=%s",
                       rows[row].not_before,
                       rows[row].not_after);
  const char *lines[] = { line, NULL };
  g_autoptr (LockstepScene) scene = scene_new (lines);
  g_autoptr (LockstepFactSet) facts = lockstep_check_derive (scene, lockstep_scene_get (scene, 0));
  LockstepCheckInput input = { scene, lockstep_scene_get (scene, 0), facts };
  LockstepJudgement judgement = lockstep_check_lookup ("validity")->judge (&input);

  g_assert_cmpstr (judgement.finding, ==, rows[row].finding);
  g_assert_cmpint (judgement.outcome, ==, rows[row].outcome);
  g_assert_cmpint (lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_CERTIFICATE_DAYS_LEFT),
                   ==,
                   rows[row].days_left);
}

/* What is judged is a fact and not the clock of the computer that judges. */
static void
test_another_time (void)
{
  const char *const lines[] = {
    "run.at=-20d",
    "T signon 9476 certificate.not-before=-365d certificate.not-after=-12d",
    NULL,
  };
  g_autoptr (LockstepScene) scene = scene_new (lines);
  g_autoptr (LockstepFactSet) facts = lockstep_check_derive (scene, lockstep_scene_get (scene, 0));

  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expires-soon"));
}

static void
test_dcm (void)
{
  const char *const lines[] = {
    "dcm.not-after=-12d",
    "T signon 9476 certificate.not-before=-365d certificate.not-after=-11d",
    "T telnet 992 certificate.not-before=-365d certificate.not-after=-10d",
    "T central 9470",
    NULL,
  };
  g_autoptr (LockstepScene) scene = scene_new (lines);
  g_autoptr (LockstepFactSet) near = lockstep_check_derive (scene, lockstep_scene_get (scene, 0));
  g_autoptr (LockstepFactSet) far = lockstep_check_derive (scene, lockstep_scene_get (scene, 1));
  g_autoptr (LockstepFactSet) none = lockstep_check_derive (scene, lockstep_scene_get (scene, 2));

  g_assert_true (lockstep_fact_set_is (near, LOCKSTEP_FACT_DCM_VALIDITY, "expired"));
  g_assert_true (lockstep_fact_set_get_boolean (near, LOCKSTEP_FACT_DCM_AGREES));
  g_assert_true (lockstep_fact_set_has (far, LOCKSTEP_FACT_DCM_AGREES));
  g_assert_false (lockstep_fact_set_get_boolean (far, LOCKSTEP_FACT_DCM_AGREES));
  g_assert_false (lockstep_fact_set_has (none, LOCKSTEP_FACT_DCM_AGREES));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/check/validity/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/check/validity/another-time", test_another_time);
  g_test_add_func ("/check/validity/dcm", test_dcm);

  return g_test_run ();
}
