/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the name of a saved case ends. */
#define LOCKSTEP_STORE_SUFFIX ".lockstep-case"

/**
 * lockstep_store_write_file:
 *
 * Writes @data as a whole or not at all: under a temporary name in the same folder, synced, then
 * renamed; mode 0600, and 0700 for folders that have to be made.
 *
 * Returns: FALSE with %LOCKSTEP_ERROR_FILE, which names @path and the reason; nothing is left then
 */
gboolean
lockstep_store_write_file (const char *path, const char *data, gsize length, GError **error);

G_END_DECLS
