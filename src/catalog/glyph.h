/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of a text: bytes @start to @end, the latter excluded. */
typedef struct
{
  gsize start;
  gsize end;
} LockstepSpan;

/* Text that is recognised: bytes, not characters, because it may be no UTF-8 at all. A byte
 * outside ASCII never belongs to a word. */
typedef struct
{
  const char *bytes;
  gsize length;
} LockstepBytes;

static inline char
lockstep_glyph_at (const LockstepBytes *text, gsize at)
{
  return at < text->length ? text->bytes[at] : '\0';
}

static inline gboolean
lockstep_glyph_is_word (char glyph)
{
  return g_ascii_isalnum (glyph) || glyph == '_';
}

/* The length of the blank, line end or no-break space at @at; 0 where something else stands. */
static inline gsize
lockstep_glyph_blank (const LockstepBytes *text, gsize at)
{
  char glyph = lockstep_glyph_at (text, at);

  if (glyph == ' ' || glyph == '\t' || glyph == '\r' || glyph == '\n')
    return 1;

  return glyph == '\xc2' && lockstep_glyph_at (text, at + 1) == '\xa0' ? 2 : 0;
}

/* The next word at or behind @from, without underscores around it; FALSE at the end. */
gboolean
lockstep_glyph_next_word (const LockstepBytes *text, gsize from, gsize to, LockstepSpan *ret_word);

/* Whether the word is @word, which is lower case, in any case. */
gboolean lockstep_glyph_is (const LockstepBytes *text, LockstepSpan word, const char *expected);

/* The same for one of several. */
gboolean lockstep_glyph_is_one_of (const LockstepBytes *text,
                                   LockstepSpan word,
                                   const char *const *expected);

/* The first and the last byte of the line in which @at stands. */
LockstepSpan lockstep_glyph_line (const LockstepBytes *text, gsize at);

G_END_DECLS
