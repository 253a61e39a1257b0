/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_COLUMN_LAYOUT (lockstep_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (LockstepColumnLayout,
                      lockstep_column_layout,
                      LOCKSTEP,
                      COLUMN_LAYOUT,
                      GtkLayoutManager)

/**
 * LockstepColumnLayout:
 *
 * Texts one below the other, inside of a horizontal box. Such a box asks its children how narrow
 * they could be at its height, and a label of GTK that wraps finds that out by trying a dozen
 * widths. A column answers with its widest child, whatever the height.
 */
GtkLayoutManager *lockstep_column_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the two texts of an AdwActionRow this layout. */
void lockstep_column_layout_apply (GtkWidget *row);

G_END_DECLS
