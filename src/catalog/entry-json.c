/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/entry.h"

#include <string.h>

G_STATIC_ASSERT (sizeof (LockstepEntry) == 16);

/* The block: the values, and the strings behind them. */
typedef struct
{
  LockstepEntry *values;
  gsize n_values;
  char *strings;
  gsize n_bytes;
} Block;

/* Counts what @node takes, itself not: its place belongs to what it stands in. */
static void
count (Block *block, JsonNode *node)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *inner;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &inner))
        {
          block->n_values++;
          block->n_bytes += strlen (name) + 1;
          count (block, inner);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      block->n_values += json_array_get_length (array);
      for (guint i = 0; i < json_array_get_length (array); i++)
        count (block, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    block->n_bytes += strlen (json_node_get_string (node)) + 1;
}

static gint64
get_distance (const LockstepEntry *value, gconstpointer to)
{
  return (const char *) to - (const char *) value;
}

static const char *
add_string (Block *block, const char *string)
{
  gsize size = strlen (string) + 1;
  char *copy = memcpy (block->strings + block->n_bytes, string, size);

  block->n_bytes += size;

  return copy;
}

static LockstepEntry *
add_values (Block *block, LockstepEntry *to, guint length)
{
  LockstepEntry *first = block->values + block->n_values;

  to->length = length;
  to->content = get_distance (to, first);
  block->n_values += length;

  return first;
}

static void
fill_scalar (Block *block, LockstepEntry *value, JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  value->kind = LOCKSTEP_VALUE_OTHER;
  if (type == G_TYPE_STRING)
    {
      value->kind = LOCKSTEP_VALUE_STRING;
      value->content = get_distance (value, add_string (block, json_node_get_string (node)));
    }
  else if (type == G_TYPE_INT64)
    {
      value->kind = LOCKSTEP_VALUE_INTEGER;
      value->content = json_node_get_int (node);
    }
  else if (type == G_TYPE_BOOLEAN)
    {
      value->kind = LOCKSTEP_VALUE_BOOLEAN;
      value->content = json_node_get_boolean (node);
    }
}

static void
fill (Block *block, LockstepEntry *value, JsonNode *node)
{
  LockstepEntry *inside;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonObjectIter iter;
      const char *name;
      JsonNode *inner;

      value->kind = LOCKSTEP_VALUE_OBJECT;
      inside = add_values (block, value, json_object_get_size (object));
      json_object_iter_init_ordered (&iter, object);
      for (; json_object_iter_next_ordered (&iter, &name, &inner); inside++)
        {
          inside->name = (gint32) get_distance (inside, add_string (block, name));
          fill (block, inside, inner);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      value->kind = LOCKSTEP_VALUE_ARRAY;
      inside = add_values (block, value, json_array_get_length (array));
      for (guint i = 0; i < json_array_get_length (array); i++)
        fill (block, inside + i, json_array_get_element (array, i));
    }
  else
    fill_scalar (block, value, node);
}

LockstepEntry *
lockstep_entry_new_from_json (JsonNode *node)
{
  Block block = { .n_values = 1 };
  LockstepEntry *self;

  g_return_val_if_fail (node != NULL, NULL);

  /* A text of at most LOCKSTEP_JSON_MAX_SIZE has less than half as many values as bytes: no
   * distance comes near what a name has room for. */
  count (&block, node);
  self = g_malloc0 (block.n_values * sizeof *self + block.n_bytes);
  block = (Block){ self, 1, (char *) (self + block.n_values), 0 };
  fill (&block, self, node);

  return self;
}

static JsonNode *
object_to_json (const LockstepEntry *self)
{
  JsonNode *node = json_node_alloc ();
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < self->length; i++)
    {
      const LockstepEntry *inner = lockstep_entry_get_inner (self, i);

      json_object_set_member (object,
                              lockstep_entry_get_name (inner),
                              lockstep_entry_to_json (inner));
    }

  json_node_init_object (node, object);
  json_object_unref (object);

  return node;
}

static JsonNode *
array_to_json (const LockstepEntry *self)
{
  JsonNode *node = json_node_alloc ();
  JsonArray *array = json_array_sized_new (self->length);

  for (guint i = 0; i < self->length; i++)
    json_array_add_element (array, lockstep_entry_to_json (lockstep_entry_get_inner (self, i)));

  json_node_init_array (node, array);
  json_array_unref (array);

  return node;
}

JsonNode *
lockstep_entry_to_json (const LockstepEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch ((LockstepValueKind) self->kind)
    {
    case LOCKSTEP_VALUE_STRING:
      return json_node_init_string (json_node_alloc (), lockstep_entry_get_string (self));

    case LOCKSTEP_VALUE_INTEGER:
      return json_node_init_int (json_node_alloc (), self->content);

    case LOCKSTEP_VALUE_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), self->content != 0);

    case LOCKSTEP_VALUE_OBJECT:
      return object_to_json (self);

    case LOCKSTEP_VALUE_ARRAY:
      return array_to_json (self);

    case LOCKSTEP_VALUE_OTHER:
    default:
      return json_node_init_null (json_node_alloc ());
    }
}
