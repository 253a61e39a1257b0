/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/redaction.h"
#include "case/case.h"

G_BEGIN_DECLS

typedef enum
{
  LOCKSTEP_BUNDLE_REPORT = 1 << 0, /* report.html, report.json, ticket.txt */
  LOCKSTEP_BUNDLE_CERTIFICATES = 1 << 1,
  LOCKSTEP_BUNDLE_HANDSHAKE = 1 << 2,
  LOCKSTEP_BUNDLE_JOURNAL = 1 << 3,
  LOCKSTEP_BUNDLE_ALL = 0xf,
} LockstepBundleParts;

/**
 * LockstepBundleOptions:
 * @parts: what goes in
 * @redact: what is taken out
 * @files: (nullable): NULL-terminated paths of files added by hand (CWBCOTRC, Wireshark), at most
 * 64 of 512 MiB each; they go in unchanged under added/
 */
typedef struct
{
  LockstepBundleParts parts;
  LockstepRedactionKinds redact;
  const char *const *files;
} LockstepBundleOptions;

/**
 * LockstepBundlePart:
 * @name: path inside the bundle
 * @data: its content; %NULL for a file added by hand
 * @size: in bytes
 */
typedef struct
{
  char *name;
  GBytes *data;
  char *path;
  guint64 size;
} LockstepBundlePart;

void lockstep_bundle_part_free (LockstepBundlePart *part);

/* What would go in, rendered, without MANIFEST.json; must be called where the case lives. */
GPtrArray *lockstep_bundle_collect (LockstepCase *subject,
                                    const LockstepBundleOptions *options,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "[TSnnnnnnnnn.]HOST-DATE.lockstep.zip"; the case number leads, for IBM Support. */
char *lockstep_bundle_file_name (LockstepCase *subject, LockstepRedactionKinds redact)
    G_GNUC_WARN_UNUSED_RESULT;

/* Whether @number is a case number of IBM Support: TS and nine digits. */
gboolean lockstep_bundle_check_support_number (const char *number);

/**
 * lockstep_bundle_write_async:
 * @path: where to; an existing file is replaced only when the new one is whole
 *
 * Writes the zip in a thread: each part, then MANIFEST.json with the SHA-256 sum and size of each,
 * under a temporary name in the same folder, synced, then renamed. Nothing is left behind when it
 * fails; %LOCKSTEP_ERROR_FILE says what failed and where (a full disk, a folder that cannot be
 * written).
 */
void lockstep_bundle_write_async (LockstepCase *subject,
                                  const LockstepBundleOptions *options,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

gboolean lockstep_bundle_write_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepBundlePart, lockstep_bundle_part_free)

G_END_DECLS
