/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/store.h"

#include "base/error.h"
#include "base/json.h"
#include "case/case-format.h"
#include "case/store-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define MAX_ITEMS 500
#define MAX_TEXT 512

typedef struct
{
  char *path;
  gint64 time;
} File;

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->path);
  g_free (file);
}

char *
lockstep_store_get_folder (void)
{
  const char *data = g_getenv ("LOCKSTEP_DATA");

  if (data != NULL && *data != '\0')
    return g_build_filename (data, "cases", NULL);

  return g_build_filename (g_get_user_data_dir (), "lockstep", "cases", NULL);
}

void
lockstep_store_item_free (LockstepStoreItem *item)
{
  if (item == NULL)
    return;

  g_free (item->path);
  g_free (item->title);
  g_free (item->standing);
  g_free (item);
}

static gint
compare_files (gconstpointer a, gconstpointer b)
{
  const File *one = *(File *const *) a;
  const File *other = *(File *const *) b;

  if (one->time != other->time)
    return one->time < other->time ? 1 : -1;

  return strcmp (other->path, one->path);
}

static gint
compare_items (gconstpointer a, gconstpointer b)
{
  const LockstepStoreItem *one = *(LockstepStoreItem *const *) a;
  const LockstepStoreItem *other = *(LockstepStoreItem *const *) b;

  if (one->saved != other->saved)
    return one->saved < other->saved ? 1 : -1;

  return strcmp (other->path, one->path);
}

/* The newest files first, so that the bound leaves out the oldest. */
static GPtrArray *
find_files (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (file_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;
      File *file;

      if (!g_str_has_suffix (name, LOCKSTEP_STORE_SUFFIX) || g_stat (path, &status) != 0 ||
          !S_ISREG (status.st_mode))
        continue;

      file = g_new0 (File, 1);
      file->path = g_steal_pointer (&path);
      file->time = (gint64) status.st_mtime;
      g_ptr_array_add (files, file);
    }

  g_ptr_array_sort (files, compare_files);
  if (files->len > MAX_ITEMS)
    g_ptr_array_set_size (files, MAX_ITEMS);

  return files;
}

static LockstepStepState
read_state (const char *name)
{
  for (guint i = 0; name != NULL && i < LOCKSTEP_N_STATES; i++)
    if (g_str_equal (lockstep_state_to_string ((LockstepStepState) i), name))
      return (LockstepStepState) i;

  return LOCKSTEP_STATE_UNKNOWN;
}

static gboolean
read_summary (LockstepStoreItem *item, JsonNode *node, GError **error)
{
  JsonObject *object, *summary;
  const char *schema, *title, *standing;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error,
                           LOCKSTEP_ERROR,
                           LOCKSTEP_ERROR_MEMBER,
                           "case: an object is required");
      return FALSE;
    }

  object = json_node_get_object (node);
  schema = lockstep_json_string (object, "schema", "case", error);
  if (schema == NULL)
    return FALSE;
  if (!g_str_equal (schema, LOCKSTEP_CASE_SCHEMA))
    {
      g_set_error_literal (error,
                           LOCKSTEP_ERROR,
                           LOCKSTEP_ERROR_MEMBER,
                           "case.schema: this is no case of Lockstep, or one of a newer version");
      return FALSE;
    }

  summary = lockstep_json_object (object, "summary", "case", error);
  title = summary != NULL ? lockstep_json_string (summary, "title", "summary", error) : NULL;
  standing = title != NULL ? lockstep_json_string (summary, "standing", "summary", error) : NULL;
  if (standing == NULL)
    return FALSE;

  item->title = g_utf8_make_valid (title, (gssize) strnlen (title, MAX_TEXT));
  item->standing = g_utf8_make_valid (standing, (gssize) strnlen (standing, MAX_TEXT));
  item->state = read_state (lockstep_json_string_optional (summary, "state"));
  item->saved = lockstep_json_int_optional (object, "saved", item->saved);

  return TRUE;
}

static LockstepStoreItem *
read_item (const File *file)
{
  LockstepStoreItem *item = g_new0 (LockstepStoreItem, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = lockstep_json_load (file->path, &error);

  item->path = g_strdup (file->path);
  item->saved = file->time;
  if (node != NULL && read_summary (item, node, &error))
    return item;

  item->title = g_filename_display_basename (file->path);
  item->standing = g_strdup (error->message);
  item->state = LOCKSTEP_STATE_UNKNOWN;
  item->broken = TRUE;

  return item;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *folder = lockstep_store_get_folder ();
  g_autoptr (GPtrArray) files = find_files (folder);
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_store_item_free);

  for (guint i = 0; i < files->len; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      g_ptr_array_add (items, read_item (g_ptr_array_index (files, i)));
    }

  g_ptr_array_sort (items, compare_items);
  g_task_return_pointer (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref);
}

void
lockstep_store_list_async (LockstepCatalog *catalog,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lockstep_store_list_async);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
lockstep_store_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_store_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
