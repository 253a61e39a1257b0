/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/plain.h"

#include <string.h>

#define BYTES(text) (text), sizeof (text) - 1

static const struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *protocol;
} rows[] = {
  { "nothing", BYTES (""), "unknown" },
  { "http", BYTES ("HTTP/1.1 400 Bad Request\r\n"), "http" },
  { "http-page-without-header", BYTES ("<!DOCTYPE HTML PUBLIC"), "http" },
  { "smtp", BYTES ("220 mail.example.com ESMTP Postfix\r\n"), "smtp" },
  { "smtp-many-lines", BYTES ("220-mail.example.com SMTP\r\n220 ready\r\n"), "smtp" },
  { "smtp-refuses", BYTES ("554 mail.example.com\r\n"), "smtp" },
  { "smtp-does-not-understand", BYTES ("500 5.5.1 unrecognised\r\n"), "smtp" },
  { "ftp", BYTES ("220 (vsFTPd 3.0.3)\r\n"), "ftp" },
  { "ftp-of-ibm-i", BYTES ("220-QTCP at ibmi.example.com.\r\n"), "ftp" },
  { "ftp-of-ibm-i-one-line", BYTES ("220 QTCP at ibmi.example.com.\r\n"), "ftp" },
  { "ftp-in-a-later-line", BYTES ("220 ready\r\n220 FTP\r\n"), "unknown" },
  { "neither-smtp-nor-ftp", BYTES ("220 ready\r\n"), "unknown" },
  { "imap", BYTES ("* OK [CAPABILITY IMAP4rev1] ready\r\n"), "imap" },
  { "pop3", BYTES ("+OK ready\r\n"), "pop3" },
  { "ssh", BYTES ("SSH-2.0-OpenSSH_9.2\r\n"), "ssh" },
  { "telnet-5250", BYTES ("\xff\xfd\x27\xff\xfd\x18"), "telnet" },
  { "telnet-will", BYTES ("\xff\xfb\x01"), "telnet" },
  { "bytes-ff-alone", BYTES ("\xff\xff\xff"), "unknown" },
  { "host-server", BYTES ("\0\0\0\x14\0\0\xe0\x09\0\0\0\0\0\0\0\0\0\0\xf0\x03"), "host-server" },
  { "host-server-without-e0",
    BYTES ("\0\0\0\x14\0\0\xd0\x09\0\0\0\0\0\0\0\0\0\0\xf0\x03"),
    "unknown" },
  { "host-server-too-short", BYTES ("\0\0\0\x14\0\0"), "unknown" },
  { "ldap-notice", BYTES ("\x30\x24\x02\x01\x00\x78\x1f\x0a\x01\x34"), "ldap" },
  { "ldap-long-length", BYTES ("\x30\x84\0\0\0\x24\x02\x01\x00\x78\x84"), "ldap" },
  { "der-that-is-no-ldap", BYTES ("\x30\x24\x06\x01\x00\x78\x1f\x0a\x01\x34"), "unknown" },
  { "drda", BYTES ("\x00\x15\xd0\x02\xff\xff\x00\x0f\x12\x4c"), "database" },
  { "mysql",
    BYTES ("\x4a\0\0\0\x0a"
           "8.0.36\0"),
    "database" },
  { "postgresql", BYTES ("E\0\0\0\x8bSFATAL\0"), "database" },
  { "rdp", BYTES ("\x03\0\0\x13\x0e\xd0\0\0\x12\x34\0"), "rdp" },
  { "noise", BYTES ("\x01\x02\x03\x04\x05\x06\x07\x08"), "unknown" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  /* Copied to its size, so that a step too far is seen by the sanitizer. */
  g_autofree guint8 *bytes = g_memdup2 (rows[i].bytes, rows[i].length);

  g_assert_cmpstr (lockstep_plain_recognise (bytes, rows[i].length), ==, rows[i].protocol);
}

static void
test_escape (void)
{
  g_autofree char *text = lockstep_plain_escape ((const guint8 *) BYTES ("A\\\r\n\t\0\x1b\xff~"));
  g_autofree char *nothing = lockstep_plain_escape (NULL, 0);

  g_assert_cmpstr (text, ==, "A\\\\\\r\\n\\t\\x00\\x1b\\xff~");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_escape_is_bounded (void)
{
  guint8 bytes[2048];
  g_autofree char *text = NULL;

  memset (bytes, 'x', sizeof bytes);
  text = lockstep_plain_escape (bytes, sizeof bytes);
  g_assert_cmpuint (strlen (text), ==, LOCKSTEP_PLAIN_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/wire/plain/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/wire/plain/escape", test_escape);
  g_test_add_func ("/wire/plain/escape-is-bounded", test_escape_is_bounded);

  return g_test_run ();
}
