/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/plain.h"

#include <string.h>

typedef gboolean (*Judge) (const guint8 *data, gsize length);

static gboolean
starts_with (const guint8 *data, gsize length, const char *prefix)
{
  gsize n = strlen (prefix);

  return length >= n && g_ascii_strncasecmp ((const char *) data, prefix, n) == 0;
}

/* Whether the first line holds @word, in any case. */
static gboolean
first_line_has (const guint8 *data, gsize length, const char *word)
{
  gsize n = strlen (word);

  for (gsize i = 0; i + n <= length && data[i] != '\n'; i++)
    if (g_ascii_strncasecmp ((const char *) data + i, word, n) == 0)
      return TRUE;

  return FALSE;
}

/* A status of three digits, then a blank or a hyphen (RFC 5321 4.2, RFC 959 4.2). */
static gboolean
has_status (const guint8 *data, gsize length)
{
  return length >= 4 && data[0] >= '1' && data[0] <= '5' && g_ascii_isdigit (data[1]) &&
         g_ascii_isdigit (data[2]) && (data[3] == ' ' || data[3] == '-');
}

static gboolean
is_http (const guint8 *data, gsize length)
{
  return starts_with (data, length, "HTTP/") || starts_with (data, length, "<");
}

static gboolean
is_ssh (const guint8 *data, gsize length)
{
  return starts_with (data, length, "SSH-");
}

/* Both SMTP and FTP greet with 220, so only the words behind it tell; "SMTP" is in "ESMTP" too. */
static gboolean
is_smtp (const guint8 *data, gsize length)
{
  if (!has_status (data, length) || first_line_has (data, length, "FTP"))
    return FALSE;
  if (first_line_has (data, length, "SMTP") || starts_with (data, length, "554"))
    return TRUE;

  /* What a mail server says when it does not understand the ClientHello (RFC 5321 4.2.4). */
  return starts_with (data, length, "500 5.") || starts_with (data, length, "502 5.");
}

static gboolean
is_ftp (const guint8 *data, gsize length)
{
  return has_status (data, length) &&
         (first_line_has (data, length, "FTP") || first_line_has (data, length, "QTCP at "));
}

static gboolean
is_imap (const guint8 *data, gsize length)
{
  return starts_with (data, length, "* OK") || starts_with (data, length, "* BYE") ||
         starts_with (data, length, "* PREAUTH");
}

static gboolean
is_pop3 (const guint8 *data, gsize length)
{
  return starts_with (data, length, "+OK") || starts_with (data, length, "-ERR");
}

/* An LDAPMessage is a SEQUENCE that begins with a messageID (RFC 4511 4.1.1); the answer to what
 * is no LDAP is a notice of disconnection with the messageID 0. */
static gboolean
is_ldap (const guint8 *data, gsize length)
{
  gsize at = 2;

  if (length < 7 || data[0] != 0x30)
    return FALSE;
  if (data[1] > 0x80 && data[1] <= 0x84)
    at += data[1] & 0x7f;
  else if (data[1] >= 0x80)
    return FALSE;

  return at + 3 <= length && data[at] == 0x02 && data[at + 1] >= 1 && data[at + 1] <= 4 &&
         (gsize) data[at + 1] + 2 < length - at && (data[at + 2 + data[at + 1]] & 0xc0) == 0x40;
}

/* IAC with WILL, WON'T, DO, DON'T or SB (RFC 854). */
static gboolean
is_telnet (const guint8 *data, gsize length)
{
  return length >= 2 && data[0] == 0xff && data[1] >= 0xfa && data[1] <= 0xfe;
}

/* The header of twenty bytes of the IBM i host servers: the length is small, and the server's
 * number is 0xE0xx in every reply. */
static gboolean
is_host_server (const guint8 *data, gsize length)
{
  return length >= 8 && data[0] == 0 && data[1] == 0 && (data[2] << 8 | data[3]) >= 20 &&
         data[6] == 0xe0;
}

/* DRDA by the 0xD0 of its header, MySQL by its greeting or error, PostgreSQL by its error. */
static gboolean
is_database (const guint8 *data, gsize length)
{
  if (length >= 6 && data[2] == 0xd0 && (data[3] & 0x0f) <= 5 && (data[0] << 8 | data[1]) >= 6)
    return TRUE;
  if (length >= 6 && data[2] == 0 && data[3] == 0 && (data[4] == 0x0a || data[4] == 0xff))
    return TRUE;

  return length >= 6 && data[0] == 'E' && data[1] == 0 && data[2] == 0 &&
         (data[5] == 'S' || data[5] == 'F');
}

/* TPKT (RFC 1006) with a connection confirm or a disconnect request of X.224. */
static gboolean
is_rdp (const guint8 *data, gsize length)
{
  return length >= 6 && data[0] == 3 && data[1] == 0 &&
         ((data[5] & 0xf0) == 0xd0 || (data[5] & 0xf0) == 0x80);
}

/* In the order of trying. Adding a protocol: one line here, its word in the fact
 * handshake.protocol, one row in tests/wire/test-plain.c. */
static const struct
{
  const char *word;
  Judge judge;
} protocols[] = {
  { "http", is_http },         { "ssh", is_ssh },
  { "smtp", is_smtp },         { "ftp", is_ftp },
  { "imap", is_imap },         { "pop3", is_pop3 },
  { "telnet", is_telnet },     { "host-server", is_host_server },
  { "ldap", is_ldap },         { "rdp", is_rdp },
  { "database", is_database },
};

const char *
lockstep_plain_recognise (const guint8 *data, gsize length)
{
  g_return_val_if_fail (data != NULL || length == 0, "unknown");

  length = MIN (length, LOCKSTEP_PLAIN_MAX);
  for (guint i = 0; i < G_N_ELEMENTS (protocols); i++)
    if (length > 0 && protocols[i].judge (data, length))
      return protocols[i].word;

  return "unknown";
}

char *
lockstep_plain_escape (const guint8 *data, gsize length)
{
  GString *text = g_string_new (NULL);

  length = MIN (length, LOCKSTEP_PLAIN_MAX);
  for (gsize i = 0; i < length; i++)
    switch (data[i])
      {
      case '\r':
        g_string_append (text, "\\r");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      case '\\':
        g_string_append (text, "\\\\");
        break;
      default:
        if (data[i] >= 0x20 && data[i] < 0x7f)
          g_string_append_c (text, data[i]);
        else
          g_string_append_printf (text, "\\x%02x", data[i]);
        break;
      }

  return g_string_free (text, FALSE);
}
