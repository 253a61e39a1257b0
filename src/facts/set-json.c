/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/set.h"

#include "base/error.h"
#include "base/text.h"

static JsonNode *
list_to_json (const char *const *list)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; list[i] != NULL; i++)
    json_array_add_string_element (array, list[i]);
  json_node_take_array (node, array);

  return node;
}

static JsonNode *
value_to_json (const LockstepFactSet *self, LockstepFact fact)
{
  JsonNode *node = json_node_alloc ();
  g_autofree char *time = NULL;

  switch (lockstep_fact_get_spec (fact)->type)
    {
    case LOCKSTEP_FACT_BOOLEAN:
      return json_node_init_boolean (node, lockstep_fact_set_get_boolean (self, fact));
    case LOCKSTEP_FACT_INTEGER:
      return json_node_init_int (node, lockstep_fact_set_get_integer (self, fact));
    case LOCKSTEP_FACT_TIME:
      time = lockstep_text_iso (lockstep_fact_set_get_time (self, fact));
      return json_node_init_string (node, time);
    case LOCKSTEP_FACT_LIST:
      json_node_unref (node);
      return list_to_json (lockstep_fact_set_get_list (self, fact));
    case LOCKSTEP_FACT_STRING:
    case LOCKSTEP_FACT_WORD:
    default:
      return json_node_init_string (node, lockstep_fact_set_get_string (self, fact));
    }
}

JsonObject *
lockstep_fact_set_to_json (const LockstepFactSet *self, const char *prefix)
{
  JsonObject *object = json_object_new ();
  gsize length = prefix != NULL ? strlen (prefix) : 0;

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    {
      const LockstepFactSpec *spec = lockstep_fact_get_spec ((LockstepFact) i);
      const char *member = spec->path;

      if (!lockstep_fact_set_has (self, (LockstepFact) i))
        continue;
      if (prefix == NULL && spec->scope == LOCKSTEP_FACT_DERIVED)
        continue;
      if (prefix != NULL && (!g_str_has_prefix (member, prefix) || member[length] != '.'))
        continue;

      json_object_set_member (object,
                              prefix != NULL ? member + length + 1 : member,
                              value_to_json (self, (LockstepFact) i));
    }

  return object;
}

static gboolean
set_list (LockstepFactSet *self, LockstepFact fact, JsonArray *array)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return FALSE;
      g_ptr_array_add (list, (gpointer) json_node_get_string (element));
    }
  g_ptr_array_add (list, NULL);
  lockstep_fact_set_list (self, fact, (const char *const *) list->pdata);

  return TRUE;
}

static gboolean
set_string (LockstepFactSet *self, LockstepFact fact, LockstepFactType type, const char *string)
{
  gint64 time;

  if (type == LOCKSTEP_FACT_STRING)
    lockstep_fact_set_string (self, fact, string);
  else if (type == LOCKSTEP_FACT_WORD && lockstep_fact_has_word (fact, string))
    lockstep_fact_set_word (self, fact, string);
  else if (type == LOCKSTEP_FACT_TIME && lockstep_text_read_iso (string, &time))
    lockstep_fact_set_time (self, fact, time);
  else
    return FALSE;

  return TRUE;
}

static gboolean
set_value (LockstepFactSet *self, LockstepFact fact, JsonNode *node)
{
  LockstepFactType type = lockstep_fact_get_spec (fact)->type;
  GType held = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == LOCKSTEP_FACT_LIST)
    return JSON_NODE_HOLDS_ARRAY (node) && set_list (self, fact, json_node_get_array (node));

  if (held == G_TYPE_STRING)
    return set_string (self, fact, type, json_node_get_string (node));

  if (type == LOCKSTEP_FACT_BOOLEAN && held == G_TYPE_BOOLEAN)
    lockstep_fact_set_boolean (self, fact, json_node_get_boolean (node));
  else if (type == LOCKSTEP_FACT_INTEGER && held == G_TYPE_INT64)
    lockstep_fact_set_integer (self, fact, json_node_get_int (node));
  else
    return FALSE;

  return TRUE;
}

LockstepFactSet *
lockstep_fact_set_from_json (JsonObject *object, const char *where, GError **error)
{
  g_autoptr (LockstepFactSet) self = lockstep_fact_set_new ();
  JsonObjectIter iter;
  const char *path;
  JsonNode *node;

  g_return_val_if_fail (object != NULL && where != NULL, NULL);

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &path, &node))
    {
      LockstepFact fact;

      if (!lockstep_fact_from_path (path, &fact) ||
          lockstep_fact_get_spec (fact)->scope == LOCKSTEP_FACT_DERIVED)
        continue;

      if (!set_value (self, fact, node))
        {
          g_set_error (error,
                       LOCKSTEP_ERROR,
                       LOCKSTEP_ERROR_MEMBER,
                       "%s.%s: not a value that this fact can have",
                       where,
                       path);
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}
