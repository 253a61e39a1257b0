/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/scene.h"

#include "base/error.h"
#include "base/json.h"
#include "base/text.h"

#define MAX_OBSERVATIONS 256

LockstepScene *
lockstep_scene_new (gint64 started)
{
  LockstepScene *self = g_new0 (LockstepScene, 1);

  g_atomic_ref_count_init (&self->references);
  self->started = started;
  self->facts = lockstep_fact_set_new ();
  self->observations = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_observation_unref);

  return self;
}

LockstepScene *
lockstep_scene_copy (const LockstepScene *self)
{
  LockstepScene *copy = lockstep_scene_new (self->started);

  copy->duration = self->duration;
  lockstep_fact_set_merge (copy->facts, self->facts);
  for (guint i = 0; i < self->observations->len; i++)
    g_ptr_array_add (copy->observations,
                     lockstep_observation_ref (g_ptr_array_index (self->observations, i)));

  return copy;
}

LockstepScene *
lockstep_scene_ref (LockstepScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
lockstep_scene_unref (LockstepScene *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  lockstep_fact_set_unref (self->facts);
  g_ptr_array_unref (self->observations);
  g_free (self);
}

static gboolean
is_same (const LockstepObservation *a, const LockstepObservation *b)
{
  /* The first look at a name has no address yet; what follows takes its place. */
  return a->role == b->role && a->port == b->port && g_strcmp0 (a->host, b->host) == 0 &&
         (a->address == NULL || g_strcmp0 (a->address, b->address) == 0);
}

void
lockstep_scene_put (LockstepScene *self, LockstepObservation *observation)
{
  g_return_if_fail (self != NULL && observation != NULL);

  for (guint i = 0; i < self->observations->len; i++)
    if (is_same (g_ptr_array_index (self->observations, i), observation))
      {
        lockstep_observation_unref (g_ptr_array_index (self->observations, i));
        self->observations->pdata[i] = lockstep_observation_ref (observation);
        return;
      }

  g_ptr_array_add (self->observations, lockstep_observation_ref (observation));
}

const LockstepObservation *
lockstep_scene_get (const LockstepScene *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->observations->len ? g_ptr_array_index (self->observations, index) : NULL;
}

JsonNode *
lockstep_scene_to_json (const LockstepScene *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *observations = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *started = lockstep_text_iso (self->started);

  json_object_set_string_member (object, "started", started);
  json_object_set_int_member (object, "duration", self->duration);
  json_object_set_object_member (object, "facts", lockstep_fact_set_to_json (self->facts, NULL));
  for (guint i = 0; i < self->observations->len; i++)
    json_array_add_element (observations,
                            lockstep_observation_to_json (lockstep_scene_get (self, i)));
  json_object_set_array_member (object, "observations", observations);
  json_node_take_object (node, object);

  return node;
}

static gboolean
read_observations (LockstepScene *self, JsonArray *array, GError **error)
{
  if (json_array_get_length (array) > MAX_OBSERVATIONS)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_LIMIT,
                   "scene.observations: more than %d",
                   MAX_OBSERVATIONS);
      return FALSE;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("scene.observations[%u]", i);
      g_autoptr (LockstepObservation) observation =
          lockstep_observation_from_json (json_array_get_element (array, i), place, error);

      if (observation == NULL)
        return FALSE;
      g_ptr_array_add (self->observations, g_steal_pointer (&observation));
    }

  return TRUE;
}

LockstepScene *
lockstep_scene_from_json (JsonNode *node, GError **error)
{
  g_autoptr (LockstepScene) self = NULL;
  JsonObject *object;
  JsonObject *facts;
  JsonArray *observations;
  const char *started;
  gint64 unix_time;

  g_return_val_if_fail (node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_MEMBER, "scene: an object is required");
      return NULL;
    }

  object = json_node_get_object (node);
  started = lockstep_json_string (object, "started", "scene", error);
  if (started == NULL)
    return NULL;
  if (!lockstep_text_read_iso (started, &unix_time))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_MEMBER,
                   "scene.started: a time is required");
      return NULL;
    }

  self = lockstep_scene_new (unix_time);
  facts = lockstep_json_object (object, "facts", "scene", error);
  observations =
      facts != NULL ? lockstep_json_array (object, "observations", "scene", error) : NULL;
  if (observations == NULL ||
      !lockstep_json_int (object, "duration", "scene", &self->duration, error))
    return NULL;

  lockstep_fact_set_unref (self->facts);
  self->facts = lockstep_fact_set_from_json (facts, "scene.facts", error);
  if (self->facts == NULL || !read_observations (self, observations, error))
    return NULL;

  return g_steal_pointer (&self);
}
