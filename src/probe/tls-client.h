/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "x509/openssl.h"

G_BEGIN_DECLS

/* A client that takes whatever a server does: TLS 1.0 on, security level 0, nothing verified, no
 * anonymous suites. Its settings are made once and shared. @server_name is sent as SNI where it
 * is not NULL; @max_version as in the protocol, 0 for any. */
SSL *lockstep_tls_client_new (const char *server_name, guint16 max_version)
    G_GNUC_WARN_UNUSED_RESULT;

/* The name to send as SNI for @host (RFC 6066 3): in ASCII and without a dot at its end; NULL for
 * an address and for what is no name. */
char *lockstep_tls_client_read_server_name (const char *host) G_GNUC_WARN_UNUSED_RESULT;

/* The group of the key exchange as in IANA's registry, "x25519"; NULL where there was none. */
char *lockstep_tls_client_get_group (SSL *ssl) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
