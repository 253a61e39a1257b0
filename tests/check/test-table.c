/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/check.h"

#include "catalog/catalog.h"
#include "check/scene.h"

static const char *const steps[] = {
  "reach", "handshake", "certificate", "chain", "services", NULL,
};

/* The rule of all checks: what was not seen is unknown, never a pass and never a fault. */
static void
test_nothing_seen (void)
{
  const char *const lines[] = { "T signon 9476", NULL };
  g_autoptr (LockstepScene) scene = scene_new (lines);
  const LockstepObservation *target = lockstep_scene_get (scene, 0);
  g_autoptr (LockstepFactSet) facts = lockstep_check_derive (scene, target);
  LockstepCheckInput input = { scene, target, facts };
  guint n;
  const LockstepCheckSpec *specs = lockstep_check_get_table (&n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      LockstepJudgement judgement = specs[i].judge (&input);

      g_test_message ("%s: %s", specs[i].id, judgement.finding);
      g_assert_cmpint (judgement.outcome, ==, LOCKSTEP_OUTCOME_UNKNOWN);
      g_assert_cmpstr (judgement.finding, ==, "unknown");
    }
}

static void
test_words (void)
{
  static const char *const members[] = { "short", "title", "answer", "summary" };
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCatalog) catalog = lockstep_catalog_new_default (&error);
  guint n;
  const LockstepCheckSpec *specs = lockstep_check_get_table (&n);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      const LockstepEntry *entry =
          lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_CHECKS, specs[i].id);
      const LockstepEntry *findings;

      g_assert_nonnull (entry);
      findings = lockstep_entry_object (entry, "findings");
      g_assert_nonnull (findings);
      for (guint j = 0; specs[i].findings[j] != NULL; j++)
        {
          const LockstepEntry *words = lockstep_entry_object (findings, specs[i].findings[j]);

          g_test_message ("%s: %s", specs[i].id, specs[i].findings[j]);
          g_assert_nonnull (words);
          for (guint k = 0; k < G_N_ELEMENTS (members); k++)
            g_assert_nonnull (lockstep_entry_text (words, members[k]));
          g_assert_true (lockstep_entry_has (words, "meaning"));
        }
    }
}

static void
test_rows (void)
{
  guint n;
  const LockstepCheckSpec *specs = lockstep_check_get_table (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_strv_contains (steps, specs[i].step));
      g_assert_cmpstr (specs[i].findings[0], ==, "unknown");
      g_assert_true (lockstep_check_lookup (specs[i].id) == &specs[i]);
    }

  g_assert_null (lockstep_check_lookup ("no-such-check"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/table/nothing-seen", test_nothing_seen);
  g_test_add_func ("/check/table/words", test_words);
  g_test_add_func ("/check/table/rows", test_rows);

  return g_test_run ();
}
