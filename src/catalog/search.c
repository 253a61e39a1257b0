/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/search.h"

#include "catalog/recognition.h"
#include "catalog/search-index.h"

#include <string.h>

/* A person types some words; a longer text is a message, and recognised as such. */
#define MAX_TEXT 512
#define MAX_WORDS 12

/* What a text names stands before all that only has its words. */
#define NAMED 1e6

/* Messages of the products themselves stand before those of other programs. */
#define OURS 1.5

/* A whole word is worth more than the beginning of one. */
#define WHOLE 3.0

typedef struct
{
  const LockstepSearchIndex *index;
  double *scores;
  double *best;
  guint8 *words;
} Search;

static guint
find_first (const LockstepSearchIndex *index, const char *word)
{
  guint low = 0;
  guint high = index->terms->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_array_index (index->terms, LockstepTerm, middle).word, word) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Words that stand nearly everywhere say nothing. */
static gboolean
is_filler (const char *word)
{
  static const char *const fillers[] = {
    "a",  "an", "and", "are", "at",  "be",   "by", "for", "from", "in",   "is",
    "it", "of", "on",  "or",  "the", "this", "to", "was", "what", "with", NULL,
  };

  return g_strv_contains (fillers, word);
}

/* The weight of the best word for each item; rare words weigh more. */
static void
add_word (Search *self, const char *word)
{
  guint n = self->index->items->len;
  guint first = find_first (self->index, word);

  memset (self->best, 0, n * sizeof *self->best);
  for (guint i = first; i < self->index->terms->len; i++)
    {
      const LockstepTerm *term = &g_array_index (self->index->terms, LockstepTerm, i);
      double rarity = 1.0 + g_bit_storage (n / term->postings->len);

      if (!g_str_has_prefix (term->word, word))
        break;

      if (strcmp (term->word, word) == 0)
        rarity *= WHOLE;

      for (guint j = 0; j < term->postings->len; j++)
        {
          const LockstepPosting *posting = &g_array_index (term->postings, LockstepPosting, j);

          self->best[posting->item] = MAX (self->best[posting->item], posting->weight * rarity);
        }
    }

  for (guint i = 0; i < n; i++)
    if (self->best[i] > 0)
      {
        self->scores[i] += self->best[i];
        self->words[i]++;
      }
}

/* Answers how many words count. */
static guint
add_words (Search *self, const char *text)
{
  g_autoptr (GPtrArray) words = lockstep_search_split (text, MAX_WORDS);
  guint counted = 0;

  for (guint i = 0; i < words->len; i++)
    if (!is_filler (g_ptr_array_index (words, i)) || words->len == 1)
      {
        add_word (self, g_ptr_array_index (words, i));
        counted++;
      }

  return counted;
}

/* What the text names by an id or a code comes first, in the order of recognising. */
static void
add_named (Search *self, const LockstepCatalog *catalog, const char *text, guint n_words)
{
  g_autoptr (LockstepRecognition) recognition = lockstep_recognise (catalog, text);

  for (guint i = 0; i < recognition->matches->len; i++)
    {
      const LockstepMatch *match = g_ptr_array_index (recognition->matches, i);

      for (guint j = 0; j < self->index->items->len; j++)
        {
          const LockstepFind *item = &g_array_index (self->index->items, LockstepFind, j);

          if (item->message != match->message ||
              (item->condition != NULL && item->condition != match->condition))
            continue;

          self->scores[j] += NAMED / (i + 1) + (item->condition != NULL ? NAMED / 2 : 0.0);
          self->words[j] = (guint8) n_words;
        }
    }
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  double first = ((const LockstepFind *) a)->score;
  double second = ((const LockstepFind *) b)->score;

  return (first < second) - (first > second);
}

static GArray *
collect (const Search *self, guint n_words, guint max)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LockstepFind));
  guint most = 1;

  for (guint i = 0; i < self->index->items->len; i++)
    most = MAX (most, self->words[i]);

  /* Where not even half of the words are there, nothing is meant. */
  for (guint i = 0; most * 2 > n_words && i < self->index->items->len; i++)
    if (self->words[i] == most)
      {
        LockstepFind find = g_array_index (self->index->items, LockstepFind, i);

        find.score = self->scores[i] * (lockstep_entry_has (find.message, "says") ? 1.0 : OURS);
        g_array_append_val (found, find);
      }

  /* GLib's sort of arrays keeps the order of what is equal. */
  g_array_sort (found, compare);
  if (max > 0 && found->len > max)
    g_array_set_size (found, max);

  return found;
}

GArray *
lockstep_search (const LockstepCatalog *catalog, const char *text, guint max)
{
  g_autofree char *head = NULL;
  g_autofree double *scores = NULL;
  g_autofree double *best = NULL;
  g_autofree guint8 *words = NULL;
  Search search = { 0 };
  guint n, n_words;

  g_return_val_if_fail (catalog != NULL && text != NULL, NULL);

  head = g_strndup (text, strnlen (text, MAX_TEXT));
  search.index = lockstep_catalog_get_search_index (catalog);
  n = search.index->items->len;
  search.scores = scores = g_new0 (double, n);
  search.best = best = g_new0 (double, n);
  search.words = words = g_new0 (guint8, n);
  n_words = add_words (&search, head);
  n_words = MAX (1, n_words);
  add_named (&search, catalog, head, n_words);

  return collect (&search, n_words, max);
}

GArray *
lockstep_search_list (const LockstepCatalog *catalog)
{
  const LockstepSearchIndex *index;

  g_return_val_if_fail (catalog != NULL, NULL);

  index = lockstep_catalog_get_search_index (catalog);

  return g_array_copy (index->items);
}

char *
lockstep_find_to_text (const LockstepFind *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->condition == NULL && lockstep_entry_has (self->message, "says"))
    return g_strdup (lockstep_entry_nth_string (self->message, "says", 0));

  if (self->condition == NULL)
    return g_strdup (lockstep_entry_id (self->message));

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, lockstep_entry_id (self->message), self->code);
}
