/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/registry.h"

#include "base/error.h"
#include "base/json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

/* Notes are read although anybody who runs as this user may have written them. */
#define NOTE_MAX_SIZE 4096
#define NOTES_MAX 1024
#define SERVICES_MAX 32
#define SERVICE_MAX_LENGTH 32
#define NOTE_SUFFIX ".json"

static char *
folder_path (void)
{
  return g_build_filename (g_get_user_runtime_dir (), "lockstep", "practice", NULL);
}

static char *
note_path (void)
{
  g_autofree char *folder = folder_path ();
  g_autofree char *name = g_strdup_printf ("%d" NOTE_SUFFIX, (int) getpid ());

  return g_build_filename (folder, name, NULL);
}

static gboolean
fail (GError **error, const char *path, int code)
{
  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_FILE,
               _ ("The note about the practice server in “%s” could not be written: %s"),
               path,
               g_strerror (code));
  return FALSE;
}

/* A folder of this user's that no other user can look into, and no link to one. */
static gboolean
make_private (const char *path, GError **error)
{
  GStatBuf info;

  if (g_mkdir_with_parents (path, 0700) != 0)
    return fail (error, path, errno);
  if (g_lstat (path, &info) != 0)
    return fail (error, path, errno);
  if (!S_ISDIR (info.st_mode) || info.st_uid != geteuid ())
    return fail (error, path, EPERM);
  if ((info.st_mode & 0077) != 0 && g_chmod (path, 0700) != 0)
    return fail (error, path, errno);

  return TRUE;
}

static JsonNode *
node_for (GHashTable *ports)
{
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *table = json_object_new ();
  GHashTableIter iter;
  gpointer service, port;

  g_hash_table_iter_init (&iter, ports);
  while (g_hash_table_iter_next (&iter, &service, &port))
    json_object_set_int_member (table, service, GPOINTER_TO_UINT (port));

  json_object_set_object_member (object, "ports", table);
  json_node_take_object (root, object);

  return root;
}

/* The process that a note's file name tells; 0 where it is no name of a note. */
static gint64
process_of (const char *name)
{
  const char *end = NULL;
  gint64 process;

  if (!g_ascii_isdigit (name[0]) || name[0] == '0' || strlen (name) > 32)
    return 0;

  process = g_ascii_strtoll (name, (char **) &end, 10);
  if (process < 1 || process > G_MAXINT || !g_str_equal (end, NOTE_SUFFIX))
    return 0;

  return process;
}

/* Signal 0 asks whether the process is there. One of another user's is none of ours. */
static gboolean
is_alive (gint64 process)
{
  return kill ((pid_t) process, 0) == 0;
}

/* A server that was killed could not take its note away. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) notes = g_dir_open (folder, 0, NULL);
  const char *name;
  guint looked_at = 0;

  while (notes != NULL && (name = g_dir_read_name (notes)) != NULL && looked_at++ < NOTES_MAX)
    {
      gint64 process = process_of (name);

      if (process != 0 && !is_alive (process))
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          g_unlink (path);
        }
    }
}

gboolean
lockstep_registry_add (GHashTable *ports, GError **error)
{
  g_autofree char *folder = folder_path ();
  g_autofree char *path = note_path ();
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (ports != NULL, FALSE);

  if (!make_private (folder, error))
    return FALSE;

  sweep (folder);
  root = node_for (ports);
  text = lockstep_json_print (root, FALSE);
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &reason))
    {
      g_set_error_literal (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_FILE, reason->message);
      return FALSE;
    }

  return TRUE;
}

void
lockstep_registry_remove (void)
{
  g_autofree char *path = note_path ();

  g_unlink (path);
}

static char *
read_note (const char *path, gsize *ret_length)
{
  g_autofree char *data = g_malloc (NOTE_MAX_SIZE + 1);
  int file = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gsize length = 0;
  gssize got = 0;
  struct stat info;

  if (file < 0)
    return NULL;

  if (fstat (file, &info) != 0 || !S_ISREG (info.st_mode) || info.st_uid != geteuid ())
    {
      close (file);
      return NULL;
    }

  while (length <= NOTE_MAX_SIZE &&
         (got = read (file, data + length, NOTE_MAX_SIZE + 1 - length)) > 0)
    length += (gsize) got;
  close (file);

  if (got < 0 || length > NOTE_MAX_SIZE)
    return NULL;

  *ret_length = length;
  return g_steal_pointer (&data);
}

static gboolean
is_service (const char *name)
{
  gsize length = strlen (name);

  return length >= 1 && length <= SERVICE_MAX_LENGTH &&
         strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

/* A note with anything wrong in it is passed over whole. */
static GHashTable *
table_of (JsonNode *root)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonObject *object;
  JsonObjectIter iter;
  const char *service;
  JsonNode *ports, *port;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  ports = json_object_get_member (json_node_get_object (root), "ports");
  if (ports == NULL || !JSON_NODE_HOLDS_OBJECT (ports))
    return NULL;

  object = json_node_get_object (ports);
  if (json_object_get_size (object) > SERVICES_MAX)
    return NULL;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &service, &port))
    {
      gint64 number;

      if (!is_service (service) || !JSON_NODE_HOLDS_VALUE (port) ||
          json_node_get_value_type (port) != G_TYPE_INT64)
        return NULL;

      number = json_node_get_int (port);
      if (number < 1 || number > 65535)
        return NULL;

      g_hash_table_insert (table, g_strdup (service), GUINT_TO_POINTER ((guint) number));
    }

  return g_steal_pointer (&table);
}

static GHashTable *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (JsonNode) root = NULL;
  gsize length = 0;

  data = read_note (path, &length);
  if (data == NULL)
    return NULL;

  root = lockstep_json_parse (data, length, name, NULL);

  return root != NULL ? table_of (root) : NULL;
}

static gboolean
has_port (GHashTable *table, guint16 port)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (GPOINTER_TO_UINT (value) == port)
      return TRUE;

  return FALSE;
}

GHashTable *
lockstep_registry_lookup (guint16 port)
{
  g_autofree char *folder = folder_path ();
  g_autoptr (GDir) notes = g_dir_open (folder, 0, NULL);
  const char *name;
  guint looked_at = 0;

  if (notes == NULL)
    return NULL;

  while ((name = g_dir_read_name (notes)) != NULL && looked_at++ < NOTES_MAX)
    {
      gint64 process = process_of (name);
      g_autoptr (GHashTable) table = NULL;

      if (process == 0 || !is_alive (process))
        continue;

      table = load (folder, name);
      if (table != NULL && has_port (table, port))
        return g_steal_pointer (&table);
    }

  return NULL;
}
