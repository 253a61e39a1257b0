/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows or hides @widget. Where people are looking it is shown with the next frame only, so that
 * the frame of what stands above it is not late. */
void lockstep_show_soon (GtkWidget *widget, gboolean visible);

G_END_DECLS
