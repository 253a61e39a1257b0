/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

/**
 * The table of the pages: one line for each in page-table.c. A step of the flow whose page is not
 * in the table is passed over by Back and Next and cannot be chosen in the rail.
 *
 * Adding a page: src/ui/<noun>-page.[ch] with a final subclass of LockstepPage, its template
 * data/ui/<noun>-page.ui (parent="LockstepPage", the whole page in the property "child") listed in
 * data/lockstep.gresource.xml, the .c file in src/ui/meson.build, one line in the table.
 * Bind children by id, but give no id to the direct child of an AdwBin (a page is one):
 * gtk_widget_dispose_template() and the bin would both drop it. Connect to the case only through
 * the vfunc refresh; what runs in the background is cancelled in left.
 * tests/ui/test-pages.c then builds, enters, refreshes, leaves and finalizes it.
 */

/* G_TYPE_INVALID where there is no such page yet. */
GType lockstep_page_table_get_type (LockstepStepKindOfPage page);

/* A floating reference; NULL where there is no such page yet. */
LockstepPage *lockstep_page_table_create (LockstepStepKindOfPage page, LockstepCase *subject)
    G_GNUC_WARN_UNUSED_RESULT;

/* The next (@direction 1) or previous (-1) step of @subject after @page that has a page; NULL for
 * none. */
const LockstepStepView *
lockstep_page_table_step (LockstepCase *subject, LockstepStepKindOfPage page, int direction);

G_END_DECLS
