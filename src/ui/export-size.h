/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label for the size of something; empty until it is known. */
GtkWidget *lockstep_export_size_new (void) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_export_size_show (GtkLabel *label, guint64 size);

G_END_DECLS
