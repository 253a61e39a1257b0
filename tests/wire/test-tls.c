/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/tls.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  LockstepTlsGuess guess;
} GuessRow;

#define BYTES(text) (text), sizeof (text) - 1

static const GuessRow guesses[] = {
  { "nothing", BYTES (""), LOCKSTEP_TLS_GUESS_MORE },
  { "one-byte", BYTES ("\x16"), LOCKSTEP_TLS_GUESS_MORE },
  { "server-hello", BYTES ("\x16\x03\x03\x00\x7a\x02"), LOCKSTEP_TLS_GUESS_YES },
  { "server-hello-tls1", BYTES ("\x16\x03\x01\x00\x7a\x02"), LOCKSTEP_TLS_GUESS_YES },
  { "alert", BYTES ("\x15\x03\x03\x00\x02\x02\x46"), LOCKSTEP_TLS_GUESS_YES },
  { "alert-of-sslv3", BYTES ("\x15\x03\x00\x00\x02\x02\x28"), LOCKSTEP_TLS_GUESS_YES },
  { "longest", BYTES ("\x16\x03\x03\x48\x00"), LOCKSTEP_TLS_GUESS_YES },
  { "too-long", BYTES ("\x16\x03\x03\x48\x01"), LOCKSTEP_TLS_GUESS_NO },
  { "empty-record", BYTES ("\x16\x03\x03\x00\x00"), LOCKSTEP_TLS_GUESS_NO },
  { "application-data-first", BYTES ("\x17\x03\x03\x00\x10"), LOCKSTEP_TLS_GUESS_NO },
  { "version-five", BYTES ("\x16\x03\x05\x00\x10"), LOCKSTEP_TLS_GUESS_NO },
  { "version-two", BYTES ("\x16\x02"), LOCKSTEP_TLS_GUESS_NO },
  { "http", BYTES ("HTTP/1.1 400 Bad Request"), LOCKSTEP_TLS_GUESS_NO },
  { "telnet", BYTES ("\xff\xfd\x18"), LOCKSTEP_TLS_GUESS_NO },
  { "host-server", BYTES ("\x00\x00\x00\x14\x00\x00\xe0"), LOCKSTEP_TLS_GUESS_NO },
};

static void
test_guess (gconstpointer data)
{
  const GuessRow *row = data;

  g_assert_cmpint (lockstep_tls_guess ((const guint8 *) row->bytes, row->length), ==, row->guess);
}

static void
test_names (void)
{
  g_assert_cmpstr (lockstep_tls_get_version_name (0x0301), ==, "TLSv1");
  g_assert_cmpstr (lockstep_tls_get_version_name (0x0304), ==, "TLSv1.3");
  g_assert_null (lockstep_tls_get_version_name (0x0305));
  g_assert_cmpstr (lockstep_tls_get_message_name (1), ==, "ClientHello");
  g_assert_cmpstr (lockstep_tls_get_message_name (14), ==, "ServerHelloDone");
  g_assert_cmpstr (lockstep_tls_get_message_name (99), ==, "unknown message");
  g_assert_cmpstr (lockstep_tls_get_alert_name (0), ==, "close_notify");
  g_assert_cmpstr (lockstep_tls_get_alert_name (70), ==, "protocol_version");
  g_assert_cmpstr (lockstep_tls_get_alert_name (116), ==, "certificate_required");
  g_assert_cmpstr (lockstep_tls_get_alert_name (255), ==, "unknown_alert");
  g_assert_cmpstr (lockstep_tls_get_level_name (1), ==, "warning");
  g_assert_cmpstr (lockstep_tls_get_level_name (2), ==, "fatal");
  g_assert_cmpstr (lockstep_tls_get_level_name (0), ==, "unknown");
}

/* However the bytes are cut, the same records come out. */
static void
test_splitter_in_pieces (void)
{
  static const guint8 bytes[] = { 22, 3, 3, 0, 2, 1, 2, 20, 3, 3, 0, 1, 1, 23, 3, 3, 1, 0, 9 };
  const guint8 contents[] = { 22, 20, 23 };
  const guint16 lengths[] = { 2, 1, 256 };

  for (gsize piece = 1; piece <= sizeof bytes; piece++)
    {
      LockstepTlsSplitter splitter = { 0 };
      guint n_records = 0;

      for (gsize at = 0; at < sizeof bytes; at += piece)
        {
          const guint8 *data = bytes + at;
          gsize left = MIN (piece, sizeof bytes - at);
          LockstepTlsRecord record;

          while (lockstep_tls_splitter_next (&splitter, &data, &left, &record))
            {
              g_assert_cmpuint (n_records, <, G_N_ELEMENTS (contents));
              g_assert_cmpuint (record.content, ==, contents[n_records]);
              g_assert_cmpuint (record.version, ==, 0x0303);
              g_assert_cmpuint (record.length, ==, lengths[n_records]);
              n_records++;
            }
          g_assert_cmpuint (left, ==, 0);
        }
      g_assert_cmpuint (n_records, ==, G_N_ELEMENTS (contents));
      g_assert_false (splitter.broken);
      g_assert_true (lockstep_tls_splitter_is_inside (&splitter));
    }
}

static void
test_splitter_broken (void)
{
  static const guint8 bytes[] = { 22, 3, 3, 0, 1, 0, 'H', 'T', 'T', 'P', '/' };
  LockstepTlsSplitter splitter = { 0 };
  const guint8 *data = bytes;
  gsize left = sizeof bytes;
  LockstepTlsRecord record;

  g_assert_true (lockstep_tls_splitter_next (&splitter, &data, &left, &record));
  g_assert_false (lockstep_tls_splitter_next (&splitter, &data, &left, &record));
  g_assert_true (splitter.broken);
  g_assert_cmpuint (left, ==, 0);
}

static void
test_splitter_at_a_border (void)
{
  static const guint8 bytes[] = { 21, 3, 3, 0, 2, 2, 70 };
  LockstepTlsSplitter splitter = { 0 };
  const guint8 *data = bytes;
  gsize left = sizeof bytes;
  LockstepTlsRecord record;

  g_assert_false (lockstep_tls_splitter_is_inside (&splitter));
  g_assert_true (lockstep_tls_splitter_next (&splitter, &data, &left, &record));
  g_assert_true (lockstep_tls_splitter_is_inside (&splitter));
  g_assert_false (lockstep_tls_splitter_next (&splitter, &data, &left, &record));
  g_assert_false (lockstep_tls_splitter_is_inside (&splitter));
}

static GByteArray *
create_hello (guint16 version, const char *extensions, gsize size)
{
  GByteArray *hello = g_byte_array_new ();
  const guint8 head[] = { 3, 3 };
  const guint8 random[32] = { 7 };
  const guint8 tail[] = { 1, 0xaa, 0x13, 0x01, 0, size >> 8, size & 0xff };

  g_byte_array_append (hello, head, sizeof head);
  g_byte_array_append (hello, random, sizeof random);
  g_byte_array_append (hello, tail, version == 0x0303 && size == 0 ? 5 : sizeof tail);
  g_byte_array_append (hello, (const guint8 *) extensions, size);

  return hello;
}

static void
test_server_hello (void)
{
  g_autoptr (GByteArray) old = create_hello (0x0303, "", 0);
  g_autoptr (GByteArray) new = create_hello (0x0304, BYTES ("\x00\x2b\x00\x02\x03\x04"));
  g_autoptr (GByteArray) bad = create_hello (0x0304, BYTES ("\x00\x2b\x00\x09\x03\x04"));
  LockstepTlsServerHello hello = { 0 };

  g_assert_true (lockstep_tls_server_hello_read (old->data, old->len, &hello));
  g_assert_cmphex (hello.version, ==, 0x0303);
  g_assert_cmphex (hello.cipher, ==, 0x1301);
  g_assert_false (hello.is_retry);
  g_assert_true (lockstep_tls_server_hello_read (new->data, new->len, &hello));
  g_assert_cmphex (hello.version, ==, 0x0304);

  /* What is set is set only on success. */
  hello.version = 0;
  g_assert_false (lockstep_tls_server_hello_read (bad->data, bad->len, &hello));
  g_assert_cmphex (hello.version, ==, 0);
}

static void
test_certificates (void)
{
  static const guint8 old[] = { 0, 0, 11, 0, 0, 2, 'a', 'b', 0, 0, 3, 'c', 'd', 'e' };
  static const guint8 new[] = { 0, 0, 0, 12, 0, 0, 2, 'a', 'b', 0, 0, 0, 0, 0, 0, 0 };
  static const guint8 cut[] = { 0, 0, 99, 0, 0, 2, 'a', 'b', 0, 0, 9, 'c' };
  static const guint8 huge[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 'a' };
  g_autoptr (GPtrArray) two = lockstep_tls_certificates_read (old, sizeof old, FALSE);
  g_autoptr (GPtrArray) with_context = lockstep_tls_certificates_read (new, sizeof new, TRUE);
  g_autoptr (GPtrArray) one = lockstep_tls_certificates_read (cut, sizeof cut, FALSE);
  g_autoptr (GPtrArray) none = lockstep_tls_certificates_read (huge, sizeof huge, FALSE);

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpmem (g_bytes_get_data (two->pdata[1], NULL),
                   g_bytes_get_size (two->pdata[1]),
                   "cde",
                   3);
  g_assert_cmpuint (with_context->len, ==, 2);
  g_assert_cmpuint (g_bytes_get_size (with_context->pdata[0]), ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_many_certificates (void)
{
  g_autoptr (GByteArray) list = g_byte_array_new ();
  g_autoptr (GPtrArray) certificates = NULL;
  static const guint8 head[] = { 0, 2, 0 };
  static const guint8 entry[] = { 0, 0, 1, 'x' };

  g_byte_array_append (list, head, sizeof head);
  for (guint i = 0; i < 128; i++)
    g_byte_array_append (list, entry, sizeof entry);
  certificates = lockstep_tls_certificates_read (list->data, list->len, FALSE);
  g_assert_cmpuint (certificates->len, ==, LOCKSTEP_TLS_MAX_CERTIFICATES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autofree char *path = g_strconcat ("/wire/tls/guess/", guesses[i].name, NULL);

      g_test_add_data_func (path, &guesses[i], test_guess);
    }
  g_test_add_func ("/wire/tls/names", test_names);
  g_test_add_func ("/wire/tls/splitter/in-pieces", test_splitter_in_pieces);
  g_test_add_func ("/wire/tls/splitter/broken", test_splitter_broken);
  g_test_add_func ("/wire/tls/splitter/at-a-border", test_splitter_at_a_border);
  g_test_add_func ("/wire/tls/server-hello", test_server_hello);
  g_test_add_func ("/wire/tls/certificates", test_certificates);
  g_test_add_func ("/wire/tls/many-certificates", test_many_certificates);

  return g_test_run ();
}
