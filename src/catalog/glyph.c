/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/glyph.h"

#include <string.h>

gboolean
lockstep_glyph_next_word (const LockstepBytes *text, gsize from, gsize to, LockstepSpan *ret_word)
{
  gsize start = from;
  gsize end;

  to = MIN (to, text->length);
  while (start < to && !g_ascii_isalnum (text->bytes[start]))
    start++;

  if (start >= to)
    return FALSE;

  end = start;
  while (end < to && lockstep_glyph_is_word (text->bytes[end]))
    end++;

  while (text->bytes[end - 1] == '_')
    end--;

  *ret_word = (LockstepSpan){ start, end };
  return TRUE;
}

gboolean
lockstep_glyph_is (const LockstepBytes *text, LockstepSpan word, const char *expected)
{
  return strlen (expected) == word.end - word.start &&
         g_ascii_strncasecmp (text->bytes + word.start, expected, word.end - word.start) == 0;
}

gboolean
lockstep_glyph_is_one_of (const LockstepBytes *text, LockstepSpan word, const char *const *expected)
{
  for (guint i = 0; expected[i] != NULL; i++)
    if (lockstep_glyph_is (text, word, expected[i]))
      return TRUE;

  return FALSE;
}

LockstepSpan
lockstep_glyph_line (const LockstepBytes *text, gsize at)
{
  LockstepSpan line = { at, at };

  while (line.start > 0 && text->bytes[line.start - 1] != '\n')
    line.start--;

  while (line.end < text->length && text->bytes[line.end] != '\n')
    line.end++;

  return line;
}
