/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/catalog.h"

#include "base/json.h"
#include "catalog/lexicon.h"
#include "catalog/loader.h"
#include "catalog/overlay.h"
#include "catalog/search-index.h"

#include <string.h>

/* @shelves is the compiled catalogue or @own; @entries holds what @own leads to. */
struct _LockstepCatalog
{
  gatomicrefcount references;
  const LockstepShelf *shelves;
  LockstepShelf own[LOCKSTEP_N_SECTIONS];
  LockstepEntry *entries;
  GPtrArray *overlay_errors;
  gsize lexicon;
  gsize search_index;
};

static LockstepCatalog *
catalog_new (void)
{
  LockstepCatalog *self = g_new0 (LockstepCatalog, 1);

  g_atomic_ref_count_init (&self->references);
  self->shelves = self->own;
  self->overlay_errors = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static LockstepCatalog *
read_catalog (JsonNode *root, const char *name, GError **error)
{
  g_autoptr (LockstepCatalog) self = catalog_new ();

  self->entries = lockstep_loader_read (root, name, self->own, error);

  return self->entries != NULL ? g_steal_pointer (&self) : NULL;
}

LockstepCatalog *
lockstep_catalog_new_default (GError **error)
{
  const char *path = g_getenv ("LOCKSTEP_CATALOG");
  g_autofree char *folder = NULL;
  LockstepCatalog *self;

  if (path != NULL && *path != '\0')
    return lockstep_catalog_new_from_file (path, error);

  self = catalog_new ();
  folder = g_build_filename (g_get_user_data_dir (), "lockstep", "catalog.d", NULL);
  memcpy (self->own, lockstep_builtin_shelves, sizeof self->own);
  self->entries = lockstep_overlay_load (folder, self->own, self->overlay_errors);
  if (self->entries == NULL)
    {
      memset (self->own, 0, sizeof self->own);
      self->shelves = lockstep_builtin_shelves;
    }

  return self;
}

LockstepCatalog *
lockstep_catalog_new_from_file (const char *path, GError **error)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  root = lockstep_json_load (path, error);

  return root != NULL ? read_catalog (root, path, error) : NULL;
}

LockstepCatalog *
lockstep_catalog_new_from_data (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (JsonNode) root = lockstep_json_parse (data, length, name, error);

  return root != NULL ? read_catalog (root, name, error) : NULL;
}

LockstepCatalog *
lockstep_catalog_ref (LockstepCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
lockstep_catalog_unref (LockstepCatalog *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  if (self->lexicon != 0)
    lockstep_lexicon_free (GSIZE_TO_POINTER (self->lexicon));

  if (self->search_index != 0)
    lockstep_search_index_free (GSIZE_TO_POINTER (self->search_index));

  for (guint i = 0; i < LOCKSTEP_N_SECTIONS; i++)
    lockstep_shelf_clear (&self->own[i]);

  g_ptr_array_unref (self->overlay_errors);
  g_free (self->entries);
  g_free (self);
}

const GPtrArray *
lockstep_catalog_get_overlay_errors (const LockstepCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->overlay_errors;
}

guint
lockstep_catalog_count (const LockstepCatalog *self, LockstepSection section)
{
  g_return_val_if_fail (self != NULL && section < LOCKSTEP_N_SECTIONS, 0);

  return self->shelves[section].length;
}

const LockstepEntry *
lockstep_catalog_nth (const LockstepCatalog *self, LockstepSection section, guint index)
{
  g_return_val_if_fail (self != NULL && section < LOCKSTEP_N_SECTIONS, NULL);

  if (index >= self->shelves[section].length)
    return NULL;

  return self->shelves[section].entries + index;
}

const LockstepEntry *
lockstep_catalog_lookup (const LockstepCatalog *self, LockstepSection section, const char *id)
{
  g_return_val_if_fail (self != NULL && section < LOCKSTEP_N_SECTIONS && id != NULL, NULL);

  return lockstep_shelf_lookup (&self->shelves[section], section, id);
}

const LockstepEntry *
lockstep_catalog_lookup_condition (const LockstepCatalog *self, gint64 number)
{
  g_return_val_if_fail (self != NULL, NULL);

  return lockstep_lexicon_lookup (lockstep_catalog_get_lexicon (self),
                                  LOCKSTEP_CODES_GSKIT,
                                  number);
}

/* Most commands recognise nothing, so it is made when it is first asked for. */
const LockstepLexicon *
lockstep_catalog_get_lexicon (const LockstepCatalog *self)
{
  gsize *lexicon;

  g_return_val_if_fail (self != NULL, NULL);

  lexicon = &((LockstepCatalog *) self)->lexicon;
  if (g_once_init_enter (lexicon))
    g_once_init_leave (lexicon, GPOINTER_TO_SIZE (lockstep_lexicon_new (self)));

  return GSIZE_TO_POINTER (*lexicon);
}

const LockstepSearchIndex *
lockstep_catalog_get_search_index (const LockstepCatalog *self)
{
  gsize *index;

  g_return_val_if_fail (self != NULL, NULL);

  index = &((LockstepCatalog *) self)->search_index;
  if (g_once_init_enter (index))
    g_once_init_leave (index, GPOINTER_TO_SIZE (lockstep_search_index_new (self)));

  return GSIZE_TO_POINTER (*index);
}
