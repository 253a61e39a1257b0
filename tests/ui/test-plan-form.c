/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/plan-form.h"

#include "ui/fixture.h"

static char *
describe (const char *first, const char *second, gboolean offline)
{
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();

  lockstep_plan_add (plan, first, 992, "telnet", LOCKSTEP_ROLE_TARGET);
  lockstep_plan_add (plan, second, 9476, "signon", LOCKSTEP_ROLE_TARGET);
  plan->offline = offline;

  return lockstep_plan_form_describe (plan);
}

static void
test_describe (void)
{
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();
  g_autofree char *one = describe ("a", "a", FALSE);
  g_autofree char *same = NULL;
  g_autofree char *other = describe ("a", "a", TRUE);
  g_autofree char *host = describe ("a", "b", FALSE);

  lockstep_plan_add (plan, "a", 9476, "signon", LOCKSTEP_ROLE_TARGET);
  lockstep_plan_add (plan, "a", 992, "telnet", LOCKSTEP_ROLE_TARGET);
  same = lockstep_plan_form_describe (plan);
  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_cmpstr (one, !=, host);
}

/* Every task of the catalogue is found by its own services. */
static void
test_tasks (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  guint count = lockstep_catalog_count (catalog, LOCKSTEP_SECTION_TASKS);
  static const char *const nothing[] = { "no-such-service", NULL };

  g_assert_cmpuint (count, >, 0);
  for (guint i = 0; i < count; i++)
    {
      const LockstepEntry *task = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_TASKS, i);
      g_auto (GStrv) services = lockstep_plan_form_dup_task_services (catalog, i);

      g_assert_cmpuint (lockstep_plan_form_find_task (catalog,
                                                      (const char *const *) services,
                                                      lockstep_entry_id (task)),
                        ==,
                        i);
    }
  g_assert_cmpuint (lockstep_plan_form_find_task (catalog, nothing, NULL), ==, count);
}

static void
test_case_begins (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (LockstepCase) planned = lockstep_test_case (catalog);
  g_autoptr (LockstepCase) pasted = lockstep_case_new (catalog);
  g_auto (GStrv) of_plan = lockstep_plan_form_dup_services (planned);
  g_auto (GStrv) of_symptom = NULL;

  g_assert_cmpstr (lockstep_plan_form_get_host (planned), ==, "127.0.0.1");
  g_assert_cmpuint (g_strv_length (of_plan), ==, 1);
  g_assert_cmpstr (of_plan[0], ==, "signon");

  lockstep_case_set_symptom (
      pasted,
      "System: ibmi.example.com\nCWBCO1034 - SSL error, function returned 25406");
  g_assert_cmpstr (lockstep_plan_form_get_host (pasted), ==, "ibmi.example.com");
  of_symptom = lockstep_plan_form_dup_services (pasted);
  g_assert_true (g_strv_contains ((const char *const *) of_symptom, "telnet"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/plan-form/describe", test_describe);
  g_test_add_func ("/ui/plan-form/tasks", test_tasks);
  g_test_add_func ("/ui/plan-form/case-begins", test_case_begins);

  return g_test_run ();
}
