/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/waiting.h"

void
waiting_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

void
waiting_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

GSocket *
waiting_for_connection (guint16 port)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepPortAnswer) answer = NULL;

  lockstep_port_probe_async (address, port, 10000, NULL, waiting_cb, &result);
  waiting_for_result (&result);
  answer = lockstep_port_probe_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer->outcome, ==, "open");

  return g_object_ref (answer->connection);
}

LockstepHandshakeAnswer *
waiting_for_handshake (guint16 port, const LockstepHandshakeOptions *options)
{
  g_autoptr (GSocket) connection = waiting_for_connection (port);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LockstepHandshakeAnswer *answer;

  lockstep_handshake_observe_async (connection, options, NULL, waiting_cb, &result);
  waiting_for_result (&result);
  answer = lockstep_handshake_observe_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (g_socket_is_closed (connection));

  return answer;
}
