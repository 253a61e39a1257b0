/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/identity.h"

G_BEGIN_DECLS

/**
 * LockstepCertificateKind:
 * @LOCKSTEP_CERTIFICATE_GOOD: for localhost, valid now, signed by the practice CA
 * @LOCKSTEP_CERTIFICATE_EXPIRED: its last day was 12 days ago
 * @LOCKSTEP_CERTIFICATE_NOT_YET_VALID: its first day is 10 days ahead
 * @LOCKSTEP_CERTIFICATE_SELF_SIGNED: signed by itself
 * @LOCKSTEP_CERTIFICATE_OTHER_ISSUER: signed by a CA that is neither trusted nor sent
 * @LOCKSTEP_CERTIFICATE_OTHER_NAME: made for prod400.example.com
 *
 * What is the matter with the certificate of a practice service; each has one fault only.
 */
typedef enum
{
  LOCKSTEP_CERTIFICATE_GOOD,
  LOCKSTEP_CERTIFICATE_EXPIRED,
  LOCKSTEP_CERTIFICATE_NOT_YET_VALID,
  LOCKSTEP_CERTIFICATE_SELF_SIGNED,
  LOCKSTEP_CERTIFICATE_OTHER_ISSUER,
  LOCKSTEP_CERTIFICATE_OTHER_NAME,
} LockstepCertificateKind;

/**
 * LockstepAuthority:
 *
 * The practice CA: made anew for each server, gone with it.
 */
typedef struct _LockstepAuthority LockstepAuthority;

/* @now: unix seconds, to which all dates are related. */
LockstepAuthority *lockstep_authority_new (gint64 now, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_authority_free (LockstepAuthority *self);

/* The certificate of the practice CA in PEM. */
char *lockstep_authority_to_pem (const LockstepAuthority *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* A TLS server that shows a new certificate of this kind; the first one blocks for
 * some tenths of a second, because the key of the services is made then. */
SSL_CTX *lockstep_authority_issue (LockstepAuthority *self,
                                   LockstepCertificateKind kind,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepAuthority, lockstep_authority_free)

G_END_DECLS
