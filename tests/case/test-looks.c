/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/fixture.h"

/* A port of this computer on which nobody listens: it was given to us a moment ago. */
static guint16
find_closed_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  g_socket_listener_close (listener);

  return port;
}

static LockstepCase *
make_case (const char *trust_file)
{
  LockstepCase *subject = lockstep_case_new (fixture_catalog ());
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();
  const char *const files[] = { trust_file, NULL };

  lockstep_plan_add (plan, "127.0.0.1", find_closed_port (), NULL, LOCKSTEP_ROLE_TARGET);
  plan->offline = TRUE;
  plan->system_trust = FALSE;
  if (trust_file != NULL)
    plan->trust_files = g_strdupv ((char **) files);
  lockstep_case_set_plan (subject, plan);

  return subject;
}

static void
wait_for_end (LockstepCase *subject)
{
  while (lockstep_case_is_running (subject))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_look (void)
{
  g_autoptr (LockstepCase) subject = make_case (NULL);
  LockstepDiagnosis *first;

  lockstep_case_start (subject);
  g_assert_true (lockstep_case_is_running (subject));
  g_assert_true (lockstep_case_has_started (subject));
  wait_for_end (subject);

  first = lockstep_case_get_diagnosis (subject);
  g_assert_nonnull (first);
  g_assert_null (lockstep_case_get_failure (subject));
  g_assert_null (lockstep_case_get_before (subject));
  g_assert_cmpuint (first->observations->len, >=, 1);
  g_assert_cmpint (first->verdict, ==, LOCKSTEP_VERDICT_FAULTY);
  g_assert_cmpint (lockstep_case_get_step (subject, LOCKSTEP_PAGE_REACH)->state,
                   ==,
                   LOCKSTEP_STATE_FAILED);
}

static void
test_check_again (void)
{
  g_autoptr (LockstepCase) subject = make_case (NULL);
  const LockstepStepView *fix;

  lockstep_case_start (subject);
  wait_for_end (subject);
  lockstep_case_check_again (subject);
  g_assert_nonnull (lockstep_case_get_before (subject));
  fix = lockstep_case_get_step (subject, LOCKSTEP_PAGE_FIX);
  g_assert_cmpstr (fix->answer, ==, "Checking again…");
  wait_for_end (subject);

  fix = lockstep_case_get_step (subject, LOCKSTEP_PAGE_FIX);
  g_assert_cmpstr (fix->question, ==, "Did it help?");
  g_assert_cmpstr (fix->answer, ==, "No. Nothing has changed yet.");
}

static void
test_stop (void)
{
  g_autoptr (LockstepCase) subject = make_case (NULL);

  lockstep_case_start (subject);
  lockstep_case_stop (subject);
  g_assert_false (lockstep_case_is_running (subject));
  g_assert_null (lockstep_case_get_failure (subject));
  g_assert_cmpint (lockstep_case_get_step (subject, LOCKSTEP_PAGE_REACH)->state,
                   ==,
                   LOCKSTEP_STATE_UNKNOWN);

  /* What the old run still says is not taken for the new one. */
  lockstep_case_start (subject);
  wait_for_end (subject);
  g_assert_nonnull (lockstep_case_get_diagnosis (subject));
}

static void
test_finalize_while_running (void)
{
  LockstepCase *subject = make_case (NULL);

  lockstep_case_start (subject);
  g_assert_finalize_object (subject);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A CA file that cannot be read ends the checks before anybody is contacted; what was found
 * before stays. */
static void
test_failure (void)
{
  g_autoptr (LockstepCase) subject = make_case ("/nonexistent/local-ca.pem");

  lockstep_case_start (subject);
  wait_for_end (subject);
  g_assert_nonnull (strstr (lockstep_case_get_failure (subject), "local-ca.pem"));
  g_assert_cmpint (lockstep_case_get_step (subject, LOCKSTEP_PAGE_FIX)->state,
                   ==,
                   LOCKSTEP_STATE_UNKNOWN);
}

static void
test_failure_keeps_findings (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_UNSEEN);
  g_autoptr (LockstepCase) subject =
      fixture_case_with (NULL,
                         scene,
                         "plan",
                         "{\"targets\":[{\"host\":\"127.0.0.1\",\"port\":1}],"
                         "\"trust-files\":[\"/nonexistent/local-ca.pem\"],\"offline\":true}");

  lockstep_case_check_again (subject);
  wait_for_end (subject);
  g_assert_nonnull (lockstep_case_get_failure (subject));
  g_assert_cmpint (lockstep_case_get_diagnosis (subject)->verdict, ==, LOCKSTEP_VERDICT_FAULTY);
  g_assert_cmpint (lockstep_case_get_step (subject, LOCKSTEP_PAGE_CERTIFICATE)->state,
                   ==,
                   LOCKSTEP_STATE_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/looks/look", test_look);
  g_test_add_func ("/looks/check-again", test_check_again);
  g_test_add_func ("/looks/stop", test_stop);
  g_test_add_func ("/looks/finalize-while-running", test_finalize_while_running);
  g_test_add_func ("/looks/failure", test_failure);
  g_test_add_func ("/looks/failure-keeps-findings", test_failure_keeps_findings);

  return g_test_run ();
}
