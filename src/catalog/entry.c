/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/entry.h"

#include <glib/gi18n-lib.h>

JsonNode *
lockstep_entry_get_node (const LockstepEntry *self, const char *member)
{
  g_return_val_if_fail (self != NULL && member != NULL, NULL);

  return json_object_get_member (lockstep_entry_to_json (self), member);
}

static const char *
node_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/* gettext answers the empty text with the header of the translation. */
static const char *
translate (const char *text)
{
  if (text == NULL || *text == '\0')
    return text;

  return g_dgettext (GETTEXT_PACKAGE, text);
}

static JsonNode *
nth_node (const LockstepEntry *self, const char *member, guint index)
{
  JsonNode *node = lockstep_entry_get_node (self, member);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  if (index >= json_array_get_length (array))
    return NULL;

  return json_array_get_element (array, index);
}

const char *
lockstep_entry_id (const LockstepEntry *self)
{
  return lockstep_entry_string (self, "id");
}

gboolean
lockstep_entry_has (const LockstepEntry *self, const char *member)
{
  return lockstep_entry_get_node (self, member) != NULL;
}

const char *
lockstep_entry_text (const LockstepEntry *self, const char *member)
{
  return translate (lockstep_entry_string (self, member));
}

const char *
lockstep_entry_string (const LockstepEntry *self, const char *member)
{
  return node_string (lockstep_entry_get_node (self, member));
}

gint64
lockstep_entry_integer (const LockstepEntry *self, const char *member, gint64 fallback)
{
  JsonNode *node = lockstep_entry_get_node (self, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return fallback;

  return json_node_get_int (node);
}

gboolean
lockstep_entry_boolean (const LockstepEntry *self, const char *member)
{
  JsonNode *node = lockstep_entry_get_node (self, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

const LockstepEntry *
lockstep_entry_object (const LockstepEntry *self, const char *member)
{
  JsonNode *node = lockstep_entry_get_node (self, member);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  return lockstep_entry_from_json (json_node_get_object (node));
}

guint
lockstep_entry_length (const LockstepEntry *self, const char *member)
{
  JsonNode *node = lockstep_entry_get_node (self, member);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return 0;

  return json_array_get_length (json_node_get_array (node));
}

const LockstepEntry *
lockstep_entry_nth (const LockstepEntry *self, const char *member, guint index)
{
  JsonNode *node = nth_node (self, member, index);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  return lockstep_entry_from_json (json_node_get_object (node));
}

const char *
lockstep_entry_nth_string (const LockstepEntry *self, const char *member, guint index)
{
  return node_string (nth_node (self, member, index));
}

const char *
lockstep_entry_nth_text (const LockstepEntry *self, const char *member, guint index)
{
  return translate (lockstep_entry_nth_string (self, member, index));
}
