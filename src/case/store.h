/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

G_BEGIN_DECLS

/* The folder of the cases: $LOCKSTEP_DATA/cases, else $XDG_DATA_HOME/lockstep/cases. */
char *lockstep_store_get_folder (void) G_GNUC_WARN_UNUSED_RESULT;

/* Saves @self whenever it changed, half a second after the change, under a temporary name that is
 * then renamed, mode 0600. A failure is told through @failed, once for each new reason. */
typedef void (*LockstepStoreFailed) (LockstepCase *self, const GError *error, gpointer user_data);

void lockstep_store_watch (LockstepCase *self, LockstepStoreFailed failed, gpointer user_data);

/* Writes what is not written yet and waits for it; for the end of the program. */
gboolean lockstep_store_flush (LockstepCase *self, GError **error);

void lockstep_store_save_async (LockstepCase *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

gboolean lockstep_store_save_finish (LockstepCase *self, GAsyncResult *result, GError **error);

/* Reads a saved case; blocks. The error names the file and what is wrong in it. */
LockstepCase *lockstep_store_load (LockstepCatalog *catalog, const char *path, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * LockstepStoreItem:
 *
 * A line of the list of cases. A file that cannot be read has @broken set, and @standing says what
 * is wrong: it is shown, never deleted.
 */
typedef struct
{
  char *path;
  char *title;
  char *standing;
  LockstepStepState state;
  gint64 saved;
  gboolean broken;
} LockstepStoreItem;

void lockstep_store_item_free (LockstepStoreItem *item);

/* Newest first; at most 500. Works in a thread. */
void lockstep_store_list_async (LockstepCatalog *catalog,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* (element-type LockstepStoreItem) */
GPtrArray *lockstep_store_list_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
