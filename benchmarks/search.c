/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: search
 *
 * Types some searches letter by letter and prints how long the first one takes, which makes the
 * index, and the slowest and the usual letter after it; wanted are 2 ms at most for a letter. */
#include "config.h"

#include "catalog/search.h"

#define ROUNDS 20

static gint
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gint64
measure (const LockstepCatalog *catalog, const char *text)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) found = lockstep_search (catalog, text, 30);

  return g_get_monotonic_time () - start;
}

int
main (void)
{
  static const char *const texts[] = { "connection reset telnet",
                                       "expired",
                                       "25414",
                                       "406",
                                       "label not found",
                                       "cwbco-1034",
                                       "certificate verify failed unable to get local issuer" };
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCatalog) catalog = lockstep_catalog_new_default (&error);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first;

  if (catalog == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  first = measure (catalog, "e");
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      for (gsize length = 1; length <= strlen (texts[i]); length++)
        {
          g_autofree char *typed = g_strndup (texts[i], length);
          gint64 time = measure (catalog, typed);

          g_array_append_val (times, time);
        }

  g_array_sort (times, compare);
  g_print ("first %.2f ms, usual letter %.3f ms, 99 of 100 under %.3f ms, slowest %.3f ms\n",
           first / 1e3,
           g_array_index (times, gint64, times->len / 2) / 1e3,
           g_array_index (times, gint64, times->len * 99 / 100) / 1e3,
           g_array_index (times, gint64, times->len - 1) / 1e3);

  return 0;
}
