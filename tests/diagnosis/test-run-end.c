/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/fixture.h"

#include "base/error.h"

static void
cancel_when_connected_cb (LockstepRun *run, gpointer user_data)
{
  Fixture *fixture = user_data;

  if (lockstep_fact_set_has (fixture_facts_of (fixture, 0), LOCKSTEP_FACT_PORT_OUTCOME))
    g_cancellable_cancel (fixture->cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_SILENT, 0, FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  fixture->plan->timeout = 60000;
  fixture_add_target (fixture, server->port, NULL);
  fixture_start (fixture);
  g_signal_connect (fixture->run, "changed", G_CALLBACK (cancel_when_connected_cb), fixture);
  fixture_wait (fixture);

  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (fixture->result);
  g_assert_true (
      lockstep_fact_set_is (fixture_facts_of (fixture, 0), LOCKSTEP_FACT_PORT_OUTCOME, "open"));
  diagnosis = lockstep_diagnose (fixture->catalog, lockstep_run_get_scene (fixture->run));
  g_assert_cmpstr (lockstep_verdict_to_string (diagnosis->verdict), ==, "inconclusive");
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_TLS, 0, FIXTURE_DAY);

  fixture_add_target (fixture, server->port, NULL);
  g_cancellable_cancel (fixture->cancellable);
  fixture_start (fixture);
  fixture_wait (fixture);

  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (server->accepted, ==, 0);
}

static void
test_unreadable_trust (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_TLS, 0, FIXTURE_DAY);
  const char *const paths[] = { "/nonexistent/ca.pem", NULL };

  fixture->plan->trust_files = g_strdupv ((char **) paths);
  fixture_add_target (fixture, server->port, NULL);
  fixture_start (fixture);
  fixture_wait (fixture);

  g_assert_error (fixture->error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE);
  g_assert_nonnull (strstr (fixture->error->message, "/nonexistent/ca.pem"));
  g_assert_cmpint (server->accepted, ==, 0);
}

static void
test_no_targets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepDiagnosis) diagnosis = fixture_run (fixture);

  g_assert_cmpstr (lockstep_verdict_to_string (diagnosis->verdict), ==, "inconclusive");
}

static void
test_case_facts (Fixture *fixture, gconstpointer data)
{
  const LockstepFactSet *facts;
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  fixture->plan->symptom = g_strdup ("CWBCO1034 - SSL error, function returned 25406");
  fixture->plan->server_name = g_strdup ("alias");
  diagnosis = fixture_run (fixture);
  facts = diagnosis->scene->facts;

  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_SYMPTOM_MESSAGE, "CWBCO1034"));
  g_assert_cmpint (lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_SYMPTOM_CODE), ==, 25406);
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_SYMPTOM_CONDITION, "GSK_ERROR_IO"));
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_RUN_SERVER_NAME, "alias"));
  g_assert_true (lockstep_fact_set_has (facts, LOCKSTEP_FACT_RUN_AT));
  g_assert_false (lockstep_fact_set_get_boolean (facts, LOCKSTEP_FACT_RUN_SYSTEM_TRUST));
}

/* The bound of looks is reached half-way, and still no target is left out. */
static void
test_many_targets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  for (guint16 port = 300; port < 500; port++)
    lockstep_plan_add (fixture->plan, "localhost", port, NULL, LOCKSTEP_ROLE_TARGET);
  diagnosis = fixture_run (fixture);

  g_assert_cmpuint (diagnosis->scene->observations->len, >=, 200);
  for (guint i = 0; i < diagnosis->scene->observations->len; i++)
    g_assert_true (
        lockstep_fact_set_has (fixture_facts_of (fixture, i), LOCKSTEP_FACT_PORT_OUTCOME));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/run/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("cancel", test_cancel);
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("unreadable-trust", test_unreadable_trust);
  ADD ("no-targets", test_no_targets);
  ADD ("many-targets", test_many_targets);
  ADD ("case-facts", test_case_facts);

  return g_test_run ();
}
