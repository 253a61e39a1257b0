/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/https.h"

#include "probe/server.h"
#include "probe/waiting.h"
#include "x509/certificate.h"

#include <signal.h>

/* GIO loads GnuTLS while the test runs, and the leak check of gcc 12 then trips over that library's
 * thread-local data; where nobody sanitizes, nobody calls this. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "intercept_tls_get_addr=0";
}

static Identity *identity;

static LockstepFactSet *
ask (const Server *server, const char *server_name, gboolean with_address, guint timeout)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LockstepFactSet *facts;

  lockstep_https_probe_async (with_address ? "ibmi.example.com" : "127.0.0.1",
                              with_address ? address : NULL,
                              server_get_port (server),
                              server_name,
                              timeout,
                              NULL,
                              waiting_cb,
                              &result);
  waiting_for_result (&result);
  facts = lockstep_https_probe_finish (result, &error);
  g_assert_no_error (error);

  return facts;
}

static void
assert_answered (const LockstepFactSet *facts)
{
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (identity->der, NULL);
  gint64 server;
  gint64 offset;

  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HTTPS_OUTCOME, "answered"));
  g_assert_cmpint (lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_HTTPS_STATUS), ==, 401);
  g_assert_cmpstr (lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_HTTPS_CERTIFICATE_SHA256),
                   ==,
                   certificate->sha256);
  g_assert_cmpint (lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_HTTPS_CERTIFICATE_NOT_AFTER),
                   ==,
                   certificate->not_after);
  server = lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_CLOCK_SERVER);
  offset = lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_CLOCK_OFFSET);
  g_assert_cmpint (server, ==, 784111777);
  g_assert_cmpint (ABS (g_get_real_time () / G_USEC_PER_SEC + offset - server), <, 30);
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CLOCK_SOURCE, "http-date"));
}

static const ServerTls answering = {
  .answer = "HTTP/1.1 401 Unauthorized\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "WWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
};

static void
test_answered (void)
{
  ServerTls tls = answering;
  g_autoptr (Server) server = NULL;
  g_autoptr (LockstepFactSet) facts = NULL;

  tls.identity = identity;
  server = server_new (server_speak_tls, &tls);
  facts = ask (server, NULL, FALSE, 20000);
  assert_answered (facts);
}

/* The host's name need not lead anywhere: the address is the one that is contacted. */
static void
test_address (void)
{
  ServerTls tls = answering;
  g_autoptr (Server) server = NULL;
  g_autoptr (LockstepFactSet) facts = NULL;

  tls.identity = identity;
  server = server_new (server_speak_tls, &tls);
  facts = ask (server, NULL, TRUE, 20000);
  assert_answered (facts);
}

static void
test_server_name (void)
{
  ServerTls tls = answering;
  g_autoptr (Server) server = NULL;
  g_autoptr (LockstepFactSet) facts = NULL;

  tls.identity = identity;
  server = server_new (server_speak_tls, &tls);
  facts = ask (server, "other.example.com", FALSE, 20000);
  assert_answered (facts);
}

static void
test_failed (void)
{
  g_autoptr (Server) server = server_new (server_reset_late, NULL);
  g_autoptr (LockstepFactSet) facts = ask (server, NULL, TRUE, 20000);

  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HTTPS_OUTCOME, "failed"));
  g_assert_false (lockstep_fact_set_has (facts, LOCKSTEP_FACT_HTTPS_STATUS));
  g_assert_false (lockstep_fact_set_has (facts, LOCKSTEP_FACT_CLOCK_SERVER));
}

static void
test_too_late (void)
{
  g_autoptr (Server) server = server_new (server_stay_silent, NULL);
  g_autoptr (LockstepFactSet) facts = ask (server, NULL, TRUE, 50);

  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HTTPS_OUTCOME, "failed"));
}

/* A server that never ends its interim answers keeps nobody longer than the time limit. */
static void
test_endless (void)
{
  GString *answer = g_string_new (NULL);
  g_autofree char *text = NULL;
  ServerTls tls = { .identity = identity, .repeats = TRUE };
  g_autoptr (Server) server = NULL;
  g_autoptr (LockstepFactSet) facts = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (answer, "HTTP/1.1 103 Early Hints\r\n\r\n");
  tls.answer = text = g_string_free (answer, FALSE);

  server = server_new (server_speak_tls, &tls);
  facts = ask (server, NULL, TRUE, 500);
  g_assert_true (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HTTPS_OUTCOME, "failed"));
}

static void
test_cancel (void)
{
  g_autoptr (Server) server = server_new (server_stay_silent, NULL);
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lockstep_https_probe_async ("ibmi.example.com",
                              address,
                              server_get_port (server),
                              NULL,
                              60000,
                              cancellable,
                              waiting_cb,
                              &result);
  g_cancellable_cancel (cancellable);
  waiting_for_result (&result);
  g_assert_null (lockstep_https_probe_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  const IdentitySpec spec = { .common_name = "self", .from = -7200, .to = -3600 };
  int status;

  /* The server goes on writing when nobody listens any more. */
  signal (SIGPIPE, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  identity = identity_new (&spec);

  g_test_add_func ("/probe/https/answered", test_answered);
  g_test_add_func ("/probe/https/address", test_address);
  g_test_add_func ("/probe/https/server-name", test_server_name);
  g_test_add_func ("/probe/https/failed", test_failed);
  g_test_add_func ("/probe/https/too-late", test_too_late);
  g_test_add_func ("/probe/https/endless", test_endless);
  g_test_add_func ("/probe/https/cancel", test_cancel);
  status = g_test_run ();

  identity_free (identity);

  return status;
}
