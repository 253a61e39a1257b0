/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/describe.h"
#include "catalog/entry.h"

/* The catalogue in the program is never checked when it runs; it is data/catalog.json to the last
 * member, and that is what the loader has checked here. */
static LockstepCatalog *
load_builtin (void)
{
  g_autoptr (GError) error = NULL;
  LockstepCatalog *catalog;

  g_unsetenv ("LOCKSTEP_CATALOG");
  catalog = lockstep_catalog_new_default (&error);
  g_assert_no_error (error);

  return catalog;
}

static void
compare (const LockstepEntry *compiled, const LockstepEntry *loaded, guint *n_values)
{
  ++*n_values;
  g_assert_cmpuint (compiled->kind, ==, loaded->kind);
  g_assert_cmpuint (compiled->length, ==, loaded->length);
  g_assert_cmpstr (lockstep_entry_get_name (compiled), ==, lockstep_entry_get_name (loaded));

  switch ((LockstepValueKind) compiled->kind)
    {
    case LOCKSTEP_VALUE_STRING:
      g_assert_cmpstr (lockstep_entry_get_string (compiled),
                       ==,
                       lockstep_entry_get_string (loaded));
      break;

    case LOCKSTEP_VALUE_INTEGER:
    case LOCKSTEP_VALUE_BOOLEAN:
      g_assert_cmpint (compiled->content, ==, loaded->content);
      break;

    case LOCKSTEP_VALUE_OBJECT:
    case LOCKSTEP_VALUE_ARRAY:
      for (guint i = 0; i < compiled->length; i++)
        compare (lockstep_entry_get_inner (compiled, i),
                 lockstep_entry_get_inner (loaded, i),
                 n_values);
      break;

    case LOCKSTEP_VALUE_OTHER:
    default:
      g_assert_not_reached ();
    }
}

static void
test_same (void)
{
  g_autoptr (LockstepCatalog) compiled = load_builtin ();
  g_autoptr (LockstepCatalog) loaded = lockstep_test_catalog ();
  guint n_values = 0;

  for (guint section = 0; section < LOCKSTEP_N_SECTIONS; section++)
    {
      guint count = lockstep_catalog_count (loaded, (LockstepSection) section);

      g_assert_cmpuint (lockstep_catalog_count (compiled, (LockstepSection) section), ==, count);
      g_assert_null (lockstep_catalog_nth (compiled, (LockstepSection) section, count));
      for (guint i = 0; i < count; i++)
        compare (lockstep_catalog_nth (compiled, (LockstepSection) section, i),
                 lockstep_catalog_nth (loaded, (LockstepSection) section, i),
                 &n_values);
    }

  g_assert_cmpuint (n_values, >, 1000);
}

static void
check_ids (const LockstepCatalog *catalog, LockstepSection section)
{
  gboolean any_case = section == LOCKSTEP_SECTION_MESSAGES;
  const LockstepEntry *entry;

  for (guint i = 0; (entry = lockstep_catalog_nth (catalog, section, i)) != NULL; i++)
    {
      const char *id = lockstep_entry_id (entry);
      g_autofree char *longer = g_strconcat (id, "-", NULL);
      g_autofree char *shorter = g_strndup (id, strlen (id) - 1);
      g_autofree char *other =
          g_ascii_islower (*id) ? g_ascii_strup (id, -1) : g_ascii_strdown (id, -1);

      g_assert_true (lockstep_catalog_lookup (catalog, section, id) == entry);
      g_assert_true (lockstep_catalog_lookup (catalog, section, longer) != entry);
      g_assert_true (lockstep_catalog_lookup (catalog, section, shorter) != entry);
      if (!g_str_equal (other, id))
        g_assert_true ((lockstep_catalog_lookup (catalog, section, other) == entry) == any_case);
    }
}

static void
test_ids (void)
{
  g_autoptr (LockstepCatalog) compiled = load_builtin ();
  g_autoptr (LockstepCatalog) loaded = lockstep_test_catalog ();

  for (guint section = 0; section < LOCKSTEP_N_SECTIONS; section++)
    {
      g_assert_null (lockstep_catalog_lookup (compiled, (LockstepSection) section, ""));
      check_ids (compiled, (LockstepSection) section);
      check_ids (loaded, (LockstepSection) section);
    }
}

static gpointer
recognise (gpointer data)
{
  g_autoptr (LockstepRecognition) recognition = lockstep_recognise (data, "CWBCO1034 25406");

  return GUINT_TO_POINTER (recognition->matches->len);
}

/* Two threads that come first at the same time recognise by the same words. */
static void
test_threads (void)
{
  g_autoptr (LockstepCatalog) catalog = load_builtin ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("recognise", recognise, catalog);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/builtin/same-as-loaded", test_same);
  g_test_add_func ("/catalog/builtin/ids", test_ids);
  g_test_add_func ("/catalog/builtin/threads", test_threads);

  return g_test_run ();
}
