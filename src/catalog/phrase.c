/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/phrase.h"

#include <string.h>

/* A longer run of blanks is no gap between two words of one sentence. */
#define MAX_BLANKS 64

/* @next is the next shorter phrase with the same first letters. */
typedef struct _Phrase Phrase;
struct _Phrase
{
  char *words;
  gsize length;
  const LockstepEntry *message;
  Phrase *next;
};

/* @by_start leads from the first LOCKSTEP_PHRASE_MIN letters to the phrases, longest first: each
 * place of a text is compared with the few phrases that can begin there and with no other. */
struct _LockstepPhrases
{
  GHashTable *by_start;
};

static void
phrase_free (Phrase *phrase)
{
  while (phrase != NULL)
    {
      Phrase *next = phrase->next;

      g_free (phrase->words);
      g_free (phrase);
      phrase = next;
    }
}

LockstepPhrases *
lockstep_phrases_new (void)
{
  LockstepPhrases *self = g_new0 (LockstepPhrases, 1);

  self->by_start = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) phrase_free);

  return self;
}

void
lockstep_phrases_free (LockstepPhrases *self)
{
  g_hash_table_unref (self->by_start);
  g_free (self);
}

/* The quotation marks of texts for people: one plain mark stands for each kind. */
static gsize
fold_quote (const LockstepBytes *text, gsize at, char *ret_glyph)
{
  if (lockstep_glyph_at (text, at) != '\xe2' || lockstep_glyph_at (text, at + 1) != '\x80')
    return 0;

  switch ((guchar) lockstep_glyph_at (text, at + 2))
    {
    case 0x98:
    case 0x99:
      *ret_glyph = '\'';
      return 3;

    case 0x9c:
    case 0x9d:
      *ret_glyph = '"';
      return 3;

    default:
      return 0;
    }
}

/* The glyph at @at as phrases are compared: small letters, one blank for a run of them. Answers
 * how many bytes it takes. */
static gsize
fold (const LockstepBytes *text, gsize at, char *ret_glyph)
{
  gsize blanks = 0;
  gsize length;

  while (blanks < MAX_BLANKS && (length = lockstep_glyph_blank (text, at + blanks)) > 0)
    blanks += length;

  if (blanks > 0)
    {
      *ret_glyph = ' ';
      return blanks;
    }

  length = fold_quote (text, at, ret_glyph);
  if (length > 0)
    return length;

  *ret_glyph = g_ascii_tolower (lockstep_glyph_at (text, at));
  return 1;
}

static guint
read_start (const LockstepBytes *text, gsize at)
{
  guint start = 0;

  for (guint i = 0; i < LOCKSTEP_PHRASE_MIN; i++)
    {
      char glyph;

      at += fold (text, at, &glyph);
      start = start << 8 | (guchar) glyph;
    }

  return start;
}

static char *
fold_words (const char *words)
{
  LockstepBytes text = { words, strlen (words) };
  GString *folded = g_string_new (NULL);
  gsize at = 0;

  while (at < text.length)
    {
      char glyph;

      at += fold (&text, at, &glyph);
      g_string_append_c (folded, glyph);
    }

  return g_strstrip (g_string_free (folded, FALSE));
}

void
lockstep_phrases_add (LockstepPhrases *self, const char *words, const LockstepEntry *message)
{
  g_autofree char *folded = fold_words (words);
  LockstepBytes text = { folded, strlen (folded) };
  gpointer start = GUINT_TO_POINTER (read_start (&text, 0));
  Phrase *phrase, *before;

  if (text.length < LOCKSTEP_PHRASE_MIN)
    return;

  phrase = g_new0 (Phrase, 1);
  phrase->words = g_steal_pointer (&folded);
  phrase->length = text.length;
  phrase->message = message;

  before = g_hash_table_lookup (self->by_start, start);
  if (before == NULL || before->length < phrase->length)
    {
      phrase->next = before;
      g_hash_table_steal (self->by_start, start);
      g_hash_table_insert (self->by_start, start, phrase);
      return;
    }

  while (before->next != NULL && before->next->length >= phrase->length)
    before = before->next;

  phrase->next = before->next;
  before->next = phrase;
}

/* Whether the phrase stands at @at; nothing may go on where it ends inside a word. */
static gboolean
stands_at (const Phrase *phrase, const LockstepBytes *text, gsize at, gsize *ret_end)
{
  for (gsize i = 0; i < phrase->length; i++)
    {
      char glyph;
      gsize length;

      if (at >= text->length)
        return FALSE;

      length = fold (text, at, &glyph);
      if (glyph != phrase->words[i])
        return FALSE;

      at += length;
    }

  *ret_end = at;

  return !lockstep_glyph_is_word (phrase->words[phrase->length - 1]) ||
         !lockstep_glyph_is_word (lockstep_glyph_at (text, at));
}

static gboolean
can_begin (const LockstepBytes *text, gsize at)
{
  char glyph = text->bytes[at];

  return !lockstep_glyph_is_word (glyph) || at == 0 ||
         !lockstep_glyph_is_word (text->bytes[at - 1]);
}

/* The longer one of two that overlap stays, and the earlier one of two as long as each other. */
static void
add_hit (GArray *hits, const LockstepPhraseHit *hit)
{
  while (hits->len > 0)
    {
      const LockstepPhraseHit *last = &g_array_index (hits, LockstepPhraseHit, hits->len - 1);

      if (last->span.end <= hit->span.start)
        break;

      if (last->span.end - last->span.start >= hit->span.end - hit->span.start)
        return;

      g_array_set_size (hits, hits->len - 1);
    }

  g_array_append_val (hits, *hit);
}

GArray *
lockstep_phrases_scan (const LockstepPhrases *self, const LockstepBytes *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (LockstepPhraseHit));

  if (g_hash_table_size (self->by_start) == 0)
    return hits;

  for (gsize at = 0; at + LOCKSTEP_PHRASE_MIN <= text->length; at++)
    {
      const Phrase *phrase;

      if (!can_begin (text, at) || lockstep_glyph_blank (text, at) > 0)
        continue;

      phrase = g_hash_table_lookup (self->by_start, GUINT_TO_POINTER (read_start (text, at)));
      for (; phrase != NULL; phrase = phrase->next)
        {
          LockstepPhraseHit hit = { phrase->message, { at, at } };

          if (!stands_at (phrase, text, at, &hit.span.end))
            continue;

          add_hit (hits, &hit);
          break;
        }
    }

  return hits;
}
