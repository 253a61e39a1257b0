/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/port.h"

#include "probe/alarm.h"
#include "probe/system-error.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

typedef struct
{
  GSocket *socket;
  GSource *ready;
  GSource *limit;
  gint64 started;
} Attempt;

/* What the system's error says about the port; any other is "failed". A reset can only come after
 * the connection stood: it is the handshake's to tell. */
static const struct
{
  int code;
  const char *outcome;
} outcomes[] = {
  { 0, "open" },
  { ECONNRESET, "open" },
  { ECONNREFUSED, "refused" },
  { ETIMEDOUT, "silent" },
  { ENETUNREACH, "unreachable" },
  { EHOSTUNREACH, "unreachable" },
  { ENETDOWN, "unreachable" },
  { EHOSTDOWN, "unreachable" },
  { EADDRNOTAVAIL, "unreachable" },
  { EAFNOSUPPORT, "unreachable" },
  { EACCES, "unreachable" },
  { EPERM, "unreachable" },
};

void
lockstep_port_answer_free (LockstepPortAnswer *self)
{
  if (self == NULL)
    return;

  g_free (self->error);
  g_clear_object (&self->connection);
  g_free (self);
}

static void
attempt_free (Attempt *attempt)
{
  lockstep_alarm_clear (&attempt->ready);
  lockstep_alarm_clear (&attempt->limit);
  g_clear_object (&attempt->socket);
  g_free (attempt);
}

/* Ends @task; @code is an errno, 0 where the connection stands. */
static void
answer (GTask *task, int code)
{
  Attempt *attempt = g_task_get_task_data (task);
  LockstepPortAnswer *self;

  lockstep_alarm_clear (&attempt->ready);
  lockstep_alarm_clear (&attempt->limit);
  if (g_task_return_error_if_cancelled (task))
    return;

  self = g_new0 (LockstepPortAnswer, 1);
  self->duration = g_get_monotonic_time () - attempt->started;
  self->outcome = "failed";
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (outcomes[i].code == code)
      self->outcome = outcomes[i].outcome;
  if (code != 0)
    self->error = g_strdup (lockstep_system_error_get_name (code));
  if (g_str_equal (self->outcome, "open"))
    self->connection = g_steal_pointer (&attempt->socket);
  g_task_return_pointer (task, self, (GDestroyNotify) lockstep_port_answer_free);
}

static gboolean
limit_cb (gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);

  answer (task, ETIMEDOUT);

  return G_SOURCE_REMOVE;
}

static gboolean
ready_cb (GSocket *socket, GIOCondition condition, gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  int code = 0;
  socklen_t size = sizeof code;

  /* Read here because GLib keeps only its own, coarser code. */
  if (getsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_ERROR, &code, &size) < 0)
    code = errno;
  if (code == 0)
    g_socket_check_connect_result (socket, NULL);
  answer (task, code);

  return G_SOURCE_REMOVE;
}

/* Begins to connect; 0 where that is under way, else the errno. */
static int
begin (Attempt *attempt, GInetAddress *address, guint16 port)
{
  g_autoptr (GSocketAddress) target = g_inet_socket_address_new (address, port);
  struct sockaddr_storage native;

  attempt->socket = g_socket_new (g_inet_address_get_family (address),
                                  G_SOCKET_TYPE_STREAM,
                                  G_SOCKET_PROTOCOL_TCP,
                                  NULL);
  if (attempt->socket == NULL)
    return EAFNOSUPPORT;

  g_socket_set_blocking (attempt->socket, FALSE);
  g_socket_set_option (attempt->socket, IPPROTO_TCP, TCP_NODELAY, 1, NULL);
  if (!g_socket_address_to_native (target, &native, sizeof native, NULL))
    return EINVAL;
  if (connect (g_socket_get_fd (attempt->socket),
               (struct sockaddr *) &native,
               g_socket_address_get_native_size (target)) == 0)
    return 0;

  return errno == EINPROGRESS || errno == EINTR ? 0 : errno;
}

void
lockstep_port_probe_async (GInetAddress *address,
                           guint16 port,
                           guint timeout,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Attempt *attempt = g_new0 (Attempt, 1);
  int code;

  g_return_if_fail (G_IS_INET_ADDRESS (address));

  g_task_set_source_tag (task, lockstep_port_probe_async);
  g_task_set_task_data (task, attempt, (GDestroyNotify) attempt_free);
  attempt->started = g_get_monotonic_time ();
  code = begin (attempt, address, port);
  if (code != 0)
    {
      answer (task, code);
      return;
    }

  attempt->limit = lockstep_alarm_new (task, timeout, limit_cb, task);
  attempt->ready = g_socket_create_source (attempt->socket, G_IO_OUT, cancellable);
  g_source_set_callback (attempt->ready,
                         G_SOURCE_FUNC (ready_cb),
                         g_object_ref (task),
                         g_object_unref);
  g_source_attach (attempt->ready, g_task_get_context (task));
}

LockstepPortAnswer *
lockstep_port_probe_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_port_probe_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
