/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/fixture.h"

#include <glib/gstdio.h>

static void
test_healthy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_TLS, -100 * FIXTURE_DAY, 300 * FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;
  g_autofree char *path = NULL;

  fixture_trust (fixture, server, &path);
  fixture_add_target (fixture, server->port, NULL);
  diagnosis = fixture_run (fixture);

  g_assert_cmpstr (lockstep_verdict_to_string (diagnosis->verdict), ==, "healthy");
  g_assert_cmpuint (diagnosis->causes->len, ==, 0);
  g_assert_cmpint (server->accepted, ==, 1);
  g_assert_cmpuint (lockstep_scene_get (diagnosis->scene, 0)->chain->len, ==, 1);
  g_assert_cmpuint (lockstep_scene_get (diagnosis->scene, 0)->steps->len, >, 0);
  g_assert_true (
      lockstep_fact_set_is (fixture_facts_of (fixture, 0), LOCKSTEP_FACT_NAME_OUTCOME, "address"));
  g_unlink (path);
}

static void
test_expired (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_TLS, -377 * FIXTURE_DAY, -12 * FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  fixture_add_target (fixture, server->port, NULL);
  diagnosis = fixture_run (fixture);

  g_assert_cmpstr (fixture_first_cause (diagnosis), ==, "certificate.expired");
}

/* Judged at another time the same certificate is still valid. */
static void
test_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_TLS, -377 * FIXTURE_DAY, -12 * FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  fixture->plan->has_at = TRUE;
  fixture->plan->at = g_get_real_time () / G_USEC_PER_SEC - 200 * FIXTURE_DAY;
  fixture_add_target (fixture, server->port, NULL);
  diagnosis = fixture_run (fixture);

  g_assert_cmpstr (fixture_first_cause (diagnosis), ==, "certificate.self-signed");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  fixture_add_target (fixture, server_closed_port (), NULL);
  diagnosis = fixture_run (fixture);

  g_assert_cmpstr (fixture_first_cause (diagnosis), ==, "port.refused");
  g_assert_cmpuint (diagnosis->observations->len, ==, 1);
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_PLAIN, 0, FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  fixture_add_target (fixture, server->port, NULL);
  diagnosis = fixture_run (fixture);

  g_assert_cmpstr (fixture_first_cause (diagnosis), ==, "handshake.not-tls");
}

/* A server on 127.0.0.1 alone is no fault of "localhost", whose other address is the same computer.
 */
static void
test_localhost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_TLS, -100 * FIXTURE_DAY, 300 * FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;
  g_autofree char *path = NULL;

  fixture_trust (fixture, server, &path);
  fixture->plan->server_name = g_strdup ("127.0.0.1");
  lockstep_plan_add (fixture->plan, "localhost", server->port, NULL, LOCKSTEP_ROLE_TARGET);
  diagnosis = fixture_run (fixture);

  g_assert_cmpstr (lockstep_scene_get (diagnosis->scene, 0)->address, ==, "127.0.0.1");
  for (guint i = 1; i < diagnosis->scene->observations->len; i++)
    g_assert_cmpint (lockstep_scene_get (diagnosis->scene, i)->role, ==, LOCKSTEP_ROLE_EVIDENCE);
  g_assert_cmpstr (lockstep_verdict_to_string (diagnosis->verdict), ==, "healthy");
  g_unlink (path);
}

/* A reset is looked at again in other ways, one after the other. */
static void
test_reset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_RESET, 0, FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;
  const LockstepFactSet *facts;

  fixture_add_target (fixture, server->port, NULL);
  diagnosis = fixture_run (fixture);
  facts = fixture_facts_of (fixture, 0);

  g_assert_cmpstr (fixture_first_cause (diagnosis), ==, "handshake.reset");
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_LOOK_WAIT, "quiet"));
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_LOOK_TLS12, "reset"));
  g_assert_false (lockstep_fact_set_has (facts, LOCKSTEP_FACT_LOOK_NO_NAME));
  g_assert_cmpint (server->accepted, ==, 3);
}

/* With a name to ask for, leaving it out is a further look. */
static void
test_reset_with_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_RESET, 0, FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  fixture->plan->server_name = g_strdup ("ibmi.example.com");
  fixture_add_target (fixture, server->port, NULL);
  diagnosis = fixture_run (fixture);

  g_assert_true (
      lockstep_fact_set_is (fixture_facts_of (fixture, 0), LOCKSTEP_FACT_LOOK_NO_NAME, "reset"));
  g_assert_cmpint (server->accepted, ==, 4);
}

static void
test_silent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_SILENT, 0, FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  fixture->plan->timeout = 300;
  fixture_add_target (fixture, server->port, NULL);
  diagnosis = fixture_run (fixture);

  g_assert_cmpstr (fixture_first_cause (diagnosis), ==, "handshake.silent");
}

/* The seed's own case: one service hangs up, and a sibling shows why. */
static void
test_siblings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) telnet = server_new (SERVER_RESET, 0, FIXTURE_DAY);
  g_autoptr (Server) signon = server_new (SERVER_TLS, -377 * FIXTURE_DAY, -12 * FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;
  const LockstepTargetDiagnosis *sibling;

  fixture_tell_service (fixture, "telnet", telnet->port);
  fixture_tell_service (fixture, "signon", signon->port);
  fixture_add_target (fixture, telnet->port, "telnet");
  diagnosis = fixture_run (fixture);

  g_assert_cmpuint (diagnosis->observations->len, ==, 2);
  sibling = g_ptr_array_index (diagnosis->observations, 1);
  g_assert_cmpint (sibling->observation->role, ==, LOCKSTEP_ROLE_EVIDENCE);
  g_assert_cmpstr (sibling->observation->service, ==, "signon");
  g_assert_cmpstr (fixture_first_cause (diagnosis), ==, "service.certificate-unusable");
}

/* Nobody is looked at for comparison while there is nothing to explain. */
static void
test_no_siblings_when_healthy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) telnet = server_new (SERVER_TLS, -100 * FIXTURE_DAY, 300 * FIXTURE_DAY);
  g_autoptr (Server) signon = server_new (SERVER_TLS, -377 * FIXTURE_DAY, -12 * FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;
  g_autofree char *path = NULL;

  fixture_trust (fixture, telnet, &path);
  fixture_tell_service (fixture, "telnet", telnet->port);
  fixture_tell_service (fixture, "signon", signon->port);
  fixture_add_target (fixture, telnet->port, "telnet");
  diagnosis = fixture_run (fixture);

  g_assert_cmpstr (lockstep_verdict_to_string (diagnosis->verdict), ==, "healthy");
  g_assert_cmpint (signon->accepted, ==, 0);
  g_unlink (path);
}

/* Asked to compare, it looks at the others, and they change no verdict. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) telnet = server_new (SERVER_TLS, -100 * FIXTURE_DAY, 300 * FIXTURE_DAY);
  g_autoptr (Server) signon = server_new (SERVER_TLS, -377 * FIXTURE_DAY, -12 * FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;
  g_autofree char *path = NULL;

  fixture_trust (fixture, telnet, &path);
  fixture_tell_service (fixture, "telnet", telnet->port);
  fixture_tell_service (fixture, "signon", signon->port);
  fixture_add_target (fixture, telnet->port, "telnet");
  fixture->plan->compare_services = TRUE;
  diagnosis = fixture_run (fixture);

  g_assert_cmpstr (lockstep_verdict_to_string (diagnosis->verdict), ==, "healthy");
  g_assert_cmpuint (diagnosis->observations->len, ==, 2);
  g_assert_cmpint (signon->accepted, ==, 1);
  g_unlink (path);
}

/* Two names of one address share its port in turns. */
static void
test_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Server) server = server_new (SERVER_PLAIN, 0, FIXTURE_DAY);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  fixture_add_target (fixture, server->port, NULL);
  lockstep_plan_add (fixture->plan, "localhost", server->port, NULL, LOCKSTEP_ROLE_TARGET);
  diagnosis = fixture_run (fixture);

  g_assert_cmpuint (diagnosis->observations->len, >=, 2);
  g_assert_cmpint (server->accepted, ==, 2);
  g_assert_cmpint (server->most, ==, 1);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  guint16 port = server_closed_port ();
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  for (guint i = 0; i < 40; i++)
    fixture_add_target (fixture, (guint16) (port - i), NULL);
  diagnosis = fixture_run (fixture);

  g_assert_cmpuint (diagnosis->observations->len, ==, 40);
  for (guint i = 0; i < 40; i++)
    {
      g_assert_cmpuint (lockstep_scene_get (diagnosis->scene, i)->port, ==, port - i);
      g_assert_true (
          lockstep_fact_set_has (fixture_facts_of (fixture, i), LOCKSTEP_FACT_PORT_OUTCOME));
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/run/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("healthy", test_healthy);
  ADD ("expired", test_expired);
  ADD ("at", test_at);
  ADD ("refused", test_refused);
  ADD ("localhost", test_localhost);
  ADD ("plain", test_plain);
  ADD ("reset", test_reset);
  ADD ("reset-with-name", test_reset_with_name);
  ADD ("silent", test_silent);
  ADD ("siblings", test_siblings);
  ADD ("no-siblings-when-healthy", test_no_siblings_when_healthy);
  ADD ("compare", test_compare);
  ADD ("one-at-a-time", test_one_at_a_time);
  ADD ("many", test_many);

  return g_test_run ();
}
