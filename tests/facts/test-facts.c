/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "facts/scene.h"

static void
test_table (void)
{
  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    {
      const LockstepFactSpec *spec = lockstep_fact_get_spec ((LockstepFact) i);
      LockstepFact found;

      g_assert_nonnull (spec->path);
      g_assert_nonnull (spec->meaning);
      g_assert_true (lockstep_fact_from_path (spec->path, &found));
      /* Two facts with one path would be found as the first of them. */
      g_assert_cmpuint (found, ==, i);
      g_assert_cmpint (spec->type == LOCKSTEP_FACT_WORD, ==, spec->words != NULL);
    }
}

static void
fill (LockstepFactSet *facts, LockstepFactScope scope)
{
  static const char *const list[] = { "a", "b", NULL };

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    {
      LockstepFact fact = (LockstepFact) i;
      const LockstepFactSpec *spec = lockstep_fact_get_spec (fact);
      g_auto (GStrv) words = spec->words != NULL ? g_strsplit (spec->words, " ", -1) : NULL;

      if (spec->scope != scope)
        continue;
      if (spec->type == LOCKSTEP_FACT_BOOLEAN)
        lockstep_fact_set_boolean (facts, fact, TRUE);
      else if (spec->type == LOCKSTEP_FACT_INTEGER)
        lockstep_fact_set_integer (facts, fact, (gint64) i + 1);
      else if (spec->type == LOCKSTEP_FACT_TIME)
        lockstep_fact_set_time (facts, fact, 1794225600 + i);
      else if (spec->type == LOCKSTEP_FACT_STRING)
        lockstep_fact_set_string (facts, fact, spec->path);
      else if (spec->type == LOCKSTEP_FACT_WORD)
        lockstep_fact_set_word (facts, fact, words[g_strv_length (words) - 1]);
      else
        lockstep_fact_set_list (facts, fact, list);
    }
}

static LockstepScene *
whole_scene (void)
{
  LockstepScene *scene = lockstep_scene_new (1794225600);
  g_autoptr (LockstepObservation) observation =
      lockstep_observation_new ("ibmi", 992, "telnet", LOCKSTEP_ROLE_TARGET);
  g_autoptr (GBytes) der = g_bytes_new_static ("\x30\x03\x02\x01\x05", 5);

  scene->duration = 84000;
  fill (scene->facts, LOCKSTEP_FACT_OF_CASE);
  fill (observation->facts, LOCKSTEP_FACT_OF_TARGET);
  observation->address = g_strdup ("192.0.2.7");
  g_ptr_array_add (observation->steps,
                   lockstep_step_new (LOCKSTEP_STEP_MESSAGE, FALSE, "ClientHello", NULL, 0, 300));
  g_ptr_array_add (observation->steps,
                   lockstep_step_new (LOCKSTEP_STEP_ALERT, TRUE, "internal_error", "fatal", 9, 7));
  g_ptr_array_add (observation->chain, lockstep_link_new (der, LOCKSTEP_SOURCE_FILE, TRUE));
  lockstep_scene_put (scene, observation);

  return scene;
}

static void
test_round_trip (void)
{
  g_autoptr (LockstepScene) scene = whole_scene ();
  g_autoptr (JsonNode) json = lockstep_scene_to_json (scene);
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepScene) read = lockstep_scene_from_json (json, &error);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *a = json_to_string (json, TRUE);
  g_autofree char *b = NULL;

  g_assert_no_error (error);
  again = lockstep_scene_to_json (read);
  b = json_to_string (again, TRUE);
  g_assert_cmpstr (a, ==, b);

  /* Every fact that is no derived one must have made the way. */
  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    {
      LockstepFact fact = (LockstepFact) i;
      LockstepFactScope scope = lockstep_fact_get_spec (fact)->scope;

      if (scope == LOCKSTEP_FACT_OF_CASE)
        g_assert_true (lockstep_fact_set_has (read->facts, fact));
      if (scope == LOCKSTEP_FACT_OF_TARGET)
        g_assert_true (lockstep_fact_set_has (lockstep_scene_get (read, 0)->facts, fact));
    }
}

static void
remove_member (JsonObject *object, const char *member)
{
  json_object_remove_member (object, member);
}

static void
wrong_member (JsonObject *object, const char *member)
{
  JsonObject *wrong = json_object_new ();

  json_object_set_object_member (object, member, wrong);
}

static void
test_wrong_members (void)
{
  static const char *const members[] = { "host", "port", "role", "facts", "steps", "chain" };
  void (*const spoil[]) (JsonObject *, const char *) = { remove_member, wrong_member };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    for (guint j = 0; j < G_N_ELEMENTS (spoil); j++)
      {
        g_autoptr (LockstepScene) scene = whole_scene ();
        g_autoptr (JsonNode) json = lockstep_scene_to_json (scene);
        g_autoptr (GError) error = NULL;
        g_autofree char *place = g_strdup_printf ("scene.observations[0].%s", members[i]);
        JsonArray *array =
            json_object_get_array_member (json_node_get_object (json), "observations");

        if (j == 1 && strcmp (members[i], "facts") == 0)
          continue; /* an object is what it should be */
        spoil[j](json_array_get_object_element (array, 0), members[i]);
        g_assert_null (lockstep_scene_from_json (json, &error));
        g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_MEMBER);
        g_assert_true (g_str_has_prefix (error->message, place));
      }
}

static void
test_wrong_fact (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string ("{\"port.outcome\": \"ajar\"}", NULL);
  g_autoptr (JsonNode) later = json_from_string ("{\"port.colour\": \"red\"}", NULL);
  g_autoptr (LockstepFactSet) facts = NULL;

  g_assert_null (lockstep_fact_set_from_json (json_node_get_object (node), "facts", &error));
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_MEMBER);
  g_assert_true (g_str_has_prefix (error->message, "facts.port.outcome:"));
  g_clear_error (&error);

  facts = lockstep_fact_set_from_json (json_node_get_object (later), "facts", &error);
  g_assert_no_error (error);
  g_assert_nonnull (facts);
}

static void
test_nothing_seen (void)
{
  g_assert_false (lockstep_fact_set_has (NULL, LOCKSTEP_FACT_PORT_OUTCOME));
  g_assert_null (lockstep_fact_set_get_string (NULL, LOCKSTEP_FACT_PORT_OUTCOME));
  g_assert_cmpint (lockstep_fact_set_get_integer (NULL, LOCKSTEP_FACT_PORT_DURATION), ==, 0);
  g_assert_null (lockstep_fact_set_describe (NULL, LOCKSTEP_FACT_PORT_DURATION));
}

static void
test_values (void)
{
  g_autoptr (LockstepFactSet) facts = lockstep_fact_set_new ();
  g_autofree char *huge = g_strnfill (10000, 'x');
  g_autofree char *days = NULL;
  g_autofree char *duration = NULL;

  lockstep_fact_set_string (facts, LOCKSTEP_FACT_NAME_ERROR, huge);
  g_assert_cmpuint (strlen (lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_NAME_ERROR)),
                    ==,
                    4096);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_NAME_ERROR, "\xff");
  g_assert_true (
      g_utf8_validate (lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_NAME_ERROR), -1, NULL));
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_NAME_ERROR, NULL);
  g_assert_false (lockstep_fact_set_has (facts, LOCKSTEP_FACT_NAME_ERROR));

  lockstep_fact_set_integer (facts, LOCKSTEP_FACT_CERTIFICATE_DAYS_LEFT, -12);
  days = lockstep_fact_set_describe (facts, LOCKSTEP_FACT_CERTIFICATE_DAYS_LEFT);
  g_assert_cmpstr (days, ==, "12 days");
  lockstep_fact_set_integer (facts, LOCKSTEP_FACT_PORT_DURATION, 12000);
  duration = lockstep_fact_set_describe (facts, LOCKSTEP_FACT_PORT_DURATION);
  g_assert_cmpstr (duration, ==, "12 ms");
}

static void
test_put_replaces (void)
{
  g_autoptr (LockstepScene) scene = lockstep_scene_new (0);
  g_autoptr (LockstepObservation) first =
      lockstep_observation_new ("ibmi", 992, NULL, LOCKSTEP_ROLE_TARGET);
  g_autoptr (LockstepObservation) second =
      lockstep_observation_new ("ibmi", 992, NULL, LOCKSTEP_ROLE_TARGET);
  g_autoptr (LockstepObservation) other =
      lockstep_observation_new ("ibmi", 992, NULL, LOCKSTEP_ROLE_EVIDENCE);

  second->address = g_strdup ("192.0.2.7");
  lockstep_scene_put (scene, first);
  lockstep_scene_put (scene, second);
  g_assert_cmpuint (scene->observations->len, ==, 1);
  g_assert_true (lockstep_scene_get (scene, 0) == second);
  lockstep_scene_put (scene, other);
  g_assert_cmpuint (scene->observations->len, ==, 2);
  g_assert_null (lockstep_scene_get (scene, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/table", test_table);
  g_test_add_func ("/facts/round-trip", test_round_trip);
  g_test_add_func ("/facts/wrong-members", test_wrong_members);
  g_test_add_func ("/facts/wrong-fact", test_wrong_fact);
  g_test_add_func ("/facts/nothing-seen", test_nothing_seen);
  g_test_add_func ("/facts/values", test_values);
  g_test_add_func ("/facts/put-replaces", test_put_replaces);

  return g_test_run ();
}
