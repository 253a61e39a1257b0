/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/spelling.h"

#include <string.h>

#define MAX_GAP 4
#define MAX_DIGITS 6

/* Prefixes of this length and more are no words of their own, so that a slip in them is still
 * recognised; "SSL" is one, and is taken only together with what else makes an id of it. */
#define LONG_PREFIX 5

/* Letters that stand for digits; a letter at the end is first taken for the severity. */
typedef enum
{
  DIGITS_ONLY,
  DIGITS_AND_O,
  DIGITS_O_AND_I,
  N_READINGS,
} Reading;

static int
read_digit (char glyph, Reading reading)
{
  if (g_ascii_isdigit (glyph))
    return glyph - '0';

  if (reading >= DIGITS_AND_O && (glyph == 'O' || glyph == 'o'))
    return 0;

  if (reading >= DIGITS_O_AND_I && (glyph == 'I' || glyph == 'l'))
    return 1;

  return -1;
}

static gsize
skip_gap (const LockstepBytes *text, gsize at)
{
  gsize end = at;

  while (end - at < MAX_GAP)
    {
      gsize blank = lockstep_glyph_blank (text, end);
      char glyph = lockstep_glyph_at (text, end);

      if (blank > 0)
        end += blank;
      else if (glyph == '-' || glyph == '_')
        end++;
      else
        break;
    }

  return end;
}

/* The prefix letter for letter, in any case, with a nought for an O. */
static gboolean
read_prefix (const LockstepBytes *text, gsize at, const char *prefix, gsize *ret_end)
{
  for (; *prefix != '\0'; prefix++, at++)
    {
      char glyph = g_ascii_toupper (lockstep_glyph_at (text, at));

      if (glyph != *prefix && !(*prefix == 'O' && glyph == '0'))
        return FALSE;
    }

  *ret_end = at;
  return TRUE;
}

/* Whether one letter too many, too few, or two exchanged make the difference; another letter only
 * among the first three, because those behind tell one product's part from another's. */
static gboolean
is_one_slip (const char *spelt, gsize length, const char *prefix)
{
  gsize expected = strlen (prefix);
  gsize same = 0;

  while (same < length && same < expected && g_ascii_toupper (spelt[same]) == prefix[same])
    same++;

  if (length + 1 == expected)
    return g_ascii_strncasecmp (spelt + same, prefix + same + 1, length - same) == 0;

  if (length == expected + 1)
    return g_ascii_strncasecmp (spelt + same + 1, prefix + same, expected - same) == 0;

  if (length != expected || same == length)
    return FALSE;

  if (same + 1 < length && g_ascii_toupper (spelt[same]) == prefix[same + 1] &&
      g_ascii_toupper (spelt[same + 1]) == prefix[same])
    return g_ascii_strncasecmp (spelt + same + 2, prefix + same + 2, length - same - 2) == 0;

  return same < 3 &&
         g_ascii_strncasecmp (spelt + same + 1, prefix + same + 1, length - same - 1) == 0;
}

static gboolean
read_slipped_prefix (const LockstepBytes *text, gsize at, const char *prefix, gsize *ret_end)
{
  gsize end = at;

  if (strlen (prefix) < LONG_PREFIX)
    return FALSE;

  while (g_ascii_isalpha (lockstep_glyph_at (text, end)))
    end++;

  if (!is_one_slip (text->bytes + at, end - at, prefix))
    return FALSE;

  *ret_end = end;
  return TRUE;
}

/* What stands behind a short prefix must look like an id: SSL0226I, SSL226I, SSL0226, but not
 * "SSL 443" or "SSL128". */
static gboolean
is_convincing (const LockstepFamily *family,
               gboolean alone,
               gboolean gap,
               guint digits,
               gboolean zero_first,
               gboolean letter)
{
  if (digits < 3)
    return FALSE;

  if (alone || strlen (family->prefix) >= LONG_PREFIX)
    return TRUE;

  if (gap)
    return letter && digits >= 4;

  return letter || (zero_first && digits >= 4);
}

static const LockstepEntry *
read_number (const LockstepFamily *family,
             const LockstepBytes *text,
             gsize at,
             gboolean alone,
             Reading reading,
             gsize *ret_end)
{
  gsize start = skip_gap (text, at);
  gsize end = start;
  gboolean letter = FALSE;
  guint number = 0;
  int digit;

  while (end - start <= MAX_DIGITS &&
         (digit = read_digit (lockstep_glyph_at (text, end), reading)) >= 0)
    {
      number = number * 10 + (guint) digit;
      end++;
    }

  if (end == start || end - start > MAX_DIGITS)
    return NULL;

  letter = g_ascii_isalpha (lockstep_glyph_at (text, end));
  if (!is_convincing (family,
                      alone,
                      start > at,
                      (guint) (end - start),
                      read_digit (lockstep_glyph_at (text, start), reading) == 0,
                      letter))
    return NULL;

  end += letter ? 1 : 0;
  if (g_ascii_isalnum (lockstep_glyph_at (text, end)))
    return NULL;

  *ret_end = end;
  return lockstep_family_lookup (family, number);
}

static const LockstepEntry *
read_in_family (const LockstepFamily *family,
                const LockstepBytes *text,
                gsize at,
                gboolean alone,
                gsize *ret_end)
{
  gsize behind;

  if (!read_prefix (text, at, family->prefix, &behind) &&
      !read_slipped_prefix (text, at, family->prefix, &behind))
    return NULL;

  for (Reading reading = DIGITS_ONLY; reading < N_READINGS; reading++)
    {
      const LockstepEntry *message = read_number (family, text, behind, alone, reading, ret_end);

      if (message != NULL)
        return message;
    }

  return NULL;
}

const LockstepEntry *
lockstep_spelling_read (const LockstepLexicon *lexicon,
                        const LockstepBytes *text,
                        LockstepSpan word,
                        gboolean alone,
                        LockstepSpan *ret_span,
                        gboolean *ret_exact)
{
  for (guint i = 0; i < lexicon->families->len; i++)
    {
      gsize end = word.start;
      const LockstepEntry *message =
          read_in_family (g_ptr_array_index (lexicon->families, i), text, word.start, alone, &end);

      if (message == NULL)
        continue;

      *ret_span = (LockstepSpan){ word.start, end };
      *ret_exact = lockstep_glyph_is (text, *ret_span, lockstep_entry_id (message));
      return message;
    }

  return NULL;
}
