/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/catalog.h"

#include "base/error.h"
#include "base/json.h"
#include "catalog/entry.h"
#include "catalog/format.h"
#include "catalog/lexicon.h"
#include "catalog/lockstep-core-resources.h"
#include "catalog/validation.h"

#define RESOURCE "/io/github/lockstepdesk/Lockstep/catalog.json"

struct _LockstepCatalog
{
  gatomicrefcount references;
  JsonNode *root;
  GPtrArray *entries[LOCKSTEP_N_SECTIONS];
  GHashTable *ids[LOCKSTEP_N_SECTIONS];
  LockstepLexicon *lexicon;
};

static LockstepCatalog *
catalog_new (void)
{
  LockstepCatalog *self = g_new0 (LockstepCatalog, 1);

  g_atomic_ref_count_init (&self->references);
  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    {
      self->entries[i] = g_ptr_array_new ();
      self->ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }

  return self;
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

/* People write the ids of messages in any case, our own ids are written in one. */
static char *
make_key (LockstepSection section, const char *id)
{
  return section == LOCKSTEP_SECTION_MESSAGES ? g_ascii_strup (id, -1) : g_strdup (id);
}

static gboolean
add_entry (LockstepCatalog *self, LockstepValidation *at, JsonNode *node, GError **error)
{
  g_autofree char *key = NULL;
  JsonObject *object;
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return lockstep_validation_fail (at, error, "an object is required");

  object = json_node_get_object (node);
  id = lockstep_json_string_optional (object, "id");
  if (id == NULL || *id == '\0')
    return lockstep_validation_fail (at, error, "id: a string is required");

  key = make_key (at->section, id);
  if (g_hash_table_contains (self->ids[at->section], key))
    return lockstep_validation_fail (at, error, "id: \"%s\" is used twice", id);

  g_hash_table_insert (self->ids[at->section], g_steal_pointer (&key), object);
  g_ptr_array_add (self->entries[at->section], object);

  return TRUE;
}

static gboolean
add_section (LockstepCatalog *self, LockstepValidation *at, JsonNode *node, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_MEMBER,
                   "%s: %s: an array is required",
                   at->name,
                   lockstep_section_to_string (at->section));
      return FALSE;
    }

  array = json_node_get_array (node);
  for (at->index = 0; at->index < json_array_get_length (array); at->index++)
    if (!add_entry (self, at, json_array_get_element (array, at->index), error))
      return FALSE;

  return TRUE;
}

static gboolean
check_format (JsonNode *node, const char *name, GError **error)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_INT64 &&
      json_node_get_int (node) == LOCKSTEP_CATALOG_FORMAT)
    return TRUE;

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_MEMBER,
               "%s: format: %d is required",
               name,
               LOCKSTEP_CATALOG_FORMAT);
  return FALSE;
}

/* Finds every entry by its id, before references between them can be checked. */
static gboolean
collect (LockstepCatalog *self, LockstepValidation *at, GError **error)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (self->root))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_MEMBER,
                   "%s: an object is required",
                   at->name);
      return FALSE;
    }

  node = json_object_get_member (json_node_get_object (self->root), "format");
  if (!check_format (node, at->name, error))
    return FALSE;

  json_object_iter_init (&iter, json_node_get_object (self->root));
  while (json_object_iter_next (&iter, &member, &node))
    {
      if (strcmp (member, "format") == 0)
        continue;

      if (!find_section (member, &at->section))
        {
          g_set_error (error,
                       LOCKSTEP_ERROR,
                       LOCKSTEP_ERROR_MEMBER,
                       "%s: there is no section \"%s\"",
                       at->name,
                       member);
          return FALSE;
        }

      if (!add_section (self, at, node, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_entries (LockstepCatalog *self, LockstepValidation *at, GError **error)
{
  for (guint section = 0; section < LOCKSTEP_N_SECTIONS; section++)
    for (guint i = 0; i < self->entries[section]->len; i++)
      {
        JsonObject *object = g_ptr_array_index (self->entries[section], i);
        g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

        at->section = (LockstepSection) section;
        at->index = i;
        at->id = lockstep_entry_id (lockstep_entry_from_json (object));
        if (!lockstep_validation_check_entry (at, node, error))
          return FALSE;
      }

  return TRUE;
}

/* A GSKit number leads to one condition only. */
static gboolean
check_numbers (LockstepCatalog *self, LockstepValidation *at, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  at->section = LOCKSTEP_SECTION_CONDITIONS;
  for (at->index = 0; at->index < self->entries[at->section]->len; at->index++)
    {
      const LockstepEntry *entry = lockstep_catalog_nth (self, at->section, at->index);
      gint number = (gint) lockstep_entry_integer (entry, "number", 0);

      at->id = lockstep_entry_id (entry);
      if (!g_hash_table_add (seen, GINT_TO_POINTER (number)))
        return lockstep_validation_fail (at, error, "number: %d is used twice", number);
    }

  return TRUE;
}

/* Takes over @root. */
static LockstepCatalog *
read_catalog (JsonNode *root, const char *name, GError **error)
{
  g_autoptr (LockstepCatalog) self = catalog_new ();
  g_autoptr (GString) path = g_string_new (NULL);
  LockstepValidation at = { .name = name, .path = path, .ids = self->ids };

  self->root = root;
  if (!collect (self, &at, error) || !check_entries (self, &at, error) ||
      !check_numbers (self, &at, error))
    return NULL;

  self->lexicon = lockstep_lexicon_new (self);

  return g_steal_pointer (&self);
}

LockstepCatalog *
lockstep_catalog_new_default (GError **error)
{
  const char *path = g_getenv ("LOCKSTEP_CATALOG");
  g_autoptr (GBytes) bytes = NULL;

  if (path != NULL && *path != '\0')
    return lockstep_catalog_new_from_file (path, error);

  bytes = g_resource_lookup_data (lockstep_core_get_resource (),
                                  RESOURCE,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  if (bytes == NULL)
    return NULL;

  return lockstep_catalog_new_from_data (g_bytes_get_data (bytes, NULL),
                                         g_bytes_get_size (bytes),
                                         "catalog.json",
                                         error);
}

LockstepCatalog *
lockstep_catalog_new_from_file (const char *path, GError **error)
{
  JsonNode *root;

  g_return_val_if_fail (path != NULL, NULL);

  root = lockstep_json_load (path, error);
  if (root == NULL)
    return NULL;

  return read_catalog (root, path, error);
}

LockstepCatalog *
lockstep_catalog_new_from_data (const char *data, gsize length, const char *name, GError **error)
{
  JsonNode *root = lockstep_json_parse (data, length, name, error);

  if (root == NULL)
    return NULL;

  return read_catalog (root, name, error);
}

LockstepCatalog *
lockstep_catalog_ref (LockstepCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
lockstep_catalog_unref (LockstepCatalog *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    {
      g_ptr_array_unref (self->entries[i]);
      g_hash_table_unref (self->ids[i]);
    }

  g_clear_pointer (&self->lexicon, lockstep_lexicon_free);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

guint
lockstep_catalog_count (const LockstepCatalog *self, LockstepSection section)
{
  g_return_val_if_fail (self != NULL && section < LOCKSTEP_N_SECTIONS, 0);

  return self->entries[section]->len;
}

const LockstepEntry *
lockstep_catalog_nth (const LockstepCatalog *self, LockstepSection section, guint index)
{
  g_return_val_if_fail (self != NULL && section < LOCKSTEP_N_SECTIONS, NULL);

  if (index >= self->entries[section]->len)
    return NULL;

  return lockstep_entry_from_json (g_ptr_array_index (self->entries[section], index));
}

const LockstepEntry *
lockstep_catalog_lookup (const LockstepCatalog *self, LockstepSection section, const char *id)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && section < LOCKSTEP_N_SECTIONS && id != NULL, NULL);

  key = make_key (section, id);

  return lockstep_entry_from_json (g_hash_table_lookup (self->ids[section], key));
}

const LockstepEntry *
lockstep_catalog_lookup_condition (const LockstepCatalog *self, gint64 number)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (number < 1 || number > G_MAXINT)
    return NULL;

  return g_hash_table_lookup (self->lexicon->numbers, GINT_TO_POINTER ((gint) number));
}

const LockstepLexicon *
lockstep_catalog_get_lexicon (const LockstepCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lexicon;
}
