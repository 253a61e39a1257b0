/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/picture-painter.h"

G_BEGIN_DECLS

/* The menu of a picture, a child of @parent, which must have the actions picture.copy-text,
 * picture.copy-picture and picture.save-svg. */
GtkWidget *lockstep_picture_menu_new (GtkWidget *parent) G_GNUC_WARN_UNUSED_RESULT;

/* Copies the picture, twice as large, to the clipboard of @widget. */
void lockstep_picture_export_copy (GtkWidget *widget,
                                   LockstepPainter *painter,
                                   const LockstepPicture *picture);

/* Asks for a file and writes @picture into it as SVG; takes @picture. */
void lockstep_picture_export_save (GtkWidget *widget, LockstepPicture *picture);

G_END_DECLS
