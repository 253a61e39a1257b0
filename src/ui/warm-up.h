/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Loads in idle moments what the pages of a case draw with: glyphs, the spinner, the fonts of the
 * pictures. The frame that needs one of them first would else come late. */
void lockstep_warm_up (GtkWidget *widget);

G_END_DECLS
