/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_CASES_PAGE (lockstep_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepCasesPage, lockstep_cases_page, LOCKSTEP, CASES_PAGE, AdwBin)

/* All saved cases, newest first, to search. */
GtkWidget *lockstep_cases_page_new (LockstepCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
