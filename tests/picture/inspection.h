/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/picture.h"

G_BEGIN_DECLS

/* Nothing reaches out of the picture: every shape lies within its width and height. */
void inspect_bounds (const LockstepPicture *picture);

/* @mirrored is the mirror image of @picture, shape for shape. */
void inspect_mirror (const LockstepPicture *picture, const LockstepPicture *mirrored);

/* The SVG is well-formed. */
void inspect_svg (const char *svg);

/* Whether a text is drawn that is, or begins with, @text. */
gboolean has_text (const LockstepPicture *picture, const char *text);

/* How often a glyph is drawn. */
guint count_glyphs (const LockstepPicture *picture, const char *name);

/* The one text that is @text; fails where there is none. */
const LockstepShape *find_text (const LockstepPicture *picture, const char *text);

/* The number of lines of a style. */
guint count_lines (const LockstepPicture *picture, LockstepLineStyle style, LockstepColour colour);

G_END_DECLS
