/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "probe/transcript.h"
#include "wire/plain.h"
#include "wire/tls.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LockstepPumpState:
 * @LOCKSTEP_PUMP_GOING: it waits for the server
 * @LOCKSTEP_PUMP_COMPLETE: the handshake is whole, and all of ours is sent
 * @LOCKSTEP_PUMP_BROKEN: OpenSSL gave up; the transcript has the alert that came or went
 * @LOCKSTEP_PUMP_PLAIN: what comes is no TLS
 * @LOCKSTEP_PUMP_CLOSED: the server closed (FIN)
 * @LOCKSTEP_PUMP_FAILED: the system reported @error
 * @LOCKSTEP_PUMP_FLOODED: more came than any handshake needs
 */
typedef enum
{
  LOCKSTEP_PUMP_GOING,
  LOCKSTEP_PUMP_COMPLETE,
  LOCKSTEP_PUMP_BROKEN,
  LOCKSTEP_PUMP_PLAIN,
  LOCKSTEP_PUMP_CLOSED,
  LOCKSTEP_PUMP_FAILED,
  LOCKSTEP_PUMP_FLOODED,
} LockstepPumpState;

/**
 * LockstepPump:
 * @state: where it is
 * @error: errno of the first error of either direction, 0 for none
 * @reason: (nullable): what OpenSSL said
 * @held: bytes that came before it was clear that they are TLS, or that are none
 * @inside: the bytes that came end in the middle of a record
 *
 * Carries bytes between a non-blocking socket and OpenSSL, which sees only memory: so every byte,
 * close and error of the system is ours to see first.
 */
typedef struct
{
  GSocket *socket;
  SSL *ssl;
  LockstepTranscript *transcript;
  LockstepPumpState state;
  int error;
  char *reason;
  GByteArray *held;
  gboolean inside;
  /*< private >*/
  BIO *incoming;
  BIO *outgoing;
  GByteArray *unsent;
  LockstepTlsSplitter splitter;
  LockstepTlsGuess guess;
  gsize n_received;
  gboolean has_begun;
  gboolean is_agreed;
  gboolean at_end;
} LockstepPump;

/* NULL where OpenSSL cannot be used at all. Takes a reference to @socket. */
LockstepPump *lockstep_pump_new (GSocket *socket, const char *server_name, guint16 max_version)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_pump_free (LockstepPump *self);

/* Only takes what has come; TRUE where anything has. */
gboolean lockstep_pump_listen (LockstepPump *self);

/* Goes on with the handshake as far as it can without waiting, or begins it. */
void lockstep_pump_shake (LockstepPump *self);

/* After a whole handshake: lets OpenSSL read what else comes, without waiting. */
void lockstep_pump_linger (LockstepPump *self);

/* Whether it waits until it can write. */
gboolean lockstep_pump_wants_to_write (const LockstepPump *self);

/* Says goodbye where that can still be heard, and closes the socket without waiting. */
void lockstep_pump_close (LockstepPump *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepPump, lockstep_pump_free)

G_END_DECLS
