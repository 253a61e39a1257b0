/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/observation.h"

G_BEGIN_DECLS

/**
 * LockstepCertificate:
 *
 * A certificate as values (RFC 5280). All strings belong to it, are UTF-8 and bounded; names are
 * in the form of RFC 4514, the serial number in upper-case hexadecimal without separators, times
 * in unix seconds, the fingerprint as pairs of digits with colons.
 */
typedef struct
{
  char *subject;
  char *issuer;
  char *common_name;        /* nullable */
  char *issuer_common_name; /* nullable */
  char *serial;
  gint64 not_before;
  gint64 not_after;
  char **names; /* DNS names and IP addresses of subjectAltName */
  gboolean has_subject_alt_name;
  char *key; /* "RSA 2048", "EC prime256v1" */
  int key_bits;
  char *signature; /* "sha256WithRSAEncryption" */
  char *sha256;
  char *key_usage;          /* nullable, as OpenSSL prints it */
  char *extended_key_usage; /* nullable */
  gboolean is_ca;
  gboolean self_issued;
  gboolean self_signed;
  gboolean usable_by_server;
} LockstepCertificate;

/* At most 64 KiB; LOCKSTEP_ERROR_CERTIFICATE where @der is no certificate. */
LockstepCertificate *lockstep_certificate_new (GBytes *der, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_certificate_free (LockstepCertificate *self);

/* The certificate in PEM (RFC 7468). */
char *lockstep_certificate_to_pem (GBytes *der) G_GNUC_WARN_UNUSED_RESULT;

/* All fields as OpenSSL prints them, for the details of a page. */
char *lockstep_certificate_to_text (GBytes *der) G_GNUC_WARN_UNUSED_RESULT;

/* Whether one of its names is @name, a host name or an address (RFC 9525); the common name is
 * never taken silently. FALSE as well where @der is no certificate. */
gboolean lockstep_certificate_matches (GBytes *der, const char *name);

/* What to call it in a sentence: common name, else first name, else subject. Never NULL. */
const char *lockstep_certificate_get_label (const LockstepCertificate *self);

/* Writes the facts certificate.* of the server's own certificate. */
void lockstep_certificate_to_facts (const LockstepCertificate *self, LockstepFactSet *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepCertificate, lockstep_certificate_free)

G_END_DECLS
