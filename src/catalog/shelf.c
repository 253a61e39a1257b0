/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/shelf.h"

#include <string.h>

/* People write the ids of messages in any case, our own ids are written in one.
 * build-aux/catalog-image.py sorts by the same rule. */
static gint
compare_ids (LockstepSection section, const char *a, const char *b)
{
  return section == LOCKSTEP_SECTION_MESSAGES ? g_ascii_strcasecmp (a, b) : strcmp (a, b);
}

typedef struct
{
  const LockstepEntry *entries;
  LockstepSection section;
} Sorting;

static gint
compare_numbers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sorting *sorting = user_data;
  const guint32 *first = a;
  const guint32 *second = b;

  return compare_ids (sorting->section,
                      lockstep_entry_id (sorting->entries + *first),
                      lockstep_entry_id (sorting->entries + *second));
}

void
lockstep_shelf_init (LockstepShelf *self, LockstepSection section, const LockstepEntry *array)
{
  Sorting sorting = { .section = section };
  guint32 *by_id;

  g_return_if_fail (self != NULL && array != NULL && array->kind == LOCKSTEP_VALUE_ARRAY);

  sorting.entries = lockstep_entry_get_inner (array, 0);
  by_id = g_new (guint32, array->length);
  for (guint i = 0; i < array->length; i++)
    by_id[i] = i;

  if (array->length > 0)
    g_qsort_with_data (by_id, (gint) array->length, sizeof *by_id, compare_numbers, &sorting);

  *self = (LockstepShelf){ sorting.entries, by_id, array->length };
}

void
lockstep_shelf_clear (LockstepShelf *self)
{
  g_free ((gpointer) self->by_id);
  *self = (LockstepShelf){ 0 };
}

const LockstepEntry *
lockstep_shelf_lookup (const LockstepShelf *self, LockstepSection section, const char *id)
{
  guint low = 0;
  guint high = self->length;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const LockstepEntry *entry = self->entries + self->by_id[middle];
      gint order = compare_ids (section, id, lockstep_entry_id (entry));

      if (order == 0)
        return entry;

      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}
