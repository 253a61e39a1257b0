/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/schema.h"

#include "base/json.h"

#include <gio/gio.h>

/* The schema is kept in the repository for editors and for people, but made from the loader's
 * tables: where the two differ, running this test with LOCKSTEP_UPDATE_GOLDEN=1 writes it anew. */
static void
test_in_step (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "catalog.schema.json", NULL);
  g_autoptr (JsonNode) schema = lockstep_test_make_schema ();
  g_autofree char *made = lockstep_json_print (schema, TRUE);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("LOCKSTEP_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, made, -1, &error);

  g_assert_no_error (error);
  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made, ==, kept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/schema/in-step-with-the-loader", test_in_step);

  return g_test_run ();
}
