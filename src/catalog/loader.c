/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/loader.h"

#include "base/error.h"
#include "base/json.h"
#include "catalog/format.h"
#include "catalog/validation.h"

#include <string.h>

/* @sections holds the array of each section, NULL where the file has none; @ids its ids. */
typedef struct
{
  LockstepValidation at;
  JsonArray *sections[LOCKSTEP_N_SECTIONS];
  GHashTable *ids[LOCKSTEP_N_SECTIONS];
} Loader;

static void
loader_init (Loader *self, const char *name)
{
  *self = (Loader){ .at = { .name = name, .path = g_string_new (NULL), .ids = self->ids } };
  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    self->ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
loader_clear (Loader *self)
{
  g_string_free (self->at.path, TRUE);
  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    g_hash_table_unref (self->ids[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

/* What is wrong outside the entries. */
G_GNUC_PRINTF (3, 4)
static gboolean
fail (const Loader *self, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_MEMBER, "%s: %s", self->at.name, what);

  return FALSE;
}

static gboolean
find_section (const char *name, LockstepSection *ret_section)
{
  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    if (strcmp (name, lockstep_section_to_string ((LockstepSection) i)) == 0)
      {
        *ret_section = (LockstepSection) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
add_entry (Loader *self, JsonNode *node, GError **error)
{
  LockstepSection section = self->at.section;
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return lockstep_validation_fail (&self->at, error, "an object is required");

  id = lockstep_json_string_optional (json_node_get_object (node), "id");
  if (id == NULL || *id == '\0')
    return lockstep_validation_fail (&self->at, error, "id: a string is required");

  if (!g_hash_table_add (self->ids[section], lockstep_validation_make_key (section, id)))
    return lockstep_validation_fail (&self->at, error, "id: \"%s\" is used twice", id);

  return TRUE;
}

static gboolean
add_section (Loader *self, LockstepSection section, JsonNode *node, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (self, error, "%s: an array is required", lockstep_section_to_string (section));

  array = json_node_get_array (node);
  self->sections[section] = array;
  self->at.section = section;
  for (self->at.index = 0; self->at.index < json_array_get_length (array); self->at.index++)
    if (!add_entry (self, json_array_get_element (array, self->at.index), error))
      return FALSE;

  return TRUE;
}

static gboolean
check_format (const Loader *self, JsonNode *node, GError **error)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_INT64 &&
      json_node_get_int (node) == LOCKSTEP_CATALOG_FORMAT)
    return TRUE;

  return fail (self, error, "format: %d is required", LOCKSTEP_CATALOG_FORMAT);
}

/* Finds every entry by its id, before references between them can be checked. */
static gboolean
collect (Loader *self, JsonNode *root, GError **error)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return fail (self, error, "an object is required");

  node = json_object_get_member (json_node_get_object (root), "format");
  if (!check_format (self, node, error))
    return FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      LockstepSection section;

      if (strcmp (member, "format") == 0)
        continue;

      if (!find_section (member, &section))
        return fail (self, error, "there is no section \"%s\"", member);

      if (!add_section (self, section, node, error))
        return FALSE;
    }

  return TRUE;
}

/* Moves to an entry whose id is known. */
static JsonNode *
go_to (Loader *self, LockstepSection section, guint index)
{
  JsonNode *node = json_array_get_element (self->sections[section], index);

  self->at.section = section;
  self->at.index = index;
  self->at.id = json_object_get_string_member (json_node_get_object (node), "id");

  return node;
}

static guint
count_entries (const Loader *self, LockstepSection section)
{
  return self->sections[section] != NULL ? json_array_get_length (self->sections[section]) : 0;
}

static gboolean
check_entries (Loader *self, GError **error)
{
  for (guint section = 0; section < LOCKSTEP_N_SECTIONS; section++)
    for (guint i = 0; i < count_entries (self, (LockstepSection) section); i++)
      {
        JsonNode *node = go_to (self, (LockstepSection) section, i);

        if (!lockstep_validation_check_entry (&self->at, node, error))
          return FALSE;
      }

  return TRUE;
}

/* A number leads to one condition only; each family of codes has its own numbers. */
static gboolean
check_numbers (Loader *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < count_entries (self, LOCKSTEP_SECTION_CONDITIONS); i++)
    {
      JsonObject *condition = json_node_get_object (go_to (self, LOCKSTEP_SECTION_CONDITIONS, i));
      const char *family = lockstep_json_string_optional (condition, "family");
      gint number = (gint) json_object_get_int_member (condition, "number");

      if (!g_hash_table_add (seen,
                             g_strdup_printf ("%s %d", family != NULL ? family : "gskit", number)))
        return lockstep_validation_fail (&self->at, error, "number: %d is used twice", number);
    }

  return TRUE;
}

LockstepEntry *
lockstep_loader_read (JsonNode *root, const char *name, LockstepShelf *shelves, GError **error)
{
  g_auto (Loader) loader;
  LockstepEntry *entries;

  loader_init (&loader, name);
  if (!collect (&loader, root, error) || !check_entries (&loader, error) ||
      !check_numbers (&loader, error))
    return NULL;

  entries = lockstep_entry_new_from_json (root);
  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    {
      const LockstepEntry *array =
          lockstep_entry_get_member (entries, lockstep_section_to_string ((LockstepSection) i));

      if (array != NULL)
        lockstep_shelf_init (&shelves[i], (LockstepSection) i, array);
    }

  return entries;
}
