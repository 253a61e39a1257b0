/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * lockstep_page_layout_new:
 *
 * The layout of something whose only child scrolls and fits any width from 360 on: it gives the
 * child all there is, and asks it for nothing. The window would else measure every text of a page
 * at widths that it is never shown at, whenever a row changes.
 *
 * Returns: (transfer full): for gtk_widget_set_layout_manager()
 */
GtkLayoutManager *lockstep_page_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
