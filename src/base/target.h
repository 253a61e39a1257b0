/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * lockstep_host_check:
 *
 * Whether @host can be a host name (letters, digits, dots, hyphens and underscores, labels of 1 to
 * 63 octets, 253 in all, RFC 1123 2.1; an internationalised name counts in its ASCII form, RFC
 * 5891) or an address literal.
 *
 * Returns: FALSE with %LOCKSTEP_ERROR_USAGE and one clear sentence that names @host
 */
gboolean lockstep_host_check (const char *host, GError **error);

/* Whether @host is an IPv4 or IPv6 address literal (without brackets). */
gboolean lockstep_host_is_address (const char *host);

/* Reads a port in decimal, 1 to 65535; FALSE with LOCKSTEP_ERROR_USAGE that names @text. */
gboolean lockstep_port_read (const char *text, guint16 *ret_port, GError **error);

/**
 * lockstep_target_read:
 * @text: HOST, HOST:PORT, [V6]:PORT, a bare IPv6 address, or an https address as a browser shows
 * it, whose path does not matter
 * @ret_host: (out) (transfer full): the host, without brackets
 * @ret_port: (out): the port, or 0 where none was given
 *
 * Returns: FALSE with %LOCKSTEP_ERROR_USAGE; the outputs are then untouched
 */
gboolean
lockstep_target_read (const char *text, char **ret_host, guint16 *ret_port, GError **error);

/* "host:port", an IPv6 address in brackets. */
char *lockstep_target_print (const char *host, guint16 port) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
