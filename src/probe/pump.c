/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/pump.h"

#include "probe/tls-client.h"

#include <errno.h>
#include <openssl/err.h>
#include <sys/socket.h>

/* A handshake with the longest list of certificates stays below it. */
#define MAX_RECEIVED (1024 * 1024)
#define CHUNK 16384

LockstepPump *
lockstep_pump_new (GSocket *socket, const char *server_name, guint16 max_version)
{
  LockstepPump *self;
  SSL *ssl = lockstep_tls_client_new (server_name, max_version);

  if (ssl == NULL)
    return NULL;

  self = g_new0 (LockstepPump, 1);
  self->socket = g_object_ref (socket);
  self->ssl = ssl;
  self->transcript = lockstep_transcript_new ();
  self->held = g_byte_array_new ();
  self->unsent = g_byte_array_new ();
  self->incoming = BIO_new (BIO_s_mem ());
  self->outgoing = BIO_new (BIO_s_mem ());
  BIO_set_mem_eof_return (self->incoming, -1);
  BIO_set_mem_eof_return (self->outgoing, -1);
  SSL_set_bio (ssl, self->incoming, self->outgoing);
  lockstep_transcript_listen (self->transcript, ssl);

  return self;
}

void
lockstep_pump_free (LockstepPump *self)
{
  if (self == NULL)
    return;

  SSL_free (self->ssl);
  lockstep_transcript_free (self->transcript);
  g_byte_array_unref (self->held);
  g_byte_array_unref (self->unsent);
  g_free (self->reason);
  g_object_unref (self->socket);
  g_free (self);
}

static void
give_to_openssl (LockstepPump *self, const guint8 *data, gsize size)
{
  LockstepTlsRecord record;

  BIO_write (self->incoming, data, (int) size);
  while (lockstep_tls_splitter_next (&self->splitter, &data, &size, &record))
    lockstep_transcript_note_record (self->transcript, &record);
  self->inside = lockstep_tls_splitter_is_inside (&self->splitter);
}

static void
take (LockstepPump *self, const guint8 *data, gsize size)
{
  self->n_received += size;
  self->transcript->received = g_get_monotonic_time ();
  if (self->guess == LOCKSTEP_TLS_GUESS_YES)
    {
      give_to_openssl (self, data, size);
      return;
    }

  g_byte_array_append (self->held, data, size);
  if (self->guess == LOCKSTEP_TLS_GUESS_MORE)
    self->guess = lockstep_tls_guess (self->held->data, self->held->len);
  if (self->guess == LOCKSTEP_TLS_GUESS_YES)
    {
      give_to_openssl (self, self->held->data, self->held->len);
      g_byte_array_set_size (self->held, 0);
    }
  else if (self->guess == LOCKSTEP_TLS_GUESS_NO)
    g_byte_array_set_size (self->held, MIN (self->held->len, LOCKSTEP_PLAIN_MAX));
}

/* A reset whose error somebody has read already, as waiting for the connection does, looks like an
 * orderly close, but leaves a socket that is connected to nobody. */
static gboolean
is_torn (GSocket *socket)
{
  struct sockaddr_storage address;
  socklen_t size = sizeof address;

  return getpeername (g_socket_get_fd (socket), (struct sockaddr *) &address, &size) < 0 &&
         errno == ENOTCONN;
}

/* The handshake is whole, and the server has all of ours. */
static gboolean
is_complete (const LockstepPump *self)
{
  return self->is_agreed && self->unsent->len == 0;
}

static gboolean
is_for_later (int code)
{
  return code == EAGAIN || code == EWOULDBLOCK || code == EINTR;
}

gboolean
lockstep_pump_listen (LockstepPump *self)
{
  guint8 buffer[CHUNK];
  gboolean came = FALSE;

  while (!self->at_end && self->error == 0 && self->n_received <= MAX_RECEIVED)
    {
      gssize n_read = recv (g_socket_get_fd (self->socket), buffer, sizeof buffer, MSG_DONTWAIT);

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0 && is_for_later (errno))
        break;
      if (n_read < 0)
        self->error = errno;
      else if (n_read == 0 && is_torn (self->socket))
        self->error = ECONNRESET;
      else if (n_read == 0)
        self->at_end = TRUE;
      else
        {
          take (self, buffer, n_read);
          came = TRUE;
        }
    }

  if (self->guess == LOCKSTEP_TLS_GUESS_NO)
    self->state = LOCKSTEP_PUMP_PLAIN;
  else if (self->n_received > MAX_RECEIVED && !is_complete (self))
    self->state = LOCKSTEP_PUMP_FLOODED;

  return came;
}

static void
collect_unsent (LockstepPump *self)
{
  char *data = NULL;
  long size = BIO_get_mem_data (self->outgoing, &data);

  if (size > 0)
    g_byte_array_append (self->unsent, (const guint8 *) data, size);
  (void) BIO_reset (self->outgoing);
}

/* Writes once; TRUE where something went. */
static gboolean
send_some (LockstepPump *self)
{
  gssize n_sent;

  if (self->unsent->len == 0 || self->error != 0)
    return FALSE;

  n_sent = send (g_socket_get_fd (self->socket),
                 self->unsent->data,
                 self->unsent->len,
                 MSG_DONTWAIT | MSG_NOSIGNAL);
  if (n_sent < 0 && !is_for_later (errno))
    self->error = errno;
  if (n_sent <= 0)
    return FALSE;

  g_byte_array_remove_range (self->unsent, 0, n_sent);

  return TRUE;
}

static void
think (LockstepPump *self)
{
  int result;

  if (self->is_agreed || self->state != LOCKSTEP_PUMP_GOING)
    return;

  ERR_clear_error ();
  self->has_begun = TRUE;
  result = SSL_do_handshake (self->ssl);
  if (result == 1)
    {
      self->is_agreed = TRUE;
      lockstep_openssl_remember (SSL_get_peer_cert_chain (self->ssl));
    }
  else if (SSL_get_error (self->ssl, result) != SSL_ERROR_WANT_READ)
    {
      self->state = LOCKSTEP_PUMP_BROKEN;
      self->reason = lockstep_openssl_take_reason ();
    }
  ERR_clear_error ();
  collect_unsent (self);
}

/* The first thing that ended it is what counts: a whole message before the close after it. */
static void
settle (LockstepPump *self)
{
  if (self->state == LOCKSTEP_PUMP_BROKEN)
    send_some (self);
  else if (self->state != LOCKSTEP_PUMP_GOING)
    return;
  else if (is_complete (self))
    self->state = LOCKSTEP_PUMP_COMPLETE;
  else if (self->error != 0)
    self->state = LOCKSTEP_PUMP_FAILED;
  else if (self->at_end)
    self->state = LOCKSTEP_PUMP_CLOSED;
}

void
lockstep_pump_shake (LockstepPump *self)
{
  gboolean came = TRUE;
  gboolean sent = TRUE;

  /* Measured: a write that meets a reset consumes it, and the next read looks like an orderly
   * close. So whatever has come is read before anything is written. */
  while (self->state == LOCKSTEP_PUMP_GOING && (came || sent))
    {
      came = lockstep_pump_listen (self);
      if (!came && (self->at_end || self->error != 0))
        break;
      if (came || !self->has_begun)
        think (self);
      sent = !came && self->state == LOCKSTEP_PUMP_GOING && send_some (self);
    }
  settle (self);
}

void
lockstep_pump_linger (LockstepPump *self)
{
  char buffer[CHUNK];
  int result;

  lockstep_pump_listen (self);
  ERR_clear_error ();
  while ((result = SSL_read (self->ssl, buffer, sizeof buffer)) > 0)
    self->transcript->spoke_after = TRUE;

  if (SSL_get_error (self->ssl, result) == SSL_ERROR_SSL)
    {
      self->state = LOCKSTEP_PUMP_BROKEN;
      self->reason = lockstep_openssl_take_reason ();
    }
  else if (self->error != 0)
    self->state = LOCKSTEP_PUMP_FAILED;
  else if (self->at_end && (SSL_get_shutdown (self->ssl) & SSL_RECEIVED_SHUTDOWN) == 0)
    self->state = LOCKSTEP_PUMP_CLOSED;
  ERR_clear_error ();
}

gboolean
lockstep_pump_wants_to_write (const LockstepPump *self)
{
  return self->state == LOCKSTEP_PUMP_GOING && self->unsent->len > 0;
}

void
lockstep_pump_close (LockstepPump *self)
{
  guint8 buffer[CHUNK];

  if (g_socket_is_closed (self->socket))
    return;

  lockstep_transcript_listen (NULL, self->ssl);
  if (self->is_agreed && self->error == 0 && !self->at_end)
    {
      SSL_shutdown (self->ssl);
      ERR_clear_error ();
      collect_unsent (self);
      send_some (self);
    }

  /* What is left unread would make the system send a reset instead of a close. */
  shutdown (g_socket_get_fd (self->socket), SHUT_WR);
  for (guint i = 0; i < MAX_RECEIVED / CHUNK; i++)
    if (recv (g_socket_get_fd (self->socket), buffer, sizeof buffer, MSG_DONTWAIT) <= 0)
      break;
  g_socket_close (self->socket, NULL);
}
