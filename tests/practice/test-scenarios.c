/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/scenario.h"
#include "practice/server.h"

#include "base/json.h"

/* The words for each scenario stand in the catalogue, what it does in src/practice/scenario.c. */
static JsonNode *
load_catalog (void)
{
  g_autofree char *path =
      g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "data", "catalog.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *root = lockstep_json_load (path, &error);

  g_assert_no_error (error);

  return root;
}

static JsonObject *
entry_of (JsonNode *root, guint index, guint *ret_count)
{
  JsonArray *scenarios = json_object_get_array_member (json_node_get_object (root), "scenarios");

  *ret_count = json_array_get_length (scenarios);

  return index < *ret_count ? json_array_get_object_element (scenarios, index) : NULL;
}

static void
test_same_names (void)
{
  g_autoptr (JsonNode) root = load_catalog ();
  const char *const *names = lockstep_practice_scenarios ();
  guint count = 0;

  for (guint i = 0; i == 0 || i < count; i++)
    {
      JsonObject *entry = entry_of (root, i, &count);

      g_assert_nonnull (entry);
      g_assert_true (g_strv_contains (names, json_object_get_string_member (entry, "id")));
    }

  g_assert_cmpuint (count, ==, g_strv_length ((char **) names));
}

/* The services are listed in the order in which the server names them, the broken one first. */
static void
test_same_services (void)
{
  g_autoptr (JsonNode) root = load_catalog ();
  guint count = 0;

  for (guint i = 0; i == 0 || i < count; i++)
    {
      JsonObject *entry = entry_of (root, i, &count);
      const char *id = json_object_get_string_member (entry, "id");
      const LockstepScenario *scenario = lockstep_scenario_lookup (id);
      JsonArray *services = json_object_get_array_member (entry, "services");

      g_assert_nonnull (scenario);
      g_assert_cmpuint (json_array_get_length (services),
                        ==,
                        g_strv_length ((char **) scenario->services));
      for (guint s = 0; scenario->services[s] != NULL; s++)
        g_assert_cmpstr (json_array_get_string_element (services, s), ==, scenario->services[s]);
    }
}

/* Only a healthy server has no cause to be found. */
static void
test_causes (void)
{
  g_autoptr (JsonNode) root = load_catalog ();
  guint count = 0;

  for (guint i = 0; i == 0 || i < count; i++)
    {
      JsonObject *entry = entry_of (root, i, &count);
      const char *id = json_object_get_string_member (entry, "id");

      g_assert_cmpint (json_object_has_member (entry, "cause"), ==, !g_str_equal (id, "healthy"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice/scenarios/same-names", test_same_names);
  g_test_add_func ("/practice/scenarios/same-services", test_same_services);
  g_test_add_func ("/practice/scenarios/causes", test_causes);

  return g_test_run ();
}
