/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bundle/bundle.h"

G_BEGIN_DECLS

#define LOCKSTEP_BUNDLE_MAX_FILES 64
#define LOCKSTEP_BUNDLE_MAX_FILE_SIZE (G_GUINT64_CONSTANT (512) * 1024 * 1024)

/* Takes @text over. */
LockstepBundlePart *lockstep_bundle_part_new_text (const char *name, char *text)
    G_GNUC_WARN_UNUSED_RESULT;

/* FALSE where a part of that name is there already. */
gboolean lockstep_bundle_is_free (const GPtrArray *parts, const char *name);

/* A name that is safe in every zip reader and on every file system: no folders, no leading dots,
 * at most 100 bytes, and unlike those of @parts. */
char *lockstep_bundle_make_name (const GPtrArray *parts, const char *folder, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;

/* @text with everything but letters, digits, dots and hyphens replaced. */
char *lockstep_bundle_safe_label (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The text of MANIFEST.json, from what was really written. */
typedef struct
{
  char *name;
  guint64 size;
  char *sha256;
} LockstepBundleEntry;

void lockstep_bundle_entry_free (gpointer entry);

/**
 * LockstepBundlePlan:
 * @parts: (element-type LockstepBundlePart): what goes in
 * @redact: what was taken out
 * @missing: (nullable): NULL-terminated: what is not there, and how to record it
 * @created: when the case was last touched, unix seconds
 * @host: (nullable): stands in the manifest, already redacted
 *
 * All that the writing thread needs; it never sees the case.
 */
typedef struct
{
  GPtrArray *parts;
  LockstepRedactionKinds redact;
  char **missing;
  gint64 created;
  char *path;
} LockstepBundlePlan;

void lockstep_bundle_plan_free (gpointer plan);

char *lockstep_bundle_manifest (const LockstepBundlePlan *plan, const GPtrArray *entries)
    G_GNUC_WARN_UNUSED_RESULT;

/* Writes the zip; see lockstep_bundle_write_async(). Blocks. */
gboolean lockstep_bundle_write_zip (const LockstepBundlePlan *plan,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
