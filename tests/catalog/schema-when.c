/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/schema.h"

#include "facts/fact.h"

/* An object with exactly these two members; @second_name may be NULL. */
static JsonNode *
make_pair (const char *first_name, JsonNode *first, const char *second_name, JsonNode *second)
{
  const char *names[] = { first_name, second_name, NULL };
  JsonObject *object = lockstep_test_typed ("object");
  JsonObject *properties = json_object_new ();

  json_object_set_member (properties, first_name, first);
  if (second_name != NULL)
    json_object_set_member (properties, second_name, second);

  json_object_set_boolean_member (object, "additionalProperties", FALSE);
  json_object_set_member (object, "required", lockstep_test_strings (names));
  json_object_set_object_member (object, "properties", properties);

  return lockstep_test_node (object);
}

static JsonNode *
make_list (JsonNode *items)
{
  JsonObject *array = lockstep_test_typed ("array");

  json_object_set_int_member (array, "minItems", 1);
  json_object_set_member (array, "items", items);

  return lockstep_test_node (array);
}

static JsonNode *
make_enum (const char *const *words)
{
  JsonObject *object = lockstep_test_typed ("string");

  json_object_set_member (object, "enum", lockstep_test_strings (words));

  return lockstep_test_node (object);
}

static JsonNode *
make_paths (LockstepFactType type)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    if (lockstep_fact_get_spec ((LockstepFact) i)->type == type)
      g_ptr_array_add (paths, (gpointer) lockstep_fact_get_spec ((LockstepFact) i)->path);

  g_ptr_array_add (paths, NULL);

  return make_enum ((const char *const *) paths->pdata);
}

static JsonNode *
make_type (const char *type)
{
  return lockstep_test_node (lockstep_test_typed (type));
}

static void
add_words (JsonArray *any, const LockstepFactSpec *spec)
{
  const char *const path[] = { spec->path, NULL };
  g_auto (GStrv) words = g_strsplit (spec->words, " ", -1);
  const char *const *list = (const char *const *) words;

  json_array_add_element (any, make_pair ("fact", make_enum (path), "is", make_enum (list)));
  json_array_add_element (
      any,
      make_pair ("fact", make_enum (path), "one-of", make_list (make_enum (list))));
}

static void
add_comparisons (JsonArray *any)
{
  const LockstepFactType text = LOCKSTEP_FACT_STRING;
  const LockstepFactType number = LOCKSTEP_FACT_INTEGER;

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    if (lockstep_fact_get_spec ((LockstepFact) i)->type == LOCKSTEP_FACT_WORD)
      add_words (any, lockstep_fact_get_spec ((LockstepFact) i));

  json_array_add_element (any, make_pair ("fact", make_paths (text), "is", make_type ("string")));
  json_array_add_element (
      any,
      make_pair ("fact", make_paths (text), "one-of", make_list (make_type ("string"))));
  json_array_add_element (
      any,
      make_pair ("fact", make_paths (LOCKSTEP_FACT_BOOLEAN), "is", make_type ("boolean")));
  json_array_add_element (any,
                          make_pair ("fact", make_paths (number), "is", make_type ("integer")));
  json_array_add_element (
      any,
      make_pair ("fact", make_paths (number), "less-than", make_type ("integer")));
  json_array_add_element (
      any,
      make_pair ("fact", make_paths (number), "more-than", make_type ("integer")));
  json_array_add_element (
      any,
      make_pair ("fact", lockstep_test_reference ("fact"), "known", make_type ("boolean")));
  json_array_add_element (any,
                          make_pair ("fact",
                                     lockstep_test_reference ("fact"),
                                     "same-as",
                                     lockstep_test_reference ("fact")));
}

JsonNode *
lockstep_test_make_when (void)
{
  static const char *const lists[] = { "all", "any" };
  static const char *const singles[] = { "not", "any-target", "all-targets", "sibling" };
  JsonObject *object = json_object_new ();
  JsonArray *any = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    json_array_add_element (
        any,
        make_pair (lists[i], make_list (lockstep_test_reference ("when")), NULL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (singles); i++)
    json_array_add_element (any,
                            make_pair (singles[i], lockstep_test_reference ("when"), NULL, NULL));

  add_comparisons (any);
  json_object_set_array_member (object, "anyOf", any);

  return lockstep_test_node (object);
}
