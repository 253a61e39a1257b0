/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/search.h"

#include "catalog/describe.h"

#include <string.h>

/* @wanted must stand among the first @within that @text finds. */
static const struct
{
  const char *name;
  const char *text;
  const char *wanted;
  guint within;
} rows[] = {
  { "id", "SSL0226I", "SSL0226I", 1 },
  { "id-and-code", "CWBCO1034 25406", "CWBCO1034 25406", 1 },
  { "code", "25414", "CWBCO1034 25414", 1 },
  { "number", "406", "CWBCO1034 25406", 1 },
  { "number-for-servers", "406", "SSL0226I", 5 },
  { "id-half-typed", "ssl022", "SSL0226I", 15 },
  { "misspelt", "SSL234", "SSL0234W", 1 },
  { "misspelt-nought", "CWBC01034", "CWBCO1034", 1 },
  { "misspelt-hyphen", "cwbco-1034", "CWBCO1034", 1 },
  { "name", "gsk_error_io", "CWBCO1034 25406", 1 },
  { "part-of-a-name", "bad_cert", "CWBCO1034 25414", 15 },
  { "words-of-a-title", "label not found", "SSL0227E", 4 },
  { "words-of-a-service", "connection reset telnet", "CWBCO1003 10054", 4 },
  { "one-word", "expired", "SSL0221E", 8 },
  { "beginnings", "cert expi", "SSL0221E", 12 },
  { "program", "firefox expired", "SEC_ERROR_EXPIRED_CERTIFICATE", 2 },
  { "words-of-a-program", "pkix path", "PKIX path building failed", 2 },
  { "network", "10061", "CWBCO1003 10061", 1 },
  { "order-of-words", "telnet reset connection", "CWBCO1003 10054", 4 },
};

static guint
find_place (const GArray *found, const char *wanted)
{
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *text = lockstep_find_to_text (&g_array_index (found, LockstepFind, i));

      g_test_message ("%u: %s", i + 1, text);
      if (g_str_equal (text, wanted))
        return i + 1;
    }

  return G_MAXUINT;
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (GArray) found = lockstep_search (catalog, rows[i].text, 0);

  g_assert_cmpuint (find_place (found, rows[i].wanted), <=, rows[i].within);
}

/* Everything in the list is explained, and found again by what it says of itself. */
static void
test_list (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (GArray) list = lockstep_search_list (catalog);

  g_assert_cmpuint (list->len, >, lockstep_catalog_count (catalog, LOCKSTEP_SECTION_MESSAGES));
  for (guint i = 0; i < list->len; i++)
    {
      const LockstepFind *find = &g_array_index (list, LockstepFind, i);
      g_autofree char *text = lockstep_find_to_text (find);
      g_autoptr (GArray) found = lockstep_search (catalog, text, 1);

      g_assert_nonnull (lockstep_entry_text (find->words, "headline"));
      g_assert_cmpuint (find_place (found, text), ==, 1);
    }
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", " ", "?!", "qwertzuiop", "the of and" };
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) found = lockstep_search (catalog, texts[i], 0);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (found->len, ==, 0);
    }
}

static void
test_max (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (GArray) all = lockstep_search (catalog, "certificate", 0);
  g_autoptr (GArray) some = lockstep_search (catalog, "certificate", 3);

  g_assert_cmpuint (all->len, >, 3);
  g_assert_cmpuint (some->len, ==, 3);
  for (guint i = 0; i < some->len; i++)
    g_assert_cmpmem (&g_array_index (some, LockstepFind, i),
                     sizeof (LockstepFind),
                     &g_array_index (all, LockstepFind, i),
                     sizeof (LockstepFind));
}

/* No text takes long or is more than the search can bear. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "a ", "ssl", "\xff\xfe", "_", "expired certificate ", "{}"
  };
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) found = NULL;

      while (text->len < 1024 * 1024)
        g_string_append (text, pieces[i]);

      found = lockstep_search (catalog, text->str, 10);
      g_assert_cmpuint (found->len, <=, 10);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/catalog/search/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }

  g_test_add_func ("/catalog/search/list", test_list);
  g_test_add_func ("/catalog/search/nothing", test_nothing);
  g_test_add_func ("/catalog/search/max", test_max);
  g_test_add_func ("/catalog/search/hostile", test_hostile);

  return g_test_run ();
}
