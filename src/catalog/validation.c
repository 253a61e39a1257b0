/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/validation.h"

#include "base/error.h"
#include "catalog/entry.h"
#include "facts/fact.h"

#include <string.h>

static gboolean check_members (LockstepValidation *self,
                               const LockstepMember *members,
                               JsonNode *node,
                               GError **error);

gboolean
lockstep_validation_fail (LockstepValidation *self, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autofree char *entry = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (self->id != NULL)
    entry = g_strdup_printf ("%s \"%s\"", lockstep_section_to_string (self->section), self->id);
  else
    entry = g_strdup_printf ("%s[%u]", lockstep_section_to_string (self->section), self->index);

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_MEMBER,
               "%s: %s: %s%s%s",
               self->name,
               entry,
               self->path->str,
               self->path->len > 0 ? ": " : "",
               what);
  return FALSE;
}

gsize
lockstep_validation_enter (LockstepValidation *self, const char *member, guint index)
{
  gsize mark = self->path->len;

  if (member == NULL)
    g_string_append_printf (self->path, "[%u]", index);
  else if (mark == 0)
    g_string_append (self->path, member);
  else
    g_string_append_printf (self->path, ".%s", member);

  return mark;
}

void
lockstep_validation_leave (LockstepValidation *self, gsize mark)
{
  g_string_truncate (self->path, mark);
}

char *
lockstep_validation_make_key (LockstepSection section, const char *id)
{
  return section == LOCKSTEP_SECTION_MESSAGES ? g_ascii_strup (id, -1) : g_strdup (id);
}

static gboolean
check_places (LockstepValidation *self, LockstepPlaces allowed, const char *text, GError **error)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      g_autofree char *place = NULL;
      const char *end;

      if (*at != '{' && *at != '}')
        continue;

      if (at[1] == *at)
        {
          at++;
          continue;
        }

      end = *at == '{' ? strpbrk (at + 1, "{}") : NULL;
      if (end == NULL || *end != '}')
        return lockstep_validation_fail (self,
                                         error,
                                         "a brace stands alone; write it twice for itself");

      place = g_strndup (at + 1, end - at - 1);
      if (!lockstep_format_has_place (place, allowed))
        return lockstep_validation_fail (self, error, "there is no place {%s} here", place);

      at = end;
    }

  return TRUE;
}

static gboolean
check_word (LockstepValidation *self, const char *words, const char *word, GError **error)
{
  g_auto (GStrv) known = g_strsplit (words, " ", -1);
  g_autofree char *list = NULL;

  if (g_strv_contains ((const char *const *) known, word))
    return TRUE;

  list = g_strjoinv (", ", known);
  return lockstep_validation_fail (self, error, "\"%s\" is none of %s", word, list);
}

static gboolean
check_reference (LockstepValidation *self, LockstepSection section, const char *id, GError **error)
{
  g_autofree char *key = lockstep_validation_make_key (section, id);

  if (g_hash_table_contains (self->ids[section], key))
    return TRUE;

  return lockstep_validation_fail (self,
                                   error,
                                   "there is no %s \"%s\"",
                                   lockstep_format_get_noun (section),
                                   id);
}

static gboolean
check_string (LockstepValidation *self,
              const LockstepMember *member,
              JsonNode *node,
              GError **error)
{
  LockstepFact fact;
  const char *string;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return lockstep_validation_fail (self, error, "a string is required");

  string = json_node_get_string (node);
  if (*string == '\0' &&
      ((member->flags & LOCKSTEP_MEMBER_EMPTY) == 0 || (member->flags & LOCKSTEP_MEMBER_LIST) != 0))
    return lockstep_validation_fail (self, error, "it may not be empty");

  if (member->kind == LOCKSTEP_MEMBER_WORD)
    return check_word (self, member->words, string, error);

  if (member->kind == LOCKSTEP_MEMBER_REFERENCE)
    return check_reference (self, member->section, string, error);

  if (member->kind == LOCKSTEP_MEMBER_FACT)
    return lockstep_fact_from_path (string, &fact) ||
           lockstep_validation_fail (self, error, "there is no fact \"%s\"", string);

  if (member->kind == LOCKSTEP_MEMBER_TEXT || member->places != LOCKSTEP_PLACES_NONE)
    return check_places (self, member->places, string, error);

  return TRUE;
}

static gboolean
check_integer (LockstepValidation *self,
               const LockstepMember *member,
               JsonNode *node,
               GError **error)
{
  gint64 value;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return lockstep_validation_fail (self, error, "a whole number is required");

  value = json_node_get_int (node);
  if (value < member->minimum || value > member->maximum)
    return lockstep_validation_fail (self,
                                     error,
                                     "%" G_GINT64_FORMAT " is not within %" G_GINT64_FORMAT
                                     " to %" G_GINT64_FORMAT,
                                     value,
                                     member->minimum,
                                     member->maximum);

  return TRUE;
}

static gboolean
check_boolean (LockstepValidation *self, JsonNode *node, GError **error)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return TRUE;

  return lockstep_validation_fail (self, error, "true or false is required");
}

static gboolean
check_map (LockstepValidation *self, const LockstepMember *member, JsonNode *node, GError **error)
{
  g_autoptr (GList) names = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return lockstep_validation_fail (self, error, "an object is required");

  names = json_object_get_members (json_node_get_object (node));
  if (names == NULL)
    return lockstep_validation_fail (self, error, "it may not be empty");

  for (GList *name = names; name != NULL; name = name->next)
    {
      gsize mark = lockstep_validation_enter (self, name->data, 0);

      if (!check_members (self,
                          member->members,
                          json_object_get_member (json_node_get_object (node), name->data),
                          error))
        return FALSE;

      lockstep_validation_leave (self, mark);
    }

  return TRUE;
}

static gboolean
check_value (LockstepValidation *self, const LockstepMember *member, JsonNode *node, GError **error)
{
  switch (member->kind)
    {
    case LOCKSTEP_MEMBER_INTEGER:
      return check_integer (self, member, node, error);

    case LOCKSTEP_MEMBER_BOOLEAN:
      return check_boolean (self, node, error);

    case LOCKSTEP_MEMBER_OBJECT:
      return check_members (self, member->members, node, error);

    case LOCKSTEP_MEMBER_MAP:
      return check_map (self, member, node, error);

    case LOCKSTEP_MEMBER_WHEN:
      return lockstep_validation_check_when (self, node, error);

    case LOCKSTEP_MEMBER_STRING:
    case LOCKSTEP_MEMBER_TEXT:
    case LOCKSTEP_MEMBER_WORD:
    case LOCKSTEP_MEMBER_REFERENCE:
    case LOCKSTEP_MEMBER_FACT:
    default:
      return check_string (self, member, node, error);
    }
}

static gboolean
check_list (LockstepValidation *self, const LockstepMember *member, JsonNode *node, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return lockstep_validation_fail (self, error, "an array is required");

  array = json_node_get_array (node);
  if (json_array_get_length (array) == 0 && (member->flags & LOCKSTEP_MEMBER_EMPTY) == 0)
    return lockstep_validation_fail (self, error, "it may not be empty");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize mark = lockstep_validation_enter (self, NULL, i);

      if (!check_value (self, member, json_array_get_element (array, i), error))
        return FALSE;

      lockstep_validation_leave (self, mark);
    }

  return TRUE;
}

static const LockstepMember *
find_member (const LockstepMember *members, const char *name)
{
  for (const LockstepMember *member = members; member->name != NULL; member++)
    if (strcmp (member->name, name) == 0)
      return member;

  return NULL;
}

static gboolean
check_members (LockstepValidation *self,
               const LockstepMember *members,
               JsonNode *node,
               GError **error)
{
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return lockstep_validation_fail (self, error, "an object is required");

  object = json_node_get_object (node);
  for (const LockstepMember *member = members; member->name != NULL; member++)
    if ((member->flags & LOCKSTEP_MEMBER_REQUIRED) != 0 &&
        !json_object_has_member (object, member->name))
      return lockstep_validation_fail (self, error, "the member \"%s\" is missing", member->name);

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &value))
    {
      const LockstepMember *member = find_member (members, name);
      gsize mark;

      if (member == NULL)
        return lockstep_validation_fail (self, error, "there is no member \"%s\" here", name);

      mark = lockstep_validation_enter (self, name, 0);
      if ((member->flags & LOCKSTEP_MEMBER_LIST) != 0 ? !check_list (self, member, value, error)
                                                      : !check_value (self, member, value, error))
        return FALSE;

      lockstep_validation_leave (self, mark);
    }

  return TRUE;
}

/* A message finds its words in a condition, or brings its own. */
static gboolean
check_message (LockstepValidation *self, JsonObject *message, GError **error)
{
  gboolean has_base = json_object_has_member (message, "code-base");
  gboolean has_condition = json_object_has_member (message, "condition");

  if (has_base && has_condition)
    return lockstep_validation_fail (self,
                                     error,
                                     "\"code-base\" and \"condition\" exclude each other");

  if (!has_base && !has_condition &&
      (!json_object_has_member (message, "headline") ||
       !json_object_has_member (message, "meaning")))
    return lockstep_validation_fail (self,
                                     error,
                                     "without \"code-base\" and \"condition\" it needs "
                                     "\"headline\" and \"meaning\"");

  return TRUE;
}

static gboolean
check_condition (LockstepValidation *self, JsonObject *condition, GError **error)
{
  if (json_object_has_member (condition, "client") || json_object_has_member (condition, "server"))
    return TRUE;

  return lockstep_validation_fail (self, error, "\"client\" or \"server\" is required");
}

gboolean
lockstep_validation_check_entry (LockstepValidation *self, JsonNode *node, GError **error)
{
  if (!check_members (self, lockstep_format_get_members (self->section), node, error))
    return FALSE;

  if (self->section == LOCKSTEP_SECTION_MESSAGES)
    return check_message (self, json_node_get_object (node), error);

  if (self->section == LOCKSTEP_SECTION_CONDITIONS)
    return check_condition (self, json_node_get_object (node), error);

  return TRUE;
}
