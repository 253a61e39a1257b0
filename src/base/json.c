/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json.h"

#include "base/error.h"
#include "base/json-scan.h"

JsonNode *
lockstep_json_parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  if (length > LOCKSTEP_JSON_MAX_SIZE)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_LIMIT,
                   "%s: larger than %d MiB",
                   name,
                   LOCKSTEP_JSON_MAX_SIZE / (1024 * 1024));
      return NULL;
    }

  if (!lockstep_json_scan (data, length, name, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, (gssize) length, &local))
    {
      g_set_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_JSON, "%s: %s", name, local->message);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

static gboolean
read_bounded (GFile *file, GByteArray *into, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  guint8 buffer[16384];
  gssize n;

  if (stream == NULL)
    return FALSE;

  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL, error)) >
         0)
    {
      g_byte_array_append (into, buffer, (guint) n);
      if (into->len > LOCKSTEP_JSON_MAX_SIZE)
        break; /* lockstep_json_parse() says so */
    }

  return n >= 0;
}

JsonNode *
lockstep_json_load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) local = NULL;

  if (!read_bounded (file, bytes, &local))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_FILE,
                   "%s cannot be read: %s",
                   path,
                   local->message);
      return NULL;
    }

  return lockstep_json_parse (bytes->data != NULL ? (const char *) bytes->data : "",
                              bytes->len,
                              path,
                              error);
}

char *
lockstep_json_print (JsonNode *node, gboolean pretty)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, pretty);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, pretty ? "\n" : "", NULL);
}

static JsonNode *
member_of_type (JsonObject *object,
                const char *member,
                JsonNodeType type,
                const char *kind,
                const char *where,
                GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_TYPE (node) == type)
    return node;

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_MEMBER,
               "%s.%s: %s is required",
               where,
               member,
               kind);
  return NULL;
}

static JsonNode *
value_of_type (JsonObject *object,
               const char *member,
               GType type,
               const char *kind,
               const char *where,
               GError **error)
{
  JsonNode *node = member_of_type (object, member, JSON_NODE_VALUE, kind, where, error);

  if (node == NULL || json_node_get_value_type (node) == type)
    return node;

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_MEMBER,
               "%s.%s: %s is required",
               where,
               member,
               kind);
  return NULL;
}

const char *
lockstep_json_string (JsonObject *object, const char *member, const char *where, GError **error)
{
  JsonNode *node = value_of_type (object, member, G_TYPE_STRING, "a string", where, error);

  return node != NULL ? json_node_get_string (node) : NULL;
}

gboolean
lockstep_json_int (JsonObject *object,
                   const char *member,
                   const char *where,
                   gint64 *ret_value,
                   GError **error)
{
  JsonNode *node = value_of_type (object, member, G_TYPE_INT64, "an integer", where, error);

  if (node == NULL)
    return FALSE;

  *ret_value = json_node_get_int (node);
  return TRUE;
}

JsonArray *
lockstep_json_array (JsonObject *object, const char *member, const char *where, GError **error)
{
  JsonNode *node = member_of_type (object, member, JSON_NODE_ARRAY, "an array", where, error);

  return node != NULL ? json_node_get_array (node) : NULL;
}

JsonObject *
lockstep_json_object (JsonObject *object, const char *member, const char *where, GError **error)
{
  JsonNode *node = member_of_type (object, member, JSON_NODE_OBJECT, "an object", where, error);

  return node != NULL ? json_node_get_object (node) : NULL;
}

static JsonNode *
optional_value (JsonObject *object, const char *member, GType type)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    return NULL;

  return node;
}

const char *
lockstep_json_string_optional (JsonObject *object, const char *member)
{
  JsonNode *node = optional_value (object, member, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

gint64
lockstep_json_int_optional (JsonObject *object, const char *member, gint64 fallback)
{
  JsonNode *node = optional_value (object, member, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : fallback;
}
