/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/pki.h"

#include "x509/certificate.h"

#include <openssl/evp.h>

static EVP_PKEY *
create_key (const char *kind)
{
  if (kind == NULL || g_str_equal (kind, "EC"))
    return EVP_EC_gen ("P-256");

  return EVP_RSA_gen ((unsigned int) g_ascii_strtoull (kind, NULL, 10));
}

static void
add_extension (X509 *x509, X509 *issuer, int nid, const char *value)
{
  X509V3_CTX context;
  X509_EXTENSION *extension;

  if (value == NULL)
    return;

  X509V3_set_ctx (&context, issuer, x509, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, nid, value);
  g_assert_nonnull (extension);
  g_assert_true (X509_add_ext (x509, extension, -1));
  X509_EXTENSION_free (extension);
}

static X509 *
create_certificate (const IdentitySpec *spec, EVP_PKEY *key)
{
  static long serial = 0x1000;
  gboolean has_dates = spec->from != 0 || spec->to != 0;
  X509 *x509 = X509_new ();
  X509 *issuer = spec->issuer != NULL ? spec->issuer->x509 : x509;
  X509_NAME *name = X509_NAME_new ();

  X509_set_version (x509, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (x509), ++serial);
  X509_gmtime_adj (X509_getm_notBefore (x509), has_dates ? spec->from : -3600);
  X509_gmtime_adj (X509_getm_notAfter (x509), has_dates ? spec->to : 86400);
  X509_NAME_add_entry_by_txt (name,
                              "O",
                              MBSTRING_UTF8,
                              (const guchar *) "Lockstep Test",
                              -1,
                              -1,
                              0);
  X509_NAME_add_entry_by_txt (name,
                              "CN",
                              MBSTRING_UTF8,
                              (const guchar *) spec->common_name,
                              -1,
                              -1,
                              0);
  X509_set_subject_name (x509, name);
  X509_NAME_free (name);
  X509_set_issuer_name (x509, X509_get_subject_name (issuer));
  X509_set_pubkey (x509, key);
  add_extension (x509, issuer, NID_basic_constraints, spec->constraints);
  add_extension (x509, issuer, NID_key_usage, spec->key_usage);
  add_extension (x509, issuer, NID_ext_key_usage, spec->extended_key_usage);
  add_extension (x509, issuer, NID_subject_key_identifier, "hash");
  add_extension (x509, issuer, NID_authority_key_identifier, spec->key_id);
  add_extension (x509, issuer, NID_info_access, spec->issuer_address);
  add_extension (x509, issuer, NID_subject_alt_name, spec->names);

  return x509;
}

/* One bit of the signature's last byte. */
static void
spoil (Identity *self)
{
  g_autoptr (GByteArray) der = g_bytes_unref_to_array (g_steal_pointer (&self->der));
  const guchar *data = der->data;

  der->data[der->len - 1] ^= 1;
  X509_free (self->x509);
  self->x509 = d2i_X509 (NULL, &data, der->len);
  g_assert_nonnull (self->x509);
  self->der = g_bytes_new (der->data, der->len);
}

Identity *
identity_new (const IdentitySpec *spec)
{
  Identity *self = g_new0 (Identity, 1);

  self->key = create_key (spec->key);
  g_assert_nonnull (self->key);
  self->x509 = create_certificate (spec, self->key);
  g_assert_cmpint (
      X509_sign (self->x509, spec->issuer != NULL ? spec->issuer->key : self->key, EVP_sha256 ()),
      >,
      0);
  self->der = lockstep_openssl_write_certificate (self->x509);
  if (spec->spoilt)
    spoil (self);

  return self;
}

void
identity_free (Identity *self)
{
  X509_free (self->x509);
  EVP_PKEY_free (self->key);
  g_bytes_unref (self->der);
  g_free (self);
}

char *
identity_write_pem (const char *folder, const char *name, Identity *const *identities)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) text = g_string_new ("What stands around a certificate does not matter.\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; identities[i] != NULL; i++)
    {
      g_autofree char *pem = lockstep_certificate_to_pem (identities[i]->der);

      g_string_append (text, pem);
    }
  g_file_set_contents (path, text->str, text->len, &error);
  g_assert_no_error (error);

  return path;
}
