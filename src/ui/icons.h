/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The icon @name at @size for @widget; one that is not loaded yet is loaded in a thread. */
GtkIconPaintable *lockstep_icons_look_up (GtkWidget *widget, const char *name, int size)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
