/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/pictures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_PICTURE_VIEW (lockstep_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (LockstepPictureView, lockstep_picture_view, LOCKSTEP, PICTURE_VIEW, GtkWidget)

/**
 * LockstepPictureView:
 *
 * Paints a picture at its own width (height for width, at least 280, natural 644 wide), in the
 * colours of the theme; one Tab stop, role img with the text alternative, Ctrl+C, a menu with Copy
 * as text, Copy as picture and Save as SVG, tooltips for what was shortened. Usable from a .ui
 * file.
 */

/* Shows observation @index of @diagnosis with @layout; keeps a reference to @diagnosis. NULL shows
 * nothing. */
void lockstep_picture_view_set (LockstepPictureView *self,
                                LockstepPictureLayout layout,
                                LockstepDiagnosis *diagnosis,
                                guint index);

/* The text alternative; what the copy button beside the picture copies. "" for none. */
const char *lockstep_picture_view_get_description (LockstepPictureView *self);

G_END_DECLS
