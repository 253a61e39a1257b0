/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/overlay.h"

#include "base/error.h"
#include "base/json.h"
#include "catalog/format.h"
#include "catalog/loader.h"
#include "catalog/validation.h"

#include <glib/gstdio.h>
#include <string.h>

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the files in order; a folder that is not there has none. */
static GPtrArray *
list_files (const char *folder, GPtrArray *errors)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".json") && *name != '.')
      {
        if (paths->len == LOCKSTEP_OVERLAY_MAX_FILES)
          {
            g_ptr_array_add (errors,
                             g_strdup_printf ("%s: more than %d files; the others are left out",
                                              folder,
                                              LOCKSTEP_OVERLAY_MAX_FILES));
            break;
          }

        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
      }

  g_ptr_array_sort (paths, compare_names);

  return paths;
}

static JsonNode *
read_file (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0 &&
      (!S_ISREG (status.st_mode) || status.st_size > LOCKSTEP_OVERLAY_MAX_SIZE))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_LIMIT,
                   "%s: a plain file of at most %d bytes is required",
                   path,
                   LOCKSTEP_OVERLAY_MAX_SIZE);
      return NULL;
    }

  return lockstep_json_load (path, error);
}

/* The whole catalogue as JSON again, out of what is compiled in. */
static JsonNode *
export_shelves (const LockstepShelf *shelves)
{
  JsonNode *root = json_node_alloc ();
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "format", LOCKSTEP_CATALOG_FORMAT);
  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    {
      JsonArray *array = json_array_sized_new (shelves[i].length);

      for (guint j = 0; j < shelves[i].length; j++)
        json_array_add_element (array, lockstep_entry_to_json (shelves[i].entries + j));

      json_object_set_array_member (object,
                                    lockstep_section_to_string ((LockstepSection) i),
                                    array);
    }

  json_node_init_object (root, object);
  json_object_unref (object);

  return root;
}

/* The members of @over over those of @under; neither is changed. */
static JsonNode *
merge_entry (JsonNode *under, JsonNode *over)
{
  JsonNode *node = json_node_alloc ();
  JsonObject *object = json_object_new ();
  JsonNode *const sources[] = { under, over };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, json_node_get_object (sources[i]));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        json_object_set_member (object, name, json_node_copy (value));
    }

  json_node_init_object (node, object);
  json_object_unref (object);

  return node;
}

/* The key of an entry; NULL where it is none, which is for the loader to complain of. */
static char *
dup_key (LockstepSection section, JsonNode *entry)
{
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (entry))
    return NULL;

  id = lockstep_json_string_optional (json_node_get_object (entry), "id");

  return id != NULL ? lockstep_validation_make_key (section, id) : NULL;
}

static JsonArray *
merge_section (LockstepSection section, JsonArray *under, JsonArray *over)
{
  g_autoptr (GHashTable) added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *merged = json_array_new ();

  for (guint i = 0; i < json_array_get_length (over); i++)
    {
      char *key = dup_key (section, json_array_get_element (over, i));

      /* Of two with one id the second goes in by itself, and the loader finds it there twice. */
      if (key != NULL && !g_hash_table_contains (added, key))
        g_hash_table_insert (added, key, json_array_get_element (over, i));
      else
        {
          json_array_add_element (merged, json_node_copy (json_array_get_element (over, i)));
          g_free (key);
        }
    }

  for (guint i = 0; i < json_array_get_length (under); i++)
    {
      JsonNode *entry = json_array_get_element (under, i);
      g_autofree char *key = dup_key (section, entry);
      JsonNode *addition = key != NULL ? g_hash_table_lookup (added, key) : NULL;

      json_array_add_element (merged,
                              addition != NULL ? merge_entry (entry, addition)
                                               : json_node_copy (entry));
      if (addition != NULL)
        g_hash_table_remove (added, key);
    }

  for (guint i = 0; i < json_array_get_length (over); i++)
    {
      JsonNode *entry = json_array_get_element (over, i);
      g_autofree char *key = dup_key (section, entry);

      if (key != NULL && g_hash_table_lookup (added, key) == entry)
        json_array_add_element (merged, json_node_copy (entry));
    }

  return merged;
}

/* What is no section of the catalogue goes in as it is, and the loader refuses it. */
static JsonNode *
merge (JsonNode *under, JsonNode *over)
{
  JsonNode *root = json_node_alloc ();
  JsonObject *object = json_object_new ();
  JsonObject *base = json_node_get_object (under);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, base);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (object, name, json_node_copy (value));

  json_object_iter_init_ordered (&iter, json_node_get_object (over));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      LockstepSection section = LOCKSTEP_SECTION_MESSAGES;

      while (section < LOCKSTEP_N_SECTIONS &&
             strcmp (lockstep_section_to_string (section), name) != 0)
        section++;

      if (section < LOCKSTEP_N_SECTIONS && JSON_NODE_HOLDS_ARRAY (value))
        json_object_set_array_member (object,
                                      name,
                                      merge_section (section,
                                                     json_object_get_array_member (base, name),
                                                     json_node_get_array (value)));
      else
        json_object_set_member (object, name, json_node_copy (value));
    }

  json_node_init_object (root, object);
  json_object_unref (object);

  return root;
}

/* Answers what @root becomes with the file; NULL where it cannot be used. */
static JsonNode *
apply (JsonNode *root,
       const char *path,
       LockstepShelf *shelves,
       LockstepEntry **entries,
       GError **error)
{
  g_autoptr (JsonNode) over = read_file (path, error);
  g_autoptr (JsonNode) merged = NULL;
  LockstepShelf fresh[LOCKSTEP_N_SECTIONS] = { 0 };
  LockstepEntry *read;

  if (over == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_OBJECT (over))
    {
      g_set_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_MEMBER, "%s: an object is required", path);
      return NULL;
    }

  merged = merge (root, over);
  read = lockstep_loader_read (merged, path, fresh, error);
  if (read == NULL)
    return NULL;

  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    {
      if (*entries != NULL)
        lockstep_shelf_clear (&shelves[i]);

      shelves[i] = fresh[i];
    }

  g_free (*entries);
  *entries = read;

  return g_steal_pointer (&merged);
}

LockstepEntry *
lockstep_overlay_load (const char *folder, LockstepShelf *shelves, GPtrArray *errors)
{
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (JsonNode) root = NULL;
  LockstepEntry *entries = NULL;

  g_return_val_if_fail (folder != NULL && shelves != NULL && errors != NULL, NULL);

  paths = list_files (folder, errors);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;
      JsonNode *merged;

      if (root == NULL)
        root = export_shelves (shelves);

      merged = apply (root, g_ptr_array_index (paths, i), shelves, &entries, &error);
      if (merged == NULL)
        {
          g_ptr_array_add (errors, g_strdup (error->message));
          continue;
        }

      json_node_unref (root);
      root = merged;
    }

  return entries;
}
