/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "x509/openssl.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Identity:
 *
 * A certificate with its key, made while the test runs.
 */
typedef struct
{
  X509 *x509;
  EVP_PKEY *key;
  GBytes *der;
} Identity;

/**
 * IdentitySpec:
 * @common_name: of its subject
 * @issuer: (nullable): who signs it; NULL for itself
 * @names: (nullable): subjectAltName as OpenSSL reads it, "DNS:a.example,IP:127.0.0.1"
 * @key: (nullable): "EC" (P-256) or a size of RSA; NULL for EC
 * @constraints: (nullable): basicConstraints
 * @key_usage: (nullable): keyUsage
 * @extended_key_usage: (nullable): extendedKeyUsage
 * @issuer_address: (nullable): authorityInfoAccess
 * @key_id: (nullable): authorityKeyIdentifier
 * @from: seconds from now to its beginning; an hour ago where both are 0
 * @to: seconds from now to its end; in a day where both are 0
 * @spoilt: its signature is made wrong
 */
typedef struct
{
  const char *common_name;
  const Identity *issuer;
  const char *names;
  const char *key;
  const char *constraints;
  const char *key_usage;
  const char *extended_key_usage;
  const char *issuer_address;
  const char *key_id;
  gint64 from;
  gint64 to;
  gboolean spoilt;
} IdentitySpec;

#define CA_CONSTRAINTS "critical,CA:TRUE"

Identity *identity_new (const IdentitySpec *spec);

void identity_free (Identity *self);

/* Writes the certificates in PEM to a new file in @folder; returns its path. */
char *identity_write_pem (const char *folder, const char *name, Identity *const *identities);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Identity, identity_free)

G_END_DECLS
