/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

G_BEGIN_DECLS

/* lockstep_catalog_new_default(), with a line on standard error for each of the site's additions
 * that cannot be used. */
LockstepCatalog *lockstep_cli_load_catalog (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
