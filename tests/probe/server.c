/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/server.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct _Server
{
  ServerBehaviour behaviour;
  gconstpointer data;
  int listener;
  guint16 port;
  GThread *thread;
};

static gpointer
serve (gpointer user_data)
{
  Server *self = user_data;
  int connection;

  while ((connection = accept (self->listener, NULL, NULL)) >= 0)
    {
      self->behaviour (connection, self->data);
      close (connection);
    }

  return NULL;
}

Server *
server_new (ServerBehaviour behaviour, gconstpointer data)
{
  Server *self = g_new0 (Server, 1);
  struct sockaddr_in address = { .sin_family = AF_INET,
                                 .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  socklen_t size = sizeof address;

  self->behaviour = behaviour;
  self->data = data;
  self->listener = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  g_assert_cmpint (bind (self->listener, (struct sockaddr *) &address, size), ==, 0);
  g_assert_cmpint (listen (self->listener, 8), ==, 0);
  g_assert_cmpint (getsockname (self->listener, (struct sockaddr *) &address, &size), ==, 0);
  self->port = ntohs (address.sin_port);
  self->thread = g_thread_new ("server", serve, self);

  return self;
}

guint16
server_get_port (const Server *self)
{
  return self->port;
}

void
server_free (Server *self)
{
  shutdown (self->listener, SHUT_RDWR);
  g_thread_join (self->thread);
  close (self->listener);
  g_free (self);
}

static void
wait_for_bytes (int connection)
{
  char buffer[4096];

  g_assert_cmpint (recv (connection, buffer, sizeof buffer, 0), >, 0);
}

static void
wait_for_end (int connection)
{
  char buffer[4096];

  while (recv (connection, buffer, sizeof buffer, 0) > 0)
    continue;
}

static void
reset (int connection)
{
  const struct sockaddr nobody = { .sa_family = AF_UNSPEC };

  /* Dissolving a connection makes Linux send a reset at once. */
  g_assert_cmpint (connect (connection, &nobody, sizeof nobody), ==, 0);
}

void
server_reset_at_once (int connection, gconstpointer data)
{
  reset (connection);
}

void
server_reset_late (int connection, gconstpointer data)
{
  wait_for_bytes (connection);
  reset (connection);
}

void
server_close_at_once (int connection, gconstpointer data)
{
  shutdown (connection, SHUT_WR);
  wait_for_end (connection);
}

void
server_close_late (int connection, gconstpointer data)
{
  wait_for_bytes (connection);
  server_close_at_once (connection, data);
}

void
server_stay_silent (int connection, gconstpointer data)
{
  wait_for_end (connection);
}

void
server_speak_first (int connection, gconstpointer data)
{
  const ServerText *text = data;

  g_assert_cmpint (send (connection, text->bytes, text->size, MSG_NOSIGNAL), ==, text->size);
  wait_for_end (connection);
}

void
server_speak_late (int connection, gconstpointer data)
{
  const ServerText *text = data;

  wait_for_bytes (connection);
  g_assert_cmpint (send (connection, text->bytes, text->size, MSG_NOSIGNAL), ==, text->size);
  server_close_at_once (connection, data);
}

SSL_CTX *
server_create_context (const ServerTls *tls)
{
  SSL_CTX *context = SSL_CTX_new (TLS_server_method ());

  SSL_CTX_set_security_level (context, 0);
  SSL_CTX_set_min_proto_version (context, tls->version != 0 ? tls->version : TLS1_VERSION);
  SSL_CTX_set_max_proto_version (context, tls->version);
  SSL_CTX_set_verify (context, tls->verify_mode, NULL);
  g_assert_true (SSL_CTX_use_certificate (context, tls->identity->x509));
  g_assert_true (SSL_CTX_use_PrivateKey (context, tls->identity->key));
  if (tls->chain != NULL)
    g_assert_true (SSL_CTX_add1_chain_cert (context, tls->chain->x509));

  return context;
}

static void
message_cb (int from_server,
            int version,
            int content,
            const void *data,
            size_t size,
            SSL *ssl,
            void *user_data)
{
  const ServerTls *tls = user_data;

  if (!from_server && content == 22 && size > 0 && *(const guint8 *) data == tls->reset_at)
    reset (SSL_get_fd (ssl));
}

void
server_speak_tls (int connection, gconstpointer data)
{
  const ServerTls *tls = data;
  SSL_CTX *context = server_create_context (tls);
  SSL *ssl = SSL_new (context);
  char buffer[4096];

  SSL_set_fd (ssl, connection);
  if (tls->reset_at != 0)
    {
      SSL_set_msg_callback (ssl, message_cb);
      SSL_set_msg_callback_arg (ssl, (gpointer) tls);
    }
  if (SSL_accept (ssl) == 1 && (tls->speaks_first || SSL_read (ssl, buffer, sizeof buffer) > 0) &&
      tls->answer != NULL)
    {
      while (SSL_write (ssl, tls->answer, (int) strlen (tls->answer)) > 0 && tls->repeats)
        continue;
      SSL_shutdown (ssl);
    }
  shutdown (connection, SHUT_WR);
  wait_for_end (connection);
  ERR_clear_error ();
  SSL_free (ssl);
  SSL_CTX_free (context);
}
