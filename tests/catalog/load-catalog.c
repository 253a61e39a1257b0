/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/catalog.h"

/* Loads each catalogue that is named and prints one line about it: "ok", or the error. */
int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LockstepCatalog) catalog = lockstep_catalog_new_from_file (argv[i], &error);

      g_print ("%s\n", catalog != NULL ? "ok" : error->message);
    }

  return 0;
}
