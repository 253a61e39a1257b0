/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/transcript.h"

#include "probe/tls-client.h"

/* A server that goes on for longer than this says nothing new; a saved case holds no more. */
#define MAX_STEPS 500

/* The header of a handshake message: its type and three bytes of length. */
#define HEADER_SIZE 4

LockstepTranscript *
lockstep_transcript_new (void)
{
  LockstepTranscript *self = g_new0 (LockstepTranscript, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_step_free);
  self->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  return self;
}

void
lockstep_transcript_free (LockstepTranscript *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->certificates);
  g_free (self);
}

static void
add (LockstepTranscript *self,
     LockstepStepKind kind,
     gboolean from_server,
     const char *name,
     const char *detail,
     guint size)
{
  gint64 now = g_get_monotonic_time ();
  gint64 at = 0;

  if (self->steps->len >= MAX_STEPS)
    return;

  /* What the server sent is as old as its bytes: working through them takes time as well. */
  if (from_server && self->received != 0)
    now = self->received;
  if (self->origin != 0)
    at = MAX (now - self->origin, 0);
  g_ptr_array_add (self->steps, lockstep_step_new (kind, from_server, name, detail, at, size));
}

static void
reach (LockstepTranscript *self, LockstepStage stage)
{
  self->stage = MAX (self->stage, stage);
}

static void
note_server_hello (LockstepTranscript *self, const guint8 *body, gsize size)
{
  LockstepTlsServerHello hello;
  const char *name = lockstep_tls_get_message_name (LOCKSTEP_TLS_SERVER_HELLO);
  const char *detail = NULL;

  reach (self, LOCKSTEP_STAGE_SERVER_HELLO);
  if (lockstep_tls_server_hello_read (body, size, &hello))
    {
      self->version = hello.version;
      self->cipher = hello.cipher;
      detail = lockstep_tls_get_version_name (hello.version);
      if (hello.is_retry)
        name = "HelloRetryRequest";
    }
  add (self, LOCKSTEP_STEP_MESSAGE, TRUE, name, detail, size + HEADER_SIZE);
}

/* Up to TLS 1.2 a server's ChangeCipherSpec stands before its Finished (RFC 5246 7.3); in TLS 1.3
 * it is there for the sake of boxes in between only. */
static void
note_finished (LockstepTranscript *self)
{
  if (self->n_changes > 0 && self->version != TLS1_3_VERSION)
    add (self, LOCKSTEP_STEP_CHANGE_CIPHER_SPEC, TRUE, "ChangeCipherSpec", NULL, 1);
  reach (self, LOCKSTEP_STAGE_FINISHED);
}

static void
note_client_message (LockstepTranscript *self, SSL *ssl, guint8 type, gsize size)
{
  const char *detail = NULL;

  if (type == LOCKSTEP_TLS_CLIENT_HELLO)
    {
      int highest = SSL_get_max_proto_version (ssl);

      if (self->origin == 0)
        self->origin = g_get_monotonic_time ();
      reach (self, LOCKSTEP_STAGE_CLIENT_HELLO);
      detail = lockstep_tls_get_version_name (highest != 0 ? highest : TLS1_3_VERSION);
    }
  add (self, LOCKSTEP_STEP_MESSAGE, FALSE, lockstep_tls_get_message_name (type), detail, size);
}

static void
note_server_message (LockstepTranscript *self, const guint8 *data, gsize size)
{
  const guint8 *body = data + HEADER_SIZE;
  gsize body_size = size - HEADER_SIZE;
  gboolean was_finished = self->stage == LOCKSTEP_STAGE_FINISHED;

  if (data[0] == LOCKSTEP_TLS_SERVER_HELLO)
    {
      note_server_hello (self, body, body_size);
      return;
    }

  if (data[0] == LOCKSTEP_TLS_CERTIFICATE && self->certificates->len == 0)
    {
      gboolean has_context = self->version == TLS1_3_VERSION;

      g_ptr_array_unref (self->certificates);
      self->certificates = lockstep_tls_certificates_read (body, body_size, has_context);
      reach (self, LOCKSTEP_STAGE_CERTIFICATE);
    }
  else if (data[0] == LOCKSTEP_TLS_CERTIFICATE_REQUEST)
    self->certificate_asked = TRUE;
  else if (data[0] == LOCKSTEP_TLS_SERVER_HELLO_DONE)
    reach (self, LOCKSTEP_STAGE_SERVER_HELLO_DONE);
  else if (data[0] == LOCKSTEP_TLS_FINISHED)
    note_finished (self);
  self->spoke_after = self->spoke_after || was_finished;
  add (self, LOCKSTEP_STEP_MESSAGE, TRUE, lockstep_tls_get_message_name (data[0]), NULL, size);
}

static void
note_alert (LockstepTranscript *self, gboolean from_server, guint8 level, guint8 code)
{
  const char *name = lockstep_tls_get_alert_name (code);
  const gboolean is_farewell = code == 0 || code == 90;

  /* In TLS 1.3 an alert is fatal by its code, whatever its level says (RFC 8446 6). */
  if (level == 2 || (self->version == TLS1_3_VERSION && !is_farewell))
    *(from_server ? &self->alert : &self->alert_sent) = name;
  add (self, LOCKSTEP_STEP_ALERT, from_server, name, lockstep_tls_get_level_name (level), 2);
}

static void
message_cb (int from_client,
            int version,
            int content,
            const void *buffer,
            size_t size,
            SSL *ssl,
            void *user_data)
{
  LockstepTranscript *self = user_data;
  const guint8 *data = buffer;

  /* OpenSSL tells of records and inner content types too, under numbers above 255. */
  if (content == LOCKSTEP_TLS_HANDSHAKE && size >= HEADER_SIZE)
    {
      if (from_client)
        note_client_message (self, ssl, data[0], size);
      else
        note_server_message (self, data, size);
    }
  else if (content == LOCKSTEP_TLS_ALERT && size >= 2)
    note_alert (self, !from_client, data[0], data[1]);
  else if (content == LOCKSTEP_TLS_CHANGE_CIPHER_SPEC)
    add (self,
         LOCKSTEP_STEP_CHANGE_CIPHER_SPEC,
         !from_client,
         "ChangeCipherSpec",
         NULL,
         (guint) size);
}

void
lockstep_transcript_listen (LockstepTranscript *self, SSL *ssl)
{
  SSL_set_msg_callback (ssl, self != NULL ? message_cb : NULL);
  SSL_set_msg_callback_arg (ssl, self);
}

void
lockstep_transcript_note_record (LockstepTranscript *self, const LockstepTlsRecord *record)
{
  if (record->content == LOCKSTEP_TLS_CHANGE_CIPHER_SPEC)
    self->n_changes++;
}

void
lockstep_transcript_add_end (LockstepTranscript *self,
                             LockstepStepKind kind,
                             const char *name,
                             const char *detail,
                             guint size)
{
  self->received = g_get_monotonic_time ();
  add (self, kind, TRUE, name, detail, size);
}

static void
note_agreed (const LockstepTranscript *self, SSL *ssl, LockstepFactSet *facts)
{
  const guint8 number[] = { self->cipher >> 8, self->cipher & 0xff };
  const SSL_CIPHER *cipher = SSL_CIPHER_find (ssl, number);
  g_autofree char *group = NULL;

  lockstep_fact_set_string (facts,
                            LOCKSTEP_FACT_HANDSHAKE_VERSION,
                            lockstep_tls_get_version_name (self->version));
  if (cipher != NULL)
    lockstep_fact_set_string (facts,
                              LOCKSTEP_FACT_HANDSHAKE_CIPHER,
                              SSL_CIPHER_standard_name (cipher));
  group = lockstep_tls_client_get_group (ssl);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_HANDSHAKE_GROUP, group);
}

void
lockstep_transcript_to_facts (const LockstepTranscript *self, SSL *ssl, LockstepFactSet *facts)
{
  static const char *const words[] = {
    [LOCKSTEP_STAGE_CONNECTED] = "connected",
    [LOCKSTEP_STAGE_CLIENT_HELLO] = "client-hello",
    [LOCKSTEP_STAGE_SERVER_HELLO] = "server-hello",
    [LOCKSTEP_STAGE_CERTIFICATE] = "certificate",
    [LOCKSTEP_STAGE_SERVER_HELLO_DONE] = "server-hello-done",
    [LOCKSTEP_STAGE_FINISHED] = "finished",
  };

  lockstep_fact_set_word (facts, LOCKSTEP_FACT_HANDSHAKE_STAGE, words[self->stage]);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_HANDSHAKE_ALERT, self->alert);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_HANDSHAKE_ALERT_SENT, self->alert_sent);
  if (self->version != 0)
    note_agreed (self, ssl, facts);
  /* Only after the place where a request would have stood is its absence a fact. */
  if (self->certificate_asked || self->stage >= LOCKSTEP_STAGE_SERVER_HELLO_DONE)
    lockstep_fact_set_boolean (facts,
                               LOCKSTEP_FACT_HANDSHAKE_CLIENT_CERTIFICATE,
                               self->certificate_asked);
}
