/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <openssl/x509.h>

G_BEGIN_DECLS

/* At most this many names of one certificate are read. */
#define LOCKSTEP_SUBJECT_NAMES_MAX 256

/* The most specific common name, bounded and with control characters replaced; NULL where there
 * is none. */
char *lockstep_subject_names_read_common (const X509_NAME *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * lockstep_subject_names_read:
 * @ret_present: whether the certificate has the extension subjectAltName at all
 *
 * Returns: (transfer full): its DNS names and IP addresses as text
 */
char **lockstep_subject_names_read (X509 *certificate, gboolean *ret_present)
    G_GNUC_WARN_UNUSED_RESULT;

/* Whether the certificate says where its issuer's certificate can be had (AIA, caIssuers). */
gboolean lockstep_subject_names_has_issuer_address (X509 *certificate);

/* Whether the certificate's authority key identifier says that its issuer has another issuer
 * above it: the issuer is then no root. */
gboolean lockstep_subject_names_has_issuer_above (X509 *certificate);

G_END_DECLS
