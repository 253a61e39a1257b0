/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much of an answer that is no TLS is kept. */
#define LOCKSTEP_PLAIN_MAX 512

/**
 * lockstep_plain_recognise:
 * @data: the first bytes that a server sent; those beyond LOCKSTEP_PLAIN_MAX are not looked at
 *
 * Says what a port speaks instead of TLS.
 *
 * Returns: a word of the fact handshake.protocol; "unknown" where nothing fits
 */
const char *lockstep_plain_recognise (const guint8 *data, gsize length);

/* The bytes in printable ASCII, at most LOCKSTEP_PLAIN_MAX of them; CR, LF and TAB as "\r", "\n"
 * and "\t", a backslash doubled, any other as "\xNN". */
char *lockstep_plain_escape (const guint8 *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
