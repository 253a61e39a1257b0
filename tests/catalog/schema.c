/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/schema.h"

#include "catalog/format.h"
#include "facts/fact.h"

static JsonObject *make_members (const LockstepMember *members, JsonObject *definitions);

JsonObject *
lockstep_test_typed (const char *type)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", type);

  return object;
}

JsonNode *
lockstep_test_node (JsonObject *object)
{
  JsonNode *node = json_node_alloc ();

  json_node_init_object (node, object);
  json_object_unref (object);

  return node;
}

JsonNode *
lockstep_test_reference (const char *definition)
{
  g_autofree char *path = g_strconcat ("#/definitions/", definition, NULL);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "$ref", path);

  return lockstep_test_node (object);
}

JsonNode *
lockstep_test_strings (const char *const *strings)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);

  json_node_init_array (node, array);
  json_array_unref (array);

  return node;
}

static JsonNode *
make_words (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  JsonObject *object = lockstep_test_typed ("string");

  json_object_set_member (object, "enum", lockstep_test_strings ((const char *const *) list));

  return lockstep_test_node (object);
}

/* Every place that is allowed, as alternatives of a regular expression. */
static char *
make_places (LockstepPlaces places)
{
  static const char *const others[] = {
    "code",         "application",  "label",           "host",
    "service",      "dcm-url",      "service.start",   "service.restart",
    "target.host",  "target.port",  "target.service",  "target.address",
    "sibling.host", "sibling.port", "sibling.service", "sibling.address",
  };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *pattern = g_string_new ("^([^{}]|\\{\\{|\\}\\}");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_ptr_array_add (names, g_strdup (others[i]));

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    {
      const char *path = lockstep_fact_get_spec ((LockstepFact) i)->path;

      g_ptr_array_add (names, g_strdup (path));
      g_ptr_array_add (names, g_strconcat ("sibling.", path, NULL));
    }

  for (guint i = 0; i < names->len; i++)
    if (lockstep_format_has_place (names->pdata[i], places))
      {
        g_auto (GStrv) parts = g_strsplit (names->pdata[i], ".", -1);
        g_autofree char *escaped = g_strjoinv ("\\.", parts);

        g_string_append_printf (pattern, "|\\{%s\\}", escaped);
      }

  g_string_append (pattern, ")*$");

  return g_string_free (pattern, FALSE);
}

/* "text", "text-code-work", "string-seen-sibling-work-or-empty": one definition for each kind. */
static JsonNode *
make_string (const LockstepMember *member, JsonObject *definitions)
{
  gboolean text = member->kind == LOCKSTEP_MEMBER_TEXT;
  gboolean empty =
      (member->flags & LOCKSTEP_MEMBER_EMPTY) != 0 && (member->flags & LOCKSTEP_MEMBER_LIST) == 0;
  g_autofree char *name =
      g_strconcat (text ? "text" : "string",
                   (member->places & LOCKSTEP_PLACES_CODE) != 0 ? "-code" : "",
                   (member->places & LOCKSTEP_PLACES_SEEN) != 0 ? "-seen" : "",
                   (member->places & LOCKSTEP_PLACES_SIBLING) != 0 ? "-sibling" : "",
                   (member->places & LOCKSTEP_PLACES_WORK) != 0 ? "-work" : "",
                   empty ? "-or-empty" : "",
                   NULL);

  if (!json_object_has_member (definitions, name))
    {
      JsonObject *object = lockstep_test_typed ("string");

      if (!empty)
        json_object_set_int_member (object, "minLength", 1);

      if (text || member->places != LOCKSTEP_PLACES_NONE)
        {
          g_autofree char *pattern = make_places (member->places);

          json_object_set_string_member (object, "pattern", pattern);
        }

      json_object_set_object_member (definitions, name, object);
    }

  return lockstep_test_reference (name);
}

static JsonNode *
make_value (const LockstepMember *member, JsonObject *definitions)
{
  JsonObject *object;

  switch (member->kind)
    {
    case LOCKSTEP_MEMBER_STRING:
    case LOCKSTEP_MEMBER_TEXT:
      return make_string (member, definitions);

    case LOCKSTEP_MEMBER_WORD:
      return make_words (member->words);

    case LOCKSTEP_MEMBER_INTEGER:
      object = lockstep_test_typed ("integer");
      json_object_set_int_member (object, "minimum", member->minimum);
      json_object_set_int_member (object, "maximum", member->maximum);
      return lockstep_test_node (object);

    case LOCKSTEP_MEMBER_BOOLEAN:
      return lockstep_test_node (lockstep_test_typed ("boolean"));

    case LOCKSTEP_MEMBER_REFERENCE:
      object = lockstep_test_typed ("string");
      json_object_set_int_member (object, "minLength", 1);
      json_object_set_string_member (object,
                                     "$comment",
                                     lockstep_section_to_string (member->section));
      return lockstep_test_node (object);

    case LOCKSTEP_MEMBER_FACT:
      return lockstep_test_reference ("fact");

    case LOCKSTEP_MEMBER_OBJECT:
      return lockstep_test_node (make_members (member->members, definitions));

    case LOCKSTEP_MEMBER_MAP:
      object = lockstep_test_typed ("object");
      json_object_set_int_member (object, "minProperties", 1);
      json_object_set_object_member (object,
                                     "additionalProperties",
                                     make_members (member->members, definitions));
      return lockstep_test_node (object);

    case LOCKSTEP_MEMBER_WHEN:
    default:
      return lockstep_test_reference ("when");
    }
}

static JsonNode *
make_member (const LockstepMember *member, JsonObject *definitions)
{
  JsonObject *object;

  if ((member->flags & LOCKSTEP_MEMBER_LIST) == 0)
    return make_value (member, definitions);

  object = lockstep_test_typed ("array");
  if ((member->flags & LOCKSTEP_MEMBER_EMPTY) == 0)
    json_object_set_int_member (object, "minItems", 1);

  json_object_set_member (object, "items", make_value (member, definitions));

  return lockstep_test_node (object);
}

static JsonObject *
make_members (const LockstepMember *members, JsonObject *definitions)
{
  JsonObject *object = lockstep_test_typed ("object");
  JsonObject *properties = json_object_new ();
  g_autoptr (GPtrArray) required = g_ptr_array_new ();

  for (const LockstepMember *member = members; member->name != NULL; member++)
    {
      json_object_set_member (properties, member->name, make_member (member, definitions));
      if ((member->flags & LOCKSTEP_MEMBER_REQUIRED) != 0)
        g_ptr_array_add (required, (gpointer) member->name);
    }

  g_ptr_array_add (required, NULL);
  json_object_set_boolean_member (object, "additionalProperties", FALSE);
  json_object_set_member (object,
                          "required",
                          lockstep_test_strings ((const char *const *) required->pdata));
  json_object_set_object_member (object, "properties", properties);

  return object;
}

static JsonNode *
make_required (const char *first, const char *second)
{
  const char *names[] = { first, second, NULL };
  JsonObject *object = json_object_new ();

  json_object_set_member (object, "required", lockstep_test_strings (names));

  return lockstep_test_node (object);
}

/* What the loader checks beyond its tables: which members exclude each other. */
static void
add_alternatives (LockstepSection section, JsonObject *object)
{
  JsonArray *any = json_array_new ();

  if (section == LOCKSTEP_SECTION_MESSAGES)
    {
      json_array_add_element (any, make_required ("code-base", NULL));
      json_array_add_element (any, make_required ("condition", NULL));
      json_array_add_element (any, make_required ("headline", "meaning"));
      json_object_set_member (object, "not", make_required ("code-base", "condition"));
    }
  else
    {
      json_array_add_element (any, make_required ("client", NULL));
      json_array_add_element (any, make_required ("server", NULL));
    }

  json_object_set_array_member (object, "anyOf", any);
}

static JsonObject *
make_facts (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  JsonObject *object = lockstep_test_typed ("string");

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    g_ptr_array_add (paths, (gpointer) lockstep_fact_get_spec ((LockstepFact) i)->path);

  g_ptr_array_add (paths, NULL);
  json_object_set_member (object,
                          "enum",
                          lockstep_test_strings ((const char *const *) paths->pdata));

  return object;
}

JsonNode *
lockstep_test_make_schema (void)
{
  static const char *const required[] = { "format", NULL };
  JsonObject *root = json_object_new ();
  JsonObject *properties = json_object_new ();
  JsonObject *definitions = json_object_new ();
  JsonObject *format = json_object_new ();

  json_object_set_string_member (root, "$schema", "http://json-schema.org/draft-07/schema#");
  json_object_set_string_member (root, "title", "The catalogue of Lockstep");
  json_object_set_string_member (root,
                                 "$comment",
                                 "Made from src/catalog/format.c by the test catalog-schema");
  json_object_set_string_member (root, "type", "object");
  json_object_set_boolean_member (root, "additionalProperties", FALSE);
  json_object_set_member (root, "required", lockstep_test_strings (required));

  json_object_set_int_member (format, "const", LOCKSTEP_CATALOG_FORMAT);
  json_object_set_object_member (properties, "format", format);
  json_object_set_object_member (definitions, "fact", make_facts ());
  json_object_set_member (definitions, "when", lockstep_test_make_when ());
  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    {
      LockstepSection section = (LockstepSection) i;
      JsonObject *array = lockstep_test_typed ("array");
      JsonObject *entry = make_members (lockstep_format_get_members (section), definitions);

      if (section == LOCKSTEP_SECTION_MESSAGES || section == LOCKSTEP_SECTION_CONDITIONS)
        add_alternatives (section, entry);

      json_object_set_object_member (array, "items", entry);
      json_object_set_object_member (properties, lockstep_section_to_string (section), array);
    }

  json_object_set_object_member (root, "properties", properties);
  json_object_set_object_member (root, "definitions", definitions);

  return lockstep_test_node (root);
}
