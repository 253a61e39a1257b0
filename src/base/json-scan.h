/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * lockstep_json_scan:
 *
 * Checks a JSON text before a parser sees it: strict syntax (RFC 8259), valid UTF-8, depth, no
 * duplicate members, integers in the range of a gint64.
 *
 * Returns: FALSE with %LOCKSTEP_ERROR_JSON or %LOCKSTEP_ERROR_LIMIT; the message names @name and
 * line
 */
gboolean lockstep_json_scan (const char *data, gsize length, const char *name, GError **error);

G_END_DECLS
