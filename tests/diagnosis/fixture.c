/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/fixture.h"

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = lockstep_catalog_new_default (&error);
  g_assert_no_error (error);
  fixture->plan = lockstep_plan_new ();
  fixture->plan->system_trust = FALSE;
  fixture->cancellable = g_cancellable_new ();
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->run != NULL)
    g_assert_finalize_object (fixture->run);
  g_clear_error (&fixture->error);
  g_object_unref (fixture->cancellable);
  lockstep_plan_free (fixture->plan);
  lockstep_catalog_unref (fixture->catalog);
}

void
fixture_add_target (Fixture *fixture, guint16 port, const char *service)
{
  lockstep_plan_add (fixture->plan, "127.0.0.1", port, service, LOCKSTEP_ROLE_TARGET);
}

void
fixture_tell_service (Fixture *fixture, const char *service, guint16 port)
{
  g_hash_table_insert (fixture->plan->service_ports, g_strdup (service), GUINT_TO_POINTER (port));
}

static void
changed_cb (LockstepRun *run, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->changes++;
}

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = lockstep_run_start_finish (LOCKSTEP_RUN (object), result, &fixture->error);
  fixture->done = TRUE;
}

void
fixture_start (Fixture *fixture)
{
  fixture->run = lockstep_run_new (fixture->catalog, fixture->plan);
  g_signal_connect (fixture->run, "changed", G_CALLBACK (changed_cb), fixture);
  lockstep_run_start_async (fixture->run, fixture->cancellable, finished_cb, fixture);
}

void
fixture_wait (Fixture *fixture)
{
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
}

LockstepDiagnosis *
fixture_run (Fixture *fixture)
{
  guint done, all;

  fixture_start (fixture);
  fixture_wait (fixture);

  g_assert_no_error (fixture->error);
  g_assert_true (fixture->result);
  g_assert_cmpuint (fixture->changes, >, 0);
  lockstep_run_get_progress (fixture->run, &done, &all);
  g_assert_cmpuint (done, ==, all);
  g_assert_null (lockstep_run_get_activity (fixture->run));
  g_assert_false (lockstep_run_is_step_running (fixture->run, "reach"));
  g_assert_false (lockstep_run_is_step_running (fixture->run, "services"));

  return lockstep_diagnose (fixture->catalog, lockstep_run_get_scene (fixture->run));
}

const char *
fixture_first_cause (const LockstepDiagnosis *diagnosis)
{
  const LockstepCause *cause;

  if (diagnosis->causes->len == 0)
    return "";
  cause = g_ptr_array_index (diagnosis->causes, 0);

  return lockstep_entry_id (cause->entry);
}

const LockstepFactSet *
fixture_facts_of (Fixture *fixture, guint index)
{
  return lockstep_scene_get (lockstep_run_get_scene (fixture->run), index)->facts;
}

void
fixture_trust (Fixture *fixture, Server *server, char **ret_path)
{
  const char *paths[] = { NULL, NULL };

  *ret_path = server_write_trust (server);
  paths[0] = *ret_path;
  fixture->plan->trust_files = g_strdupv ((char **) paths);
}
