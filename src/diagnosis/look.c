/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/look.h"

#include "probe/handshake.h"
#include "probe/https.h"
#include "probe/port.h"

LockstepLook *
lockstep_look_new (LockstepRun *run,
                   const char *host,
                   guint16 port,
                   const char *service,
                   LockstepRole role)
{
  LockstepLook *self = g_new0 (LockstepLook, 1);

  self->run = run;
  if (service != NULL)
    self->entry = lockstep_catalog_lookup (lockstep_run_get_catalog (run),
                                           LOCKSTEP_SECTION_SERVICES,
                                           service);
  self->seen = lockstep_observation_new (host, port, service, role);
  lockstep_fact_set_boolean (self->seen->facts, LOCKSTEP_FACT_TARGET_TLS, TRUE);

  return self;
}

void
lockstep_look_free (LockstepLook *self)
{
  lockstep_observation_unref (self->seen);
  lockstep_observation_unref (self->published);
  g_clear_object (&self->address);
  g_free (self);
}

void
lockstep_look_set_address (LockstepLook *self, GInetAddress *address, const LockstepFactSet *name)
{
  lockstep_fact_set_merge (self->seen->facts, name);
  if (address != NULL)
    {
      g_free (self->seen->address);
      self->seen->address = g_inet_address_to_string (address);
      g_set_object (&self->address, address);
    }
  lockstep_run_touch (self->run, self);
}

static gboolean
is_cancelled (LockstepLook *self)
{
  return g_cancellable_is_cancelled (lockstep_run_get_cancellable (self->run));
}

static gboolean
is_target (const LockstepLook *self)
{
  return self->seen->role == LOCKSTEP_ROLE_TARGET;
}

static gboolean
has_flag (const LockstepLook *self, const char *member)
{
  return self->entry != NULL && lockstep_entry_boolean (self->entry, member);
}

/* ---- the chain ---- */

typedef struct
{
  LockstepTrust *trust;
  GPtrArray *sent;
  LockstepFactSet *facts;
  GPtrArray *chain;
} ChainJob;

static void
chain_job_free (ChainJob *job)
{
  lockstep_trust_unref (job->trust);
  g_ptr_array_unref (job->sent);
  lockstep_fact_set_unref (job->facts);
  g_clear_pointer (&job->chain, g_ptr_array_unref);
  g_free (job);
}

static void
judge_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ChainJob *job = task_data;

  lockstep_trust_judge (job->trust, job->sent, job->facts, &job->chain);
  g_task_return_boolean (task, TRUE);
}

/* The neighbours tell whether a certificate of the wrong date has a successor already. */
static gboolean
is_out_of_date (LockstepLook *self)
{
  const LockstepFactSet *facts = self->seen->facts;
  gint64 at = lockstep_run_get_at (self->run);

  return lockstep_fact_set_has (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER) &&
         at > lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER);
}

static void
chain_judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LockstepLook *self = user_data;
  ChainJob *job = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    {
      lockstep_fact_set_merge (self->seen->facts, job->facts);
      if (job->chain != NULL)
        {
          g_ptr_array_unref (self->seen->chain);
          self->seen->chain = g_steal_pointer (&job->chain);
        }
      lockstep_run_touch (self->run, self);

      if (is_target (self) && has_flag (self, "ibmi") && is_out_of_date (self) &&
          !is_cancelled (self))
        {
          lockstep_run_add_siblings (self->run, self);
          lockstep_look_at_plain (self);
        }
    }

  lockstep_run_end (self->run, self, LOCKSTEP_DOING_CHAIN);
}

static void
judge_chain (LockstepLook *self, GPtrArray *certificates)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, chain_judged_cb, self);
  ChainJob *job = g_new0 (ChainJob, 1);

  job->trust = lockstep_trust_ref (lockstep_run_get_trust (self->run));
  job->sent = g_ptr_array_ref (certificates);
  job->facts = lockstep_fact_set_new ();

  lockstep_run_begin (self->run, self, LOCKSTEP_DOING_CHAIN);
  g_task_set_source_tag (task, judge_chain);
  g_task_set_task_data (task, job, (GDestroyNotify) chain_job_free);
  g_task_run_in_thread (task, judge_in_thread);
}

/* ---- HTTPS ---- */

static void
https_probed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LockstepLook *self = user_data;
  g_autoptr (LockstepFactSet) facts = lockstep_https_probe_finish (result, NULL);

  if (facts != NULL)
    {
      lockstep_fact_set_merge (self->seen->facts, facts);
      lockstep_run_touch (self->run, self);
    }

  lockstep_run_end (self->run, self, LOCKSTEP_DOING_HTTPS);
}

static void
ask_https (LockstepLook *self)
{
  const LockstepPlan *plan = lockstep_run_get_plan (self->run);

  lockstep_run_begin (self->run, self, LOCKSTEP_DOING_HTTPS);
  lockstep_https_probe_async (self->seen->host,
                              self->address,
                              self->seen->port,
                              plan->server_name,
                              plan->timeout,
                              lockstep_run_get_cancellable (self->run),
                              https_probed_cb,
                              self);
}

/* ---- port and handshake ---- */

static gboolean
broke_at_once (const LockstepFactSet *facts)
{
  const char *stage = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_HANDSHAKE_STAGE);

  return (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "reset") ||
          lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "closed") ||
          lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "silent")) &&
         (g_strcmp0 (stage, "connected") == 0 || g_strcmp0 (stage, "client-hello") == 0);
}

/* What may explain that a service is not there or hangs up: the port without TLS, the neighbours.
 */
static void
look_around (LockstepLook *self)
{
  if (!is_target (self))
    return;

  lockstep_look_at_plain (self);
  if (has_flag (self, "ibmi") || lockstep_run_is_about_ibmi (self->run))
    lockstep_run_add_siblings (self->run, self);
}

static void
take_handshake (LockstepLook *self, LockstepHandshakeAnswer *answer)
{
  lockstep_fact_set_merge (self->seen->facts, answer->facts);
  g_ptr_array_unref (self->seen->steps);
  self->seen->steps = g_ptr_array_ref (answer->steps);
  lockstep_run_touch (self->run, self);

  if (is_cancelled (self))
    return;
  if (answer->certificates->len > 0)
    judge_chain (self, answer->certificates);
  if (is_target (self) && has_flag (self, "http") &&
      lockstep_fact_set_is (self->seen->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "complete"))
    ask_https (self);
  if (is_target (self) && broke_at_once (self->seen->facts))
    {
      lockstep_look_again (self);
      look_around (self);
    }
}

static void
handshake_observed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LockstepLook *self = user_data;
  g_autoptr (LockstepHandshakeAnswer) answer = lockstep_handshake_observe_finish (result, NULL);

  if (answer != NULL)
    take_handshake (self, answer);

  lockstep_run_end (self->run, self, LOCKSTEP_DOING_HANDSHAKE);
}

static void
shake_hands (LockstepLook *self, GSocket *connection)
{
  const LockstepPlan *plan = lockstep_run_get_plan (self->run);
  LockstepHandshakeOptions options = {
    .server_name = plan->server_name != NULL ? plan->server_name : self->seen->host,
    .send_hello = TRUE,
    .timeout = plan->timeout,
  };

  lockstep_run_begin (self->run, self, LOCKSTEP_DOING_HANDSHAKE);
  lockstep_handshake_observe_async (connection,
                                    &options,
                                    lockstep_run_get_cancellable (self->run),
                                    handshake_observed_cb,
                                    self);
}

static void
port_probed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LockstepLook *self = user_data;
  g_autoptr (LockstepPortAnswer) answer = lockstep_port_probe_finish (result, NULL);

  if (answer != NULL)
    {
      LockstepFactSet *facts = self->seen->facts;

      lockstep_fact_set_word (facts, LOCKSTEP_FACT_PORT_OUTCOME, answer->outcome);
      lockstep_fact_set_string (facts, LOCKSTEP_FACT_PORT_ERROR, answer->error);
      lockstep_fact_set_integer (facts, LOCKSTEP_FACT_PORT_DURATION, answer->duration);
      lockstep_run_touch (self->run, self);

      if (is_cancelled (self))
        g_debug ("cancelled after connecting");
      else if (answer->connection != NULL)
        shake_hands (self, answer->connection);
      else
        look_around (self);
      if (lockstep_run_get_plan (self->run)->compare_services && !is_cancelled (self))
        lockstep_look_at_plain (self);
    }

  lockstep_run_end (self->run, self, LOCKSTEP_DOING_PORT);
}

void
lockstep_look_start (LockstepLook *self)
{
  g_return_if_fail (self->address != NULL);

  self->state = LOCKSTEP_LOOK_ACTIVE;
  lockstep_run_begin (self->run, self, LOCKSTEP_DOING_PORT);
  lockstep_port_probe_async (self->address,
                             self->seen->port,
                             lockstep_run_get_plan (self->run)->timeout,
                             lockstep_run_get_cancellable (self->run),
                             port_probed_cb,
                             self);
}
