/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "facts/fact.h"

/* docs/facts.md is printed from the table of facts, so that it cannot tell anything else. Run this
 * test with LOCKSTEP_UPDATE_GOLDEN=1 to write it anew. */
static char *
print_table (void)
{
  static const char *const types[] = { "boolean", "integer", "time",
                                       "string",  "word",    "list of strings" };
  static const char *const scopes[] = { "case", "target", "derived" };
  GString *text = g_string_new (
      "# Facts\n\n"
      "What probes see and rules ask for, printed from the table in `src/facts/fact.c`. A fact of "
      "the case\n"
      "holds for all of it, one of a target for one address and port; a derived one is worked out "
      "anew\n"
      "whenever it is judged. What was not seen is unknown, and unknown never fires a rule.\n\n"
      "| fact | type | of | meaning |\n| --- | --- | --- | --- |\n");

  for (guint i = 0; i < LOCKSTEP_N_FACTS; i++)
    {
      const LockstepFactSpec *spec = lockstep_fact_get_spec ((LockstepFact) i);

      g_string_append_printf (text,
                              "| `%s` | %s%s%s | %s | %s%s%s |\n",
                              spec->path,
                              types[spec->type],
                              spec->unit != NULL ? ", " : "",
                              spec->unit != NULL ? spec->unit : "",
                              scopes[spec->scope],
                              spec->meaning,
                              spec->words != NULL ? ": " : "",
                              spec->words != NULL ? spec->words : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_is_current (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "docs", "facts.md", NULL);
  g_autofree char *wanted = print_table ();
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("LOCKSTEP_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, wanted, -1, &error));

  g_assert_true (g_file_get_contents (path, &found, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/documentation/is-current", test_is_current);

  return g_test_run ();
}
