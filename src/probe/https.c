/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/https.h"

#include "probe/alarm.h"
#include "probe/soup.h"
#include "x509/certificate.h"

/**
 * Request:
 * @limit: what ends it, from the thread of the caller
 * @connectable: (nullable): where to connect, if that is not what the address of the page says
 * @timeout: milliseconds
 */
typedef struct
{
  LockstepLimit *limit;
  GSocketConnectable *connectable;
  GUri *uri;
  guint timeout;
} Request;

/**
 * Exchange:
 * @started: monotonic time
 * @started_at: the same by this computer's clock, microseconds
 */
typedef struct
{
  SoupSession *session;
  SoupMessage *message;
  gint64 started;
  gint64 started_at;
} Exchange;

static void
request_free (Request *request)
{
  lockstep_limit_free (request->limit);
  g_clear_object (&request->connectable);
  g_uri_unref (request->uri);
  g_free (request);
}

/* The certificate is what is looked for: whatever it is, it is judged elsewhere. */
static gboolean
accept_cb (SoupMessage *message,
           GTlsCertificate *certificate,
           GTlsCertificateFlags errors,
           gpointer user_data)
{
  return TRUE;
}

static void
note_certificate (GTlsCertificate *tls_certificate, LockstepFactSet *facts)
{
  g_autoptr (GByteArray) array = NULL;
  g_autoptr (GBytes) der = NULL;
  g_autoptr (LockstepCertificate) certificate = NULL;

  if (tls_certificate == NULL)
    return;

  g_object_get (tls_certificate, "certificate", &array, NULL);
  if (array == NULL)
    return;

  der = g_bytes_new (array->data, array->len);
  certificate = lockstep_certificate_new (der, NULL);
  if (certificate == NULL)
    return;

  lockstep_fact_set_string (facts, LOCKSTEP_FACT_HTTPS_CERTIFICATE_SHA256, certificate->sha256);
  lockstep_fact_set_time (facts, LOCKSTEP_FACT_HTTPS_CERTIFICATE_NOT_AFTER, certificate->not_after);
}

/* @middle: this computer's clock half-way between request and answer, microseconds */
static void
note_clock (const char *date, gint64 middle, LockstepFactSet *facts)
{
  g_autoptr (GDateTime) time = NULL;
  gint64 server;

  if (date == NULL)
    return;

  time = lockstep_soup_get ()->soup_date_time_new_from_http_string (date);
  if (time == NULL)
    return;

  /* The header cuts off the fraction of the second: half of one is the best guess. */
  server = g_date_time_to_unix (time);
  lockstep_fact_set_time (facts, LOCKSTEP_FACT_CLOCK_SERVER, server);
  lockstep_fact_set_integer (facts,
                             LOCKSTEP_FACT_CLOCK_OFFSET,
                             (server * G_USEC_PER_SEC + G_USEC_PER_SEC / 2 - middle) /
                                 G_USEC_PER_SEC);
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CLOCK_SOURCE, "http-date");
}

static void
note_answer (const Exchange *exchange, LockstepFactSet *facts)
{
  const LockstepSoup *soup = lockstep_soup_get ();
  gint64 middle = exchange->started_at + (g_get_monotonic_time () - exchange->started) / 2;
  SoupMessageHeaders *headers = soup->soup_message_get_response_headers (exchange->message);

  lockstep_fact_set_integer (facts,
                             LOCKSTEP_FACT_HTTPS_STATUS,
                             soup->soup_message_get_status (exchange->message));
  note_clock (soup->soup_message_headers_get_one (headers, "Date"), middle, facts);
}

static LockstepFactSet *
facts_new (gboolean answered, gint64 duration)
{
  LockstepFactSet *facts = lockstep_fact_set_new ();

  lockstep_fact_set_word (facts, LOCKSTEP_FACT_HTTPS_OUTCOME, answered ? "answered" : "failed");
  lockstep_fact_set_integer (facts, LOCKSTEP_FACT_HTTPS_DURATION, duration);

  return facts;
}

static void
exchange_begin (Exchange *exchange, const Request *request)
{
  const LockstepSoup *soup = lockstep_soup_get ();

  exchange->session = g_object_new (soup->soup_session_get_type (),
                                    "remote-connectable",
                                    request->connectable,
                                    "proxy-resolver",
                                    NULL,
                                    "user-agent",
                                    "Lockstep/" LOCKSTEP_VERSION,
                                    "timeout",
                                    MAX (request->timeout / 1000, 1),
                                    NULL);
  exchange->message = soup->soup_message_new_from_uri ("HEAD", request->uri);
  soup->soup_message_add_flags (exchange->message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect (exchange->message, "accept-certificate", G_CALLBACK (accept_cb), NULL);
  exchange->started = g_get_monotonic_time ();
  exchange->started_at = g_get_real_time ();
}

static LockstepFactSet *
ask (const Request *request)
{
  const LockstepSoup *soup = lockstep_soup_get ();
  g_autoptr (GInputStream) body = NULL;
  Exchange exchange;
  LockstepFactSet *facts;

  exchange_begin (&exchange, request);
  body = soup->soup_session_send (exchange.session,
                                  exchange.message,
                                  request->limit->cancellable,
                                  NULL);
  facts = facts_new (body != NULL, g_get_monotonic_time () - exchange.started);
  note_certificate (soup->soup_message_get_tls_peer_certificate (exchange.message), facts);
  if (body != NULL)
    note_answer (&exchange, facts);

  g_clear_object (&body);
  soup->soup_session_abort (exchange.session);
  g_object_unref (exchange.message);
  g_object_unref (exchange.session);

  return facts;
}

/* Not in the caller's main loop: while a server goes on and on with interim answers, libsoup never
 * comes back to the loop, and no time limit would ever pass. */
static void
ask_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  LockstepFactSet *facts;

  g_main_context_push_thread_default (context);
  facts = ask (task_data);
  g_main_context_pop_thread_default (context);
  g_task_return_pointer (task, facts, (GDestroyNotify) lockstep_fact_set_unref);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (LockstepFactSet) facts = g_task_propagate_pointer (G_TASK (result), NULL);
  Request *request = g_task_get_task_data (task);

  lockstep_limit_stop (request->limit);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task,
                           g_steal_pointer (&facts),
                           (GDestroyNotify) lockstep_fact_set_unref);
}

/* Where to connect, if that is not what the address of the page says. */
static GSocketConnectable *
create_connectable (const char *host, GInetAddress *address, guint16 port, const char *server_name)
{
  if (address != NULL)
    return G_SOCKET_CONNECTABLE (g_inet_socket_address_new (address, port));
  if (server_name != NULL)
    return g_network_address_new (host, port);

  return NULL;
}

void
lockstep_https_probe_async (const char *host,
                            GInetAddress *address,
                            guint16 port,
                            const char *server_name,
                            guint timeout,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) asking = NULL;
  g_autofree char *ascii = NULL;
  Request *request;

  g_return_if_fail (host != NULL);

  g_task_set_source_tag (task, lockstep_https_probe_async);
  ascii = g_hostname_to_ascii (server_name != NULL ? server_name : host);
  if (lockstep_soup_get () == NULL || ascii == NULL)
    {
      g_task_return_pointer (task, facts_new (FALSE, 0), (GDestroyNotify) lockstep_fact_set_unref);
      return;
    }

  request = g_new0 (Request, 1);
  request->limit = lockstep_limit_new (task, timeout);
  request->connectable = create_connectable (host, address, port, server_name);
  request->uri = g_uri_build (G_URI_FLAGS_NONE, "https", NULL, ascii, port, "/", NULL, NULL);
  request->timeout = timeout;
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);

  asking = g_task_new (NULL, NULL, asked_cb, g_steal_pointer (&task));
  g_task_set_source_tag (asking, ask_in_thread);
  g_task_set_task_data (asking, request, NULL);
  g_task_run_in_thread (asking, ask_in_thread);
}

LockstepFactSet *
lockstep_https_probe_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_https_probe_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
