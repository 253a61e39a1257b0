/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include "case/case-format.h"

static void
set_string (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
}

static void
write_place (JsonObject *object, const char *member, const LockstepPlace *place)
{
  JsonObject *value;

  if (place->host == NULL)
    return;

  value = json_object_new ();
  json_object_set_string_member (value, "host", place->host);
  set_string (value, "address", place->address);
  json_object_set_int_member (value, "port", place->port);
  json_object_set_string_member (value,
                                 "role",
                                 place->role == LOCKSTEP_ROLE_TARGET ? "target" : "evidence");
  json_object_set_object_member (object, member, value);
}

static JsonArray *
write_answers (LockstepCase *self)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GList) keys =
      g_list_sort (g_hash_table_get_keys (self->answers), (GCompareFunc) strcmp);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      const LockstepWalkAnswer *answer = g_hash_table_lookup (self->answers, l->data);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "step", l->data);
      json_object_set_string_member (object,
                                     "answer",
                                     lockstep_answer_kind_to_string (answer->kind));
      set_string (object, "note", answer->note);
      json_object_set_int_member (object, "time", answer->time);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
write_walk (LockstepCase *self)
{
  JsonObject *object = json_object_new ();

  if (self->variant_chosen)
    json_object_set_int_member (object, "variant", self->variant);
  json_object_set_int_member (object, "position", self->walk_position);
  json_object_set_array_member (object, "answers", write_answers (self));
  if (self->has_read_date)
    {
      json_object_set_int_member (object, "read-date", self->read_date);
      json_object_set_int_member (object, "read-at", self->read_at);
    }
  write_place (object, "target", &self->walk_target);

  return object;
}

static JsonArray *
write_journal (LockstepCase *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->journal->len; i++)
    {
      const LockstepJournalLine *line = g_ptr_array_index (self->journal, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "time", line->time);
      json_object_set_string_member (object, "text", line->text);
      json_array_add_object_element (array, object);
    }

  return array;
}

/* What a list of cases shows, so that it need not judge five hundred of them. */
static JsonObject *
write_summary (LockstepCase *self)
{
  JsonObject *object = json_object_new ();
  LockstepStepState state;
  g_autofree char *title = lockstep_case_dup_title (self);
  g_autofree char *standing = lockstep_case_dup_standing (self, &state);

  json_object_set_string_member (object, "title", title);
  json_object_set_string_member (object, "standing", standing);
  json_object_set_string_member (object, "state", lockstep_state_to_string (state));

  return object;
}

static void
write_looks (LockstepCase *self, JsonObject *object)
{
  if (self->seen != NULL)
    json_object_set_member (object, "scene", lockstep_scene_to_json (self->seen));
  if (self->seen != NULL)
    json_object_set_boolean_member (object, "complete", self->complete);
  if (self->before != NULL)
    json_object_set_member (object, "before", lockstep_scene_to_json (self->before->scene));
  set_string (object, "failure", self->failure);
  write_place (object, "chosen", &self->chosen);
}

JsonNode *
lockstep_case_to_json (LockstepCase *self)
{
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "schema", LOCKSTEP_CASE_SCHEMA);
  json_object_set_string_member (object, "id", self->id);
  json_object_set_object_member (object, "summary", write_summary (self));
  set_string (object, "symptom", self->symptom);
  json_object_set_int_member (object, "match", self->match);
  json_object_set_member (object, "plan", lockstep_case_plan_to_json (self->plan));
  set_string (object, "task", self->task);
  write_looks (self, object);
  json_object_set_object_member (object, "walk", write_walk (self));
  json_object_set_string_member (object, "position", lockstep_page_to_string (self->position));
  set_string (object, "scenario", self->scenario);
  set_string (object, "support-number", self->support_number);
  set_string (object, "exported", self->exported);
  json_object_set_array_member (object, "journal", write_journal (self));
  json_object_set_int_member (object, "saved", self->saved);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}
