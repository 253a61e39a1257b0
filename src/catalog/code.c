/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/code.h"

#include <string.h>

/* How far from its message a code is looked for, and from its label. */
#define MAX_DISTANCE 600
#define MAX_LABEL_DISTANCE 80
#define MAX_DIGITS 9

/* The width of the band of codes above a message's code-base. */
#define BAND 999

/* How well a number must fit, from the surest to the weakest. */
typedef enum
{
  FIT_KNOWN,
  FIT_BAND,
  FIT_LABELLED,
  N_FITS,
} Fit;

static const char *const labels[] = {
  "code",   "rc",     "ec",        "returned", "return", "error", "errno",
  "reason", "status", "errorcode", "number",   "failed", NULL,
};

static gboolean
is_joined (const LockstepBytes *text, gsize from, gsize at)
{
  char before = at > from ? text->bytes[at - 1] : '\0';
  char farther = at > from + 1 ? text->bytes[at - 2] : '\0';

  if (before == '.' || before == ',' || before == '-' || before == '/')
    return g_ascii_isdigit (farther);

  return before == ':' && (g_ascii_isdigit (farther) || farther == ']');
}

/* "EC25406" and "rc25406": the label may touch its number. */
static gboolean
is_behind_glued_label (const LockstepBytes *text, gsize from, gsize at)
{
  return at >= from + 2 && (at == from + 2 || !lockstep_glyph_is_word (text->bytes[at - 3])) &&
         (g_ascii_strncasecmp (text->bytes + at - 2, "ec", 2) == 0 ||
          g_ascii_strncasecmp (text->bytes + at - 2, "rc", 2) == 0);
}

/* A number behind a colon is a port where the word before it is a name with points. */
static gboolean
is_port (const LockstepBytes *text, gsize from, gsize at)
{
  gsize start = at - 1;

  if (at <= from + 1 || text->bytes[start] != ':')
    return FALSE;

  while (start > from && (lockstep_glyph_is_word (text->bytes[start - 1]) ||
                          text->bytes[start - 1] == '.' || text->bytes[start - 1] == '-'))
    {
      start--;
      if (text->bytes[start] == '.')
        return TRUE;
    }

  return FALSE;
}

gboolean
lockstep_code_read_number (const LockstepBytes *text,
                           gsize from,
                           gsize at,
                           gint64 *ret_value,
                           LockstepSpan *ret_span)
{
  gsize end = at;
  gint64 value = 0;
  char next;

  while (g_ascii_isdigit (lockstep_glyph_at (text, end)) && end - at < MAX_DIGITS)
    value = value * 10 + (text->bytes[end++] - '0');

  next = lockstep_glyph_at (text, end);
  if (end == at || lockstep_glyph_is_word (next))
    return FALSE;

  if ((next == '.' || next == ',' || next == ':' || next == '/' || next == '-') &&
      g_ascii_isdigit (lockstep_glyph_at (text, end + 1)))
    return FALSE;

  if (at > from && lockstep_glyph_is_word (text->bytes[at - 1]) &&
      !is_behind_glued_label (text, from, at))
    return FALSE;

  if (is_joined (text, from, at) || is_port (text, from, at))
    return FALSE;

  *ret_value = value;
  *ret_span = (LockstepSpan){ at, end };
  return TRUE;
}

/* "CWBCO1034 406": nothing but blanks and signs between the id and the number. */
static gboolean
is_right_behind (const LockstepBytes *text, gsize from, gsize at)
{
  for (gsize i = from; i < at; i++)
    if (at - from > 4 || lockstep_glyph_is_word (text->bytes[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_labelled (const LockstepBytes *text, gsize from, gsize at)
{
  gsize end = at;
  gsize start;

  if (is_behind_glued_label (text, from, at))
    return TRUE;

  while (end > from && at - end < 8 && !lockstep_glyph_is_word (text->bytes[end - 1]))
    end--;

  start = end;
  while (start > from && end - start < 16 && lockstep_glyph_is_word (text->bytes[start - 1]))
    start--;

  return lockstep_glyph_is_one_of (text, (LockstepSpan){ start, end }, labels);
}

const LockstepEntry *
lockstep_code_get_condition (const LockstepLexicon *lexicon,
                             const LockstepEntry *message,
                             gint64 code)
{
  gint64 base = lockstep_entry_integer (message, "code-base", 0);
  const LockstepEntry *condition = NULL;

  for (guint i = 0; condition == NULL && i < LOCKSTEP_N_CODES; i++)
    if (lockstep_codes_are_of ((LockstepCodes) i, message))
      condition = lockstep_lexicon_lookup (
          lexicon,
          (LockstepCodes) i,
          i == LOCKSTEP_CODES_GSKIT && base > 0 && code > base ? code - base : code);

  return condition;
}

const LockstepEntry *
lockstep_code_get_legacy (const LockstepEntry *message, gint64 code)
{
  for (guint i = 0; i < lockstep_entry_length (message, "legacy"); i++)
    {
      const LockstepEntry *legacy = lockstep_entry_nth (message, "legacy", i);

      if (lockstep_entry_integer (legacy, "code", 0) == code)
        return legacy;
    }

  return NULL;
}

/* Whose messages stand beside return codes of the network (10061) that lead to no condition. */
static gboolean
is_client (const LockstepEntry *message)
{
  return g_strcmp0 (lockstep_entry_string (message, "role"), "client") == 0;
}

static gboolean
fits (const LockstepLexicon *lexicon,
      const LockstepEntry *message,
      Fit fit,
      gint64 value,
      gboolean labelled)
{
  gint64 base = lockstep_entry_integer (message, "code-base", 0);
  gboolean has_base = lockstep_entry_has (message, "code-base");
  gboolean known = lockstep_code_get_condition (lexicon, message, value) != NULL;

  switch (fit)
    {
    case FIT_KNOWN:
      return known && (has_base ? value > base && (base > 0 || labelled) : labelled);

    case FIT_BAND:
      return (base > 0 && value > base && value <= base + BAND) ||
             lockstep_code_get_legacy (message, value) != NULL;

    case FIT_LABELLED:
      return labelled && value > 0 && (known || (!has_base && is_client (message)));

    case N_FITS:
    default:
      return FALSE;
    }
}

/* The first number within @span that fits, or the last one where @backwards. */
static gboolean
find_within (const LockstepLexicon *lexicon,
             const LockstepBytes *text,
             const LockstepEntry *message,
             Fit fit,
             LockstepSpan span,
             gboolean backwards,
             LockstepCode *ret_code)
{
  gboolean found = FALSE;
  gboolean labelled;
  LockstepSpan number;
  gint64 value;

  for (gsize at = span.start; at < span.end; at++)
    {
      if (!g_ascii_isdigit (text->bytes[at]) ||
          (at > span.start && g_ascii_isdigit (text->bytes[at - 1])))
        continue;

      if (!lockstep_code_read_number (text, span.start, at, &value, &number) ||
          number.end > span.end)
        continue;

      labelled = is_labelled (text, span.start, at) ||
                 (span.start > 0 && is_right_behind (text, span.start, at));
      if (!fits (lexicon, message, fit, value, labelled))
        continue;

      ret_code->value = value;
      ret_code->span = number;
      ret_code->condition = lockstep_code_get_condition (lexicon, message, value);
      found = TRUE;
      if (!backwards)
        break;
    }

  return found;
}

gboolean
lockstep_code_find (const LockstepLexicon *lexicon,
                    const LockstepBytes *text,
                    const LockstepEntry *message,
                    LockstepSpan id,
                    LockstepSpan around,
                    LockstepCode *ret_code)
{
  gsize first = MAX (around.start, id.start > MAX_DISTANCE ? id.start - MAX_DISTANCE : 0);
  gsize last = MIN (around.end, id.end + MAX_DISTANCE);
  gsize line_start = id.start;
  gsize line_end = id.end;
  LockstepSpan spans[4];

  /* The condition of such a message is fixed, and a number beside it is something else. */
  if (lockstep_entry_has (message, "condition"))
    return FALSE;

  while (line_start > first && text->bytes[line_start - 1] != '\n')
    line_start--;

  while (line_end < last && text->bytes[line_end] != '\n')
    line_end++;

  spans[0] = (LockstepSpan){ id.end, line_end };
  spans[1] = (LockstepSpan){ line_start, id.start };
  spans[2] = (LockstepSpan){ line_end, last };
  spans[3] = (LockstepSpan){ first, line_start };

  for (Fit fit = FIT_KNOWN; fit < N_FITS; fit++)
    for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
      if (find_within (lexicon, text, message, fit, spans[i], i % 2 == 1, ret_code))
        return TRUE;

  return FALSE;
}

static gboolean
is_before_socket (const LockstepBytes *text, LockstepSpan word)
{
  return (word.start >= 10 &&
          g_ascii_strncasecmp (text->bytes + word.start - 10, "read from ", 10) == 0) ||
         (word.start >= 9 &&
          g_ascii_strncasecmp (text->bytes + word.start - 9, "write to ", 9) == 0);
}

/* Whether @word announces a number, and whether that may be GSKit's own besides one of a band. */
static gboolean
announces (const LockstepBytes *text, LockstepSpan word, gboolean *ret_own)
{
  static const char *const bands[] = { "ssl", "tls", "comm", NULL };

  *ret_own = TRUE;
  if (word.end - word.start >= 3 && g_ascii_strncasecmp (text->bytes + word.start, "gsk", 3) == 0)
    return TRUE;

  if (lockstep_glyph_is (text, word, "socket") && is_before_socket (text, word))
    return TRUE;

  *ret_own = FALSE;
  return lockstep_glyph_is_one_of (text, word, bands);
}

/* "-10", but not "rc-10". */
static gboolean
is_negative (const LockstepBytes *text, gsize from, gsize at)
{
  return at > from && text->bytes[at - 1] == '-' &&
         (at == from + 1 || !lockstep_glyph_is_word (text->bytes[at - 2]));
}

gboolean
lockstep_code_read_labelled (const LockstepLexicon *lexicon,
                             const LockstepBytes *text,
                             LockstepSpan word,
                             LockstepCode *ret_code)
{
  static const char *const between[] = {
    "error", "rc",    "ec",       "code",     "failed", "with", "the",    "return",
    "and",   "value", "returned", "function", "status", "a",    "number", NULL,
  };
  const LockstepEntry *carrier = lexicon->carriers[LOCKSTEP_CODES_GSKIT];
  gsize last = MIN (text->length, word.end + MAX_LABEL_DISTANCE);
  LockstepSpan next = word;
  gboolean socket = lockstep_glyph_is (text, word, "socket");
  gboolean own;
  gint64 base;

  if (carrier == NULL || !announces (text, word, &own))
    return FALSE;

  base = lockstep_entry_integer (carrier, "code-base", 0);
  while (lockstep_glyph_next_word (text, next.end, last, &next))
    {
      if (lockstep_code_read_number (text, word.end, next.start, &ret_code->value, &ret_code->span))
        {
          ret_code->condition = lockstep_code_get_condition (lexicon, carrier, ret_code->value);
          return ret_code->condition != NULL && !is_negative (text, word.end, next.start) &&
                 (own || ret_code->value > base);
        }

      if (socket || !lockstep_glyph_is_one_of (text, next, between))
        return FALSE;
    }

  return FALSE;
}

const LockstepEntry *
lockstep_code_read_job_log (const LockstepLexicon *lexicon,
                            const LockstepBytes *text,
                            LockstepSpan word,
                            LockstepCode *ret_code)
{
  static const char *const between[] = {
    "error", "rc",       "code", "failed",    "with",   "return",        "value", "returned",
    "is",    "function", "was",  "handshake", "status", "ssl_handshake", "job",   NULL,
  };
  gsize last = MIN (text->length, word.end + MAX_LABEL_DISTANCE);
  LockstepSpan next = word;

  if (!lockstep_glyph_is (text, word, "qtvtelnet") &&
      (word.end - word.start < 3 || g_ascii_strncasecmp (text->bytes + word.start, "ssl", 3) != 0))
    return NULL;

  while (lockstep_glyph_next_word (text, next.end, last, &next))
    {
      if (lockstep_code_read_number (text, word.end, next.start, &ret_code->value, &ret_code->span))
        {
          if (!is_negative (text, word.end, next.start))
            return NULL;

          ret_code->value = -ret_code->value;
          ret_code->span.start--;
          return g_hash_table_lookup (lexicon->job_log, GINT_TO_POINTER ((gint) ret_code->value));
        }

      if (!lockstep_glyph_is_one_of (text, next, between))
        return NULL;
    }

  return NULL;
}
