/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/lexicon.h"

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

/* Splits "SSL0226I" into its letters and its number; an id of another form is not recognised. */
static void
add_message (LockstepLexicon *self, const LockstepEntry *message)
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

  if (self->carrier == NULL && lockstep_entry_integer (message, "code-base", 0) > 0)
    self->carrier = message;
}

static void
add_condition (LockstepLexicon *self, const LockstepEntry *condition)
{
  gint64 number = lockstep_entry_integer (condition, "number", 0);

  g_hash_table_insert (self->names,
                       g_ascii_strup (lockstep_entry_id (condition), -1),
                       (gpointer) condition);
  if (!g_hash_table_contains (self->numbers, GINT_TO_POINTER ((gint) number)))
    g_hash_table_insert (self->numbers, GINT_TO_POINTER ((gint) number), (gpointer) condition);

  for (guint i = 0; i < lockstep_entry_length (condition, "names"); i++)
    {
      g_autofree char *name = g_ascii_strup (lockstep_entry_nth_string (condition, "names", i), -1);

      /* Two conditions may share a message of IBM i; the first one then stands for it. */
      if (!g_hash_table_contains (self->names, name))
        g_hash_table_insert (self->names, g_steal_pointer (&name), (gpointer) condition);
    }
}

LockstepLexicon *
lockstep_lexicon_new (const LockstepCatalog *catalog)
{
  LockstepLexicon *self = g_new0 (LockstepLexicon, 1);
  const LockstepEntry *entry;

  self->families = g_ptr_array_new_with_free_func ((GDestroyNotify) family_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; (entry = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_MESSAGES, i)) != NULL;
       i++)
    add_message (self, entry);

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
  g_hash_table_unref (self->numbers);
  g_free (self);
}

const LockstepEntry *
lockstep_family_lookup (const LockstepFamily *self, guint number)
{
  return g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (number));
}
