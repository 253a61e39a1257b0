/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/look.h"

#include "probe/handshake.h"
#include "probe/port.h"

/* So long a server may take to hang up, or to greet, before anything was sent to it. */
#define WAIT_MILLISECONDS 250

#define TLS_1_2 0x0303

/*
 * What one handshake cannot tell apart, the cheapest further looks can: wait before saying
 * anything, offer TLS 1.2 at most, leave the name out. One after the other, because a port is never
 * given more than one connection at a time.
 */
typedef enum
{
  TRY_WAIT,
  TRY_TLS12,
  TRY_NO_NAME,
  N_TRIES
} Try;

typedef struct
{
  LockstepLook *look;
  Try current;
} Tries;

static void start_try (Tries *tries);

static void
note (Tries *tries, const LockstepHandshakeAnswer *answer)
{
  static const LockstepFact facts[N_TRIES] = {
    [TRY_WAIT] = LOCKSTEP_FACT_LOOK_WAIT,
    [TRY_TLS12] = LOCKSTEP_FACT_LOOK_TLS12,
    [TRY_NO_NAME] = LOCKSTEP_FACT_LOOK_NO_NAME,
  };
  const char *word = NULL;

  if (answer == NULL)
    word = "unreached";
  else if (tries->current == TRY_WAIT)
    word = answer->wait;
  else
    word = lockstep_fact_set_get_string (answer->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME);

  if (word == NULL)
    return;

  lockstep_fact_set_word (tries->look->seen->facts, facts[tries->current], word);
  lockstep_run_touch (tries->look->run, tries->look);
}

/* Another time limit without an answer would not tell more about a silent server. */
static gboolean
is_worth_it (const Tries *tries)
{
  const LockstepFactSet *facts = tries->look->seen->facts;

  if (tries->current == TRY_NO_NAME)
    return lockstep_fact_set_has (facts, LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME) &&
           !lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "silent");

  return TRUE;
}

static void
next_try (Tries *tries)
{
  LockstepLook *look = tries->look;

  tries->current++;
  while (tries->current < N_TRIES && !is_worth_it (tries))
    tries->current++;

  if (tries->current < N_TRIES &&
      !g_cancellable_is_cancelled (lockstep_run_get_cancellable (look->run)))
    start_try (tries);
  else
    g_free (tries);

  lockstep_run_end (look->run, look, LOCKSTEP_DOING_AGAIN);
}

static void
observed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Tries *tries = user_data;
  g_autoptr (LockstepHandshakeAnswer) answer = lockstep_handshake_observe_finish (result, NULL);

  if (answer != NULL)
    note (tries, answer);
  next_try (tries);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Tries *tries = user_data;
  LockstepLook *look = tries->look;
  const LockstepPlan *plan = lockstep_run_get_plan (look->run);
  GCancellable *cancellable = lockstep_run_get_cancellable (look->run);
  g_autoptr (LockstepPortAnswer) answer = lockstep_port_probe_finish (result, NULL);
  LockstepHandshakeOptions options = {
    .server_name = plan->server_name != NULL ? plan->server_name : look->seen->host,
    .send_hello = TRUE,
    .timeout = plan->timeout,
  };

  if (answer == NULL || answer->connection == NULL || g_cancellable_is_cancelled (cancellable))
    {
      if (answer != NULL && answer->connection == NULL)
        note (tries, NULL);
      next_try (tries);
      return;
    }

  if (tries->current == TRY_WAIT)
    {
      options.wait = WAIT_MILLISECONDS;
      options.send_hello = FALSE;
    }
  else if (tries->current == TRY_TLS12)
    options.max_version = TLS_1_2;
  else
    options.server_name = NULL;

  lockstep_handshake_observe_async (answer->connection, &options, cancellable, observed_cb, tries);
}

static void
start_try (Tries *tries)
{
  LockstepLook *look = tries->look;

  lockstep_run_begin (look->run, look, LOCKSTEP_DOING_AGAIN);
  lockstep_port_probe_async (look->address,
                             look->seen->port,
                             lockstep_run_get_plan (look->run)->timeout,
                             lockstep_run_get_cancellable (look->run),
                             connected_cb,
                             tries);
}

void
lockstep_look_again (LockstepLook *self)
{
  Tries *tries = g_new0 (Tries, 1);

  tries->look = self;
  start_try (tries);
}

static void
plain_probed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LockstepLook *self = user_data;
  g_autoptr (LockstepPortAnswer) answer = lockstep_port_probe_finish (result, NULL);

  if (answer != NULL)
    {
      lockstep_fact_set_word (self->seen->facts, LOCKSTEP_FACT_PLAIN_OUTCOME, answer->outcome);
      lockstep_fact_set_integer (self->seen->facts, LOCKSTEP_FACT_PLAIN_DURATION, answer->duration);
      if (answer->connection != NULL)
        g_socket_close (answer->connection, NULL);
      lockstep_run_touch (self->run, self);
    }

  lockstep_run_end (self->run, self, LOCKSTEP_DOING_PORT);
}

/* Where a service was told to listen elsewhere with TLS, nobody knows its port without. */
static guint16
find_plain_port (const LockstepLook *self)
{
  if (self->entry == NULL ||
      lockstep_entry_integer (self->entry, "tls-port", 0) != self->seen->port)
    return 0;

  return (guint16) lockstep_entry_integer (self->entry, "plain-port", 0);
}

void
lockstep_look_at_plain (LockstepLook *self)
{
  guint16 port = find_plain_port (self);

  if (port == 0 || lockstep_fact_set_has (self->seen->facts, LOCKSTEP_FACT_PLAIN_PORT))
    return;

  lockstep_fact_set_integer (self->seen->facts, LOCKSTEP_FACT_PLAIN_PORT, port);
  lockstep_run_begin (self->run, self, LOCKSTEP_DOING_PORT);
  lockstep_port_probe_async (self->address,
                             port,
                             lockstep_run_get_plan (self->run)->timeout,
                             lockstep_run_get_cancellable (self->run),
                             plain_probed_cb,
                             self);
}
