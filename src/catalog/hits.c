/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/hits.h"

#include <string.h>

#define MAX_LINE 1000

/* A line is followed for a while only, so that a text without line ends takes no longer. */
static gboolean
is_on_same_line (const LockstepBytes *text, gsize a, gsize b)
{
  gsize distance = MAX (a, b) - MIN (a, b);

  return distance <= MAX_LINE && memchr (text->bytes + MIN (a, b), '\n', distance) == NULL;
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
is_said (const LockstepBytes *text,
         const LockstepHit *hit,
         const LockstepHit *id,
         const LockstepHit *before)
{
  if (id != NULL && is_on_same_line (text, id->end, hit->start))
    return TRUE;

  return before != NULL && before->carried && before->condition == hit->condition &&
         is_on_same_line (text, before->end, hit->start);
}

/* A number or name beside an id is part of that message, or says the same condition again. */
void
lockstep_hits_drop_carried (GArray *hits, const LockstepBytes *text)
{
  g_autoptr (GHashTable) conditions = g_hash_table_new (NULL, NULL);
  LockstepHit *last = NULL;
  guint kept = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      LockstepHit *hit = &g_array_index (hits, LockstepHit, i);

      if (!hit->carried)
        last = hit;
      else if (last != NULL && is_on_same_line (text, last->end, hit->start))
        take_over (last, hit);

      if (last != NULL && last->condition != NULL)
        g_hash_table_add (conditions, (gpointer) last->condition);
    }

  last = NULL;
  for (guint i = 0; i < hits->len; i++)
    {
      LockstepHit *to = &g_array_index (hits, LockstepHit, kept);
      LockstepHit hit = g_array_index (hits, LockstepHit, i);

      if (hit.carried && (g_hash_table_contains (conditions, hit.condition) ||
                          is_said (text, &hit, last, kept > 0 ? to - 1 : NULL)))
        continue;

      *to = hit;
      last = hit.carried ? last : to;
      kept++;
    }

  g_array_set_size (hits, kept);
}

/* Whether a phrase says no more than an id around it, or a number beside it. */
static gboolean
is_within (const LockstepPhraseHit *phrase, const LockstepHit *hit)
{
  return hit->start < phrase->span.end && phrase->span.start < hit->end;
}

void
lockstep_hits_add_phrases (GArray *hits, const GArray *phrases, const LockstepCatalog *catalog)
{
  g_autoptr (GArray) old = g_array_copy (hits);
  guint next = 0;

  g_array_set_size (hits, 0);
  for (guint i = 0; i < phrases->len; i++)
    {
      const LockstepPhraseHit *phrase = &g_array_index (phrases, LockstepPhraseHit, i);
      const char *condition = lockstep_entry_string (phrase->message, "condition");
      LockstepHit hit = {
        .message = phrase->message,
        .exact = TRUE,
        .said = TRUE,
        .start = phrase->span.start,
        .end = phrase->span.end,
        .code_start = phrase->span.end,
        .code_end = phrase->span.end,
      };

      if (condition != NULL)
        hit.condition = lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_CONDITIONS, condition);

      for (; next < old->len && g_array_index (old, LockstepHit, next).start < hit.start; next++)
        g_array_append_val (hits, g_array_index (old, LockstepHit, next));

      if ((next < old->len && is_within (phrase, &g_array_index (old, LockstepHit, next))) ||
          (hits->len > 0 && is_within (phrase, &g_array_index (hits, LockstepHit, hits->len - 1))))
        continue;

      g_array_append_val (hits, hit);
    }

  for (; next < old->len; next++)
    g_array_append_val (hits, g_array_index (old, LockstepHit, next));
}
