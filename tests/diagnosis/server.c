/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/server.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SSL, SSL_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SSL_CTX, SSL_CTX_free)

static void
add_extension (X509 *certificate, int nid, const char *value)
{
  X509_EXTENSION *extension = X509V3_EXT_conf_nid (NULL, NULL, nid, value);

  g_assert_nonnull (extension);
  X509_add_ext (certificate, extension, -1);
  X509_EXTENSION_free (extension);
}

static char *
make_certificate (gint64 from, gint64 to)
{
  g_autoptr (EVP_PKEY) key = EVP_PKEY_Q_keygen (NULL, NULL, "EC", "P-256");
  g_autoptr (X509) certificate = X509_new ();
  g_autoptr (BIO) memory = BIO_new (BIO_s_mem ());
  X509_NAME *subject = X509_get_subject_name (certificate);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  char *data = NULL;
  long length;

  X509_set_version (certificate, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (certificate), 1);
  ASN1_TIME_set (X509_getm_notBefore (certificate), (time_t) (now + from));
  ASN1_TIME_set (X509_getm_notAfter (certificate), (time_t) (now + to));
  X509_NAME_add_entry_by_txt (subject,
                              "CN",
                              MBSTRING_UTF8,
                              (const unsigned char *) "test server",
                              -1,
                              -1,
                              0);
  X509_set_issuer_name (certificate, subject);
  X509_set_pubkey (certificate, key);
  add_extension (certificate, NID_subject_alt_name, "IP:127.0.0.1");
  g_assert_cmpint (X509_sign (certificate, key, EVP_sha256 ()), >, 0);

  PEM_write_bio_X509 (memory, certificate);
  PEM_write_bio_PrivateKey (memory, key, NULL, NULL, 0, NULL, NULL);
  length = BIO_get_mem_data (memory, &data);

  return g_strndup (data, (gsize) length);
}

static void
shake_hands (Server *self, int descriptor)
{
  g_autoptr (SSL_CTX) context = SSL_CTX_new (TLS_server_method ());
  g_autoptr (SSL) tls = NULL;
  g_autoptr (BIO) memory = BIO_new_mem_buf (self->certificate, -1);
  g_autoptr (X509) certificate = PEM_read_bio_X509 (memory, NULL, NULL, NULL);
  g_autoptr (EVP_PKEY) key = PEM_read_bio_PrivateKey (memory, NULL, NULL, NULL);
  char byte;

  SSL_CTX_use_certificate (context, certificate);
  SSL_CTX_use_PrivateKey (context, key);
  tls = SSL_new (context);
  SSL_set_fd (tls, descriptor);
  if (SSL_accept (tls) == 1)
    SSL_read (tls, &byte, 1);
}

static void
reset (int descriptor)
{
  const struct linger at_once = { .l_onoff = 1, .l_linger = 0 };

  setsockopt (descriptor, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer user_data)
{
  static const char answer[] = "HTTP/1.1 400 Bad Request\r\n\r\n";
  Server *self = user_data;
  ServerKind kind = self->kind;
  GSocket *socket = g_socket_connection_get_socket (connection);
  int descriptor = g_socket_get_fd (socket);
  int open = g_atomic_int_add (&self->open, 1) + 1;
  char buffer[2048];
  ssize_t got = 0;

  g_atomic_int_inc (&self->accepted);
  if (open > g_atomic_int_get (&self->most))
    g_atomic_int_set (&self->most, open);

  /* GSocket only acts as if it blocked. */
  fcntl (descriptor, F_SETFL, fcntl (descriptor, F_GETFL) & ~O_NONBLOCK);
  if (kind == SERVER_TLS)
    shake_hands (self, descriptor);
  else
    got = recv (descriptor, buffer, sizeof buffer, 0);

  if (kind == SERVER_SILENT)
    while (got > 0)
      got = recv (descriptor, buffer, sizeof buffer, 0);

  /* Counted before the client can see the end, which it may take as leave to connect again. */
  g_atomic_int_add (&self->open, -1);
  if (kind == SERVER_RESET && got > 0)
    reset (descriptor);
  else if (kind == SERVER_PLAIN && got > 0)
    send (descriptor, answer, sizeof answer - 1, MSG_NOSIGNAL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  return TRUE;
}

static void
clear (gpointer data)
{
  Server *self = data;

  g_free (self->certificate);
}

static void
release (gpointer data, GClosure *closure)
{
  g_atomic_rc_box_release_full (data, clear);
}

Server *
server_new (ServerKind kind, gint64 from, gint64 to)
{
  Server *self = g_atomic_rc_box_new0 (Server);
  g_autoptr (GInetAddress) address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (address, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  self->kind = kind;
  self->certificate = make_certificate (from, to);
  self->service = g_threaded_socket_service_new (-1);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service),
                                 any,
                                 G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP,
                                 NULL,
                                 &bound,
                                 &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  /* A thread may still begin after the test is done with the server. */
  g_signal_connect_data (self->service,
                         "run",
                         G_CALLBACK (run_cb),
                         g_atomic_rc_box_acquire (self),
                         release,
                         0);
  g_socket_service_start (self->service);

  return self;
}

void
server_free (Server *self)
{
  GSocketService *service = self->service;

  g_socket_service_stop (service);
  g_socket_listener_close (G_SOCKET_LISTENER (service));
  release (self, NULL);
  g_object_unref (service);
}

char *
server_write_trust (Server *self)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int descriptor = g_file_open_tmp ("lockstep-trust-XXXXXX.pem", &path, &error);

  g_assert_no_error (error);
  close (descriptor);
  g_file_set_contents (path, self->certificate, -1, &error);
  g_assert_no_error (error);

  return path;
}

guint16
server_closed_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  g_socket_listener_close (listener);

  return port;
}
