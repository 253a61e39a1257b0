/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_BROWSE_PAGE (lockstep_browse_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepBrowsePage, lockstep_browse_page, LOCKSTEP, BROWSE_PAGE, AdwBin)

/* The messages of the catalogue by product, to search; choosing one begins a case with it. */
GtkWidget *lockstep_browse_page_new (LockstepCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
