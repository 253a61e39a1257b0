/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/entry.h"

static LockstepEntry *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);

  g_assert_no_error (error);

  return lockstep_entry_new_from_json (node);
}

/* Values stand in one block of exactly the right size, which the address sanitizer watches. */
static void
test_kinds (void)
{
  g_autofree LockstepEntry *entry =
      parse ("{\"s\": \"Käse\", \"empty\": \"\", \"i\": -9223372036854775808, \"t\": true, "
             "\"f\": false, \"o\": {\"inner\": [[], {}, [1, \"two\"]]}, \"none\": null, "
             "\"part\": 1.5, \"a\": [\"x\", \"y\", {\"z\": \"last\"}]}");

  g_assert_cmpuint (entry->length, ==, 9);
  g_assert_null (lockstep_entry_get_name (entry));
  g_assert_cmpstr (lockstep_entry_get_name (lockstep_entry_get_inner (entry, 8)), ==, "a");
  g_assert_cmpstr (lockstep_entry_string (entry, "s"), ==, "Käse");
  g_assert_cmpstr (lockstep_entry_string (entry, "empty"), ==, "");
  g_assert_cmpint (lockstep_entry_integer (entry, "i", 0), ==, G_MININT64);
  g_assert_true (lockstep_entry_boolean (entry, "t"));
  g_assert_false (lockstep_entry_boolean (entry, "f"));
  g_assert_cmpuint (lockstep_entry_length (lockstep_entry_object (entry, "o"), "inner"), ==, 3);
  g_assert_cmpuint (lockstep_entry_length (entry, "a"), ==, 3);
  g_assert_cmpstr (lockstep_entry_nth_string (entry, "a", 1), ==, "y");
  g_assert_cmpstr (lockstep_entry_string (lockstep_entry_nth (entry, "a", 2), "z"), ==, "last");
}

/* A member of another kind than asked for is as good as absent. */
static void
test_other_kind (void)
{
  g_autofree LockstepEntry *entry =
      parse ("{\"s\": \"1\", \"i\": 1, \"t\": true, \"o\": {}, \"a\": [1], \"none\": null}");
  static const char *const members[] = { "s", "i", "t", "o", "a", "none", "absent" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *member = members[i];

      g_assert_true (lockstep_entry_has (entry, member) == (i < 6));
      g_assert_true ((lockstep_entry_string (entry, member) != NULL) == (*member == 's'));
      g_assert_cmpint (lockstep_entry_integer (entry, member, -1), ==, *member == 'i' ? 1 : -1);
      g_assert_true (lockstep_entry_boolean (entry, member) == (*member == 't'));
      g_assert_true ((lockstep_entry_object (entry, member) != NULL) == (*member == 'o'));
      g_assert_cmpuint (lockstep_entry_length (entry, member), ==, i == 4 ? 1 : 0);
      g_assert_null (lockstep_entry_nth_string (entry, member, 0));
      g_assert_null (lockstep_entry_nth (entry, member, 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/entry/kinds", test_kinds);
  g_test_add_func ("/catalog/entry/other-kind", test_other_kind);

  return g_test_run ();
}
