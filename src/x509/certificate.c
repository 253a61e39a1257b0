/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/certificate.h"

#include "base/error.h"
#include "base/target.h"
#include "x509/openssl.h"
#include "x509/subject-names.h"

#include <openssl/err.h>
#include <string.h>
#include <time.h>

#define MAX_SERIAL_DIGITS 64
#define MAX_USAGE_SIZE 1024
#define MAX_TEXT_SIZE (256 * 1024)

static gboolean
read_time (const ASN1_TIME *time, gint64 *ret_unix_time)
{
  struct tm parts = { 0 };

  if (time == NULL || !ASN1_TIME_to_tm (time, &parts))
    return FALSE;

  *ret_unix_time = timegm (&parts);

  return TRUE;
}

static char *
print_serial (X509 *x509)
{
  BIGNUM *number = ASN1_INTEGER_to_BN (X509_get0_serialNumber (x509), NULL);
  char *digits = number != NULL ? BN_bn2hex (number) : NULL;
  char *serial = g_strndup (digits != NULL ? digits : "", MAX_SERIAL_DIGITS);

  OPENSSL_free (digits);
  BN_free (number);

  return serial;
}

static char *
print_fingerprint (GBytes *der)
{
  g_autofree char *digits = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, der);
  GString *pairs = g_string_new (NULL);

  for (const char *at = digits; *at != '\0'; at += 2)
    g_string_append_printf (pairs,
                            "%s%c%c",
                            at == digits ? "" : ":",
                            g_ascii_toupper (at[0]),
                            g_ascii_toupper (at[1]));

  return g_string_free (pairs, FALSE);
}

static char *
print_extension (X509 *x509, int nid)
{
  int index = X509_get_ext_by_NID (x509, nid, -1);
  g_autoptr (BIO) memory = NULL;

  if (index < 0)
    return NULL;

  memory = BIO_new (BIO_s_mem ());
  X509V3_EXT_print (memory, X509_get_ext (x509, index), X509V3_EXT_DUMP_UNKNOWN, 0);

  return lockstep_openssl_read_text (memory, MAX_USAGE_SIZE);
}

static void
read_key (X509 *x509, LockstepCertificate *self)
{
  EVP_PKEY *key = X509_get0_pubkey (x509);
  char group[64];

  if (key == NULL)
    {
      self->key = g_strdup ("unknown");
      return;
    }

  self->key_bits = EVP_PKEY_get_bits (key);
  switch (EVP_PKEY_get_base_id (key))
    {
    case EVP_PKEY_RSA:
      self->key = g_strdup_printf ("RSA %d", self->key_bits);
      break;
    case EVP_PKEY_RSA_PSS:
      self->key = g_strdup_printf ("RSA-PSS %d", self->key_bits);
      break;
    case EVP_PKEY_DSA:
      self->key = g_strdup_printf ("DSA %d", self->key_bits);
      break;
    case EVP_PKEY_EC:
      if (EVP_PKEY_get_group_name (key, group, sizeof group, NULL))
        self->key = g_strdup_printf ("EC %s", group);
      else
        self->key = g_strdup_printf ("EC %d", self->key_bits);
      break;
    default:
      self->key = g_strdup (EVP_PKEY_get0_type_name (key));
      break;
    }
  if (self->key == NULL)
    self->key = g_strdup ("unknown");
}

static char *
print_algorithm (X509 *x509)
{
  const X509_ALGOR *algorithm = X509_get0_tbs_sigalg (x509);
  const ASN1_OBJECT *object = NULL;
  char text[128];

  X509_ALGOR_get0 (&object, NULL, NULL, algorithm);
  if (object == NULL || OBJ_obj2txt (text, sizeof text, object, 0) <= 0)
    return g_strdup ("unknown");

  return g_strndup (text, sizeof text - 1);
}

/* An absent usage allows everything (RFC 5280 4.2.1.3 and 4.2.1.12). */
static gboolean
server_may_use (X509 *x509)
{
  guint32 key_usage = X509_get_key_usage (x509);
  guint32 extended = X509_get_extended_key_usage (x509);

  return (key_usage & (KU_DIGITAL_SIGNATURE | KU_KEY_ENCIPHERMENT | KU_KEY_AGREEMENT)) != 0 &&
         (extended & (XKU_SSL_SERVER | XKU_SGC | XKU_ANYEKU)) != 0;
}

static void
read_fields (X509 *x509, LockstepCertificate *self)
{
  const X509_NAME *subject = X509_get_subject_name (x509);
  const X509_NAME *issuer = X509_get_issuer_name (x509);

  self->subject = lockstep_openssl_print_name (subject);
  self->issuer = lockstep_openssl_print_name (issuer);
  self->common_name = lockstep_subject_names_read_common (subject);
  self->issuer_common_name = lockstep_subject_names_read_common (issuer);
  self->serial = print_serial (x509);
  self->names = lockstep_subject_names_read (x509, &self->has_subject_alt_name);
  read_key (x509, self);
  self->signature = print_algorithm (x509);
  self->key_usage = print_extension (x509, NID_key_usage);
  self->extended_key_usage = print_extension (x509, NID_ext_key_usage);
  self->is_ca = X509_check_ca (x509) != 0;
  self->self_issued = X509_NAME_cmp (subject, issuer) == 0;
  self->self_signed = self->self_issued && X509_self_signed (x509, 1) == 1;
  self->usable_by_server = server_may_use (x509);
}

LockstepCertificate *
lockstep_certificate_new (GBytes *der, GError **error)
{
  g_autoptr (X509) x509 = NULL;
  g_autoptr (LockstepCertificate) self = NULL;

  g_return_val_if_fail (der != NULL, NULL);

  x509 = lockstep_openssl_read_certificate (der, error);
  if (x509 == NULL)
    return NULL;

  self = g_new0 (LockstepCertificate, 1);
  if (!read_time (X509_get0_notBefore (x509), &self->not_before) ||
      !read_time (X509_get0_notAfter (x509), &self->not_after))
    {
      g_set_error_literal (error,
                           LOCKSTEP_ERROR,
                           LOCKSTEP_ERROR_CERTIFICATE,
                           "Reading a certificate: its dates of validity are malformed");
      ERR_clear_error ();
      return NULL;
    }

  read_fields (x509, self);
  self->sha256 = print_fingerprint (der);
  ERR_clear_error ();

  return g_steal_pointer (&self);
}

void
lockstep_certificate_free (LockstepCertificate *self)
{
  if (self == NULL)
    return;

  g_free (self->subject);
  g_free (self->issuer);
  g_free (self->common_name);
  g_free (self->issuer_common_name);
  g_free (self->serial);
  g_strfreev (self->names);
  g_free (self->key);
  g_free (self->signature);
  g_free (self->sha256);
  g_free (self->key_usage);
  g_free (self->extended_key_usage);
  g_free (self);
}

char *
lockstep_certificate_to_pem (GBytes *der)
{
  g_autofree char *base64 = NULL;
  GString *pem = g_string_new ("-----BEGIN CERTIFICATE-----\n");
  gsize size;
  const guchar *data;

  g_return_val_if_fail (der != NULL, NULL);

  /* Also what is no certificate can be handed over like this, so OpenSSL is not asked. */
  data = g_bytes_get_data (der, &size);
  base64 = g_base64_encode (data, size);
  for (gsize at = 0, length = strlen (base64); at < length; at += 64)
    {
      g_string_append_len (pem, base64 + at, MIN (64, length - at));
      g_string_append_c (pem, '\n');
    }
  g_string_append (pem, "-----END CERTIFICATE-----\n");

  return g_string_free (pem, FALSE);
}

char *
lockstep_certificate_to_text (GBytes *der)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (X509) x509 = NULL;
  g_autoptr (BIO) memory = NULL;

  g_return_val_if_fail (der != NULL, NULL);

  x509 = lockstep_openssl_read_certificate (der, &error);
  if (x509 == NULL)
    return g_strdup (error->message);

  memory = BIO_new (BIO_s_mem ());
  X509_print_ex (memory, x509, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB, 0);
  ERR_clear_error ();

  return lockstep_openssl_read_text (memory, MAX_TEXT_SIZE);
}

gboolean
lockstep_certificate_matches (GBytes *der, const char *name)
{
  g_autoptr (X509) x509 = NULL;
  g_autofree char *ascii = NULL;
  const unsigned int flags =
      X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS;
  gboolean matches = FALSE;
  gsize length;

  g_return_val_if_fail (der != NULL && name != NULL, FALSE);

  x509 = lockstep_openssl_read_certificate (der, NULL);
  if (x509 == NULL)
    return FALSE;

  if (lockstep_host_is_address (name))
    matches = X509_check_ip_asc (x509, name, 0) == 1;
  else if ((ascii = g_hostname_to_ascii (name)) != NULL)
    {
      length = strlen (ascii);
      if (length > 0 && ascii[length - 1] == '.')
        length--;
      matches = length > 0 && X509_check_host (x509, ascii, length, flags, NULL) == 1;
    }
  ERR_clear_error ();

  return matches;
}

const char *
lockstep_certificate_get_label (const LockstepCertificate *self)
{
  g_return_val_if_fail (self != NULL, "");

  if (self->common_name != NULL && *self->common_name != '\0')
    return self->common_name;

  return self->names[0] != NULL ? self->names[0] : self->subject;
}

void
lockstep_certificate_to_facts (const LockstepCertificate *self, LockstepFactSet *facts)
{
  const char *common[] = { self->common_name, NULL };
  const char *const *names = (const char *const *) self->names;

  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CERTIFICATE_SUBJECT, self->subject);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CERTIFICATE_ISSUER, self->issuer);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CERTIFICATE_SERIAL, self->serial);
  lockstep_fact_set_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_BEFORE, self->not_before);
  lockstep_fact_set_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER, self->not_after);
  lockstep_fact_set_list (facts,
                          LOCKSTEP_FACT_CERTIFICATE_NAMES,
                          names[0] == NULL && !self->has_subject_alt_name ? common : names);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CERTIFICATE_KEY, self->key);
  lockstep_fact_set_integer (facts, LOCKSTEP_FACT_CERTIFICATE_KEY_BITS, self->key_bits);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CERTIFICATE_SIGNATURE, self->signature);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CERTIFICATE_SHA256, self->sha256);
  lockstep_fact_set_boolean (facts, LOCKSTEP_FACT_CERTIFICATE_SELF_SIGNED, self->self_signed);
  lockstep_fact_set_boolean (facts,
                             LOCKSTEP_FACT_CERTIFICATE_USABLE_BY_SERVER,
                             self->usable_by_server);
}
