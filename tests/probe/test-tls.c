/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/handshake.h"

#include "probe/server.h"
#include "probe/waiting.h"

#include <openssl/err.h>
#include <signal.h>

static Identity *issuer;
static Identity *rsa;
static Identity *ec;
static GString *names;

#define INSIST (SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT)
#define CLIENT_KEY_EXCHANGE 16
#define FINISHED 20

/* Real servers. */
static const struct
{
  const char *name;
  const char *key;
  int version;
  int verify_mode;
  guint8 reset_at;
  guint16 max_version;
  const char *outcome;
  const char *stage;
  const char *agreed;
  const char *alert;
  gboolean asked;
  guint certificates;
} rows[] = {
  { "tls12-rsa", "RSA", 0x0303, 0, 0, 0, "complete", "finished", "TLSv1.2", NULL, FALSE, 2 },
  { "tls12-ec", "EC", 0x0303, 0, 0, 0, "complete", "finished", "TLSv1.2", NULL, FALSE, 2 },
  { "tls13-rsa", "RSA", 0x0304, 0, 0, 0, "complete", "finished", "TLSv1.3", NULL, FALSE, 2 },
  { "tls13-ec", "EC", 0x0304, 0, 0, 0, "complete", "finished", "TLSv1.3", NULL, FALSE, 2 },
  { "tls10", "RSA", 0x0301, 0, 0, 0, "complete", "finished", "TLSv1", NULL, FALSE, 2 },
  { "capped", "EC", 0, 0, 0, 0x0303, "complete", "finished", "TLSv1.2", NULL, FALSE, 2 },
  { "no-version-in-common",
    "EC",
    0x0304,
    0,
    0,
    0x0303,
    "alert",
    "client-hello",
    NULL,
    "protocol_version",
    FALSE,
    0 },
  { "insists-tls12",
    "EC",
    0x0303,
    INSIST,
    0,
    0,
    "alert",
    "server-hello-done",
    "TLSv1.2",
    "handshake_failure",
    TRUE,
    2 },
  { "insists-tls13",
    "EC",
    0x0304,
    INSIST,
    0,
    0,
    "alert",
    "finished",
    "TLSv1.3",
    "certificate_required",
    TRUE,
    2 },
  { "asks-tls12",
    "EC",
    0x0303,
    SSL_VERIFY_PEER,
    0,
    0,
    "complete",
    "finished",
    "TLSv1.2",
    NULL,
    TRUE,
    2 },
  { "asks-tls13",
    "EC",
    0x0304,
    SSL_VERIFY_PEER,
    0,
    0,
    "complete",
    "finished",
    "TLSv1.3",
    NULL,
    TRUE,
    2 },
  { "reset-half-way",
    "EC",
    0x0303,
    0,
    CLIENT_KEY_EXCHANGE,
    0,
    "reset",
    "server-hello-done",
    "TLSv1.2",
    NULL,
    FALSE,
    2 },
  { "reset-instead-of-alert",
    "EC",
    0x0304,
    SSL_VERIFY_PEER,
    FINISHED,
    0,
    "reset",
    "finished",
    "TLSv1.3",
    NULL,
    TRUE,
    2 },
};

static const char *
get_string (const LockstepHandshakeAnswer *answer, LockstepFact fact)
{
  return lockstep_fact_set_get_string (answer->facts, fact);
}

static void
assert_steps_in_order (const LockstepHandshakeAnswer *answer)
{
  gint64 at = 0;

  g_string_truncate (names, 0);
  for (guint i = 0; i < answer->steps->len; i++)
    {
      const LockstepStep *step = g_ptr_array_index (answer->steps, i);

      g_assert_cmpint (step->at, >=, at);
      at = step->at;
      g_string_append_printf (names, "%s%s ", step->from_server ? "<" : ">", step->name);
    }
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const ServerTls tls = { .identity = g_str_equal (rows[i].key, "RSA") ? rsa : ec,
                          .chain = issuer,
                          .version = rows[i].version,
                          .verify_mode = rows[i].verify_mode,
                          .reset_at = rows[i].reset_at };
  const LockstepHandshakeOptions options = { .server_name = "leaf.example.com",
                                             .max_version = rows[i].max_version,
                                             .send_hello = TRUE,
                                             .timeout = 20000 };
  g_autoptr (Server) server = server_new (server_speak_tls, &tls);
  g_autoptr (LockstepHandshakeAnswer) answer = NULL;

  answer = waiting_for_handshake (server_get_port (server), &options);
  assert_steps_in_order (answer);
  g_test_message ("%s", names->str);

  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_OUTCOME), ==, rows[i].outcome);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_STAGE), ==, rows[i].stage);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_VERSION), ==, rows[i].agreed);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_ALERT), ==, rows[i].alert);
  g_assert_cmpint (
      lockstep_fact_set_get_boolean (answer->facts, LOCKSTEP_FACT_HANDSHAKE_CLIENT_CERTIFICATE),
      ==,
      rows[i].asked);
  g_assert_cmpuint (answer->certificates->len, ==, rows[i].certificates);
  if (rows[i].certificates > 0)
    {
      g_assert_true (g_bytes_equal (answer->certificates->pdata[0], tls.identity->der));
      g_assert_true (g_bytes_equal (answer->certificates->pdata[1], issuer->der));
    }
  g_assert_cmpuint (ERR_peek_error (), ==, 0);
}

static void
test_agreed (void)
{
  const ServerTls tls = { .identity = ec, .version = 0x0304 };
  const LockstepHandshakeOptions options = { .send_hello = TRUE, .timeout = 20000 };
  g_autoptr (Server) server = server_new (server_speak_tls, &tls);
  g_autoptr (LockstepHandshakeAnswer) answer = NULL;

  answer = waiting_for_handshake (server_get_port (server), &options);
  assert_steps_in_order (answer);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_CIPHER),
                   ==,
                   "TLS_AES_256_GCM_SHA384");
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_GROUP), ==, "x25519");
  g_assert_nonnull (strstr (names->str, ">ClientHello <ServerHello "));
  g_assert_nonnull (strstr (names->str, "<Certificate <CertificateVerify <Finished "));
  g_assert_nonnull (strstr (names->str, ">Finished "));
  g_assert_null (strstr (names->str, "unknown"));
}

static void
test_change_cipher_spec (void)
{
  const ServerTls tls = { .identity = ec, .version = 0x0303 };
  const LockstepHandshakeOptions options = { .send_hello = TRUE, .timeout = 20000 };
  g_autoptr (Server) server = server_new (server_speak_tls, &tls);
  g_autoptr (LockstepHandshakeAnswer) answer = NULL;

  answer = waiting_for_handshake (server_get_port (server), &options);
  assert_steps_in_order (answer);
  g_assert_nonnull (
      strstr (names->str, ">ChangeCipherSpec >Finished <ChangeCipherSpec <Finished "));
}

/* Where a handshake is whole, what comes after it can no longer spoil it. */
static void
test_flood (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  const ServerTls tls = { .identity = ec,
                          .version = 0x0304,
                          .verify_mode = SSL_VERIFY_PEER,
                          .answer = text,
                          .speaks_first = TRUE,
                          .repeats = TRUE };
  const LockstepHandshakeOptions options = { .send_hello = TRUE, .timeout = 20000 };
  g_autoptr (Server) server = server_new (server_speak_tls, &tls);
  g_autoptr (LockstepHandshakeAnswer) answer = NULL;

  answer = waiting_for_handshake (server_get_port (server), &options);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_OUTCOME), ==, "complete");
}

int
main (int argc, char **argv)
{
  const IdentitySpec issuer_spec = { .common_name = "Issuer", .constraints = CA_CONSTRAINTS };
  IdentitySpec leaf_spec = { .common_name = "leaf", .names = "DNS:leaf.example.com" };
  int status;

  /* The server goes on writing when nobody listens any more. */
  signal (SIGPIPE, SIG_IGN);
  g_test_init (&argc, &argv, NULL);

  names = g_string_new (NULL);
  issuer = identity_new (&issuer_spec);
  leaf_spec.issuer = issuer;
  ec = identity_new (&leaf_spec);
  leaf_spec.key = "2048";
  rsa = identity_new (&leaf_spec);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/probe/tls/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/probe/tls/agreed", test_agreed);
  g_test_add_func ("/probe/tls/change-cipher-spec", test_change_cipher_spec);
  g_test_add_func ("/probe/tls/flood", test_flood);
  status = g_test_run ();

  identity_free (issuer);
  identity_free (ec);
  identity_free (rsa);
  g_string_free (names, TRUE);

  return status;
}
