/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/observation.h"

#include "base/error.h"
#include "base/json.h"

#define MAX_STEPS 512
#define MAX_CHAIN 64
#define MAX_CERTIFICATE (64 * 1024)

static const char *const kind_names[] = {
  "message", "alert", "change-cipher-spec", "data", "reset", "closed", "silence", "plain", NULL,
};

static const char *const source_names[] = { "sent", "system", "file", "downloaded", NULL };

static const char *const role_names[] = { "target", "evidence", NULL };

static gboolean
read_word (JsonObject *object,
           const char *member,
           const char *const *words,
           const char *where,
           guint *ret_index,
           GError **error)
{
  const char *word = lockstep_json_string (object, member, where, error);

  if (word == NULL)
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      {
        *ret_index = i;
        return TRUE;
      }

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_MEMBER,
               "%s.%s: \"%.40s\" is not known",
               where,
               member,
               word);
  return FALSE;
}

static JsonObject *
step_to_json (const LockstepStep *step)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kind_names[step->kind]);
  json_object_set_boolean_member (object, "from-server", step->from_server);
  json_object_set_string_member (object, "name", step->name);
  if (step->detail != NULL)
    json_object_set_string_member (object, "detail", step->detail);
  json_object_set_int_member (object, "at", step->at);
  json_object_set_int_member (object, "size", step->size);

  return object;
}

static LockstepStep *
step_from_json (JsonObject *object, const char *where, GError **error)
{
  guint kind;
  const char *name;
  gint64 at, size;

  if (!read_word (object, "kind", kind_names, where, &kind, error))
    return NULL;
  name = lockstep_json_string (object, "name", where, error);
  if (name == NULL || !lockstep_json_int (object, "at", where, &at, error) ||
      !lockstep_json_int (object, "size", where, &size, error))
    return NULL;

  return lockstep_step_new (
      (LockstepStepKind) kind,
      json_object_get_boolean_member_with_default (object, "from-server", FALSE),
      name,
      lockstep_json_string_optional (object, "detail"),
      at,
      (guint) CLAMP (size, 0, G_MAXINT));
}

static JsonObject *
link_to_json (const LockstepLink *link)
{
  JsonObject *object = json_object_new ();
  gsize size;
  const guchar *data = g_bytes_get_data (link->der, &size);
  g_autofree char *base64 = g_base64_encode (data, size);

  json_object_set_string_member (object, "der", base64);
  json_object_set_string_member (object, "source", source_names[link->source]);
  json_object_set_boolean_member (object, "in-path", link->in_path);

  return object;
}

static LockstepLink *
link_from_json (JsonObject *object, const char *where, GError **error)
{
  const char *base64 = lockstep_json_string (object, "der", where, error);
  g_autoptr (GBytes) der = NULL;
  guint source;
  guchar *data;
  gsize size;

  if (base64 == NULL || !read_word (object, "source", source_names, where, &source, error))
    return NULL;

  if (strlen (base64) > MAX_CERTIFICATE / 3 * 4 + 4)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_LIMIT,
                   "%s.der: larger than %d KiB",
                   where,
                   MAX_CERTIFICATE / 1024);
      return NULL;
    }

  data = g_base64_decode (base64, &size);
  der = g_bytes_new_take (data, size);

  return lockstep_link_new (der,
                            (LockstepSource) source,
                            json_object_get_boolean_member_with_default (object, "in-path", TRUE));
}

JsonNode *
lockstep_observation_to_json (const LockstepObservation *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *steps = json_array_new ();
  JsonArray *chain = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "host", self->host);
  if (self->address != NULL)
    json_object_set_string_member (object, "address", self->address);
  json_object_set_int_member (object, "port", self->port);
  if (self->service != NULL)
    json_object_set_string_member (object, "service", self->service);
  json_object_set_string_member (object, "role", role_names[self->role]);
  json_object_set_object_member (object, "facts", lockstep_fact_set_to_json (self->facts, NULL));

  for (guint i = 0; i < self->steps->len; i++)
    json_array_add_object_element (steps, step_to_json (g_ptr_array_index (self->steps, i)));
  json_object_set_array_member (object, "steps", steps);
  for (guint i = 0; i < self->chain->len; i++)
    json_array_add_object_element (chain, link_to_json (g_ptr_array_index (self->chain, i)));
  json_object_set_array_member (object, "chain", chain);
  json_node_take_object (node, object);

  return node;
}

typedef gpointer (*ReadElement) (JsonObject *object, const char *where, GError **error);

static gboolean
read_elements (JsonObject *object,
               const char *member,
               guint limit,
               ReadElement read_element,
               GPtrArray *into,
               const char *where,
               GError **error)
{
  JsonArray *array = lockstep_json_array (object, member, where, error);

  if (array == NULL)
    return FALSE;

  if (json_array_get_length (array) > limit)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_LIMIT,
                   "%s.%s: more than %u",
                   where,
                   member,
                   limit);
      return FALSE;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s[%u]", where, member, i);
      JsonNode *element = json_array_get_element (array, i);
      gpointer read;

      if (!JSON_NODE_HOLDS_OBJECT (element))
        {
          g_set_error (error,
                       LOCKSTEP_ERROR,
                       LOCKSTEP_ERROR_MEMBER,
                       "%s: an object is required",
                       place);
          return FALSE;
        }
      read = read_element (json_node_get_object (element), place, error);
      if (read == NULL)
        return FALSE;
      g_ptr_array_add (into, read);
    }

  return TRUE;
}

static gboolean
read_facts (LockstepObservation *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *place = g_strconcat (where, ".facts", NULL);
  JsonObject *facts = lockstep_json_object (object, "facts", where, error);
  LockstepFactSet *read;

  if (facts == NULL)
    return FALSE;

  read = lockstep_fact_set_from_json (facts, place, error);
  if (read == NULL)
    return FALSE;

  lockstep_fact_set_unref (self->facts);
  self->facts = read;
  return TRUE;
}

static LockstepObservation *
read_head (JsonObject *object, const char *where, GError **error)
{
  const char *host = lockstep_json_string (object, "host", where, error);
  LockstepObservation *self;
  guint role;
  gint64 port;

  if (host == NULL || !lockstep_json_int (object, "port", where, &port, error) ||
      !read_word (object, "role", role_names, where, &role, error))
    return NULL;

  if (port < 1 || port > 65535)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_MEMBER,
                   "%s.port: ports go from 1 to 65535",
                   where);
      return NULL;
    }

  self = lockstep_observation_new (host,
                                   (guint16) port,
                                   lockstep_json_string_optional (object, "service"),
                                   (LockstepRole) role);
  self->address = g_strdup (lockstep_json_string_optional (object, "address"));

  return self;
}

LockstepObservation *
lockstep_observation_from_json (JsonNode *node, const char *where, GError **error)
{
  g_autoptr (LockstepObservation) self = NULL;
  JsonObject *object;

  g_return_val_if_fail (node != NULL && where != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_MEMBER,
                   "%s: an object is required",
                   where);
      return NULL;
    }

  object = json_node_get_object (node);
  self = read_head (object, where, error);
  if (self == NULL || !read_facts (self, object, where, error) ||
      !read_elements (object,
                      "steps",
                      MAX_STEPS,
                      (ReadElement) step_from_json,
                      self->steps,
                      where,
                      error) ||
      !read_elements (object,
                      "chain",
                      MAX_CHAIN,
                      (ReadElement) link_from_json,
                      self->chain,
                      where,
                      error))
    return NULL;

  return g_steal_pointer (&self);
}
