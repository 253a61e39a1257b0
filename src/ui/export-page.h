/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_EXPORT_PAGE (lockstep_export_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepExportPage, lockstep_export_page, LOCKSTEP, EXPORT_PAGE, LockstepPage)

/* What is handed over: a bundle, a text for the ticket, a print. Has the actions "export.print" and
 * "export.copy-ticket"; its primary action saves the bundle. */

/* Writes the bundle to @path, as if it had been chosen in the dialog. */
void lockstep_export_page_save_to (LockstepExportPage *self, const char *path);

G_END_DECLS
