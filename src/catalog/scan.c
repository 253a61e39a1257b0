/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/scan.h"

#include "catalog/code.h"
#include "catalog/spelling.h"

#include <string.h>

#define MAX_NAME 64
#define MAX_LINE 1000

/* A text of more words is no bare code with a label. */
#define MAX_BARE_WORDS 12

/* Numbers below are typed on the way to longer ones; alone they mean nothing yet. */
#define MIN_BARE 100

typedef struct
{
  const LockstepLexicon *lexicon;
  LockstepBytes text;
  GArray *hits;
} Scan;

static const LockstepEntry *
lookup_condition (const LockstepCatalog *catalog, const LockstepEntry *message)
{
  const char *id = lockstep_entry_string (message, "condition");

  return id != NULL ? lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_CONDITIONS, id) : NULL;
}

static const LockstepEntry *
read_name (const Scan *scan, LockstepSpan word)
{
  char name[MAX_NAME + 1];
  gsize length = word.end - word.start;
  gboolean special = FALSE;

  if (length > MAX_NAME)
    return NULL;

  for (gsize i = 0; i < length; i++)
    {
      name[i] = g_ascii_toupper (scan->text.bytes[word.start + i]);
      special = special || name[i] == '_' || g_ascii_isdigit (name[i]);
    }

  name[length] = '\0';

  return special ? g_hash_table_lookup (scan->lexicon->names, name) : NULL;
}

static void
add_carried (Scan *scan, LockstepSpan span, const LockstepCode *code)
{
  LockstepHit hit = {
    .message = scan->lexicon->carrier,
    .condition = code->condition,
    .has_code = TRUE,
    .code = code->value,
    .exact = TRUE,
    .carried = TRUE,
    .start = span.start,
    .end = span.end,
    .code_start = code->span.start,
    .code_end = code->span.end,
  };

  g_array_append_val (scan->hits, hit);
}

static void
add_id (Scan *scan, const LockstepEntry *message, LockstepSpan span, gboolean exact)
{
  LockstepHit hit = {
    .message = message,
    .exact = exact,
    .start = span.start,
    .end = span.end,
    .code_start = span.end,
    .code_end = span.end,
  };

  g_array_append_val (scan->hits, hit);
}

/* Looks at the word and answers where to go on. */
static gsize
read_word (Scan *scan, LockstepSpan word)
{
  const LockstepEntry *entry;
  LockstepCode code = { 0 };
  LockstepSpan span;
  gboolean exact;

  entry = lockstep_spelling_read (scan->lexicon, &scan->text, word, &span, &exact);
  if (entry != NULL)
    {
      add_id (scan, entry, span, exact);
      return span.end;
    }

  if (scan->lexicon->carrier == NULL)
    return word.end;

  code.condition = read_name (scan, word);
  if (code.condition != NULL)
    {
      code.value = lockstep_entry_integer (code.condition, "number", 0);
      code.span = word;
      add_carried (scan, word, &code);
      return word.end;
    }

  if (lockstep_code_read_labelled (scan->lexicon, &scan->text, word, &code))
    {
      add_carried (scan, (LockstepSpan){ word.start, code.span.end }, &code);
      return code.span.end;
    }

  return word.end;
}

/* The surroundings of the n-th hit go from the id before it to the id behind it; what stands on
 * the line of the next id before that id belongs to that one. */
static LockstepSpan
surroundings (const Scan *scan, guint index)
{
  LockstepSpan around = { 0, scan->text.length };

  for (guint i = index; i-- > 0;)
    {
      const LockstepHit *hit = &g_array_index (scan->hits, LockstepHit, i);

      if (hit->carried)
        continue;

      around.start = MAX (hit->end, hit->code_end);
      break;
    }

  for (guint i = index + 1; i < scan->hits->len; i++)
    {
      const LockstepHit *hit = &g_array_index (scan->hits, LockstepHit, i);

      if (hit->carried)
        continue;

      around.end = hit->start;
      break;
    }

  return around;
}

/* Cuts off the beginning of the next id's line, unless the id itself stands on that line too. */
static LockstepSpan
leave_next_line (const Scan *scan, LockstepSpan id, LockstepSpan around)
{
  gsize at = around.end;

  if (around.end == scan->text.length)
    return around;

  while (at > id.end && scan->text.bytes[at - 1] != '\n')
    at--;

  if (at > id.end)
    around.end = at;

  return around;
}

static void
find_codes (Scan *scan, const LockstepCatalog *catalog)
{
  for (guint i = 0; i < scan->hits->len; i++)
    {
      LockstepHit *hit = &g_array_index (scan->hits, LockstepHit, i);
      LockstepSpan id = { hit->start, hit->end };
      LockstepCode code = { 0 };

      if (hit->carried)
        continue;

      hit->condition = lookup_condition (catalog, hit->message);
      if (!lockstep_code_find (scan->lexicon,
                               &scan->text,
                               hit->message,
                               id,
                               leave_next_line (scan, id, surroundings (scan, i)),
                               &code))
        continue;

      hit->has_code = TRUE;
      hit->code = code.value;
      hit->condition = code.condition;
      hit->code_start = code.span.start;
      hit->code_end = code.span.end;
    }
}

/* A line is followed for a while only, so that a text without line ends takes no longer. */
static gboolean
is_on_same_line (const Scan *scan, gsize a, gsize b)
{
  gsize distance = MAX (a, b) - MIN (a, b);

  return distance <= MAX_LINE && memchr (scan->text.bytes + MIN (a, b), '\n', distance) == NULL;
}

/* A message that wants a code takes the condition that stands on its line by name or by GSKit's
 * own number: "SSL0200E: Handshake Failed, GSK_ERROR_BAD_CERT". */
static void
take_over (LockstepHit *id, const LockstepHit *carried)
{
  if (id->has_code || !lockstep_entry_has (id->message, "code-base"))
    return;

  id->has_code = TRUE;
  id->code = carried->code;
  id->condition = carried->condition;
  id->code_start = carried->code_start;
  id->code_end = carried->code_end;
}

/* Whether a number or name says only what stands before it on its line. */
static gboolean
is_said (const Scan *scan, const LockstepHit *hit, const LockstepHit *id, const LockstepHit *before)
{
  if (id != NULL && is_on_same_line (scan, id->end, hit->start))
    return TRUE;

  return before != NULL && before->carried && before->condition == hit->condition &&
         is_on_same_line (scan, before->end, hit->start);
}

/* A number or name beside an id is part of that message, or says the same condition again. */
static void
drop_carried (Scan *scan)
{
  g_autoptr (GHashTable) conditions = g_hash_table_new (NULL, NULL);
  LockstepHit *last = NULL;
  guint kept = 0;

  for (guint i = 0; i < scan->hits->len; i++)
    {
      LockstepHit *hit = &g_array_index (scan->hits, LockstepHit, i);

      if (!hit->carried)
        last = hit;
      else if (last != NULL && is_on_same_line (scan, last->end, hit->start))
        take_over (last, hit);

      if (last != NULL && last->condition != NULL)
        g_hash_table_add (conditions, (gpointer) last->condition);
    }

  last = NULL;
  for (guint i = 0; i < scan->hits->len; i++)
    {
      LockstepHit *to = &g_array_index (scan->hits, LockstepHit, kept);
      LockstepHit hit = g_array_index (scan->hits, LockstepHit, i);

      if (hit.carried && (g_hash_table_contains (conditions, hit.condition) ||
                          is_said (scan, &hit, last, kept > 0 ? to - 1 : NULL)))
        continue;

      *to = hit;
      last = hit.carried ? last : to;
      kept++;
    }

  g_array_set_size (scan->hits, kept);
}

/* The whole text is a number, or a number and words such as "code". */
static void
read_bare (Scan *scan)
{
  static const char *const labels[] = {
    "code", "error", "ssl",    "tls",    "gskit",  "gsk",      "rc", "ec", "return", "returned",
    "ibm",  "i",     "access", "number", "failed", "function", "no", "nr", NULL,
  };
  LockstepCode code = { 0 };
  LockstepSpan word = { 0, 0 };
  guint words = 0;

  if (scan->lexicon->carrier == NULL)
    return;

  while (lockstep_glyph_next_word (&scan->text, word.end, scan->text.length, &word))
    {
      if (++words > MAX_BARE_WORDS)
        return;

      if (g_ascii_isdigit (scan->text.bytes[word.start]))
        {
          if (code.value != 0 ||
              !lockstep_code_read_number (&scan->text, 0, word.start, &code.value, &code.span))
            return;
        }
      else if (!lockstep_glyph_is_one_of (&scan->text, word, labels))
        return;
    }

  code.condition = lockstep_code_get_condition (scan->lexicon, scan->lexicon->carrier, code.value);
  if (code.condition != NULL && (words > 1 || code.value >= MIN_BARE))
    add_carried (scan, code.span, &code);
}

GArray *
lockstep_scan (const LockstepCatalog *catalog, const char *text, gsize length)
{
  Scan scan = { .text = { text, length } };
  LockstepSpan word = { 0, 0 };

  g_return_val_if_fail (catalog != NULL && text != NULL, NULL);

  scan.lexicon = lockstep_catalog_get_lexicon (catalog);
  scan.hits = g_array_new (FALSE, FALSE, sizeof (LockstepHit));
  while (lockstep_glyph_next_word (&scan.text, word.end, length, &word))
    word.end = read_word (&scan, word);

  find_codes (&scan, catalog);
  drop_carried (&scan);
  if (scan.hits->len == 0)
    read_bare (&scan);

  return scan.hits;
}
