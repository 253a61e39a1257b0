/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/search-index.h"

#include "catalog/lexicon.h"

#include <string.h>

/* How much a word says by where it stands. */
#define WEIGHT_ID 60
#define WEIGHT_TITLE 16
#define WEIGHT_SAYS 14
#define WEIGHT_HEADLINE 20
#define WEIGHT_MEANING 8
#define WEIGHT_CAUSE 5
#define WEIGHT_SERVICE 1

/* Larger numbers of GSKit are printed as they are. */
#define MAX_IN_BAND 1000

/* @weights: word to the weight that it has for the item in hand, so that each counts once. */
typedef struct
{
  const LockstepCatalog *catalog;
  LockstepSearchIndex *index;
  GHashTable *terms;
  GHashTable *weights;
} Builder;

static gboolean
is_part (gunichar glyph)
{
  return glyph == '_' || g_unichar_isalnum (glyph);
}

GPtrArray *
lockstep_search_split (const char *text, guint max)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *small = g_utf8_strdown (valid, -1);
  const char *at = small;

  while (*at != '\0' && words->len < max)
    {
      const char *start;

      while (*at != '\0' && !is_part (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);

      start = at;
      while (*at != '\0' && is_part (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);

      if (at > start)
        g_ptr_array_add (words, g_strndup (start, at - start));
    }

  return words;
}

static void
add_word (Builder *self, const char *word, guint weight)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->weights, word));

  if (weight > known)
    g_hash_table_replace (self->weights, g_strdup (word), GUINT_TO_POINTER (weight));
}

/* A name such as GSK_ERROR_BAD_CERT is found by its parts and by BAD_CERT too. */
static void
add_string (Builder *self, const char *text, guint weight)
{
  g_autoptr (GPtrArray) words = NULL;

  if (text == NULL)
    return;

  words = lockstep_search_split (text, G_MAXUINT);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_auto (GStrv) parts = NULL;

      add_word (self, word, weight);
      if (strchr (word, '_') == NULL)
        continue;

      parts = g_strsplit (word, "_", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        if (*parts[j] != '\0')
          add_word (self, parts[j], weight / 4);

      for (const char *end = strchr (word, '_'); end != NULL; end = strchr (end + 1, '_'))
        if (end[1] != '\0')
          add_word (self, end + 1, weight / 2);
    }
}

static void
add_member (Builder *self, const LockstepEntry *entry, const char *member, guint weight)
{
  const char *string = lockstep_entry_string (entry, member);
  const char *text = lockstep_entry_text (entry, member);

  add_string (self, string, weight);
  if (text != string)
    add_string (self, text, weight);
}

static void
add_list (Builder *self, const LockstepEntry *entry, const char *member, guint weight)
{
  for (guint i = 0; i < lockstep_entry_length (entry, member); i++)
    add_string (self, lockstep_entry_nth_string (entry, member, i), weight);
}

static void
add_number (Builder *self, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_word (self, text, WEIGHT_ID);
}

static void
add_causes (Builder *self, const LockstepEntry *holder)
{
  for (guint i = 0; i < lockstep_entry_length (holder, "causes"); i++)
    {
      const char *id = lockstep_entry_string (lockstep_entry_nth (holder, "causes", i), "cause");
      const LockstepEntry *cause =
          lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_CAUSES, id);

      add_string (self, id, WEIGHT_CAUSE);
      if (cause != NULL)
        add_member (self, cause, "title", WEIGHT_CAUSE);
    }
}

static void
add_flow (Builder *self, const LockstepEntry *holder)
{
  const char *id = lockstep_entry_string (holder, "flow");
  const LockstepEntry *flow =
      id != NULL ? lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_FLOWS, id) : NULL;

  for (guint i = 0; flow != NULL && i < lockstep_entry_length (flow, "services"); i++)
    {
      const char *name = lockstep_entry_nth_string (flow, "services", i);
      const LockstepEntry *service =
          lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_SERVICES, name);

      if (service != NULL)
        add_member (self, service, "title", WEIGHT_SERVICE);
    }
}

/* The words of a message or of a condition's role. */
static void
add_words (Builder *self, const LockstepEntry *holder)
{
  add_member (self, holder, "headline", WEIGHT_HEADLINE);
  add_member (self, holder, "meaning", WEIGHT_MEANING);
  add_causes (self, holder);
  add_flow (self, holder);
}

static void
close_item (Builder *self, const LockstepFind *item)
{
  LockstepPosting posting = { .item = (guint16) self->index->items->len };
  GHashTableIter iter;
  gpointer word, weight;

  if (self->index->items->len >= G_MAXUINT16)
    return;

  g_array_append_val (self->index->items, *item);
  g_hash_table_iter_init (&iter, self->weights);
  while (g_hash_table_iter_next (&iter, &word, &weight))
    {
      GArray *postings = g_hash_table_lookup (self->terms, word);

      if (postings == NULL)
        {
          postings = g_array_new (FALSE, FALSE, sizeof (LockstepPosting));
          g_hash_table_insert (self->terms, g_strdup (word), postings);
        }

      posting.weight = (guint16) GPOINTER_TO_UINT (weight);
      g_array_append_val (postings, posting);
    }

  g_hash_table_remove_all (self->weights);
}

/* The words that a page shows: a message with words of its own has better ones than its condition,
 * unless its code led to it. */
static const LockstepEntry *
choose_words (const LockstepFind *item, const LockstepEntry *condition)
{
  const char *role = lockstep_entry_string (item->message, "role");
  const LockstepEntry *words = NULL;

  if (condition != NULL && role != NULL)
    words = lockstep_entry_object (condition, role);

  if (words == NULL || (item->condition == NULL && lockstep_entry_has (item->message, "headline")))
    return item->message;

  return words;
}

static void
add_item (Builder *self, LockstepFind item)
{
  const LockstepEntry *condition = item.condition;
  const char *id = lockstep_entry_string (item.message, "condition");

  if (condition == NULL && id != NULL)
    condition = lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_CONDITIONS, id);

  item.words = choose_words (&item, condition);
  add_string (self,
              lockstep_entry_id (item.message),
              lockstep_entry_has (item.message, "says") ? WEIGHT_SAYS : WEIGHT_ID);
  add_member (self, item.message, "title", WEIGHT_TITLE);
  add_string (self, lockstep_entry_string (item.message, "product"), WEIGHT_TITLE);
  add_list (self, item.message, "says", WEIGHT_SAYS);
  add_words (self, item.words);
  if (condition != NULL)
    {
      add_string (self, lockstep_entry_id (condition), WEIGHT_ID);
      add_list (self, condition, "names", WEIGHT_ID);
      add_number (self, lockstep_entry_integer (condition, "number", 0));
    }

  if (item.code != 0)
    add_number (self, item.code);

  close_item (self, &item);
}

/* A message that carries codes has an item for each that means something to its reader. */
static void
add_codes (Builder *self, const LockstepEntry *message)
{
  const LockstepLexicon *lexicon = lockstep_catalog_get_lexicon (self->catalog);
  const char *role = lockstep_entry_string (message, "role");
  gint64 base = lockstep_entry_integer (message, "code-base", 0);
  const LockstepEntry *condition;

  for (guint i = 0;
       (condition = lockstep_catalog_nth (self->catalog, LOCKSTEP_SECTION_CONDITIONS, i)) != NULL;
       i++)
    {
      LockstepCodes codes = lockstep_codes_of (condition);
      gint64 number = lockstep_entry_integer (condition, "number", 0);
      LockstepFind item = { message,
                            condition,
                            codes == LOCKSTEP_CODES_GSKIT && number < MAX_IN_BAND ? base + number
                                                                                  : number,
                            NULL,
                            0.0 };

      if (lexicon->carriers[codes] == message && role != NULL &&
          lockstep_entry_object (condition, role) != NULL)
        add_item (self, item);
    }
}

static gint
compare_terms (gconstpointer a, gconstpointer b)
{
  return strcmp (((const LockstepTerm *) a)->word, ((const LockstepTerm *) b)->word);
}

LockstepSearchIndex *
lockstep_search_index_new (const LockstepCatalog *catalog)
{
  LockstepSearchIndex *self = g_new0 (LockstepSearchIndex, 1);
  g_autoptr (GHashTable) terms = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) weights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Builder builder = { catalog, self, terms, weights };
  const LockstepEntry *message;
  GHashTableIter iter;
  LockstepTerm term;

  self->items = g_array_new (FALSE, FALSE, sizeof (LockstepFind));
  self->terms = g_array_new (FALSE, FALSE, sizeof (LockstepTerm));
  for (guint i = 0;
       (message = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_MESSAGES, i)) != NULL;
       i++)
    {
      LockstepFind item = { .message = message };

      add_item (&builder, item);
      add_codes (&builder, message);
    }

  g_hash_table_iter_init (&iter, terms);
  while (g_hash_table_iter_next (&iter, (gpointer *) &term.word, (gpointer *) &term.postings))
    g_array_append_val (self->terms, term);

  g_array_sort (self->terms, compare_terms);

  return self;
}

void
lockstep_search_index_free (LockstepSearchIndex *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      LockstepTerm *term = &g_array_index (self->terms, LockstepTerm, i);

      g_free (term->word);
      g_array_unref (term->postings);
    }

  g_array_unref (self->terms);
  g_array_unref (self->items);
  g_free (self);
}
