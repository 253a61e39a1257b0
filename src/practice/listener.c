/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/listener.h"

#include "base/error.h"
#include "practice/connection.h"

#include <glib/gi18n-lib.h>

#define BACKLOG 32
#define ACCEPTS_A_TURN 16

struct _LockstepListener
{
  char *service;
  GSocket *socket;
  GSource *source; /* NULL while it does not listen */
  GQueue connections;
  SSL_CTX *context;
  GBytes *greeting;
  LockstepAnswer answer;
  guint16 port;
};

/* How a 5250 Telnet server begins (RFC 4777 3): IAC DO NEW-ENVIRON, IAC DO TERMINAL-TYPE. */
static const guint8 telnet_greeting[] = { 0xff, 0xfd, 0x27, 0xff, 0xfd, 0x18 };

static void
fail (GError **error, const GError *reason)
{
  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_PRACTICE,
               _ ("The practice server could not open a port on this computer: %s"),
               reason->message);
}

LockstepListener *
lockstep_listener_new (const char *service, GError **error)
{
  g_autoptr (LockstepListener) self = g_new0 (LockstepListener, 1);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) got = NULL;
  g_autoptr (GError) reason = NULL;

  self->service = g_strdup (service);
  g_queue_init (&self->connections);
  self->answer = LOCKSTEP_ANSWER_ABSENT;
  if (g_str_equal (service, "telnet"))
    self->greeting = g_bytes_new_static (telnet_greeting, sizeof telnet_greeting);

  self->socket =
      g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &reason);
  if (self->socket == NULL || !g_socket_bind (self->socket, wanted, FALSE, &reason) ||
      (got = g_socket_get_local_address (self->socket, &reason)) == NULL)
    {
      fail (error, reason);
      return NULL;
    }

  g_socket_set_blocking (self->socket, FALSE);
  g_socket_set_listen_backlog (self->socket, BACKLOG);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (got));

  return g_steal_pointer (&self);
}

static void
close_all (LockstepListener *self)
{
  g_queue_clear_full (&self->connections, (GDestroyNotify) lockstep_connection_free);
}

void
lockstep_listener_free (LockstepListener *self)
{
  if (self == NULL)
    return;

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  close_all (self);
  g_clear_object (&self->socket);
  g_clear_pointer (&self->greeting, g_bytes_unref);
  SSL_CTX_free (self->context);
  g_free (self->service);
  g_free (self);
}

static void
ended_cb (LockstepConnection *connection, gpointer user_data)
{
  LockstepListener *self = user_data;

  g_queue_remove (&self->connections, connection);
  lockstep_connection_free (connection);
}

static void
close_oldest (LockstepListener *self)
{
  lockstep_connection_free (g_queue_pop_head (&self->connections));
}

static void
welcome (LockstepListener *self, GSocket *socket)
{
  LockstepConnection *connection;

  if (g_queue_get_length (&self->connections) >= LOCKSTEP_LISTENER_CONNECTIONS)
    close_oldest (self);

  connection =
      lockstep_connection_new (socket, self->answer, self->context, self->greeting, ended_cb, self);
  if (connection != NULL)
    g_queue_push_tail (&self->connections, connection);
}

static gboolean
incoming_cb (GSocket *socket, GIOCondition condition, gpointer user_data)
{
  LockstepListener *self = user_data;

  for (guint i = 0; i < ACCEPTS_A_TURN; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSocket) accepted = g_socket_accept (socket, NULL, &error);

      if (accepted != NULL)
        welcome (self, accepted);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        break;
      else
        /* No descriptor is left, most likely: make one free and try again. */
        close_oldest (self);
    }

  return G_SOURCE_CONTINUE;
}

gboolean
lockstep_listener_serve (LockstepListener *self,
                         LockstepAnswer answer,
                         SSL_CTX *context,
                         GError **error)
{
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (answer != LOCKSTEP_ANSWER_TLS || context != NULL, FALSE);
  g_return_val_if_fail (answer != LOCKSTEP_ANSWER_ABSENT || self->source == NULL, FALSE);

  if (answer != LOCKSTEP_ANSWER_ABSENT && self->source == NULL)
    {
      if (!g_socket_listen (self->socket, &reason))
        {
          fail (error, reason);
          return FALSE;
        }

      self->source = g_socket_create_source (self->socket, G_IO_IN, NULL);
      g_source_set_callback (self->source, G_SOURCE_FUNC (incoming_cb), self, NULL);
      g_source_attach (self->source, g_main_context_get_thread_default ());
    }

  close_all (self);
  self->answer = answer;
  g_clear_pointer (&self->context, SSL_CTX_free);
  if (context != NULL)
    {
      SSL_CTX_up_ref (context);
      self->context = context;
    }

  return TRUE;
}

const char *
lockstep_listener_get_service (const LockstepListener *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->service;
}

guint16
lockstep_listener_get_port (const LockstepListener *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->port;
}
