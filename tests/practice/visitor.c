/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/visitor.h"

#include <arpa/inet.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

/* Only a broken test waits so long. */
#define PATIENCE_SECONDS 30
/* A server that is to stay silent is listened to for so long. */
#define QUIET_MILLISECONDS 150

typedef struct
{
  GThreadFunc func;
  gpointer data;
  gboolean done; /* only in the main thread */
} Errand;

typedef struct
{
  Visit *visit;
  guint16 port;
  const char *trust_file;
  const guint8 *data;
  gsize length;
  gsize first;
  gsize expected;
} Request;

static gboolean
done_cb (gpointer user_data)
{
  ((Errand *) user_data)->done = TRUE;

  return G_SOURCE_REMOVE;
}

static gpointer
errand_thread (gpointer user_data)
{
  Errand *errand = user_data;

  errand->func (errand->data);
  g_idle_add (done_cb, errand);

  return NULL;
}

void
visitor_run (GThreadFunc func, gpointer data)
{
  Errand errand = { .func = func, .data = data };
  GThread *thread = g_thread_new ("visitor", errand_thread, &errand);

  while (!errand.done)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
}

int
visitor_connect (guint16 port, int *ret_error)
{
  const struct timeval patience = { .tv_sec = PATIENCE_SECONDS };
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (port) };
  int descriptor = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (descriptor, >=, 0);
  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  g_assert_no_errno (setsockopt (descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience));
  if (connect (descriptor, (struct sockaddr *) &address, sizeof address) == 0)
    return descriptor;

  *ret_error = errno;
  close (descriptor);

  return -1;
}

static gint64
unix_of (const ASN1_TIME *time)
{
  struct tm tm;

  g_assert_cmpint (ASN1_TIME_to_tm (time, &tm), ==, 1);

  return (gint64) timegm (&tm);
}

static void
note_certificate (Visit *visit, SSL *ssl)
{
  X509 *certificate = SSL_get1_peer_certificate (ssl);
  char name[256];

  g_assert_nonnull (certificate);
  X509_NAME_get_text_by_NID (X509_get_subject_name (certificate),
                             NID_commonName,
                             name,
                             sizeof name);
  visit->common_name = g_strdup (name);
  visit->signature = g_strdup (OBJ_nid2sn (X509_get_signature_nid (certificate)));
  visit->key_bits = EVP_PKEY_get_bits (X509_get0_pubkey (certificate));
  visit->not_before = unix_of (X509_get0_notBefore (certificate));
  visit->not_after = unix_of (X509_get0_notAfter (certificate));
  visit->verify = SSL_get_verify_result (ssl);
  X509_free (certificate);
}

static void
converse (const Request *request, SSL *ssl)
{
  Visit *visit = request->visit;
  guint8 data[64];
  int result = SSL_connect (ssl);

  if (result != 1)
    {
      visit->error = SSL_get_error (ssl, result) == SSL_ERROR_SYSCALL ? errno : EPROTO;
      return;
    }

  visit->handshaken = TRUE;
  note_certificate (visit, ssl);
  while (visit->received->len < request->expected &&
         (result = SSL_read (ssl, data, sizeof data)) > 0)
    g_byte_array_append (visit->received, data, (guint) result);

  /* The second call waits for the close_notify of the other side. */
  visit->said_goodbye = SSL_shutdown (ssl) == 1 ||
                        (SSL_read (ssl, data, sizeof data) <= 0 && SSL_shutdown (ssl) == 1);
}

static gpointer
tls_thread (gpointer user_data)
{
  const Request *request = user_data;
  SSL_CTX *context = SSL_CTX_new (TLS_client_method ());
  SSL *ssl;
  int descriptor = visitor_connect (request->port, &request->visit->error);

  g_assert_cmpint (SSL_CTX_load_verify_file (context, request->trust_file), ==, 1);
  ssl = SSL_new (context);
  g_assert_cmpint (X509_VERIFY_PARAM_set1_ip_asc (SSL_get0_param (ssl), "127.0.0.1"), ==, 1);
  if (descriptor >= 0)
    {
      SSL_set_fd (ssl, descriptor);
      converse (request, ssl);
      close (descriptor);
    }

  SSL_free (ssl);
  SSL_CTX_free (context);
  ERR_clear_error ();

  return NULL;
}

static gboolean
is_quiet (int descriptor)
{
  struct pollfd wait = { .fd = descriptor, .events = POLLIN };

  return poll (&wait, 1, QUIET_MILLISECONDS) == 0;
}

static gpointer
raw_thread (gpointer user_data)
{
  const Request *request = user_data;
  Visit *visit = request->visit;
  guint8 data[1024];
  gssize got = 0;
  int descriptor = visitor_connect (request->port, &visit->error);

  if (descriptor < 0)
    return NULL;

  send (descriptor, request->data, request->first, MSG_NOSIGNAL);
  if (request->first < request->length)
    {
      visit->quiet = is_quiet (descriptor);
      send (descriptor,
            request->data + request->first,
            request->length - request->first,
            MSG_NOSIGNAL);
      if (request->expected == 0 && is_quiet (descriptor))
        shutdown (descriptor, SHUT_WR);
    }

  while ((got = recv (descriptor, data, sizeof data, 0)) > 0)
    g_byte_array_append (visit->received, data, (guint) got);
  if (got < 0)
    visit->error = errno;
  close (descriptor);

  return NULL;
}

static Visit *
run_request (Request *request, GThreadFunc func)
{
  request->visit = g_new0 (Visit, 1);
  request->visit->received = g_byte_array_new ();
  visitor_run (func, request);

  return request->visit;
}

Visit *
visit_tls (guint16 port, const char *trust_file, gsize expected)
{
  Request request = { .port = port, .trust_file = trust_file, .expected = expected };

  return run_request (&request, tls_thread);
}

Visit *
visit_raw (guint16 port, gconstpointer data, gsize length)
{
  Request request = { .port = port, .data = data, .length = length, .first = length };

  return run_request (&request, raw_thread);
}

Visit *
visit_in_two (guint16 port, gconstpointer data, gsize length, gsize first)
{
  Request request = { .port = port, .data = data, .length = length, .first = first };

  return run_request (&request, raw_thread);
}

void
visit_free (Visit *self)
{
  g_byte_array_unref (self->received);
  g_free (self->common_name);
  g_free (self->signature);
  g_free (self);
}

GBytes *
visitor_make_hello (void)
{
  SSL_CTX *context = SSL_CTX_new (TLS_client_method ());
  SSL *ssl = SSL_new (context);
  BIO *out = BIO_new (BIO_s_mem ());
  const char *data;
  long length;
  GBytes *hello;

  SSL_set_bio (ssl, BIO_new (BIO_s_mem ()), out);
  g_assert_cmpint (SSL_connect (ssl), ==, -1);
  length = BIO_get_mem_data (out, &data);
  g_assert_cmpint (length, >, 100);
  hello = g_bytes_new (data, (gsize) length);
  SSL_free (ssl);
  SSL_CTX_free (context);
  ERR_clear_error ();

  return hello;
}

static char *tmp_folder;
static char *runtime_folder;

void
visitor_set_up (void)
{
  /* g_get_tmp_dir() reads the environment once, so that it must not be asked before. */
  const char *outer = g_getenv ("TMPDIR");

  tmp_folder = g_build_filename (outer != NULL ? outer : "/tmp", "lockstep-tmp-XXXXXX", NULL);
  runtime_folder = g_build_filename (outer != NULL ? outer : "/tmp", "lockstep-run-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (tmp_folder));
  g_assert_nonnull (g_mkdtemp (runtime_folder));
  g_setenv ("TMPDIR", tmp_folder, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", runtime_folder, TRUE);
}

guint
visitor_count_entries (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (entries != NULL && g_dir_read_name (entries) != NULL)
    count++;

  return count;
}

void
visitor_tear_down (void)
{
  g_autofree char *outer = g_build_filename (runtime_folder, "lockstep", NULL);
  g_autofree char *notes = g_build_filename (outer, "practice", NULL);

  g_assert_cmpuint (visitor_count_entries (tmp_folder), ==, 0);
  g_assert_cmpuint (visitor_count_entries (notes), ==, 0);
  g_rmdir (notes);
  g_rmdir (outer);
  g_assert_no_errno (g_rmdir (runtime_folder));
  g_assert_no_errno (g_rmdir (tmp_folder));
  g_clear_pointer (&runtime_folder, g_free);
  g_clear_pointer (&tmp_folder, g_free);
}

static void
changed_cb (GFileMonitor *monitor,
            GFile *file,
            GFile *other,
            GFileMonitorEvent event,
            gpointer user_data)
{
  /* The caller looks for itself; this only wakes the main context. */
}

void
visitor_wait_gone (const char *trust_file)
{
  g_autofree char *folder = g_path_get_dirname (trust_file);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileMonitor) monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, &error);

  g_assert_no_error (error);
  g_signal_connect (monitor, "changed", G_CALLBACK (changed_cb), NULL);
  while (g_file_test (folder, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
}
