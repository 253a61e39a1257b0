/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/handshake.h"

#include "base/error.h"
#include "probe/alarm.h"
#include "probe/ending.h"
#include "probe/pump.h"
#include "probe/tls-client.h"

/* How long to wait for the alert that a TLS 1.3 server sends after the handshake where it insists
 * on a certificate, and for the rest of a greeting that is not yet understood. */
#define LINGER 150

/* A server that answers in drops is not waited for longer than so many time limits. */
#define MAX_LIMITS 4

typedef enum
{
  PHASE_WAIT,
  PHASE_SHAKE,
  PHASE_GREETING,
  PHASE_LINGER,
} Phase;

typedef struct
{
  LockstepHandshakeOptions options;
  char *server_name;
  LockstepPump *pump;
  Phase phase;
  const char *wait;
  gboolean silent;
  GSource *ready;
  GIOCondition condition;
  GSource *limit;
  gint64 last_moment;
} Watch;

void
lockstep_handshake_answer_free (LockstepHandshakeAnswer *self)
{
  if (self == NULL)
    return;

  lockstep_fact_set_unref (self->facts);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->certificates);
  g_free (self);
}

static void
watch_free (Watch *watch)
{
  lockstep_alarm_clear (&watch->ready);
  lockstep_alarm_clear (&watch->limit);
  lockstep_pump_free (watch->pump);
  g_free (watch->server_name);
  g_free (watch);
}

static void
finish (GTask *task)
{
  Watch *watch = g_task_get_task_data (task);
  LockstepHandshakeAnswer *answer;

  lockstep_alarm_clear (&watch->ready);
  lockstep_alarm_clear (&watch->limit);
  if (g_task_return_error_if_cancelled (task))
    {
      lockstep_pump_close (watch->pump);
      return;
    }

  answer = g_new0 (LockstepHandshakeAnswer, 1);
  answer->facts = lockstep_fact_set_new ();
  answer->wait = watch->wait;
  if (watch->options.send_hello)
    {
      lockstep_ending_write (watch->pump, watch->silent, answer->facts);
      if (watch->pump->transcript->stage > LOCKSTEP_STAGE_CONNECTED)
        lockstep_fact_set_string (answer->facts,
                                  LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME,
                                  watch->server_name);
    }
  else
    lockstep_ending_write_greeting (watch->pump, answer->facts);
  lockstep_pump_close (watch->pump);
  answer->steps = g_ptr_array_ref (watch->pump->transcript->steps);
  answer->certificates = g_ptr_array_ref (watch->pump->transcript->certificates);
  g_task_return_pointer (task, answer, (GDestroyNotify) lockstep_handshake_answer_free);
}

static void
set_limit (Watch *watch, guint milliseconds)
{
  gint64 moment = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  g_source_set_ready_time (watch->limit, MIN (moment, watch->last_moment));
}

static void look (GTask *task);

static gboolean
ready_cb (GSocket *socket, GIOCondition condition, gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);

  look (task);

  return G_SOURCE_CONTINUE;
}

static void
await (GTask *task, GIOCondition condition)
{
  Watch *watch = g_task_get_task_data (task);

  if (watch->ready != NULL && watch->condition == condition)
    return;

  lockstep_alarm_clear (&watch->ready);
  watch->condition = condition;
  watch->ready =
      g_socket_create_source (watch->pump->socket, condition, g_task_get_cancellable (task));
  g_source_set_callback (watch->ready,
                         G_SOURCE_FUNC (ready_cb),
                         g_object_ref (task),
                         g_object_unref);
  g_source_attach (watch->ready, g_task_get_context (task));
}

/* Something that is no TLS came: more of it is waited for only while it is not understood. */
static gboolean
is_greeting_over (Watch *watch)
{
  const GByteArray *held = watch->pump->held;

  if (watch->pump->at_end || watch->pump->error != 0 || held->len >= LOCKSTEP_PLAIN_MAX ||
      !g_str_equal (lockstep_plain_recognise (held->data, held->len), "unknown"))
    return TRUE;

  if (watch->phase != PHASE_GREETING)
    set_limit (watch, LINGER);
  watch->phase = PHASE_GREETING;

  return FALSE;
}

/* TRUE where the time of waiting is over because something happened. */
static gboolean
look_while_waiting (Watch *watch)
{
  if (lockstep_pump_listen (watch->pump))
    watch->wait = "spoke";
  else if (watch->pump->error != 0)
    {
      watch->wait = "reset";
      watch->pump->state = LOCKSTEP_PUMP_FAILED;
    }
  else if (watch->pump->at_end)
    {
      watch->wait = "closed";
      watch->pump->state = LOCKSTEP_PUMP_CLOSED;
    }

  return watch->wait != NULL;
}

static gboolean
is_over (Watch *watch)
{
  const LockstepTranscript *transcript = watch->pump->transcript;

  switch (watch->pump->state)
    {
    case LOCKSTEP_PUMP_GOING:
      return FALSE;
    case LOCKSTEP_PUMP_PLAIN:
      return is_greeting_over (watch);
    case LOCKSTEP_PUMP_COMPLETE:
      /* Only a server of TLS 1.3 that asked for a certificate may still say no. */
      if (!transcript->certificate_asked || transcript->version != TLS1_3_VERSION ||
          transcript->spoke_after || (watch->phase == PHASE_LINGER && watch->pump->at_end))
        return TRUE;
      if (watch->phase != PHASE_LINGER)
        set_limit (watch, LINGER);
      watch->phase = PHASE_LINGER;
      return FALSE;
    case LOCKSTEP_PUMP_BROKEN:
    case LOCKSTEP_PUMP_CLOSED:
    case LOCKSTEP_PUMP_FAILED:
    case LOCKSTEP_PUMP_FLOODED:
    default:
      return TRUE;
    }
}

static void
start_to_shake (Watch *watch)
{
  gint64 longest = (gint64) watch->options.timeout * 1000 * MAX_LIMITS;

  watch->phase = PHASE_SHAKE;
  watch->last_moment = g_get_monotonic_time () + longest;
  set_limit (watch, watch->options.timeout);
}

/* Takes whatever has come and goes on as far as that allows. */
static void
look (GTask *task)
{
  Watch *watch = g_task_get_task_data (task);
  LockstepPump *pump = watch->pump;
  gint64 received = pump->transcript->received;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      finish (task);
      return;
    }

  if (watch->phase == PHASE_WAIT)
    {
      if (!look_while_waiting (watch))
        return;
      if (!watch->options.send_hello && pump->state == LOCKSTEP_PUMP_GOING)
        {
          finish (task);
          return;
        }
      start_to_shake (watch);
    }

  if (watch->phase == PHASE_LINGER)
    lockstep_pump_linger (pump);
  else if (watch->phase == PHASE_GREETING)
    lockstep_pump_listen (pump);
  else
    lockstep_pump_shake (pump);

  if (is_over (watch))
    {
      finish (task);
      return;
    }

  if (watch->phase == PHASE_SHAKE && pump->transcript->received != received)
    set_limit (watch, watch->options.timeout);
  await (task, lockstep_pump_wants_to_write (pump) ? G_IO_IN | G_IO_OUT : G_IO_IN);
}

static void
begin (GTask *task)
{
  start_to_shake (g_task_get_task_data (task));
  look (task);
}

static gboolean
limit_cb (gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  Watch *watch = g_task_get_task_data (task);

  if (watch->phase == PHASE_WAIT)
    {
      watch->wait = "quiet";
      if (watch->options.send_hello)
        {
          begin (task);
          return G_SOURCE_CONTINUE;
        }
    }
  watch->silent = watch->phase == PHASE_SHAKE;
  finish (task);

  return G_SOURCE_REMOVE;
}

void
lockstep_handshake_observe_async (GSocket *connection,
                                  const LockstepHandshakeOptions *options,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Watch *watch = g_new0 (Watch, 1);

  g_return_if_fail (G_IS_SOCKET (connection) && options != NULL);

  g_task_set_source_tag (task, lockstep_handshake_observe_async);
  g_task_set_task_data (task, watch, (GDestroyNotify) watch_free);
  watch->options = *options;
  watch->server_name = lockstep_tls_client_read_server_name (options->server_name);
  watch->options.server_name = watch->server_name;
  watch->pump = lockstep_pump_new (connection, watch->server_name, options->max_version);
  g_assert (watch->pump != NULL);
  watch->last_moment = G_MAXINT64;
  watch->limit = lockstep_alarm_new (task, MAX (options->timeout, 1), limit_cb, task);
  if (options->wait > 0 || !options->send_hello)
    {
      watch->phase = PHASE_WAIT;
      set_limit (watch, options->wait);
      await (task, G_IO_IN);
    }
  else
    begin (task);
}

LockstepHandshakeAnswer *
lockstep_handshake_observe_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_handshake_observe_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
