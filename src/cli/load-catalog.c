/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/load-catalog.h"

#include "cli/terminal.h"

LockstepCatalog *
lockstep_cli_load_catalog (GError **error)
{
  LockstepCatalog *catalog = lockstep_catalog_new_default (error);
  const GPtrArray *errors;

  if (catalog == NULL)
    return NULL;

  errors = lockstep_catalog_get_overlay_errors (catalog);
  for (guint i = 0; i < errors->len; i++)
    lockstep_cli_complain (g_ptr_array_index (errors, i));

  return catalog;
}
