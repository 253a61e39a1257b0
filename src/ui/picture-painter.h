/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LockstepPainter:
 *
 * Measures and paints pictures with the font, the colours and the icons of a widget. It borrows
 * the widget and must not outlive it.
 */
typedef struct _LockstepPainter LockstepPainter;

LockstepPainter *lockstep_painter_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_painter_free (LockstepPainter *self);

/* Reads the widget's font again, after it, its size or the resolution changed. */
void lockstep_painter_reset (LockstepPainter *self);

/* The measure of the widget's font; valid until the next reset. */
const LockstepMeasure *lockstep_painter_get_measure (LockstepPainter *self);

/* Has the glyphs of @picture loaded in threads, ahead of its painting. */
void lockstep_painter_prepare (LockstepPainter *self, const LockstepPicture *picture);

void lockstep_painter_paint (LockstepPainter *self,
                             GtkSnapshot *snapshot,
                             const LockstepPicture *picture);

/* The ring around the whole widget. */
void lockstep_painter_paint_focus (LockstepPainter *self, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepPainter, lockstep_painter_free)

G_END_DECLS
