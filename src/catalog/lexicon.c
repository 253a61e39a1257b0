/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/lexicon.h"

#include <string.h>

static void
family_free (LockstepFamily *family)
{
  g_free (family->prefix);
  g_hash_table_unref (family->numbers);
  g_free (family);
}

static LockstepFamily *
find_family (LockstepLexicon *self, const char *prefix)
{
  LockstepFamily *family;

  for (guint i = 0; i < self->families->len; i++)
    {
      family = g_ptr_array_index (self->families, i);
      if (strcmp (family->prefix, prefix) == 0)
        return family;
    }

  family = g_new0 (LockstepFamily, 1);
  family->prefix = g_strdup (prefix);
  family->numbers = g_hash_table_new (NULL, NULL);
  g_ptr_array_add (self->families, family);

  return family;
}

static const char *const code_names[LOCKSTEP_N_CODES] = {
  [LOCKSTEP_CODES_GSKIT] = "gskit",
  [LOCKSTEP_CODES_WINSOCK] = "winsock",
  [LOCKSTEP_CODES_CLIENT_ACCESS] = "client-access",
};

LockstepCodes
lockstep_codes_of (const LockstepEntry *condition)
{
  const char *name = lockstep_entry_string (condition, "family");

  for (guint i = 0; name != NULL && i < LOCKSTEP_N_CODES; i++)
    if (strcmp (name, code_names[i]) == 0)
      return (LockstepCodes) i;

  return LOCKSTEP_CODES_GSKIT;
}

gboolean
lockstep_codes_are_of (LockstepCodes codes, const LockstepEntry *message)
{
  if (codes == LOCKSTEP_CODES_GSKIT)
    return lockstep_entry_has (message, "code-base");

  for (guint i = 0; i < lockstep_entry_length (message, "code-families"); i++)
    if (strcmp (lockstep_entry_nth_string (message, "code-families", i), code_names[codes]) == 0)
      return TRUE;

  return FALSE;
}

/* Splits "SSL0226I" into its letters and its number; an id of another form is not recognised. */
static void
add_id (LockstepLexicon *self, const LockstepEntry *message)
{
  const char *id = lockstep_entry_id (message);
  g_autofree char *prefix = NULL;
  LockstepFamily *family;
  gsize letters = 0;
  guint64 number;

  while (g_ascii_isalpha (id[letters]))
    letters++;

  if (letters == 0 || !g_ascii_isdigit (id[letters]))
    return;

  number = g_ascii_strtoull (id + letters, NULL, 10);
  if (number > G_MAXINT)
    return;

  prefix = g_ascii_strup (id, (gssize) letters);
  family = find_family (self, prefix);
  if (lockstep_family_lookup (family, (guint) number) == NULL)
    g_hash_table_insert (family->numbers, GUINT_TO_POINTER ((guint) number), (gpointer) message);
}

static void
add_message (LockstepLexicon *self, const LockstepEntry *message)
{
  guint says = lockstep_entry_length (message, "says");
  gint code = (gint) lockstep_entry_integer (message, "job-log-code", 0);

  if (says == 0)
    add_id (self, message);
  else
    lockstep_phrases_add (self->phrases, lockstep_entry_id (message), message);

  for (guint i = 0; i < says; i++)
    lockstep_phrases_add (self->phrases, lockstep_entry_nth_string (message, "says", i), message);

  if (code < 0 && !g_hash_table_contains (self->job_log, GINT_TO_POINTER (code)))
    g_hash_table_insert (self->job_log, GINT_TO_POINTER (code), (gpointer) message);

  for (guint i = 0; i < LOCKSTEP_N_CODES; i++)
    if (self->carriers[i] == NULL && lockstep_codes_are_of ((LockstepCodes) i, message) &&
        (i != LOCKSTEP_CODES_GSKIT || lockstep_entry_integer (message, "code-base", 0) > 0))
      self->carriers[i] = message;
}

/* Where two have the same name or number, the first one stands for it. */
static void
add_name (LockstepLexicon *self, const char *name, const LockstepEntry *condition)
{
  g_autofree char *capitals = g_ascii_strup (name, -1);

  if (!g_hash_table_contains (self->names, capitals))
    g_hash_table_insert (self->names, g_steal_pointer (&capitals), (gpointer) condition);
}

static void
add_condition (LockstepLexicon *self, const LockstepEntry *condition)
{
  gint number = (gint) lockstep_entry_integer (condition, "number", 0);
  GHashTable *numbers = self->numbers[lockstep_codes_of (condition)];

  if (!g_hash_table_contains (numbers, GINT_TO_POINTER (number)))
    g_hash_table_insert (numbers, GINT_TO_POINTER (number), (gpointer) condition);

  for (guint i = 0; i < lockstep_entry_length (condition, "names"); i++)
    add_name (self, lockstep_entry_nth_string (condition, "names", i), condition);
}

LockstepLexicon *
lockstep_lexicon_new (const LockstepCatalog *catalog)
{
  LockstepLexicon *self = g_new0 (LockstepLexicon, 1);
  const LockstepEntry *entry;

  self->families = g_ptr_array_new_with_free_func ((GDestroyNotify) family_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->job_log = g_hash_table_new (NULL, NULL);
  self->phrases = lockstep_phrases_new ();
  for (guint i = 0; i < LOCKSTEP_N_CODES; i++)
    self->numbers[i] = g_hash_table_new (NULL, NULL);

  for (guint i = 0; (entry = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_MESSAGES, i)) != NULL;
       i++)
    add_message (self, entry);

  /* An id is surer than a further name. */
  for (guint i = 0;
       (entry = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_CONDITIONS, i)) != NULL;
       i++)
    add_name (self, lockstep_entry_id (entry), entry);

  for (guint i = 0;
       (entry = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_CONDITIONS, i)) != NULL;
       i++)
    add_condition (self, entry);

  return self;
}

void
lockstep_lexicon_free (LockstepLexicon *self)
{
  g_ptr_array_unref (self->families);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->job_log);
  lockstep_phrases_free (self->phrases);
  for (guint i = 0; i < LOCKSTEP_N_CODES; i++)
    g_hash_table_unref (self->numbers[i]);

  g_free (self);
}

const LockstepEntry *
lockstep_lexicon_lookup (const LockstepLexicon *self, LockstepCodes codes, gint64 number)
{
  if (number < 1 || number > G_MAXINT)
    return NULL;

  return g_hash_table_lookup (self->numbers[codes], GINT_TO_POINTER ((gint) number));
}

const LockstepEntry *
lockstep_family_lookup (const LockstepFamily *self, guint number)
{
  return g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (number));
}
