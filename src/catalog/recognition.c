/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/recognition.h"

#include "catalog/code.h"
#include "catalog/scan.h"
#include "catalog/server-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A page of log names some; a text made to be long may not fill a list without end. */
#define MAX_MATCHES 64

static void
match_free (LockstepMatch *match)
{
  g_free (match->corrected_from);
  g_free (match);
}

/* The id as it was spelt, a line break in it shown as a blank. */
static char *
copy_spelling (const char *text, const LockstepHit *hit)
{
  char *spelling = g_strndup (text + hit->start, hit->end - hit->start);

  return g_strdelimit (spelling, "\t\r\n", ' ');
}

/* A message with a condition of its own may word it better than the condition does. One that
 * carries a code has words of its own only for codes that lead nowhere. */
static const LockstepEntry *
choose_words (const LockstepMatch *match, const char *member)
{
  const LockstepEntry *words = NULL;

  if (match->condition != NULL && match->role != NULL)
    words = lockstep_entry_object (match->condition, match->role);

  if (words != NULL && !lockstep_entry_has (words, member))
    words = NULL;

  if (words != NULL && (lockstep_entry_has (match->message, "code-base") ||
                        lockstep_entry_has (match->message, "code-families")))
    return words;

  return lockstep_entry_has (match->message, member) ? match->message : words;
}

static LockstepMatch *
match_new (const char *text, const LockstepHit *hit)
{
  LockstepMatch *match = g_new0 (LockstepMatch, 1);

  match->message = hit->message;
  match->has_code = hit->has_code;
  match->code = hit->code;
  match->condition = hit->condition;
  match->role = lockstep_entry_string (hit->message, "role");
  match->corrected_from = hit->exact ? NULL : copy_spelling (text, hit);
  match->start = hit->start;
  match->end = hit->end;
  match->code_start = hit->code_start;
  match->code_end = hit->code_end;
  match->explanation = choose_words (match, "headline");

  return match;
}

static LockstepMatch *
find_match (GPtrArray *matches, const LockstepHit *hit)
{
  for (guint i = 0; i < matches->len; i++)
    {
      LockstepMatch *match = g_ptr_array_index (matches, i);

      if (match->message == hit->message && match->has_code == hit->has_code &&
          match->code == hit->code)
        return match;
    }

  return NULL;
}

static gboolean
wants_code (const LockstepMatch *match)
{
  return !match->has_code && lockstep_entry_has (match->message, "code-base");
}

/* How many causes are left: the fewer, the more a message says. Messages with an id stand before
 * those that are known by their words. */
static guint
get_vagueness (const LockstepMatch *match)
{
  const LockstepEntry *holder = NULL;

  if (!lockstep_entry_has (match->message, "says"))
    return 0;

  holder = choose_words (match, "causes");

  return holder != NULL ? lockstep_entry_length (holder, "causes") : G_MAXUINT;
}

/* The right spelling with all that is needed to explain it comes first. */
static guint
get_doubt (const LockstepMatch *match)
{
  guint doubt = 0;

  doubt += match->corrected_from != NULL ? 2 : 0;
  doubt += wants_code (match) || match->explanation == NULL ? 1 : 0;

  return doubt;
}

static gint
compare_matches (gconstpointer a, gconstpointer b)
{
  const LockstepMatch *first = *(const LockstepMatch *const *) a;
  const LockstepMatch *second = *(const LockstepMatch *const *) b;

  if (get_doubt (first) != get_doubt (second))
    return get_doubt (first) < get_doubt (second) ? -1 : 1;

  if (get_vagueness (first) != get_vagueness (second))
    return get_vagueness (first) < get_vagueness (second) ? -1 : 1;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return first->start < second->start ? -1 : 1;
}

/* Where a message stands with its code, mentioning it once more without says nothing new. */
static void
drop_mentions (GPtrArray *matches)
{
  for (guint i = matches->len; i-- > 0;)
    {
      const LockstepMatch *match = g_ptr_array_index (matches, i);
      gboolean said = FALSE;

      if (!wants_code (match))
        continue;

      for (guint j = 0; j < matches->len && !said; j++)
        {
          const LockstepMatch *other = g_ptr_array_index (matches, j);

          said = other->message == match->message && other->has_code;
        }

      if (said)
        g_ptr_array_remove_index (matches, i);
    }
}

static void
collect_matches (LockstepRecognition *self, const char *text, const GArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const LockstepHit *hit = &g_array_index (hits, LockstepHit, i);
      LockstepMatch *match = find_match (self->matches, hit);

      if (match == NULL && self->matches->len < MAX_MATCHES)
        {
          match = match_new (text, hit);
          g_ptr_array_add (self->matches, match);
        }

      if (match == NULL)
        continue;

      match->count++;
      if (hit->exact)
        g_clear_pointer (&match->corrected_from, g_free);
    }

  drop_mentions (self->matches);
  g_ptr_array_sort (self->matches, compare_matches);
}

LockstepRecognition *
lockstep_recognise (const LockstepCatalog *catalog, const char *text)
{
  LockstepRecognition *self;
  g_autoptr (GArray) hits = NULL;
  LockstepBytes bytes;
  LockstepSpan host = { 0, 0 };

  g_return_val_if_fail (catalog != NULL && text != NULL, NULL);

  bytes = (LockstepBytes){ text, strnlen (text, LOCKSTEP_RECOGNITION_MAX) };
  hits = lockstep_scan (catalog, bytes.bytes, bytes.length);

  self = g_new0 (LockstepRecognition, 1);
  self->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) match_free);
  collect_matches (self, text, hits);
  if (lockstep_server_name_find (&bytes, &self->host, &host, &self->port))
    {
      self->host_start = host.start;
      self->host_end = host.end;
    }

  return self;
}

void
lockstep_recognition_free (LockstepRecognition *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->matches);
  g_free (self->host);
  g_free (self);
}

const LockstepEntry *
lockstep_match_holder (const LockstepMatch *self, const char *member)
{
  g_return_val_if_fail (self != NULL && member != NULL, NULL);

  return choose_words (self, member);
}

const char *
lockstep_match_text (const LockstepMatch *self, const char *member)
{
  const LockstepEntry *holder = lockstep_match_holder (self, member);

  return holder != NULL ? lockstep_entry_text (holder, member) : NULL;
}

const LockstepEntry *
lockstep_match_get_legacy (const LockstepMatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->has_code ? lockstep_code_get_legacy (self->message, self->code) : NULL;
}

char *
lockstep_match_title (const LockstepMatch *self)
{
  g_autofree char *code = NULL;
  const char *id;

  g_return_val_if_fail (self != NULL, NULL);

  id = lockstep_entry_id (self->message);

  /* An id with a point is a name of this catalogue that nobody else knows. */
  if (!self->has_code)
    return g_strdup (strchr (id, '.') == NULL ? id
                                              : lockstep_entry_string (self->message, "title"));

  code = g_strdup_printf ("%" G_GINT64_FORMAT, self->code);

  /* Translators: the id of a message and the return code beside it, "CWBCO1034, code 25406" */
  return g_strdup_printf (_ ("%s, code %s"), id, code);
}
