/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/certificate.h"

#include "base/error.h"
#include "x509/pki.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <string.h>

static const IdentitySpec usual = {
  .common_name = "ibmi.example.com",
  .names = "DNS:ibmi.example.com,DNS:*.wild.example.com,IP:192.0.2.7,IP:2001:db8::7",
  .key = "2048",
  .key_usage = "critical,digitalSignature,keyEncipherment",
  .extended_key_usage = "serverAuth",
};

static void
test_fields (void)
{
  g_autoptr (Identity) identity = identity_new (&usual);
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (identity->der, &error);
  const char *const names[] = { "ibmi.example.com",
                                "*.wild.example.com",
                                "192.0.2.7",
                                "2001:db8::7",
                                NULL };

  g_assert_no_error (error);
  g_assert_cmpstr (certificate->subject, ==, "CN=ibmi.example.com,O=Lockstep Test");
  g_assert_cmpstr (certificate->issuer, ==, certificate->subject);
  g_assert_cmpstr (certificate->common_name, ==, "ibmi.example.com");
  g_assert_cmpstr (certificate->issuer_common_name, ==, "ibmi.example.com");
  g_assert_true (g_str_has_prefix (certificate->serial, "10"));
  g_assert_cmpint (certificate->not_after - certificate->not_before, ==, 86400 + 3600);
  g_assert_true (g_strv_equal ((const char *const *) certificate->names, names));
  g_assert_true (certificate->has_subject_alt_name);
  g_assert_cmpstr (certificate->key, ==, "RSA 2048");
  g_assert_cmpint (certificate->key_bits, ==, 2048);
  g_assert_cmpstr (certificate->signature, ==, "sha256WithRSAEncryption");
  g_assert_cmpuint (strlen (certificate->sha256), ==, 32 * 3 - 1);
  g_assert_cmpstr (certificate->key_usage, ==, "Digital Signature, Key Encipherment");
  g_assert_cmpstr (certificate->extended_key_usage, ==, "TLS Web Server Authentication");
  g_assert_true (certificate->self_issued);
  g_assert_true (certificate->self_signed);
  g_assert_true (certificate->usable_by_server);
  g_assert_cmpuint (ERR_peek_error (), ==, 0);
}

static void
test_facts (void)
{
  const IdentitySpec spec = { .common_name = "Only a common name" };
  g_autoptr (Identity) identity = identity_new (&spec);
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (identity->der, NULL);
  g_autoptr (LockstepFactSet) facts = lockstep_fact_set_new ();
  const char *const *names;

  lockstep_certificate_to_facts (certificate, facts);
  names = lockstep_fact_set_get_list (facts, LOCKSTEP_FACT_CERTIFICATE_NAMES);
  g_assert_cmpstr (names[0], ==, "Only a common name");
  g_assert_false (certificate->has_subject_alt_name);
  g_assert_cmpstr (lockstep_certificate_get_label (certificate), ==, "Only a common name");
  g_assert_cmpstr (lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_CERTIFICATE_KEY),
                   ==,
                   "EC prime256v1");
  g_assert_cmpint (lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER),
                   ==,
                   certificate->not_after);
}

static const struct
{
  const char *name;
  gboolean matches;
} asked[] = {
  { "ibmi.example.com", TRUE },
  { "IBMI.Example.COM", TRUE },
  { "ibmi.example.com.", TRUE },
  { "ibmi", FALSE },
  { "a.wild.example.com", TRUE },
  { "a.b.wild.example.com", FALSE },
  { "wild.example.com", FALSE },
  { "192.0.2.7", TRUE },
  { "192.0.2.8", FALSE },
  { "2001:db8::7", TRUE },
  { "2001:0db8:0:0::7", TRUE },
  { "2001:db8::8", FALSE },
  { "", FALSE },
  { ".", FALSE },
  { "ibmi.example.com.evil", FALSE },
};

static void
test_matches (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  IdentitySpec spec = usual;
  g_autoptr (Identity) identity = NULL;

  spec.key = NULL;
  identity = identity_new (&spec);
  g_assert_cmpint (lockstep_certificate_matches (identity->der, asked[i].name),
                   ==,
                   asked[i].matches);
}

static void
test_common_name_is_no_name (void)
{
  const IdentitySpec spec = { .common_name = "ibmi.example.com" };
  g_autoptr (Identity) identity = identity_new (&spec);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("x", 1);

  g_assert_false (lockstep_certificate_matches (identity->der, "ibmi.example.com"));
  g_assert_false (lockstep_certificate_matches (nonsense, "ibmi.example.com"));
}

static const struct
{
  const char *name;
  const char *key_usage;
  const char *extended_key_usage;
  gboolean usable;
} usages[] = {
  { "none", NULL, NULL, TRUE },
  { "server", "digitalSignature", "serverAuth", TRUE },
  { "any", NULL, "anyExtendedKeyUsage", TRUE },
  { "client-only", "digitalSignature", "clientAuth", FALSE },
  { "both", NULL, "clientAuth,serverAuth", TRUE },
  { "signs-only", "keyCertSign,cRLSign", NULL, FALSE },
};

static void
test_usage (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const IdentitySpec spec = { .common_name = "x",
                              .key_usage = usages[i].key_usage,
                              .extended_key_usage = usages[i].extended_key_usage };
  g_autoptr (Identity) identity = identity_new (&spec);
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (identity->der, NULL);

  g_assert_cmpint (certificate->usable_by_server, ==, usages[i].usable);
}

static void
assert_refused (GBytes *der)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (der, &error);

  g_assert_null (certificate);
  g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_CERTIFICATE);
  g_assert_cmpuint (ERR_peek_error (), ==, 0);
}

static void
test_no_certificate (void)
{
  g_autoptr (Identity) identity = identity_new (&usual);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) garbage = g_bytes_new_static ("garbage that is no DER", 22);
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_autoptr (GBytes) with_tail = NULL;
  g_autoptr (GBytes) huge = NULL;
  g_autofree char *text = lockstep_certificate_to_text (garbage);
  gsize size;
  gconstpointer data = g_bytes_get_data (identity->der, &size);

  g_byte_array_append (longer, data, size);
  g_byte_array_append (longer, (const guint8 *) "", 1);
  with_tail = g_bytes_new (longer->data, longer->len);
  g_byte_array_set_size (longer, 64 * 1024 + 1);
  huge = g_bytes_new (longer->data, longer->len);

  assert_refused (nothing);
  assert_refused (garbage);
  assert_refused (with_tail);
  assert_refused (huge);
  g_assert_nonnull (strstr (text, "OpenSSL"));
}

/* No cut and no changed byte may do more than be refused. */
static void
test_damaged (void)
{
  g_autoptr (Identity) identity = identity_new (&usual);
  gsize size;
  const guint8 *data = g_bytes_get_data (identity->der, &size);
  g_autoptr (GRand) random = g_rand_new_with_seed (9476);

  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, length);

      assert_refused (cut);
    }

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) der = NULL;
      g_autoptr (LockstepCertificate) certificate = NULL;

      for (int n = g_rand_int_range (random, 1, 5); n > 0; n--)
        copy[g_rand_int_range (random, 0, (gint32) size)] = g_rand_int_range (random, 0, 256);
      der = g_bytes_new (copy, size);
      certificate = lockstep_certificate_new (der, NULL);
      if (certificate != NULL)
        g_assert_true (g_utf8_validate (lockstep_certificate_get_label (certificate), -1, NULL));
      lockstep_certificate_matches (der, "ibmi.example.com");
      g_assert_cmpuint (ERR_peek_error (), ==, 0);
    }
}

static void
test_hostile_name (void)
{
  const IdentitySpec spec = { .common_name = "a\nb\x1b[31m" };
  g_autoptr (Identity) identity = identity_new (&spec);
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (identity->der, NULL);

  g_assert_cmpstr (certificate->common_name, ==, "a?b?[31m");
  g_assert_null (strchr (certificate->subject, '\n'));
  g_assert_null (strchr (certificate->subject, '\x1b'));
}

static void
test_pem (void)
{
  g_autoptr (Identity) identity = identity_new (&usual);
  g_autofree char *pem = lockstep_certificate_to_pem (identity->der);
  g_autofree char *text = lockstep_certificate_to_text (identity->der);
  g_autoptr (BIO) memory = BIO_new_mem_buf (pem, -1);
  g_autoptr (X509) again = PEM_read_bio_X509 (memory, NULL, NULL, NULL);

  g_assert_nonnull (again);
  g_assert_cmpint (X509_cmp (again, identity->x509), ==, 0);
  g_assert_nonnull (strstr (text, "CN=ibmi.example.com"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/x509/certificate/fields", test_fields);
  g_test_add_func ("/x509/certificate/facts", test_facts);
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/x509/certificate/matches/%s-%" G_GSIZE_FORMAT, asked[i].name, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_matches);
    }
  g_test_add_func ("/x509/certificate/common-name-is-no-name", test_common_name_is_no_name);
  for (gsize i = 0; i < G_N_ELEMENTS (usages); i++)
    {
      g_autofree char *path = g_strconcat ("/x509/certificate/usage/", usages[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_usage);
    }
  g_test_add_func ("/x509/certificate/no-certificate", test_no_certificate);
  g_test_add_func ("/x509/certificate/damaged", test_damaged);
  g_test_add_func ("/x509/certificate/hostile-name", test_hostile_name);
  g_test_add_func ("/x509/certificate/pem", test_pem);

  return g_test_run ();
}
