/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/glyph.h"

#include <stdlib.h>

typedef struct
{
  const char *name;
  const char *path;
} Glyph;

/* In the order of the names. */
static const Glyph glyphs[] = {
#include "picture/glyph-table.inc"
};

static int
compare (gconstpointer name, gconstpointer glyph)
{
  return strcmp (name, ((const Glyph *) glyph)->name);
}

const char *
lockstep_glyph_get_path (const char *name)
{
  const Glyph *glyph;

  g_return_val_if_fail (name != NULL, NULL);

  glyph = bsearch (name, glyphs, G_N_ELEMENTS (glyphs), sizeof glyphs[0], compare);

  return glyph != NULL ? glyph->path : NULL;
}
