/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @button the main menu, the same one at home and in a case. */
void lockstep_menu_attach (GtkMenuButton *button);

G_END_DECLS
