/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/log.h"

#include "catalog/scan.h"
#include "catalog/server-name.h"
#include "evidence/log-line.h"

#include <string.h>

/* A longer line is judged by its beginning, and shown by less of it. */
#define MAX_LINE 16384
#define MAX_SHOWN 1024

/* Different messages and addresses beyond these are not told apart any more. */
#define MAX_MESSAGES 1000
#define MAX_KNOWN_PEERS 10000

static void
line_free (LockstepLogLine *line)
{
  g_free (line->text);
  g_free (line);
}

static void
message_free (LockstepLogMessage *message)
{
  g_free (message->first);
  g_free (message->last);
  g_ptr_array_unref (message->peers);
  g_ptr_array_unref (message->lines);
  g_hash_table_unref (message->known_peers);
  g_free (message);
}

static LockstepLogMessage *
get_message (LockstepLog *self, const LockstepHit *hit)
{
  LockstepLogMessage *message;

  for (guint i = 0; i < self->messages->len; i++)
    {
      message = g_ptr_array_index (self->messages, i);
      if (message->message == hit->message && message->has_code == hit->has_code &&
          message->code == hit->code)
        return message;
    }

  if (self->messages->len >= MAX_MESSAGES)
    return NULL;

  message = g_new0 (LockstepLogMessage, 1);
  message->message = hit->message;
  message->condition = hit->condition;
  message->has_code = hit->has_code;
  message->code = hit->code;
  message->peers = g_ptr_array_new_with_free_func (g_free);
  message->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  message->known_peers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->messages, message);

  return message;
}

static void
add_peer (LockstepLogMessage *message, const char *line, gsize length)
{
  g_autofree char *peer = lockstep_log_line_dup_peer (line, length);

  if (peer == NULL || message->n_peers >= MAX_KNOWN_PEERS ||
      g_hash_table_contains (message->known_peers, peer))
    return;

  if (message->peers->len < LOCKSTEP_LOG_MAX_PEERS)
    g_ptr_array_add (message->peers, g_strdup (peer));

  g_hash_table_add (message->known_peers, g_steal_pointer (&peer));
  message->n_peers++;
}

static void
add_line (LockstepLog *self, LockstepLogMessage *message, const char *line, gsize length)
{
  char *stamp = lockstep_log_line_dup_stamp (line, length);
  LockstepLogLine *kept;

  message->count++;
  if (stamp != NULL)
    {
      if (message->first == NULL)
        message->first = g_strdup (stamp);

      g_free (message->last);
      message->last = stamp;
    }

  add_peer (message, line, length);
  if (message->lines->len >= LOCKSTEP_LOG_MAX_LINES)
    return;

  kept = g_new0 (LockstepLogLine, 1);
  kept->number = self->n_lines;
  kept->text = g_utf8_make_valid (line, (gssize) MIN (length, MAX_SHOWN));
  g_ptr_array_add (message->lines, kept);
}

static void
find_server (LockstepLog *self, const char *line, gsize length)
{
  LockstepBytes text = { line, length };
  LockstepSpan span;

  if (self->host == NULL)
    lockstep_server_name_find (&text, &self->host, &span, &self->port);
}

static void
read_line (LockstepLog *self, const char *line, gsize length)
{
  g_autoptr (GArray) hits = lockstep_scan (self->catalog, line, length);

  for (guint i = 0; i < hits->len; i++)
    {
      const LockstepHit *hit = &g_array_index (hits, LockstepHit, i);
      LockstepLogMessage *message = get_message (self, hit);
      gboolean again = FALSE;

      for (guint j = 0; j < i && !again; j++)
        again = message == get_message (self, &g_array_index (hits, LockstepHit, j));

      if (message != NULL && !again)
        add_line (self, message, line, length);
    }

  if (hits->len > 0)
    find_server (self, line, length);
}

static gint
compare_messages (gconstpointer a, gconstpointer b)
{
  const LockstepLogMessage *first = *(const LockstepLogMessage *const *) a;
  const LockstepLogMessage *second = *(const LockstepLogMessage *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return strcmp (lockstep_entry_id (first->message), lockstep_entry_id (second->message));
}

LockstepLog *
lockstep_log_new (LockstepCatalog *catalog, const char *text, gsize length, const char *name)
{
  LockstepLog *self;
  gsize at = 0;

  g_return_val_if_fail (catalog != NULL && text != NULL && name != NULL, NULL);

  self = g_new0 (LockstepLog, 1);
  self->catalog = lockstep_catalog_ref (catalog);
  self->name = g_strdup (name);
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) message_free);
  while (at < length)
    {
      const char *end = memchr (text + at, '\n', length - at);
      gsize line = end != NULL ? (gsize) (end - text) - at : length - at;
      gsize used = line > 0 && text[at + line - 1] == '\r' ? line - 1 : line;

      self->n_lines++;
      read_line (self, text + at, MIN (used, MAX_LINE));
      at += line + 1;
    }

  g_ptr_array_sort (self->messages, compare_messages);

  return self;
}

void
lockstep_log_free (LockstepLog *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->host);
  g_ptr_array_unref (self->messages);
  lockstep_catalog_unref (self->catalog);
  g_free (self);
}
