/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/handshake.h"

#include "probe/server.h"
#include "probe/waiting.h"

#include <openssl/err.h>
#include <string.h>

#define TEXT(name, literal) static const ServerText name = { literal, sizeof (literal) - 1 }

TEXT (http, "HTTP/1.1 400 Bad Request\r\n\r\n");
TEXT (smtp, "220 mail.example.com ESMTP\r\n");
TEXT (telnet, "\xff\xfd\x27\xff\xfd\x18");
TEXT (noise, "\x01\x02\x03\x04");
TEXT (alert_40, "\x15\x03\x03\x00\x02\x02\x28");
TEXT (alert_70, "\x15\x03\x01\x00\x02\x02\x46");
TEXT (alert_80, "\x15\x03\x03\x00\x02\x02\x50");
TEXT (warning_then_end, "\x15\x03\x03\x00\x02\x01\x70");
TEXT (half_record, "\x16\x03\x03\x00\x7a\x02\x00\x00\x76");
TEXT (half_header, "\x16\x03");
TEXT (bad_hello, "\x16\x03\x03\x00\x05\x02\x00\x00\x01\x00");
TEXT (alert_then_noise, "\x15\x03\x03\x00\x02\x01\x70HTTP/1.1");

/* What one handshake must show of each way to fail. NULL: the fact must be absent. */
static const struct
{
  const char *name;
  ServerBehaviour behaviour;
  const ServerText *text;
  const char *outcome;
  const char *stage;
  const char *alert;
  const char *protocol;
  LockstepStepKind last;
} rows[] = {
  { "reset", server_reset_late, NULL, "reset", "client-hello", NULL, NULL, LOCKSTEP_STEP_RESET },
  { "closed", server_close_late, NULL, "closed", "client-hello", NULL, NULL, LOCKSTEP_STEP_CLOSED },
  { "silent",
    server_stay_silent,
    NULL,
    "silent",
    "client-hello",
    NULL,
    NULL,
    LOCKSTEP_STEP_SILENCE },
  { "http",
    server_speak_late,
    &http,
    "not-tls",
    "client-hello",
    NULL,
    "http",
    LOCKSTEP_STEP_PLAIN },
  { "smtp",
    server_speak_late,
    &smtp,
    "not-tls",
    "client-hello",
    NULL,
    "smtp",
    LOCKSTEP_STEP_PLAIN },
  { "telnet",
    server_speak_late,
    &telnet,
    "not-tls",
    "client-hello",
    NULL,
    "telnet",
    LOCKSTEP_STEP_PLAIN },
  { "noise",
    server_speak_late,
    &noise,
    "not-tls",
    "client-hello",
    NULL,
    "unknown",
    LOCKSTEP_STEP_PLAIN },
  { "alert-40",
    server_speak_late,
    &alert_40,
    "alert",
    "client-hello",
    "handshake_failure",
    NULL,
    LOCKSTEP_STEP_ALERT },
  { "alert-70",
    server_speak_late,
    &alert_70,
    "alert",
    "client-hello",
    "protocol_version",
    NULL,
    LOCKSTEP_STEP_ALERT },
  { "alert-80",
    server_speak_late,
    &alert_80,
    "alert",
    "client-hello",
    "internal_error",
    NULL,
    LOCKSTEP_STEP_ALERT },
  { "warning",
    server_speak_late,
    &warning_then_end,
    "closed",
    "client-hello",
    NULL,
    NULL,
    LOCKSTEP_STEP_CLOSED },
  { "half-record",
    server_speak_late,
    &half_record,
    "garbled",
    "client-hello",
    NULL,
    NULL,
    LOCKSTEP_STEP_CLOSED },
  { "half-header",
    server_speak_late,
    &half_header,
    "garbled",
    "client-hello",
    NULL,
    NULL,
    LOCKSTEP_STEP_CLOSED },
  { "bad-hello",
    server_speak_late,
    &bad_hello,
    "garbled",
    "server-hello",
    NULL,
    NULL,
    LOCKSTEP_STEP_ALERT },
  { "noise-later",
    server_speak_late,
    &alert_then_noise,
    "garbled",
    "client-hello",
    NULL,
    NULL,
    LOCKSTEP_STEP_ALERT },
};

static const char *
get_string (const LockstepHandshakeAnswer *answer, LockstepFact fact)
{
  return lockstep_fact_set_get_string (answer->facts, fact);
}

static const LockstepStep *
get_last_step (const LockstepHandshakeAnswer *answer)
{
  g_assert_cmpuint (answer->steps->len, >, 0);

  return g_ptr_array_index (answer->steps, answer->steps->len - 1);
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gboolean is_silent = g_str_equal (rows[i].outcome, "silent");
  const LockstepHandshakeOptions options = { .server_name = "ibmi.example.com",
                                             .send_hello = TRUE,
                                             .timeout = is_silent ? 50 : 10000 };
  g_autoptr (Server) server = server_new (rows[i].behaviour, rows[i].text);
  g_autoptr (LockstepHandshakeAnswer) answer = NULL;
  const LockstepStep *first;

  answer = waiting_for_handshake (server_get_port (server), &options);
  first = g_ptr_array_index (answer->steps, 0);

  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_OUTCOME), ==, rows[i].outcome);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_STAGE), ==, rows[i].stage);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_ALERT), ==, rows[i].alert);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_PROTOCOL), ==, rows[i].protocol);
  g_assert_cmpint (lockstep_fact_set_has (answer->facts, LOCKSTEP_FACT_HANDSHAKE_FIRST_BYTES),
                   ==,
                   rows[i].protocol != NULL);
  g_assert_cmpint (get_last_step (answer)->kind, ==, rows[i].last);
  g_assert_cmpstr (first->name, ==, "ClientHello");
  g_assert_false (first->from_server);
  g_assert_cmpint (first->at, <, 1000 * 1000);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME),
                   ==,
                   "ibmi.example.com");
  g_assert_true (lockstep_fact_set_has (answer->facts, LOCKSTEP_FACT_HANDSHAKE_DURATION));
  g_assert_false (lockstep_fact_set_has (answer->facts, LOCKSTEP_FACT_HANDSHAKE_VERSION));
  g_assert_cmpuint (answer->certificates->len, ==, 0);
  g_assert_null (answer->wait);
  g_assert_cmpuint (ERR_peek_error (), ==, 0);
}

static void
test_reset_names_the_error (void)
{
  const LockstepHandshakeOptions options = { .send_hello = TRUE, .timeout = 10000 };
  g_autoptr (Server) server = server_new (server_reset_late, NULL);
  g_autoptr (LockstepHandshakeAnswer) answer = NULL;

  answer = waiting_for_handshake (server_get_port (server), &options);
  g_assert_cmpstr (get_last_step (answer)->name, ==, "Reset");
  g_assert_cmpstr (get_last_step (answer)->detail, ==, "ECONNRESET");
  g_assert_true (
      g_str_has_prefix (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_ERROR), "ECONNRESET"));
  g_assert_false (lockstep_fact_set_has (answer->facts, LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME));
}

static void
test_no_name_for_an_address (void)
{
  const LockstepHandshakeOptions options = { .server_name = "127.0.0.1",
                                             .send_hello = TRUE,
                                             .timeout = 10000 };
  g_autoptr (Server) server = server_new (server_close_late, NULL);
  g_autoptr (LockstepHandshakeAnswer) answer = NULL;

  answer = waiting_for_handshake (server_get_port (server), &options);
  g_assert_false (lockstep_fact_set_has (answer->facts, LOCKSTEP_FACT_HANDSHAKE_SERVER_NAME));
}

/* The look that waits first. @outcome: with a ClientHello after it; NULL where none is sent */
static const struct
{
  const char *name;
  ServerBehaviour behaviour;
  const ServerText *text;
  gboolean send_hello;
  const char *wait;
  const char *outcome;
  const char *stage;
  const char *protocol;
} waits[] = {
  { "quiet", server_stay_silent, NULL, FALSE, "quiet", NULL, NULL, NULL },
  { "reset", server_reset_at_once, NULL, FALSE, "reset", NULL, NULL, NULL },
  { "closed", server_close_at_once, NULL, FALSE, "closed", NULL, NULL, NULL },
  { "spoke", server_speak_first, &smtp, FALSE, "spoke", NULL, NULL, "smtp" },
  { "spoke-tls", server_speak_first, &alert_80, FALSE, "spoke", NULL, NULL, NULL },
  { "quiet-then-closed", server_close_late, NULL, TRUE, "quiet", "closed", "client-hello", NULL },
  { "reset-before-hello", server_reset_at_once, NULL, TRUE, "reset", "reset", "connected", NULL },
  { "closed-before-hello",
    server_close_at_once,
    NULL,
    TRUE,
    "closed",
    "closed",
    "connected",
    NULL },
  { "spoke-before-hello",
    server_speak_first,
    &smtp,
    TRUE,
    "spoke",
    "not-tls",
    "connected",
    "smtp" },
  { "noise-before-hello",
    server_speak_first,
    &noise,
    TRUE,
    "spoke",
    "not-tls",
    "connected",
    "unknown" },
};

static void
test_wait (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gboolean is_quiet = g_str_equal (waits[i].wait, "quiet");
  const LockstepHandshakeOptions options = { .wait = is_quiet ? 30 : 10000,
                                             .send_hello = waits[i].send_hello,
                                             .timeout = 10000 };
  g_autoptr (Server) server = server_new (waits[i].behaviour, waits[i].text);
  g_autoptr (LockstepHandshakeAnswer) answer = NULL;

  answer = waiting_for_handshake (server_get_port (server), &options);
  g_assert_cmpstr (answer->wait, ==, waits[i].wait);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_OUTCOME), ==, waits[i].outcome);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_STAGE), ==, waits[i].stage);
  g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_PROTOCOL), ==, waits[i].protocol);
}

/* Nothing of ours is sent to a server that has hung up before. */
static void
test_reset_at_once (void)
{
  const LockstepHandshakeOptions options = { .send_hello = TRUE, .timeout = 10000 };

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (Server) server = server_new (server_reset_at_once, NULL);
      g_autoptr (LockstepHandshakeAnswer) answer = NULL;

      answer = waiting_for_handshake (server_get_port (server), &options);
      g_assert_cmpstr (get_string (answer, LOCKSTEP_FACT_HANDSHAKE_OUTCOME), ==, "reset");
      g_assert_cmpstr (get_last_step (answer)->name, ==, "Reset");
    }
}

static void
test_cancel (void)
{
  const LockstepHandshakeOptions options = { .send_hello = TRUE, .timeout = 60000 };
  g_autoptr (Server) server = server_new (server_stay_silent, NULL);
  g_autoptr (GSocket) connection = waiting_for_connection (server_get_port (server));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lockstep_handshake_observe_async (connection, &options, cancellable, waiting_cb, &result);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (result);
  g_cancellable_cancel (cancellable);
  waiting_for_result (&result);
  g_assert_null (lockstep_handshake_observe_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_socket_is_closed (connection));
}

static void
test_cancelled_before (void)
{
  const LockstepHandshakeOptions options = { .send_hello = TRUE, .timeout = 60000 };
  g_autoptr (Server) server = server_new (server_stay_silent, NULL);
  g_autoptr (GSocket) connection = waiting_for_connection (server_get_port (server));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  lockstep_handshake_observe_async (connection, &options, cancellable, waiting_cb, &result);
  waiting_for_result (&result);
  g_assert_null (lockstep_handshake_observe_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/probe/handshake/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_autofree char *path = g_strconcat ("/probe/handshake/wait/", waits[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_wait);
    }
  g_test_add_func ("/probe/handshake/reset-names-the-error", test_reset_names_the_error);
  g_test_add_func ("/probe/handshake/no-name-for-an-address", test_no_name_for_an_address);
  g_test_add_func ("/probe/handshake/reset-at-once", test_reset_at_once);
  g_test_add_func ("/probe/handshake/cancel", test_cancel);
  g_test_add_func ("/probe/handshake/cancelled-before", test_cancelled_before);

  return g_test_run ();
}
