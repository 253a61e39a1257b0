/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/error.h"

#include <glib.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SSL, SSL_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE, X509_STORE_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE_CTX, X509_STORE_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)

/* What the oldest error in OpenSSL's queue says, "wrong version number (OpenSSL 0A00010B)";
 * the queue is empty afterwards. */
char *lockstep_openssl_take_reason (void) G_GNUC_WARN_UNUSED_RESULT;

/* Sets @error to "@doing: reason" from OpenSSL's queue and empties it. */
void lockstep_openssl_set_error (GError **error, LockstepError code, const char *doing);

/* The text in @memory as valid UTF-8, cut at @max_size bytes at most. */
char *lockstep_openssl_read_text (BIO *memory, gsize max_size) G_GNUC_WARN_UNUSED_RESULT;

/* Reads one certificate of at most 64 KiB and nothing after it; LOCKSTEP_ERROR_CERTIFICATE. It may
 * be shared with other threads: nobody changes it. */
X509 *lockstep_openssl_read_certificate (GBytes *der, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes reading certificates that OpenSSL has read already cost nothing for a while. */
void lockstep_openssl_remember (const STACK_OF (X509) * certificates);

/* The certificate as DER; it is remembered too. */
GBytes *lockstep_openssl_write_certificate (X509 *certificate) G_GNUC_WARN_UNUSED_RESULT;

/* A name in the form of RFC 4514, bounded. */
char *lockstep_openssl_print_name (const X509_NAME *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
