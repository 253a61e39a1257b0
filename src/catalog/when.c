/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/rule.h"
#include "catalog/validation.h"

#include "facts/fact.h"

#include <string.h>

static gboolean check_at (LockstepValidation *self, JsonNode *node, guint depth, GError **error);

static const char *const operators[] = {
  "is", "one-of", "less-than", "more-than", "known", "same-as", NULL,
};

static gboolean
check_word_of (LockstepValidation *self, LockstepFact fact, JsonNode *node, GError **error)
{
  const LockstepFactSpec *spec = lockstep_fact_get_spec (fact);
  const char *word;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return lockstep_validation_fail (self, error, "a string is required");

  word = json_node_get_string (node);
  if (spec->type != LOCKSTEP_FACT_WORD || lockstep_fact_has_word (fact, word))
    return TRUE;

  return lockstep_validation_fail (self,
                                   error,
                                   "%s is never \"%s\"; its words are %s",
                                   spec->path,
                                   word,
                                   spec->words);
}

static gboolean
require_type (LockstepValidation *self, JsonNode *node, GType type, GError **error)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type)
    return TRUE;

  return lockstep_validation_fail (self,
                                   error,
                                   type == G_TYPE_INT64 ? "a whole number is required"
                                                        : "true or false is required");
}

static gboolean
refuse (LockstepValidation *self, const LockstepFactSpec *spec, GError **error)
{
  return lockstep_validation_fail (self, error, "%s cannot be compared so", spec->path);
}

static gboolean
check_is (LockstepValidation *self, LockstepFact fact, JsonNode *node, GError **error)
{
  const LockstepFactSpec *spec = lockstep_fact_get_spec (fact);

  switch (spec->type)
    {
    case LOCKSTEP_FACT_STRING:
    case LOCKSTEP_FACT_WORD:
      return check_word_of (self, fact, node, error);

    case LOCKSTEP_FACT_BOOLEAN:
      return require_type (self, node, G_TYPE_BOOLEAN, error);

    case LOCKSTEP_FACT_INTEGER:
      return require_type (self, node, G_TYPE_INT64, error);

    case LOCKSTEP_FACT_TIME:
    case LOCKSTEP_FACT_LIST:
    default:
      return refuse (self, spec, error);
    }
}

static gboolean
check_one_of (LockstepValidation *self, LockstepFact fact, JsonNode *node, GError **error)
{
  const LockstepFactSpec *spec = lockstep_fact_get_spec (fact);
  JsonArray *array;

  if (spec->type != LOCKSTEP_FACT_WORD && spec->type != LOCKSTEP_FACT_STRING)
    return refuse (self, spec, error);

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    return lockstep_validation_fail (self, error, "an array of words is required");

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize mark = lockstep_validation_enter (self, NULL, i);

      if (!check_word_of (self, fact, json_array_get_element (array, i), error))
        return FALSE;

      lockstep_validation_leave (self, mark);
    }

  return TRUE;
}

static gboolean
check_same_as (LockstepValidation *self, LockstepFact fact, JsonNode *node, GError **error)
{
  LockstepFact other;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
      !lockstep_fact_from_path (json_node_get_string (node), &other))
    return lockstep_validation_fail (self, error, "the path of a fact is required");

  if (lockstep_fact_get_spec (fact)->type != lockstep_fact_get_spec (other)->type)
    return lockstep_validation_fail (self,
                                     error,
                                     "%s and %s are of different kinds",
                                     lockstep_fact_get_spec (fact)->path,
                                     lockstep_fact_get_spec (other)->path);

  return TRUE;
}

static gboolean
check_operator (LockstepValidation *self,
                LockstepFact fact,
                const char *
                operator,
                JsonNode * node,
                GError **error)
{
  const LockstepFactSpec *spec = lockstep_fact_get_spec (fact);

  if (strcmp (operator, "is") == 0)
    return check_is (self, fact, node, error);

  if (strcmp (operator, "one-of") == 0)
    return check_one_of (self, fact, node, error);

  if (strcmp (operator, "same-as") == 0)
    return check_same_as (self, fact, node, error);

  if (strcmp (operator, "known") == 0)
    return require_type (self, node, G_TYPE_BOOLEAN, error);

  if (spec->type != LOCKSTEP_FACT_INTEGER)
    return refuse (self, spec, error);

  return require_type (self, node, G_TYPE_INT64, error);
}

static gboolean
check_fact (LockstepValidation *self, JsonObject *object, GError **error)
{
  JsonNode *path = json_object_get_member (object, "fact");
  LockstepFact fact;

  if (!JSON_NODE_HOLDS_VALUE (path) || json_node_get_value_type (path) != G_TYPE_STRING)
    return lockstep_validation_fail (self, error, "fact: a string is required");

  if (!lockstep_fact_from_path (json_node_get_string (path), &fact))
    return lockstep_validation_fail (self,
                                     error,
                                     "there is no fact \"%s\"",
                                     json_node_get_string (path));

  for (guint i = 0; operators[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (object, operators[i]);
      gsize mark;

      if (node == NULL)
        continue;

      if (json_object_get_size (object) != 2)
        return lockstep_validation_fail (self, error, "beside \"fact\" stands one comparison only");

      mark = lockstep_validation_enter (self, operators[i], 0);
      if (!check_operator (self, fact, operators[i], node, error))
        return FALSE;

      lockstep_validation_leave (self, mark);
      return TRUE;
    }

  return lockstep_validation_fail (self, error, "beside \"fact\" a comparison is required");
}

static gboolean
check_all (LockstepValidation *self, JsonNode *node, guint depth, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    return lockstep_validation_fail (self, error, "an array of conditions is required");

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize mark = lockstep_validation_enter (self, NULL, i);

      if (!check_at (self, json_array_get_element (array, i), depth, error))
        return FALSE;

      lockstep_validation_leave (self, mark);
    }

  return TRUE;
}

static gboolean
check_at (LockstepValidation *self, JsonNode *node, guint depth, GError **error)
{
  static const char *const single[] = { "not", "any-target", "all-targets", "sibling", NULL };
  g_autoptr (GList) names = NULL;
  const char *name;
  gboolean good;
  gsize mark;

  if (depth >= LOCKSTEP_RULE_MAX_DEPTH)
    return lockstep_validation_fail (self,
                                     error,
                                     "conditions are nested more than %d deep",
                                     LOCKSTEP_RULE_MAX_DEPTH);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return lockstep_validation_fail (self, error, "a condition is required");

  if (json_object_has_member (json_node_get_object (node), "fact"))
    return check_fact (self, json_node_get_object (node), error);

  names = json_object_get_members (json_node_get_object (node));
  if (g_list_length (names) != 1)
    return lockstep_validation_fail (self, error, "a condition has exactly one member");

  name = names->data;
  node = json_object_get_member (json_node_get_object (node), name);
  mark = lockstep_validation_enter (self, name, 0);
  if (strcmp (name, "all") == 0 || strcmp (name, "any") == 0)
    good = check_all (self, node, depth + 1, error);
  else if (g_strv_contains (single, name))
    good = check_at (self, node, depth + 1, error);
  else
    good = lockstep_validation_fail (self, error, "there is no such condition");

  if (good)
    lockstep_validation_leave (self, mark);

  return good;
}

gboolean
lockstep_validation_check_when (LockstepValidation *self, JsonNode *node, GError **error)
{
  return check_at (self, node, 0, error);
}
