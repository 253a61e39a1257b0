/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/port.h"

#include "probe/server.h"
#include "probe/waiting.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

static LockstepPortAnswer *
look (const char *text, guint16 port, guint timeout)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (text);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LockstepPortAnswer *answer;

  lockstep_port_probe_async (address, port, timeout, NULL, waiting_cb, &result);
  waiting_for_result (&result);
  answer = lockstep_port_probe_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (answer->duration, >=, 0);

  return answer;
}

/* A bound socket with @backlog, or one that does not listen where that is negative. */
static int
bind_port (int backlog, guint16 *ret_port)
{
  struct sockaddr_in address = { .sin_family = AF_INET,
                                 .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  socklen_t size = sizeof address;
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, size), ==, 0);
  if (backlog >= 0)
    g_assert_cmpint (listen (fd, backlog), ==, 0);
  g_assert_cmpint (getsockname (fd, (struct sockaddr *) &address, &size), ==, 0);
  *ret_port = ntohs (address.sin_port);

  return fd;
}

static void
test_open (void)
{
  g_autoptr (Server) server = server_new (server_stay_silent, NULL);
  g_autoptr (LockstepPortAnswer) answer = look ("127.0.0.1", server_get_port (server), 10000);

  g_assert_cmpstr (answer->outcome, ==, "open");
  g_assert_null (answer->error);
  g_assert_true (g_socket_is_connected (answer->connection));
  g_assert_false (g_socket_get_blocking (answer->connection));
  g_socket_close (answer->connection, NULL);
}

static void
test_refused (void)
{
  guint16 port;
  int fd = bind_port (-1, &port);
  g_autoptr (LockstepPortAnswer) answer = look ("127.0.0.1", port, 10000);

  g_assert_cmpstr (answer->outcome, ==, "refused");
  g_assert_cmpstr (answer->error, ==, "ECONNREFUSED");
  g_assert_null (answer->connection);
  close (fd);
}

/* Linux lets nobody connect to a group of computers. */
static void
test_unreachable (void)
{
  g_autoptr (LockstepPortAnswer) answer = look ("224.0.0.1", 443, 10000);

  g_assert_cmpstr (answer->outcome, ==, "unreachable");
  g_assert_cmpstr (answer->error, ==, "ENETUNREACH");
}

/* With its queue full, the system drops whatever asks to connect, as a firewall would. */
static void
test_silent (void)
{
  guint16 port;
  int fd = bind_port (0, &port);
  g_autoptr (LockstepPortAnswer) first = look ("127.0.0.1", port, 10000);
  g_autoptr (LockstepPortAnswer) answer = look ("127.0.0.1", port, 50);

  g_assert_cmpstr (first->outcome, ==, "open");
  g_assert_cmpstr (answer->outcome, ==, "silent");
  g_assert_cmpstr (answer->error, ==, "ETIMEDOUT");
  g_assert_cmpint (answer->duration, >=, 50 * 1000);
  close (fd);
}

static void
test_cancel (void)
{
  guint16 port;
  int fd = bind_port (0, &port);
  g_autoptr (LockstepPortAnswer) first = look ("127.0.0.1", port, 10000);
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lockstep_port_probe_async (address, port, 60000, cancellable, waiting_cb, &result);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpstr (first->outcome, ==, "open");
  g_assert_null (result);
  g_cancellable_cancel (cancellable);
  waiting_for_result (&result);
  g_assert_null (lockstep_port_probe_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  close (fd);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/probe/port/open", test_open);
  g_test_add_func ("/probe/port/refused", test_refused);
  g_test_add_func ("/probe/port/unreachable", test_unreachable);
  g_test_add_func ("/probe/port/silent", test_silent);
  g_test_add_func ("/probe/port/cancel", test_cancel);

  return g_test_run ();
}
