/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/server.h"
#include "practice/visitor.h"

#include "base/error.h"

#include <errno.h>
#include <openssl/x509.h>

typedef enum
{
  SEEN_TLS,
  SEEN_RESET,
  SEEN_SILENCE,
  SEEN_HTTP,
  SEEN_REFUSAL,
} Seen;

typedef struct
{
  const char *scenario;
  const char *first; /* the service that is named first */
  Seen first_seen;
  Seen others_seen;
  long verify; /* of those that speak TLS */
} Row;

static const Row rows[] = {
  { "healthy", "signon", SEEN_TLS, SEEN_TLS, X509_V_OK },
  { "expired-certificate", "signon", SEEN_TLS, SEEN_TLS, X509_V_ERR_CERT_HAS_EXPIRED },
  { "expired-not-served", "telnet", SEEN_RESET, SEEN_TLS, X509_V_ERR_CERT_HAS_EXPIRED },
  { "not-yet-valid", "signon", SEEN_TLS, SEEN_TLS, X509_V_ERR_CERT_NOT_YET_VALID },
  { "self-signed", "signon", SEEN_TLS, SEEN_TLS, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT },
  { "unknown-issuer", "signon", SEEN_TLS, SEEN_TLS, X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE },
  { "wrong-name", "signon", SEEN_TLS, SEEN_TLS, X509_V_ERR_IP_ADDRESS_MISMATCH },
  { "reset-after-client-hello", "signon", SEEN_RESET, SEEN_RESET, X509_V_OK },
  { "silent", "signon", SEEN_SILENCE, SEEN_SILENCE, X509_V_OK },
  { "plain-http", "signon", SEEN_HTTP, SEEN_HTTP, X509_V_OK },
  { "not-started", "telnet", SEEN_REFUSAL, SEEN_TLS, X509_V_OK },
};

static LockstepPracticeServer *
start (const char *scenario, gboolean repaired)
{
  g_autoptr (GError) error = NULL;
  LockstepPracticeServer *server = lockstep_practice_server_new (scenario, repaired, &error);

  g_assert_no_error (error);
  g_assert_nonnull (server);

  return server;
}

static void
assert_tls (LockstepPracticeServer *server, guint index, long verify)
{
  static const guint8 greeting[] = { 0xff, 0xfd, 0x27, 0xff, 0xfd, 0x18 };
  guint16 port = 0;
  const char *service = lockstep_practice_server_nth (server, index, &port);
  gsize expected = g_str_equal (service, "telnet") ? sizeof greeting : 0;
  g_autoptr (Visit) visit =
      visit_tls (port, lockstep_practice_server_get_trust_file (server), expected);

  g_assert_cmpint (visit->error, ==, 0);
  g_assert_true (visit->handshaken);
  g_assert_true (visit->said_goodbye);
  g_assert_cmpmem (visit->received->data, visit->received->len, greeting, expected);
  g_assert_cmpint (visit->key_bits, ==, 2048);
  /* Without its issuer OpenSSL 3 says either that it cannot find it or that it cannot verify. */
  if (verify == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE &&
      visit->verify == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY)
    return;
  g_assert_cmpint (visit->verify, ==, verify);
}

static void
assert_reset (guint16 port)
{
  g_autoptr (GBytes) hello = visitor_make_hello ();
  gsize length;
  const guint8 *data = g_bytes_get_data (hello, &length);
  g_autoptr (Visit) visit = visit_in_two (port, data, length, length / 2);

  /* It waits for the whole ClientHello, or "after" would not be true. */
  g_assert_true (visit->quiet);
  g_assert_cmpint (visit->error, ==, ECONNRESET);
  g_assert_cmpuint (visit->received->len, ==, 0);
}

static void
assert_silence (guint16 port)
{
  g_autoptr (GBytes) hello = visitor_make_hello ();
  gsize length;
  const guint8 *data = g_bytes_get_data (hello, &length);
  g_autoptr (Visit) visit = visit_in_two (port, data, length, length - 1);

  g_assert_true (visit->quiet);
  g_assert_cmpint (visit->error, ==, 0);
  g_assert_cmpuint (visit->received->len, ==, 0);
}

static void
assert_http (guint16 port)
{
  g_autoptr (GBytes) hello = visitor_make_hello ();
  gsize length;
  const guint8 *data = g_bytes_get_data (hello, &length);
  g_autoptr (Visit) visit = visit_raw (port, data, length);
  g_autofree char *text = g_strndup ((const char *) visit->received->data, visit->received->len);

  g_assert_cmpint (visit->error, ==, 0);
  g_assert_true (g_str_has_prefix (text, "HTTP/1.1 400 Bad Request\r\nDate: "));
  g_assert_true (g_str_has_suffix (text, "\r\n\r\nBad Request\n"));
}

static void
assert_refusal (guint16 port)
{
  g_autoptr (Visit) visit = visit_raw (port, "x", 1);

  g_assert_cmpint (visit->error, ==, ECONNREFUSED);
}

static void
assert_seen (LockstepPracticeServer *server, guint index, Seen seen, long verify)
{
  guint16 port = 0;

  lockstep_practice_server_nth (server, index, &port);
  switch (seen)
    {
    case SEEN_TLS:
      assert_tls (server, index, verify);
      break;

    case SEEN_RESET:
      assert_reset (port);
      break;

    case SEEN_SILENCE:
      assert_silence (port);
      break;

    case SEEN_HTTP:
      assert_http (port);
      break;

    case SEEN_REFUSAL:
      assert_refusal (port);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
assert_healthy (LockstepPracticeServer *server)
{
  for (guint i = 0; i < lockstep_practice_server_count (server); i++)
    assert_tls (server, i, X509_V_OK);
}

/* As it is broken; then mended while it runs, on the same ports. */
static void
test_row (gconstpointer data)
{
  const Row *row = &rows[GPOINTER_TO_SIZE (data)];
  g_autoptr (LockstepPracticeServer) server = start (row->scenario, FALSE);
  g_autoptr (GError) error = NULL;
  guint16 before[3], after = 0;

  g_assert_cmpuint (lockstep_practice_server_count (server), ==, G_N_ELEMENTS (before));
  g_assert_cmpstr (lockstep_practice_server_nth (server, 0, NULL), ==, row->first);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_assert_nonnull (lockstep_practice_server_nth (server, i, &before[i]));
      assert_seen (server, i, i == 0 ? row->first_seen : row->others_seen, row->verify);
    }

  g_assert_true (lockstep_practice_server_repair (server, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      lockstep_practice_server_nth (server, i, &after);
      g_assert_cmpuint (after, ==, before[i]);
    }
  assert_healthy (server);
}

static void
test_twin (gconstpointer data)
{
  const Row *row = &rows[GPOINTER_TO_SIZE (data)];
  g_autoptr (LockstepPracticeServer) server = start (row->scenario, TRUE);
  g_autoptr (GError) error = NULL;

  assert_healthy (server);
  /* Mending what is whole changes nothing. */
  g_assert_true (lockstep_practice_server_repair (server, &error));
  g_assert_no_error (error);
  assert_healthy (server);
}

static void
test_names (void)
{
  const char *const *names = lockstep_practice_scenarios ();

  g_assert_cmpuint (g_strv_length ((char **) names), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (g_strv_contains (names, rows[i].scenario));
}

static void
test_unknown (void)
{
  static const char *const names[] = { "no-such-thing", "", "Healthy", "healthy " };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lockstep_practice_server_new (names[i], FALSE, &error));
      g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_USAGE);
      g_assert_nonnull (strstr (error->message, names[i]));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  visitor_set_up ();
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *broken = g_strconcat ("/practice/server/", rows[i].scenario, NULL);
      g_autofree char *twin = g_strconcat ("/practice/server/", rows[i].scenario, "/twin", NULL);

      g_test_add_data_func (broken, GSIZE_TO_POINTER (i), test_row);
      g_test_add_data_func (twin, GSIZE_TO_POINTER (i), test_twin);
    }
  g_test_add_func ("/practice/server/names", test_names);
  g_test_add_func ("/practice/server/unknown", test_unknown);

  status = g_test_run ();
  visitor_tear_down ();

  return status;
}
