/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_EXPORT_FILES (lockstep_export_files_get_type ())
G_DECLARE_FINAL_TYPE (LockstepExportFiles, lockstep_export_files, LOCKSTEP, EXPORT_FILES, GObject)

/**
 * LockstepExportFiles:
 *
 * The files that a person adds to the bundle, and what is still missing, as the last rows of a
 * list.
 *
 * Signal "changed": other files go in.
 */

/* Appends its rows to @list, which must outlive the object. */
LockstepExportFiles *lockstep_export_files_new (GtkListBox *list) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_export_files_set_case (LockstepExportFiles *self, LockstepCase *subject);

/* Adds a file; one that is there already is not added twice. */
void lockstep_export_files_add (LockstepExportFiles *self, const char *path);

/* NULL-terminated paths; owned by @self, valid until the next change. */
const char *const *lockstep_export_files_get (LockstepExportFiles *self);

void lockstep_export_files_show_size (LockstepExportFiles *self, guint index, guint64 size);

G_END_DECLS
