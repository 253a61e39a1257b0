/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bundle/bundle.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_EXPORT_CONTENTS (lockstep_export_contents_get_type ())
G_DECLARE_FINAL_TYPE (LockstepExportContents,
                      lockstep_export_contents,
                      LOCKSTEP,
                      EXPORT_CONTENTS,
                      AdwBin)

/**
 * LockstepExportContents:
 *
 * What goes into the bundle: its parts with their sizes, what is still missing and how to record
 * it, and files added by hand.
 *
 * Signal "changed": the person chose other parts or files.
 */

/* Whose parts these are; before anything else. */
void lockstep_export_contents_set_case (LockstepExportContents *self, LockstepCase *subject);

/* Works the sizes out anew. They are rendered in the main thread, where the case lives: call it
 * from an idle. FALSE where a file that was added cannot be read any more. */
gboolean lockstep_export_contents_measure (LockstepExportContents *self,
                                           LockstepRedactionKinds redact,
                                           GError **error);

LockstepBundleParts lockstep_export_contents_get_parts (LockstepExportContents *self);

/* NULL-terminated paths of the files added by hand; owned by @self, until the next change. */
const char *const *lockstep_export_contents_get_files (LockstepExportContents *self);

/* Adds a file; one that is there already is not added twice. */
void lockstep_export_contents_add_file (LockstepExportContents *self, const char *path);

G_END_DECLS
