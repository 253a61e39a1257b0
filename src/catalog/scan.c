/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/scan.h"

#include "catalog/code.h"
#include "catalog/hits.h"
#include "catalog/spelling.h"

#define MAX_NAME 64

/* A text of more words is no bare code with a label. */
#define MAX_BARE_WORDS 12

/* Numbers below are typed on the way to longer ones; alone they mean nothing yet. */
static const gint64 least[LOCKSTEP_N_CODES] = {
  [LOCKSTEP_CODES_GSKIT] = 100,
  [LOCKSTEP_CODES_WINSOCK] = 10000,
  /* They have four digits, as most ports have. */
  [LOCKSTEP_CODES_CLIENT_ACCESS] = G_MAXINT64,
};

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

  if (length > MAX_NAME)
    return NULL;

  for (gsize i = 0; i < length; i++)
    name[i] = g_ascii_toupper (scan->text.bytes[word.start + i]);

  name[length] = '\0';

  return g_hash_table_lookup (scan->lexicon->names, name);
}

static const LockstepEntry *
get_carrier (const Scan *scan, const LockstepEntry *condition)
{
  return scan->lexicon->carriers[lockstep_codes_of (condition)];
}

static void
add_carried (Scan *scan, LockstepSpan span, const LockstepCode *code)
{
  LockstepHit hit = {
    .message = get_carrier (scan, code->condition),
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

/* Its code is the message itself, so that none is looked for in its surroundings. */
static void
add_job_log (Scan *scan, const LockstepEntry *message, LockstepSpan word, const LockstepCode *code)
{
  LockstepHit hit = {
    .message = message,
    .exact = TRUE,
    .said = TRUE,
    .start = word.start,
    .end = code->span.end,
    .code_start = code->span.start,
    .code_end = code->span.end,
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

  entry = lockstep_spelling_read (scan->lexicon, &scan->text, word, FALSE, &span, &exact);
  if (entry != NULL)
    {
      add_id (scan, entry, span, exact);
      return span.end;
    }

  entry = lockstep_code_read_job_log (scan->lexicon, &scan->text, word, &code);
  if (entry != NULL)
    {
      add_job_log (scan, entry, word, &code);
      return code.span.end;
    }

  code.condition = read_name (scan, word);
  if (code.condition != NULL && get_carrier (scan, code.condition) != NULL)
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
      if (hit->said)
        continue;

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

/* The whole text is an id: who types "SSL234" and nothing else means no version of SSL. */
static void
read_alone (Scan *scan)
{
  LockstepSpan word = { 0, 0 };
  LockstepSpan more, span;
  const LockstepEntry *entry;
  gboolean exact;

  if (!lockstep_glyph_next_word (&scan->text, 0, scan->text.length, &word))
    return;

  entry = lockstep_spelling_read (scan->lexicon, &scan->text, word, TRUE, &span, &exact);
  if (entry != NULL && !lockstep_glyph_next_word (&scan->text, span.end, scan->text.length, &more))
    add_id (scan, entry, span, exact);
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

  for (guint i = 0; code.condition == NULL && i < LOCKSTEP_N_CODES; i++)
    if (scan->lexicon->carriers[i] != NULL && (words > 1 || code.value >= least[i]))
      code.condition =
          lockstep_code_get_condition (scan->lexicon, scan->lexicon->carriers[i], code.value);

  if (code.condition != NULL)
    add_carried (scan, code.span, &code);
}

GArray *
lockstep_scan (const LockstepCatalog *catalog, const char *text, gsize length)
{
  Scan scan = { .text = { text, length } };
  LockstepSpan word = { 0, 0 };
  g_autoptr (GArray) phrases = NULL;

  g_return_val_if_fail (catalog != NULL && text != NULL, NULL);

  scan.lexicon = lockstep_catalog_get_lexicon (catalog);
  scan.hits = g_array_new (FALSE, FALSE, sizeof (LockstepHit));
  while (lockstep_glyph_next_word (&scan.text, word.end, length, &word))
    word.end = read_word (&scan, word);

  if (scan.hits->len == 0)
    read_alone (&scan);

  find_codes (&scan, catalog);
  phrases = lockstep_phrases_scan (scan.lexicon->phrases, &scan.text);
  lockstep_hits_add_phrases (scan.hits, phrases, catalog);
  lockstep_hits_drop_carried (scan.hits, &scan.text);
  if (scan.hits->len == 0)
    read_bare (&scan);

  return scan.hits;
}
