/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "x509/pki.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Server:
 *
 * A server on 127.0.0.1 and a port of the system's choice, in a thread of its own, that treats
 * one connection after the other as its behaviour says.
 */
typedef struct _Server Server;

/* Does with an accepted, blocking connection whatever a fault does; it is closed afterwards. */
typedef void (*ServerBehaviour) (int connection, gconstpointer data);

Server *server_new (ServerBehaviour behaviour, gconstpointer data);

guint16 server_get_port (const Server *self);

/* Waits until the behaviour that is running has come to its end. */
void server_free (Server *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Server, server_free)

typedef struct
{
  const char *bytes;
  gsize size;
} ServerText;

/* The behaviours; "late" ones wait for the client's first bytes. The text's @data is a ServerText,
 * that of TLS a ServerTls. */
void server_reset_at_once (int connection, gconstpointer data);
void server_reset_late (int connection, gconstpointer data);
void server_close_at_once (int connection, gconstpointer data);
void server_close_late (int connection, gconstpointer data);
void server_stay_silent (int connection, gconstpointer data);
void server_speak_first (int connection, gconstpointer data);
void server_speak_late (int connection, gconstpointer data);

/**
 * ServerTls:
 * @identity: its certificate and key
 * @chain: (nullable): what it sends after that
 * @version: the only version it speaks; 0 for any
 * @verify_mode: whether it asks for a client certificate
 * @reset_at: type of the client's message at which it resets the connection; 0 for none
 * @answer: (nullable): what it says once something was asked after the handshake
 * @speaks_first: it says that before anything was asked
 * @repeats: it says that again and again until nobody listens
 */
typedef struct
{
  const Identity *identity;
  const Identity *chain;
  int version;
  int verify_mode;
  guint8 reset_at;
  const char *answer;
  gboolean speaks_first;
  gboolean repeats;
} ServerTls;

void server_speak_tls (int connection, gconstpointer data);

/* A context for a ServerTls. */
SSL_CTX *server_create_context (const ServerTls *tls);

G_END_DECLS
