/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/identity.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

/* Random serial numbers, as RFC 5280 4.1.2.2 wants them: positive, at most 20 octets. */
#define SERIAL_BITS 120

struct _LockstepIdentity
{
  X509 *certificate;
  EVP_PKEY *key;
};

gboolean
lockstep_identity_fail (const char *doing, GError **error)
{
  unsigned long reason = ERR_peek_last_error ();
  const char *text = ERR_reason_error_string (reason);

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_PRACTICE,
               "%s: %s (OpenSSL %lx)",
               doing,
               text != NULL ? text : _ ("no reason given"),
               reason);
  ERR_clear_error ();

  return FALSE;
}

static gboolean
set_serial (X509 *certificate)
{
  g_autoptr (BIGNUM) number = BN_new ();

  return number != NULL &&
         BN_rand (number, SERIAL_BITS, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
         BN_to_ASN1_INTEGER (number, X509_get_serialNumber (certificate)) != NULL;
}

static gboolean
set_names (X509 *certificate, const char *common_name, X509 *issuer)
{
  X509_NAME *subject = X509_get_subject_name (certificate);

  return X509_NAME_add_entry_by_NID (subject,
                                     NID_organizationName,
                                     MBSTRING_UTF8,
                                     (const unsigned char *) "Lockstep",
                                     -1,
                                     -1,
                                     0) == 1 &&
         X509_NAME_add_entry_by_NID (subject,
                                     NID_commonName,
                                     MBSTRING_UTF8,
                                     (const unsigned char *) common_name,
                                     -1,
                                     -1,
                                     0) == 1 &&
         X509_set_issuer_name (certificate, X509_get_subject_name (issuer)) == 1;
}

static gboolean
add_extension (X509 *certificate, X509 *issuer, int nid, const char *value)
{
  g_autoptr (X509_EXTENSION) extension = NULL;
  X509V3_CTX context;

  X509V3_set_ctx_nodb (&context);
  X509V3_set_ctx (&context, issuer, certificate, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, nid, value);

  return extension != NULL && X509_add_ext (certificate, extension, -1) == 1;
}

/* The subject key identifier comes before the authority's, because a certificate that signs itself
 * takes the one from the other. */
static gboolean
add_extensions (X509 *certificate, X509 *issuer, const LockstepIdentitySpec *spec)
{
  if (!add_extension (certificate, issuer, NID_subject_key_identifier, "hash") ||
      !add_extension (certificate, issuer, NID_authority_key_identifier, "keyid"))
    return FALSE;

  if (spec->authority)
    return add_extension (certificate, issuer, NID_basic_constraints, "critical,CA:TRUE") &&
           add_extension (certificate, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");

  return add_extension (certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
         add_extension (certificate,
                        issuer,
                        NID_key_usage,
                        "critical,digitalSignature,keyEncipherment") &&
         add_extension (certificate, issuer, NID_ext_key_usage, "serverAuth") &&
         (spec->names == NULL ||
          add_extension (certificate, issuer, NID_subject_alt_name, spec->names));
}

LockstepIdentity *
lockstep_identity_new (const LockstepIdentitySpec *spec,
                       EVP_PKEY *key,
                       const LockstepIdentity *issuer,
                       GError **error)
{
  g_autoptr (LockstepIdentity) self = NULL;
  g_autoptr (X509) certificate = NULL;
  X509 *issuing = NULL;

  g_return_val_if_fail (spec != NULL && key != NULL, NULL);

  ERR_clear_error ();
  certificate = X509_new ();
  issuing = issuer != NULL ? issuer->certificate : certificate;

  if (certificate == NULL || X509_set_version (certificate, X509_VERSION_3) != 1 ||
      !set_serial (certificate) || !set_names (certificate, spec->common_name, issuing) ||
      ASN1_TIME_set (X509_getm_notBefore (certificate), spec->from) == NULL ||
      ASN1_TIME_set (X509_getm_notAfter (certificate), spec->until) == NULL ||
      X509_set_pubkey (certificate, key) != 1 || !add_extensions (certificate, issuing, spec) ||
      X509_sign (certificate, issuer != NULL ? issuer->key : key, EVP_sha256 ()) == 0)
    {
      lockstep_identity_fail (_ ("A practice certificate could not be made"), error);
      return NULL;
    }

  self = g_new0 (LockstepIdentity, 1);
  self->certificate = g_steal_pointer (&certificate);
  EVP_PKEY_up_ref (key);
  self->key = key;

  return g_steal_pointer (&self);
}

void
lockstep_identity_free (LockstepIdentity *self)
{
  if (self == NULL)
    return;

  X509_free (self->certificate);
  EVP_PKEY_free (self->key);
  g_free (self);
}

char *
lockstep_identity_to_pem (const LockstepIdentity *self, GError **error)
{
  g_autoptr (BIO) memory = BIO_new (BIO_s_mem ());
  const char *data = NULL;
  long length;

  g_return_val_if_fail (self != NULL, NULL);

  ERR_clear_error ();
  if (memory == NULL || PEM_write_bio_X509 (memory, self->certificate) != 1)
    {
      lockstep_identity_fail (_ ("The practice CA could not be written"), error);
      return NULL;
    }

  length = BIO_get_mem_data (memory, &data);

  return g_strndup (data, (gsize) length);
}

SSL_CTX *
lockstep_identity_to_context (const LockstepIdentity *self, GError **error)
{
  g_autoptr (SSL_CTX) context = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  /* The system's openssl.cnf must not change how the practice server behaves. */
  OPENSSL_init_ssl (OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
  ERR_clear_error ();
  context = SSL_CTX_new (TLS_server_method ());

  if (context == NULL || SSL_CTX_set_min_proto_version (context, TLS1_2_VERSION) != 1 ||
      SSL_CTX_set_max_proto_version (context, TLS1_3_VERSION) != 1 ||
      SSL_CTX_use_certificate (context, self->certificate) != 1 ||
      SSL_CTX_use_PrivateKey (context, self->key) != 1)
    {
      lockstep_identity_fail (_ ("A practice service could not be set up"), error);
      return NULL;
    }

  SSL_CTX_set_session_cache_mode (context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_options (context, SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_mode (context, SSL_MODE_NO_AUTO_CHAIN);

  return g_steal_pointer (&context);
}
