/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  SERVER_TLS,    /* shakes hands and waits for the client to close */
  SERVER_RESET,  /* reads the first message, then resets the connection */
  SERVER_SILENT, /* reads and never answers */
  SERVER_PLAIN,  /* answers in plain HTTP */
} ServerKind;

/* A server on 127.0.0.1 and a port of the system's choice; works in threads of its own. */
typedef struct
{
  GSocketService *service;
  guint16 port;
  ServerKind kind;
  char *certificate; /* PEM, with its key */
  gint accepted;     /* atomic: connections until now */
  gint open;         /* atomic: connections now */
  gint most;         /* atomic: most connections at a time */
} Server;

/* Its certificate is for 127.0.0.1, signed by itself, and valid @from to @to seconds from now. */
Server *server_new (ServerKind kind, gint64 from, gint64 to) G_GNUC_WARN_UNUSED_RESULT;

void server_free (Server *self);

/* Writes the certificate to a new file in the folder for temporary files; returns its path. */
char *server_write_trust (Server *self) G_GNUC_WARN_UNUSED_RESULT;

/* A port on which nobody listens. */
guint16 server_closed_port (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Server, server_free)

G_END_DECLS
