/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bounds of one file with CA certificates. */
#define LOCKSTEP_TRUST_FILE_MAX_SIZE (4 * 1024 * 1024)
#define LOCKSTEP_TRUST_FILE_MAX_COUNT 1024

/* Reads the certificates of a PEM or DER file into @anchors (element-type LockstepAnchor); FALSE
 * with LOCKSTEP_ERROR_FILE, or LOCKSTEP_ERROR_LIMIT where a bound is passed. */
gboolean lockstep_trust_file_read (const char *path, GPtrArray *anchors, GError **error);

G_END_DECLS
