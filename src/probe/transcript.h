/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/observation.h"
#include "wire/tls.h"
#include "x509/openssl.h"

G_BEGIN_DECLS

/* How far a handshake came, in the order of the words of the fact handshake.stage. */
typedef enum
{
  LOCKSTEP_STAGE_CONNECTED,
  LOCKSTEP_STAGE_CLIENT_HELLO,
  LOCKSTEP_STAGE_SERVER_HELLO,
  LOCKSTEP_STAGE_CERTIFICATE,
  LOCKSTEP_STAGE_SERVER_HELLO_DONE,
  LOCKSTEP_STAGE_FINISHED,
} LockstepStage;

/**
 * LockstepTranscript:
 * @steps: (element-type LockstepStep): what happened
 * @certificates: (element-type GBytes): as the server sent them
 * @origin: monotonic time of the ClientHello, 0 before it
 * @received: monotonic time of the last bytes that came
 * @version: version that the server chose, 0 before its ServerHello
 * @cipher: number of the cipher suite that it chose
 * @certificate_asked: it asked for a client certificate
 * @spoke_after: it sent something after the handshake that it would not send to a stranger
 * @n_changes: ChangeCipherSpec records that came
 * @alert: name of the fatal alert that came, %NULL where none did
 * @alert_sent: the same of this side's
 *
 * Writes down what OpenSSL's message callback tells of one handshake.
 */
typedef struct
{
  GPtrArray *steps;
  GPtrArray *certificates;
  gint64 origin;
  gint64 received;
  LockstepStage stage;
  guint16 version;
  guint16 cipher;
  gboolean certificate_asked;
  gboolean spoke_after;
  guint n_changes;
  const char *alert;
  const char *alert_sent;
} LockstepTranscript;

LockstepTranscript *lockstep_transcript_new (void) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_transcript_free (LockstepTranscript *self);

/* Listens to @ssl from now on; @self must outlive it or be taken off with NULL. */
void lockstep_transcript_listen (LockstepTranscript *self, SSL *ssl);

/* Tells of a record that came: OpenSSL says nothing about a ChangeCipherSpec. */
void lockstep_transcript_note_record (LockstepTranscript *self, const LockstepTlsRecord *record);

/* Adds what OpenSSL does not tell: how the connection ended. */
void lockstep_transcript_add_end (LockstepTranscript *self,
                                  LockstepStepKind kind,
                                  const char *name,
                                  const char *detail,
                                  guint size);

/* Writes the facts of what the messages said. */
void
lockstep_transcript_to_facts (const LockstepTranscript *self, SSL *ssl, LockstepFactSet *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepTranscript, lockstep_transcript_free)

G_END_DECLS
