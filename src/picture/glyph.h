/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The drawing of a glyph as data of an SVG path in a box of 16 by 16, to be filled evenodd; NULL
 * where there is none. The table is made from data/icons when the program is built. */
const char *lockstep_glyph_get_path (const char *name);

G_END_DECLS
