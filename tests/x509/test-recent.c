/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x509/pki.h"
#include "x509/recent.h"

/* More than are remembered. */
#define MANY 40

static Identity *
make_identity (const char *name)
{
  return identity_new (&(IdentitySpec){ .common_name = name });
}

/* Reading the same certificate twice reads it once, from whatever memory. */
static void
test_same (void)
{
  g_autoptr (Identity) identity = make_identity ("a.example");
  g_autoptr (GBytes) copy =
      g_bytes_new (g_bytes_get_data (identity->der, NULL), g_bytes_get_size (identity->der));
  g_autoptr (X509) first = lockstep_openssl_read_certificate (identity->der, NULL);
  g_autoptr (X509) second = lockstep_openssl_read_certificate (copy, NULL);

  g_assert_nonnull (first);
  g_assert_true (first == second);
  g_assert_cmpint (X509_cmp (first, identity->x509), ==, 0);
}

static void
test_written (void)
{
  g_autoptr (Identity) identity = make_identity ("b.example");
  g_autoptr (GBytes) der = lockstep_openssl_write_certificate (identity->x509);
  g_autoptr (X509) read = lockstep_openssl_read_certificate (der, NULL);

  g_assert_true (g_bytes_equal (der, identity->der));
  g_assert_true (read == identity->x509);
}

static void
test_remembered (void)
{
  g_autoptr (Identity) identity = make_identity ("c.example");
  STACK_OF (X509) *chain = sk_X509_new_null ();
  g_autoptr (X509) read = NULL;

  sk_X509_push (chain, identity->x509);
  lockstep_openssl_remember (chain);
  sk_X509_free (chain);
  read = lockstep_openssl_read_certificate (identity->der, NULL);
  g_assert_true (read == identity->x509);

  lockstep_openssl_remember (NULL);
}

/* What is no certificate stays none, also behind one that is known. */
static void
test_malformed (void)
{
  g_autoptr (Identity) identity = make_identity ("d.example");
  gsize size;
  const guint8 *data = g_bytes_get_data (identity->der, &size);
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_autoptr (X509) good = lockstep_openssl_read_certificate (identity->der, NULL);

  g_assert_nonnull (good);
  g_byte_array_append (longer, data, (guint) size);
  g_byte_array_append (longer, (const guint8 *) "x", 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, size - 1);
      g_autoptr (GBytes) long_one = g_bytes_new (longer->data, longer->len);
      g_autoptr (GError) error = NULL;

      g_assert_null (lockstep_openssl_read_certificate (cut, &error));
      g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_CERTIFICATE);
      g_assert_null (lockstep_openssl_read_certificate (long_one, NULL));
    }
}

/* The oldest make room; nothing is mixed up on the way. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) identities =
      g_ptr_array_new_with_free_func ((GDestroyNotify) identity_free);

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.example", i);

      g_ptr_array_add (identities, make_identity (name));
    }

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < MANY; i++)
      {
        const Identity *identity = g_ptr_array_index (identities, i);
        g_autoptr (X509) read = lockstep_openssl_read_certificate (identity->der, NULL);

        g_assert_cmpint (X509_cmp (read, identity->x509), ==, 0);
      }
}

static gpointer
read_often (gpointer data)
{
  const GPtrArray *identities = data;

  for (guint i = 0; i < 400; i++)
    {
      const Identity *identity = g_ptr_array_index (identities, i * 7 % identities->len);
      g_autoptr (X509) read = lockstep_openssl_read_certificate (identity->der, NULL);

      g_assert_cmpint (X509_cmp (read, identity->x509), ==, 0);
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GPtrArray) identities =
      g_ptr_array_new_with_free_func ((GDestroyNotify) identity_free);
  GThread *threads[3];

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (identities, make_identity ("e.example"));

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_often, identities);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/x509/recent/same", test_same);
  g_test_add_func ("/x509/recent/written", test_written);
  g_test_add_func ("/x509/recent/remembered", test_remembered);
  g_test_add_func ("/x509/recent/malformed", test_malformed);
  g_test_add_func ("/x509/recent/many", test_many);
  g_test_add_func ("/x509/recent/threads", test_threads);

  return g_test_run ();
}
