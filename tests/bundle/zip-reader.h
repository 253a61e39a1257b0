/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bundle/bundle.h"

G_BEGIN_DECLS

/* A case with two different certificates. */
LockstepCase *zip_make_case (void) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the bundle and waits for it. */
gboolean zip_write (LockstepCase *subject,
                    const LockstepBundleOptions *options,
                    const char *path,
                    GError **error);

/* Everything in the zip: name -> GBytes; fails the test where it is no zip or a name stands in it
 * twice. */
GHashTable *zip_read (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Every file but the manifest itself stands in it, with its true size and sum. */
void zip_assert_sums (GHashTable *files);

/* What is in the folder. */
guint zip_count_files (const char *folder);

void zip_remove_all (const char *path);

G_END_DECLS
