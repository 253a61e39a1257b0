/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

G_BEGIN_DECLS

/* A longer file, or one that becomes longer when it is unpacked, is not read. */
#define LOCKSTEP_LOG_MAX_SIZE (64 * 1024 * 1024)

/* So many lines and addresses are kept for each message; all are counted. */
#define LOCKSTEP_LOG_MAX_LINES 50
#define LOCKSTEP_LOG_MAX_PEERS 50

/**
 * LockstepLogLine:
 * @number: its number in the file, from 1
 * @text: the line, valid UTF-8, cut where it is very long
 */
typedef struct
{
  guint number;
  char *text;
} LockstepLogLine;

/**
 * LockstepLogMessage:
 * @message: the message
 * @condition: (nullable): the GSKit condition behind it
 * @has_code: whether a return code stands with it
 * @code: that code
 * @count: in how many lines it stands
 * @first: (nullable): the time stamp of the first one, as the log prints it
 * @last: (nullable): that of the last one
 * @peers: (element-type utf8): the first addresses of clients in those lines, each once
 * @n_peers: how many different ones there are, as far as they were counted
 * @lines: (element-type LockstepLogLine): the first of those lines
 *
 * A known message in a log.
 */
typedef struct
{
  const LockstepEntry *message;
  const LockstepEntry *condition;
  gboolean has_code;
  gint64 code;
  guint count;
  char *first;
  char *last;
  GPtrArray *peers;
  guint n_peers;
  GPtrArray *lines;
  /*< private >*/
  GHashTable *known_peers;
} LockstepLogMessage;

/**
 * LockstepLog:
 * @name: the base name of the file
 * @n_lines: how many lines it has
 * @messages: (element-type LockstepLogMessage): the known messages in it, the most frequent first
 * @host: (nullable): the server that its lines name
 * @port: that server's port, or 0
 *
 * What a log says.
 */
typedef struct
{
  char *name;
  guint n_lines;
  GPtrArray *messages;
  char *host;
  guint16 port;
  /*< private >*/
  LockstepCatalog *catalog;
} LockstepLog;

/**
 * lockstep_log_new:
 * @text: the log; need not be UTF-8
 * @name: the base name of its file
 *
 * Reads a log from memory. The log keeps a reference of @catalog.
 */
LockstepLog *
lockstep_log_new (LockstepCatalog *catalog, const char *text, gsize length, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_log_free (LockstepLog *self);

/**
 * lockstep_log_read_async:
 * @file: a text file, plain or packed with gzip
 *
 * Reads a log in a thread of its own.
 */
void lockstep_log_read_async (LockstepCatalog *catalog,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* NULL with LOCKSTEP_ERROR_FILE, LOCKSTEP_ERROR_LIMIT or G_IO_ERROR_CANCELLED; the message names
 * the file. */
LockstepLog *lockstep_log_read_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepLog, lockstep_log_free)

G_END_DECLS
