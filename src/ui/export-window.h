/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens a small window over that of @parent with @content in a scrolled window; Esc closes it. */
void lockstep_export_window_present (GtkWidget *parent, const char *title, GtkWidget *content);

G_END_DECLS
