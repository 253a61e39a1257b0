/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/set.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LockstepStepKind:
 * @LOCKSTEP_STEP_MESSAGE: a handshake message (RFC 5246 7.4, RFC 8446 4)
 * @LOCKSTEP_STEP_ALERT: an alert; `name` is its TLS name, `detail` its level
 * @LOCKSTEP_STEP_CHANGE_CIPHER_SPEC: a ChangeCipherSpec record
 * @LOCKSTEP_STEP_DATA: application data after the handshake
 * @LOCKSTEP_STEP_RESET: the connection was reset (RST)
 * @LOCKSTEP_STEP_CLOSED: the connection was closed (FIN)
 * @LOCKSTEP_STEP_SILENCE: nothing came until the time limit
 * @LOCKSTEP_STEP_PLAIN: bytes that are no TLS; `detail` is their printable beginning
 */
typedef enum
{
  LOCKSTEP_STEP_MESSAGE,
  LOCKSTEP_STEP_ALERT,
  LOCKSTEP_STEP_CHANGE_CIPHER_SPEC,
  LOCKSTEP_STEP_DATA,
  LOCKSTEP_STEP_RESET,
  LOCKSTEP_STEP_CLOSED,
  LOCKSTEP_STEP_SILENCE,
  LOCKSTEP_STEP_PLAIN,
} LockstepStepKind;

/**
 * LockstepStep:
 * @kind: what happened
 * @from_server: TRUE where it came from the server
 * @name: its standard name ("ServerHello", "protocol_version", "Reset")
 * @detail: (nullable): more about it, untranslated ("TLSv1.2", "fatal")
 * @at: microseconds since the ClientHello
 * @size: bytes on the wire, 0 where that has no meaning
 *
 * One line of a handshake transcript.
 */
typedef struct
{
  LockstepStepKind kind;
  gboolean from_server;
  char *name;
  char *detail;
  gint64 at;
  guint size;
} LockstepStep;

LockstepStep *lockstep_step_new (LockstepStepKind kind,
                                 gboolean from_server,
                                 const char *name,
                                 const char *detail,
                                 gint64 at,
                                 guint size) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_step_free (LockstepStep *step);

/* Where a certificate of a chain came from. */
typedef enum
{
  LOCKSTEP_SOURCE_SENT,
  LOCKSTEP_SOURCE_SYSTEM,
  LOCKSTEP_SOURCE_FILE,
  LOCKSTEP_SOURCE_DOWNLOADED,
} LockstepSource;

/**
 * LockstepLink:
 * @der: the certificate
 * @source: where it came from
 * @in_path: whether it is part of the path from the server's certificate to the anchor; FALSE for
 *   what the server sent besides
 *
 * One certificate of a chain, the server's own first.
 */
typedef struct
{
  GBytes *der;
  LockstepSource source;
  gboolean in_path;
} LockstepLink;

LockstepLink *lockstep_link_new (GBytes *der, LockstepSource source, gboolean in_path)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_link_free (LockstepLink *link);

/**
 * LockstepRole:
 * @LOCKSTEP_ROLE_TARGET: what was asked about; decides verdict and exit status
 * @LOCKSTEP_ROLE_EVIDENCE: another service of the same host, looked at for comparison only
 */
typedef enum
{
  LOCKSTEP_ROLE_TARGET,
  LOCKSTEP_ROLE_EVIDENCE,
} LockstepRole;

/**
 * LockstepObservation:
 * @host: as it was asked for
 * @address: (nullable): the address that was contacted, %NULL where the name leads nowhere
 * @port: the TLS port
 * @service: (nullable): catalogue id of the service ("signon"), %NULL for any other port
 * @role: whether it is a target or evidence
 * @facts: what was seen; never %NULL
 * @steps: (element-type LockstepStep): the handshake, in order of time
 * @chain: (element-type LockstepLink): certificates, the server's own first
 *
 * All that was seen of one address and port. Const once it is handed out.
 */
typedef struct
{
  char *host;
  char *address;
  guint16 port;
  char *service;
  LockstepRole role;
  LockstepFactSet *facts;
  GPtrArray *steps;
  GPtrArray *chain;
  /*< private >*/
  gatomicrefcount references;
} LockstepObservation;

LockstepObservation *
lockstep_observation_new (const char *host, guint16 port, const char *service, LockstepRole role)
    G_GNUC_WARN_UNUSED_RESULT;

/* A new observation with copies of all that @self holds, to be added to. */
LockstepObservation *lockstep_observation_copy (const LockstepObservation *self)
    G_GNUC_WARN_UNUSED_RESULT;

LockstepObservation *lockstep_observation_ref (LockstepObservation *self);

void lockstep_observation_unref (LockstepObservation *self);

JsonNode *lockstep_observation_to_json (const LockstepObservation *self) G_GNUC_WARN_UNUSED_RESULT;

/* LOCKSTEP_ERROR_MEMBER names @where and the member. At most 512 steps and 64 certificates. */
LockstepObservation *lockstep_observation_from_json (JsonNode *node,
                                                     const char *where,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepStep, lockstep_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepLink, lockstep_link_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepObservation, lockstep_observation_unref)

G_END_DECLS
