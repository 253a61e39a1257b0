/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/step.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_RAIL_ROW (lockstep_rail_row_get_type ())
G_DECLARE_FINAL_TYPE (LockstepRailRow, lockstep_rail_row, LOCKSTEP, RAIL_ROW, GtkListBoxRow)

/* A step in the rail: glyph, title, finding. */
GtkWidget *lockstep_rail_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @view, the @number-th of @count steps; @current for the page that is open, @open for a
 * step that can be chosen. TRUE if the row now belongs to another group than before. */
gboolean lockstep_rail_row_show (LockstepRailRow *self,
                                 const LockstepStepView *view,
                                 guint number,
                                 guint count,
                                 gboolean current,
                                 gboolean open);

LockstepStepKindOfPage lockstep_rail_row_get_page (LockstepRailRow *self);

/* "case", "checks" or "fix". */
const char *lockstep_rail_row_get_group (LockstepRailRow *self);

/* What a screen reader says of a step: "Certificate, failed, expired, step 5 of 10". */
char *lockstep_rail_row_describe (const LockstepStepView *view, guint number, guint count)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
