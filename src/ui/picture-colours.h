/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colour of a role in the theme of @widget (mockups/README.md 6). */
GdkRGBA lockstep_picture_get_colour (GtkWidget *widget, LockstepColour role);

/* What stands behind a picture: the colour of a card, without anything shining through. */
GdkRGBA lockstep_picture_get_ground (GtkWidget *widget);

G_END_DECLS
