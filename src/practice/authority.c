/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/authority.h"

#include <glib/gi18n-lib.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>

#define DAY G_GINT64_CONSTANT (86400)
#define HOUR G_GINT64_CONSTANT (3600)
#define CA_NAME "Lockstep practice CA"
#define OTHER_CA_NAME "Lockstep other practice CA"
/* Ten years in all; it is older than the oldest certificate that it signs. */
#define CA_FROM (-2 * 365 * DAY)
#define CA_UNTIL (8 * 365 * DAY + 2 * DAY)
#define RSA_BITS 2048

struct _LockstepAuthority
{
  LockstepIdentity *identity;
  gint64 now;
};

typedef struct
{
  const char *common_name;
  const char *names;
  gint64 from;
  gint64 until;
} Recipe;

#define LOCAL_NAMES "DNS:localhost,IP:127.0.0.1,IP:::1"

/* Relative to now. A good certificate begins an hour ago, so that a clock that is a little slow
 * does not find it invalid. */
static const Recipe recipes[] = {
  [LOCKSTEP_CERTIFICATE_GOOD] = { "localhost", LOCAL_NAMES, -HOUR, 364 * DAY },
  [LOCKSTEP_CERTIFICATE_EXPIRED] = { "localhost", LOCAL_NAMES, -376 * DAY, -12 * DAY },
  [LOCKSTEP_CERTIFICATE_NOT_YET_VALID] = { "localhost", LOCAL_NAMES, 10 * DAY, 374 * DAY },
  [LOCKSTEP_CERTIFICATE_SELF_SIGNED] = { "localhost", LOCAL_NAMES, -90 * DAY, 274 * DAY },
  [LOCKSTEP_CERTIFICATE_OTHER_ISSUER] = { "localhost", LOCAL_NAMES, -90 * DAY, 274 * DAY },
  [LOCKSTEP_CERTIFICATE_OTHER_NAME] = { "prod400.example.com",
                                        "DNS:prod400.example.com,DNS:www.example.com",
                                        -90 * DAY,
                                        274 * DAY },
};

static LockstepIdentity *
create_ca (const char *name, gint64 now, GError **error)
{
  /* A CA on an elliptic curve is made in a moment; RSA takes tenths of a second. */
  g_autoptr (EVP_PKEY) key = EVP_EC_gen ("P-256");
  const LockstepIdentitySpec spec = { .common_name = name,
                                      .authority = TRUE,
                                      .from = now + CA_FROM,
                                      .until = now + CA_UNTIL };

  if (key == NULL)
    {
      lockstep_identity_fail (_ ("The key of the practice CA could not be made"), error);
      return NULL;
    }

  return lockstep_identity_new (&spec, key, NULL, error);
}

/* The services' key is made when it is first needed and then kept for the whole process: RSA takes
 * tenths of a second, and a certificate that is renewed may keep its key. */
static EVP_PKEY *
get_service_key (GError **error)
{
  static EVP_PKEY *key = NULL;
  static GMutex mutex;

  g_mutex_lock (&mutex);
  if (key == NULL)
    key = EVP_RSA_gen (RSA_BITS);
  g_mutex_unlock (&mutex);
  if (key == NULL)
    lockstep_identity_fail (_ ("The key of the practice services could not be made"), error);

  return key;
}

LockstepAuthority *
lockstep_authority_new (gint64 now, GError **error)
{
  g_autoptr (LockstepAuthority) self = g_new0 (LockstepAuthority, 1);

  /* The system's openssl.cnf must not choose how keys are made. */
  OPENSSL_init_ssl (OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
  self->now = now;
  self->identity = create_ca (CA_NAME, now, error);
  if (self->identity == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
lockstep_authority_free (LockstepAuthority *self)
{
  if (self == NULL)
    return;

  lockstep_identity_free (self->identity);
  g_free (self);
}

char *
lockstep_authority_to_pem (const LockstepAuthority *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return lockstep_identity_to_pem (self->identity, error);
}

SSL_CTX *
lockstep_authority_issue (LockstepAuthority *self, LockstepCertificateKind kind, GError **error)
{
  g_autoptr (LockstepIdentity) other = NULL;
  g_autoptr (LockstepIdentity) identity = NULL;
  const LockstepIdentity *issuer;
  LockstepIdentitySpec spec = { 0 };
  EVP_PKEY *key;

  g_return_val_if_fail (self != NULL && kind < G_N_ELEMENTS (recipes), NULL);

  key = get_service_key (error);
  if (key == NULL)
    return NULL;

  issuer = self->identity;
  if (kind == LOCKSTEP_CERTIFICATE_SELF_SIGNED)
    issuer = NULL;
  else if (kind == LOCKSTEP_CERTIFICATE_OTHER_ISSUER)
    {
      other = create_ca (OTHER_CA_NAME, self->now, error);
      if (other == NULL)
        return NULL;
      issuer = other;
    }

  spec.common_name = recipes[kind].common_name;
  spec.names = recipes[kind].names;
  spec.from = self->now + recipes[kind].from;
  spec.until = self->now + recipes[kind].until;
  identity = lockstep_identity_new (&spec, key, issuer, error);
  if (identity == NULL)
    return NULL;

  return lockstep_identity_to_context (identity, error);
}
