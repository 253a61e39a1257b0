/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include "base/error.h"
#include "base/json.h"
#include "case/case-format.h"

#define MAX_NAME 128
#define MAX_POSITION 1000
#define MIN_TIME G_GINT64_CONSTANT (-62135596800) /* the year 1 */
#define MAX_TIME G_GINT64_CONSTANT (253402300799) /* the year 9999 */

static gboolean
refuse (GError **error, const char *member, const char *what)
{
  g_set_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_MEMBER, "%s: %s", member, what);
  return FALSE;
}

/* A member that may be absent, but not be anything else than a short string. */
static gboolean
read_string (JsonObject *object,
             const char *member,
             gsize max_length,
             char **ret_value,
             GError **error)
{
  const char *value;

  if (!json_object_has_member (object, member))
    return TRUE;

  value = lockstep_json_string (object, member, "case", error);
  if (value == NULL)
    return FALSE;
  if (strlen (value) > max_length)
    return refuse (error, member, "the text is too long");

  g_free (*ret_value);
  *ret_value = g_strdup (value);
  return TRUE;
}

static gboolean
read_time (JsonObject *object, const char *member, gint64 *ret_time, GError **error)
{
  gint64 time;

  if (!json_object_has_member (object, member))
    return TRUE;
  if (!lockstep_json_int (object, member, "case", &time, error))
    return FALSE;
  if (time < MIN_TIME || time > MAX_TIME)
    return refuse (error, member, "the time is beyond the calendar");

  *ret_time = time;
  return TRUE;
}

static gboolean
read_count (JsonObject *object, const char *member, guint *ret_count, GError **error)
{
  gint64 count;

  if (!json_object_has_member (object, member))
    return TRUE;
  if (!lockstep_json_int (object, member, "case", &count, error))
    return FALSE;
  if (count < 0 || count > MAX_POSITION)
    return refuse (error, member, "the number is not between 0 and 1000");

  *ret_count = (guint) count;
  return TRUE;
}

static gboolean
read_id (LockstepCase *self, JsonObject *object, GError **error)
{
  const char *schema = lockstep_json_string (object, "schema", "case", error);
  const char *id;

  if (schema == NULL)
    return FALSE;
  if (!g_str_equal (schema, LOCKSTEP_CASE_SCHEMA))
    return refuse (error, "case.schema", "this is no case of Lockstep, or one of a newer version");

  id = lockstep_json_string (object, "id", "case", error);
  if (id == NULL)
    return FALSE;

  /* The id becomes the name of a file. */
  if (*id == '\0' || strlen (id) > 64 ||
      strspn (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-") != strlen (id))
    return refuse (error, "case.id", "only letters, digits and hyphens can stand there");

  g_free (self->id);
  self->id = g_strdup (id);
  return TRUE;
}

static gboolean
read_symptom (LockstepCase *self, JsonObject *object, GError **error)
{
  guint match = 0;

  if (!read_string (object, "symptom", LOCKSTEP_RECOGNITION_MAX, &self->symptom, error) ||
      !read_count (object, "match", &match, error))
    return FALSE;

  lockstep_case_recognise (self);

  /* A newer catalogue may know fewer or other messages in the same text. */
  if (match < self->recognition->matches->len)
    self->match = match;

  return TRUE;
}

static gboolean
read_plan (LockstepCase *self, JsonObject *object, GError **error)
{
  JsonObject *plan = lockstep_json_object (object, "plan", "case", error);
  LockstepPlan *read;

  if (plan == NULL)
    return FALSE;

  read = lockstep_case_plan_from_json (plan, error);
  if (read == NULL)
    return FALSE;

  lockstep_plan_free (self->plan);
  self->plan = read;
  self->plan->symptom = g_strdup (self->symptom);
  return TRUE;
}

static gboolean
read_place (JsonObject *object, const char *member, LockstepPlace *place, GError **error)
{
  JsonObject *value;
  gint64 port;

  if (!json_object_has_member (object, member))
    return TRUE;

  value = lockstep_json_object (object, member, "case", error);
  if (value == NULL || !read_string (value, "host", MAX_NAME * 2, &place->host, error) ||
      !read_string (value, "address", MAX_NAME, &place->address, error) ||
      !lockstep_json_int (value, "port", member, &port, error))
    return FALSE;
  if (port < 1 || port > 65535)
    return refuse (error, member, "port is not between 1 and 65535");

  place->port = (guint16) port;
  place->role = g_strcmp0 (lockstep_json_string_optional (value, "role"), "evidence") == 0
                    ? LOCKSTEP_ROLE_EVIDENCE
                    : LOCKSTEP_ROLE_TARGET;
  return TRUE;
}

static gboolean
read_looks (LockstepCase *self, JsonObject *object, GError **error)
{
  JsonNode *complete = json_object_get_member (object, "complete");

  if (json_object_has_member (object, "scene"))
    {
      self->seen = lockstep_scene_from_json (json_object_get_member (object, "scene"), error);
      if (self->seen == NULL)
        return FALSE;
    }

  self->complete = self->seen != NULL && complete != NULL && JSON_NODE_HOLDS_VALUE (complete) &&
                   json_node_get_value_type (complete) == G_TYPE_BOOLEAN &&
                   json_node_get_boolean (complete);
  if (self->complete)
    self->whole = lockstep_scene_ref (self->seen);
  self->stopped = self->seen != NULL && !self->complete;

  if (json_object_has_member (object, "before"))
    {
      g_autoptr (LockstepScene) before =
          lockstep_scene_from_json (json_object_get_member (object, "before"), error);

      if (before == NULL)
        {
          g_prefix_error (error, "before: ");
          return FALSE;
        }
      self->before = lockstep_diagnose (self->catalog, before);
    }

  return read_string (object, "failure", LOCKSTEP_CASE_MAX_TEXT, &self->failure, error) &&
         read_place (object, "chosen", &self->chosen, error);
}

static gboolean
read_answer (LockstepCase *self, JsonNode *node, GError **error)
{
  LockstepWalkAnswer *answer;
  LockstepAnswerKind kind;
  const char *step, *name;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, "walk.answers", "only objects can stand there");

  object = json_node_get_object (node);
  step = lockstep_json_string (object, "step", "walk.answers", error);
  name = step != NULL ? lockstep_json_string (object, "answer", "walk.answers", error) : NULL;
  if (name == NULL)
    return FALSE;
  if (strlen (step) > MAX_NAME)
    return refuse (error, "walk.answers.step", "the text is too long");
  if (!lockstep_answer_kind_from_string (name, &kind))
    return refuse (error, "walk.answers.answer", "it is none of none, yes, no and cannot");

  answer = lockstep_walk_answer_new ();
  answer->kind = kind;
  g_hash_table_insert (self->answers, g_strdup (step), answer);

  return read_string (object, "note", LOCKSTEP_CASE_MAX_TEXT, &answer->note, error) &&
         read_time (object, "time", &answer->time, error);
}

static gboolean
read_walk (LockstepCase *self, JsonObject *object, GError **error)
{
  JsonObject *walk;
  JsonArray *answers;

  if (!json_object_has_member (object, "walk"))
    return TRUE;

  walk = lockstep_json_object (object, "walk", "case", error);
  answers = walk != NULL ? lockstep_json_array (walk, "answers", "walk", error) : NULL;
  if (answers == NULL)
    return FALSE;
  if (json_array_get_length (answers) > LOCKSTEP_CASE_MAX_ANSWERS)
    return refuse (error, "walk.answers", "there are more than 512");

  for (guint i = 0; i < json_array_get_length (answers); i++)
    if (!read_answer (self, json_array_get_element (answers, i), error))
      return FALSE;

  self->variant_chosen = json_object_has_member (walk, "variant");
  self->has_read_date = json_object_has_member (walk, "read-date");

  return read_count (walk, "variant", &self->variant, error) &&
         read_count (walk, "position", &self->walk_position, error) &&
         read_time (walk, "read-date", &self->read_date, error) &&
         read_time (walk, "read-at", &self->read_at, error) &&
         read_place (walk, "target", &self->walk_target, error);
}

static gboolean
read_journal (LockstepCase *self, JsonObject *object, GError **error)
{
  JsonArray *array = lockstep_json_array (object, "journal", "case", error);
  guint n = array != NULL ? json_array_get_length (array) : 0;

  if (array == NULL)
    return FALSE;
  if (n > LOCKSTEP_CASE_MAX_JOURNAL)
    return refuse (error, "case.journal", "there are more than 2000 lines");

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text;
      gint64 time = 0;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return refuse (error, "case.journal", "only objects can stand there");

      text = lockstep_json_string (json_node_get_object (node), "text", "case.journal", error);
      if (text == NULL || !read_time (json_node_get_object (node), "time", &time, error))
        return FALSE;
      g_ptr_array_add (self->journal, lockstep_journal_line_new (time, text));
    }

  return TRUE;
}

static gboolean
read_rest (LockstepCase *self, JsonObject *object, GError **error)
{
  const char *position = lockstep_json_string (object, "position", "case", error);

  if (position == NULL)
    return FALSE;
  if (!lockstep_page_from_string (position, &self->position))
    return refuse (error, "case.position", "no page has that name");

  return read_string (object, "task", MAX_NAME, &self->task, error) &&
         read_string (object, "scenario", MAX_NAME, &self->scenario, error) &&
         read_string (object, "support-number", MAX_NAME, &self->support_number, error) &&
         read_string (object, "exported", MAX_NAME * 2, &self->exported, error) &&
         read_time (object, "saved", &self->saved, error) && read_journal (self, object, error);
}

LockstepCase *
lockstep_case_from_json (LockstepCatalog *catalog, JsonNode *node, GError **error)
{
  g_autoptr (LockstepCase) self = NULL;
  JsonObject *object;

  g_return_val_if_fail (catalog != NULL && node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (error, "case", "an object is required");
      return NULL;
    }

  self = lockstep_case_new (catalog);
  object = json_node_get_object (node);
  if (!read_id (self, object, error) || !read_symptom (self, object, error) ||
      !read_plan (self, object, error) || !read_looks (self, object, error) ||
      !read_walk (self, object, error) || !read_rest (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}
