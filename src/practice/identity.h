/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/openssl.h"

G_BEGIN_DECLS

/**
 * LockstepIdentitySpec:
 * @common_name: the common name of the subject
 * @names: (nullable): the subject alternative names in OpenSSL's writing, "DNS:a,IP:b"
 * @authority: whether it may sign other certificates
 * @from: the beginning of its validity, in unix seconds
 * @until: the end of its validity, in unix seconds
 *
 * What stands in a certificate that is to be made.
 */
typedef struct
{
  const char *common_name;
  const char *names;
  gboolean authority;
  gint64 from;
  gint64 until;
} LockstepIdentitySpec;

/**
 * LockstepIdentity:
 *
 * A certificate with its private key; the key never leaves the memory of the process.
 */
typedef struct _LockstepIdentity LockstepIdentity;

/**
 * lockstep_identity_new:
 * @key: the key of the new certificate; a reference is taken
 * @issuer: (nullable): who signs it; it signs itself where this is %NULL
 *
 * Returns: (transfer full): the identity, or %NULL with %LOCKSTEP_ERROR_PRACTICE
 */
LockstepIdentity *lockstep_identity_new (const LockstepIdentitySpec *spec,
                                         EVP_PKEY *key,
                                         const LockstepIdentity *issuer,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_identity_free (LockstepIdentity *self);

/* The certificate, without its key, in PEM; NULL with LOCKSTEP_ERROR_PRACTICE. */
char *lockstep_identity_to_pem (const LockstepIdentity *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* A TLS 1.2 and 1.3 server that shows this certificate and no other. */
SSL_CTX *lockstep_identity_to_context (const LockstepIdentity *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Sets LOCKSTEP_ERROR_PRACTICE with OpenSSL's reason and empties its queue; returns FALSE. */
gboolean lockstep_identity_fail (const char *doing, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepIdentity, lockstep_identity_free)

G_END_DECLS
