/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/openssl.h"

#include "x509/recent.h"

#include <openssl/err.h>

#define MAX_CERTIFICATE_SIZE (64 * 1024)
#define MAX_NAME_SIZE 1024

char *
lockstep_openssl_take_reason (void)
{
  unsigned long code = ERR_peek_error ();
  const char *text = ERR_reason_error_string (code);
  char *reason;

  reason = g_strdup_printf ("%s (OpenSSL %08lX)", text != NULL ? text : "no reason given", code);
  ERR_clear_error ();

  return reason;
}

void
lockstep_openssl_set_error (GError **error, LockstepError code, const char *doing)
{
  g_autofree char *reason = lockstep_openssl_take_reason ();

  g_set_error (error, LOCKSTEP_ERROR, code, "%s: %s", doing, reason);
}

char *
lockstep_openssl_read_text (BIO *memory, gsize max_size)
{
  char *data = NULL;
  long length = BIO_get_mem_data (memory, &data);
  gsize size = length > 0 ? MIN ((gsize) length, max_size) : 0;

  /* A character of several bytes is not cut in two. */
  while (size > 0 && size < (gsize) length && ((guchar) data[size] & 0xc0) == 0x80)
    size--;

  return size > 0 ? g_utf8_make_valid (data, size) : g_strdup ("");
}

X509 *
lockstep_openssl_read_certificate (GBytes *der, GError **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (der, &size);
  const guchar *end = data;
  g_autoptr (X509) certificate = NULL;

  if (size == 0 || size > MAX_CERTIFICATE_SIZE)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_CERTIFICATE,
                   "A certificate has 1 to %d bytes, this has %" G_GSIZE_FORMAT,
                   MAX_CERTIFICATE_SIZE,
                   size);
      return NULL;
    }

  certificate = lockstep_recent_lookup (der);
  if (certificate != NULL)
    return g_steal_pointer (&certificate);

  ERR_clear_error ();
  certificate = d2i_X509 (NULL, &end, (long) size);
  if (certificate == NULL)
    {
      lockstep_openssl_set_error (error, LOCKSTEP_ERROR_CERTIFICATE, "Reading a certificate");
      return NULL;
    }

  if (end != data + size)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_CERTIFICATE,
                   "Reading a certificate: %" G_GSIZE_FORMAT " bytes stand after its end",
                   (gsize) (data + size - end));
      return NULL;
    }

  lockstep_recent_add (der, certificate);

  return g_steal_pointer (&certificate);
}

GBytes *
lockstep_openssl_write_certificate (X509 *certificate)
{
  g_autoptr (BIO) memory = BIO_new (BIO_s_mem ());
  char *data = NULL;
  long length;
  GBytes *der;

  i2d_X509_bio (memory, certificate);
  length = BIO_get_mem_data (memory, &data);
  der = g_bytes_new (data, length > 0 ? length : 0);
  if (length > 0 && length <= MAX_CERTIFICATE_SIZE)
    lockstep_recent_add (der, certificate);

  return der;
}

void
lockstep_openssl_remember (const STACK_OF (X509) * certificates)
{
  for (int i = 0; i < sk_X509_num (certificates); i++)
    g_bytes_unref (lockstep_openssl_write_certificate (sk_X509_value (certificates, i)));
}

char *
lockstep_openssl_print_name (const X509_NAME *name)
{
  g_autoptr (BIO) memory = BIO_new (BIO_s_mem ());

  X509_NAME_print_ex (memory, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  ERR_clear_error ();

  return lockstep_openssl_read_text (memory, MAX_NAME_SIZE);
}
