/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/handshake.h"
#include "probe/pump.h"
#include "probe/server.h"
#include "probe/tls-client.h"
#include "probe/waiting.h"
#include "x509/certificate.h"

#include <openssl/err.h>
#include <string.h>

/* A server's first flight of TLS 1.2, as it was recorded, and the place of its certificate. */
static GByteArray *flight;
static gsize certificate_at;
static Identity *identity;

static void
record_flight (void)
{
  const ServerTls tls = { .identity = identity, .version = 0x0303 };
  SSL_CTX *context = server_create_context (&tls);
  SSL *server = SSL_new (context);
  SSL *client = lockstep_tls_client_new ("ibmi.example.com", 0x0303);
  BIO *to_server = BIO_new (BIO_s_mem ());
  BIO *to_client = BIO_new (BIO_s_mem ());
  gsize der_size;
  gconstpointer der = g_bytes_get_data (identity->der, &der_size);
  char *data = NULL;
  long size;
  gconstpointer place;

  SSL_set_bio (client, BIO_new (BIO_s_mem ()), to_server);
  SSL_do_handshake (client);
  BIO_up_ref (to_server);
  SSL_set_bio (server, to_server, to_client);
  SSL_accept (server);
  size = BIO_get_mem_data (to_client, &data);
  g_assert_cmpint (size, >, 0);
  flight = g_byte_array_new ();
  g_byte_array_append (flight, (const guint8 *) data, size);
  place = memmem (data, size, der, der_size);
  g_assert_nonnull (place);
  certificate_at = (const char *) place - data;
  ERR_clear_error ();
  SSL_free (client);
  SSL_free (server);
  SSL_CTX_free (context);
}

static void
parse_everything (const guint8 *data, gsize size)
{
  LockstepTlsSplitter splitter = { 0 };
  const guint8 *at = data;
  gsize left = size;
  LockstepTlsRecord record;
  g_autofree char *text = lockstep_plain_escape (data, size);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (lockstep_plain_recognise (data, size));
  lockstep_tls_guess (data, size);
  while (lockstep_tls_splitter_next (&splitter, &at, &left, &record))
    {
      gsize content = MIN (left, record.length);
      LockstepTlsServerHello hello;

      g_assert_cmpuint (record.length, <=, LOCKSTEP_TLS_MAX_RECORD);
      if (content < 4)
        continue;

      lockstep_tls_server_hello_read (at + 4, content - 4, &hello);
      for (gboolean has_context = FALSE; has_context <= TRUE; has_context++)
        {
          g_autoptr (GPtrArray) found =
              lockstep_tls_certificates_read (at + 4, content - 4, has_context);

          for (guint i = 0; i < found->len; i++)
            lockstep_certificate_free (lockstep_certificate_new (found->pdata[i], NULL));
        }
    }
  g_assert_cmpuint (left, ==, 0);
}

/* Copied to its size, so that a step too far is seen by the sanitizer. */
static void
test_truncated (void)
{
  for (gsize size = 0; size <= flight->len; size++)
    {
      g_autofree guint8 *copy = g_memdup2 (flight->data, size);

      parse_everything (copy, size);
    }
}

static guint8 *
mutate (GRand *random)
{
  guint8 *copy = g_memdup2 (flight->data, flight->len);

  for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
    copy[g_rand_int_range (random, 0, (gint32) flight->len)] = g_rand_int_range (random, 0, 256);

  return copy;
}

static void
test_mutated (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (992);

  for (guint round = 0; round < 5000; round++)
    {
      g_autofree guint8 *copy = mutate (random);

      parse_everything (copy, flight->len);
    }
}

static LockstepHandshakeAnswer *
observe (const guint8 *data, gsize size)
{
  const ServerText text = { (const char *) data, size };
  const LockstepHandshakeOptions options = { .server_name = "ibmi.example.com",
                                             .max_version = 0x0303,
                                             .send_hello = TRUE,
                                             .timeout = 20000 };
  g_autoptr (Server) server = server_new (server_speak_late, &text);

  return waiting_for_handshake (server_get_port (server), &options);
}

/* The observer comes to an end, and says how, whatever a server sends. */
static void
test_observed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9476);

  for (guint round = 0; round < 300; round++)
    {
      g_autofree guint8 *copy = mutate (random);
      gint32 size = g_rand_int_range (random, 1, (gint32) flight->len + 1);
      g_autoptr (LockstepHandshakeAnswer) answer = observe (copy, size);

      g_assert_true (lockstep_fact_set_has (answer->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME));
      g_assert_false (
          lockstep_fact_set_is (answer->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "complete"));
      g_assert_cmpuint (ERR_peek_error (), ==, 0);
    }
}

/* What cannot be read as a certificate is still handed on as it was sent. */
static void
test_malformed_certificate (void)
{
  g_autofree guint8 *copy = g_memdup2 (flight->data, flight->len);
  g_autoptr (LockstepHandshakeAnswer) answer = NULL;

  memset (copy + certificate_at, 0xff, 8);
  answer = observe (copy, flight->len);
  g_assert_cmpstr (lockstep_fact_set_get_string (answer->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME),
                   ==,
                   "declined-by-us");
  g_assert_cmpstr (lockstep_fact_set_get_string (answer->facts, LOCKSTEP_FACT_HANDSHAKE_ALERT_SENT),
                   ==,
                   "bad_certificate");
  g_assert_cmpstr (lockstep_fact_set_get_string (answer->facts, LOCKSTEP_FACT_HANDSHAKE_STAGE),
                   ==,
                   "certificate");
  g_assert_cmpuint (answer->certificates->len, ==, 1);
  g_assert_null (lockstep_certificate_new (answer->certificates->pdata[0], NULL));
}

/* The flight answers another ClientHello, so its signature is wrong. */
static void
test_replayed (void)
{
  g_autoptr (LockstepHandshakeAnswer) answer = observe (flight->data, flight->len);

  g_assert_cmpstr (lockstep_fact_set_get_string (answer->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME),
                   ==,
                   "garbled");
  g_assert_cmpstr (lockstep_fact_set_get_string (answer->facts, LOCKSTEP_FACT_HANDSHAKE_ALERT_SENT),
                   ==,
                   "decrypt_error");
}

int
main (int argc, char **argv)
{
  const IdentitySpec spec = { .common_name = "leaf", .names = "DNS:ibmi.example.com" };
  int status;

  g_test_init (&argc, &argv, NULL);
  identity = identity_new (&spec);
  record_flight ();

  g_test_add_func ("/probe/fuzz/truncated", test_truncated);
  g_test_add_func ("/probe/fuzz/mutated", test_mutated);
  g_test_add_func ("/probe/fuzz/observed", test_observed);
  g_test_add_func ("/probe/fuzz/malformed-certificate", test_malformed_certificate);
  g_test_add_func ("/probe/fuzz/replayed", test_replayed);
  status = g_test_run ();

  g_byte_array_unref (flight);
  identity_free (identity);

  return status;
}
