/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/connection.h"

#include <openssl/err.h>
#include <sys/socket.h>

#define RECORD_HEADER 5
#define RECORD_HANDSHAKE 0x16
/* RFC 8446 5.1: a record of plain text. */
#define RECORD_MAX (RECORD_HEADER + 16384)
/* How much is taken from a talkative client before others have their turn. */
#define READS_A_TURN 16
#define READ_SIZE 4096
/* After our last word the client's own is read away for so long: closing a socket with unread bytes
 * resets the connection, and the client may then never see the answer. */
#define DRAIN_SECONDS 2

typedef enum
{
  PHASE_HELLO,
  PHASE_HANDSHAKE,
  PHASE_GREETING,
  PHASE_TALK,
  PHASE_DRAIN,
  PHASE_ENDED,
} Phase;

struct _LockstepConnection
{
  GSocket *socket;
  SSL *ssl; /* NULL where the answer is not TLS */
  GBytes *greeting;
  GByteArray *hello; /* what came so far, where the ClientHello has to be whole */
  GSource *io;
  GSource *limit;
  LockstepConnectionEnded ended;
  gpointer user_data;
  LockstepAnswer answer;
  Phase phase;
};

static void wait_for (LockstepConnection *self, GIOCondition condition);

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static gboolean
limit_cb (gpointer user_data)
{
  LockstepConnection *self = user_data;

  self->phase = PHASE_ENDED;
  self->ended (self, self->user_data);

  return G_SOURCE_REMOVE;
}

static void
set_limit (LockstepConnection *self, guint seconds)
{
  clear_source (&self->limit);
  self->limit = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (self->limit, limit_cb, self, NULL);
  g_source_attach (self->limit, g_main_context_get_thread_default ());
}

static void
start_drain (LockstepConnection *self)
{
  g_socket_shutdown (self->socket, FALSE, TRUE, NULL);
  set_limit (self, DRAIN_SECONDS);
  self->phase = PHASE_DRAIN;
  wait_for (self, G_IO_IN);
}

/* A close with nothing to linger for is a reset: RFC 9293 3.10.4 knows it as ABORT. */
static void
reset (LockstepConnection *self)
{
  const struct linger none = { .l_onoff = 1, .l_linger = 0 };

  setsockopt (g_socket_get_fd (self->socket), SOL_SOCKET, SO_LINGER, &none, sizeof none);
  self->phase = PHASE_ENDED;
}

static void
answer_http (LockstepConnection *self)
{
  static const char body[] = "Bad Request\n";
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *text = NULL;
  /* RFC 9110 5.6.7 wants English names, whatever the locale is. */
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

  text = g_strdup_printf ("HTTP/1.1 400 Bad Request\r\n"
                          "Date: %s, %02d %s %d %02d:%02d:%02d GMT\r\n"
                          "Connection: close\r\nContent-Type: text/plain\r\n"
                          "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s",
                          days[g_date_time_get_day_of_week (now) - 1],
                          g_date_time_get_day_of_month (now),
                          months[g_date_time_get_month (now) - 1],
                          g_date_time_get_year (now),
                          g_date_time_get_hour (now),
                          g_date_time_get_minute (now),
                          g_date_time_get_second (now),
                          sizeof body - 1,
                          body);
  /* A new connection takes these few bytes at once. */
  g_socket_send (self->socket, text, strlen (text), NULL, NULL);
  start_drain (self);
}

static gboolean
hello_is_whole (const GByteArray *hello)
{
  if (hello->data[0] != RECORD_HANDSHAKE)
    return TRUE;

  return hello->len >= RECORD_HEADER &&
         (hello->len >= RECORD_MAX ||
          hello->len >= RECORD_HEADER + ((guint) hello->data[3] << 8 | hello->data[4]));
}

static void
take (LockstepConnection *self, const guint8 *data, gsize length)
{
  switch (self->answer)
    {
    case LOCKSTEP_ANSWER_HTTP:
      answer_http (self);
      break;

    case LOCKSTEP_ANSWER_RESET:
      g_byte_array_append (self->hello, data, (guint) length);
      if (hello_is_whole (self->hello))
        reset (self);
      break;

    case LOCKSTEP_ANSWER_SILENT:
    case LOCKSTEP_ANSWER_TLS:
    case LOCKSTEP_ANSWER_ABSENT:
    default:
      break;
    }
}

static void
step_plain (LockstepConnection *self)
{
  for (guint i = 0; i < READS_A_TURN && self->phase != PHASE_ENDED; i++)
    {
      g_autoptr (GError) error = NULL;
      guint8 data[READ_SIZE];
      gssize got = g_socket_receive (self->socket, (char *) data, sizeof data, NULL, &error);

      if (got > 0 && self->phase == PHASE_HELLO)
        take (self, data, (gsize) got);
      else if (got == 0 ||
               (got < 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)))
        self->phase = PHASE_ENDED;
      else if (got < 0)
        return;
    }
}

/* Whether the operation is to be tried again; prepares for it or for the end. */
static void
after_tls (LockstepConnection *self, int result)
{
  switch (SSL_get_error (self->ssl, result))
    {
    case SSL_ERROR_WANT_READ:
      wait_for (self, G_IO_IN);
      break;

    case SSL_ERROR_WANT_WRITE:
      wait_for (self, G_IO_OUT);
      break;

    case SSL_ERROR_ZERO_RETURN:
      SSL_shutdown (self->ssl);
      start_drain (self);
      break;

    case SSL_ERROR_SSL:
      /* OpenSSL has sent its alert; the client must be able to read it. */
      start_drain (self);
      break;

    default:
      self->phase = PHASE_ENDED;
      break;
    }

  ERR_clear_error ();
}

static int
advance_tls (LockstepConnection *self)
{
  guint8 data[READ_SIZE];
  gsize length = 0;
  gconstpointer greeting;
  int result;

  ERR_clear_error ();

  switch (self->phase)
    {
    case PHASE_HANDSHAKE:
      result = SSL_accept (self->ssl);
      if (result == 1)
        self->phase = self->greeting != NULL ? PHASE_GREETING : PHASE_TALK;
      return result;

    case PHASE_GREETING:
      greeting = g_bytes_get_data (self->greeting, &length);
      result = SSL_write (self->ssl, greeting, (int) length);
      if (result > 0)
        self->phase = PHASE_TALK;
      return result;

    case PHASE_TALK:
      /* What the client says is read and forgotten: the practice ends at the handshake. */
      return SSL_read (self->ssl, data, sizeof data);

    case PHASE_HELLO:
    case PHASE_DRAIN:
    case PHASE_ENDED:
    default:
      g_return_val_if_reached (-1);
    }
}

static void
step_tls (LockstepConnection *self)
{
  for (guint i = 0; i < READS_A_TURN; i++)
    {
      int result = advance_tls (self);

      if (result <= 0)
        {
          after_tls (self, result);
          return;
        }
    }

  wait_for (self, G_IO_IN);
}

static gboolean
ready_cb (GSocket *socket, GIOCondition condition, gpointer user_data)
{
  LockstepConnection *self = user_data;
  GSource *io = self->io;

  if (self->ssl != NULL && self->phase != PHASE_DRAIN)
    step_tls (self);
  else
    step_plain (self);

  if (self->phase == PHASE_ENDED)
    {
      self->ended (self, self->user_data);
      return G_SOURCE_REMOVE;
    }

  /* The step may have asked for another condition with a source of its own. */
  return self->io == io ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
wait_for (LockstepConnection *self, GIOCondition condition)
{
  clear_source (&self->io);
  self->io = g_socket_create_source (self->socket, condition, NULL);
  g_source_set_callback (self->io, G_SOURCE_FUNC (ready_cb), self, NULL);
  g_source_attach (self->io, g_main_context_get_thread_default ());
}

LockstepConnection *
lockstep_connection_new (GSocket *socket,
                         LockstepAnswer answer,
                         SSL_CTX *context,
                         GBytes *greeting,
                         LockstepConnectionEnded ended,
                         gpointer user_data)
{
  g_autoptr (LockstepConnection) self = NULL;

  g_return_val_if_fail (G_IS_SOCKET (socket) && ended != NULL, NULL);
  g_return_val_if_fail (answer != LOCKSTEP_ANSWER_ABSENT, NULL);
  g_return_val_if_fail (answer != LOCKSTEP_ANSWER_TLS || context != NULL, NULL);

  self = g_new0 (LockstepConnection, 1);
  self->socket = g_object_ref (socket);
  self->hello = g_byte_array_new ();
  self->answer = answer;
  self->ended = ended;
  self->user_data = user_data;
  g_socket_set_blocking (socket, FALSE);

  if (answer == LOCKSTEP_ANSWER_TLS)
    {
      self->phase = PHASE_HANDSHAKE;
      self->greeting = greeting != NULL ? g_bytes_ref (greeting) : NULL;
      self->ssl = SSL_new (context);
      if (self->ssl == NULL || SSL_set_fd (self->ssl, g_socket_get_fd (socket)) != 1)
        {
          ERR_clear_error ();
          return NULL;
        }
    }

  set_limit (self, LOCKSTEP_CONNECTION_SECONDS);
  wait_for (self, G_IO_IN);

  return g_steal_pointer (&self);
}

void
lockstep_connection_free (LockstepConnection *self)
{
  if (self == NULL)
    return;

  clear_source (&self->io);
  clear_source (&self->limit);
  SSL_free (self->ssl);
  g_socket_close (self->socket, NULL);
  g_object_unref (self->socket);
  g_byte_array_unref (self->hello);
  g_clear_pointer (&self->greeting, g_bytes_unref);
  g_free (self);
}
