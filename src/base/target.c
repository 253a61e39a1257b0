/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/target.h"

#include "base/error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define MAX_NAME 253
#define MAX_LABEL 63

static gboolean
bad_host (const char *host, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (host, (gssize) MIN (strlen (host), 80));

  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_USAGE,
               /* Translators: %s is what somebody typed as a host name */
               _ ("“%s” cannot be a host name or an address."),
               shown);
  return FALSE;
}

static gboolean
label_is_good (const char *label)
{
  gsize length = strlen (label);

  if (length == 0 || length > MAX_LABEL || label[0] == '-' || label[length - 1] == '-')
    return FALSE;

  for (const char *p = label; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;

  return TRUE;
}

/* A last label of digits alone would make "1.2.3" or "300.1.1.1" a name; RFC 1123 2.1 rules it
 * out, and getaddrinfo() reads such text as an odd address. */
static gboolean
is_all_digits (const char *label)
{
  return label[strspn (label, "0123456789")] == '\0';
}

gboolean
lockstep_host_check (const char *host, GError **error)
{
  g_autofree char *ascii = NULL;
  g_auto (GStrv) labels = NULL;
  gsize length;
  guint n;

  g_return_val_if_fail (host != NULL, FALSE);

  if (lockstep_host_is_address (host))
    return TRUE;

  if (!g_utf8_validate (host, -1, NULL) || strlen (host) > 4 * MAX_NAME)
    return bad_host (host, error);

  ascii = g_hostname_to_ascii (host);
  if (ascii == NULL)
    return bad_host (host, error);

  length = strlen (ascii);
  if (length > 1 && ascii[length - 1] == '.')
    ascii[--length] = '\0';
  if (length == 0 || length > MAX_NAME)
    return bad_host (host, error);

  labels = g_strsplit (ascii, ".", -1);
  n = g_strv_length (labels);
  for (guint i = 0; i < n; i++)
    if (!label_is_good (labels[i]))
      return bad_host (host, error);

  return is_all_digits (labels[n - 1]) ? bad_host (host, error) : TRUE;
}

gboolean
lockstep_host_is_address (const char *host)
{
  g_return_val_if_fail (host != NULL, FALSE);

  return g_hostname_is_ip_address (host);
}

gboolean
lockstep_port_read (const char *text, guint16 *ret_port, GError **error)
{
  guint64 port;

  g_return_val_if_fail (text != NULL && ret_port != NULL, FALSE);

  if (!g_ascii_string_to_unsigned (text, 10, 1, 65535, &port, NULL))
    {
      g_autofree char *shown = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 40));

      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_USAGE,
                   /* Translators: %s is what somebody typed as a port */
                   _ ("“%s” cannot be a port: ports go from 1 to 65535."),
                   shown);
      return FALSE;
    }

  *ret_port = (guint16) port;
  return TRUE;
}

/* Divides TEXT into host and port text; ret_port is NULL where there is none. */
static void
divide (const char *text, char **ret_host, char **ret_port)
{
  const char *close = text[0] == '[' ? strchr (text, ']') : NULL;
  const char *colon = strrchr (text, ':');

  if (close != NULL && (close[1] == '\0' || close[1] == ':'))
    {
      *ret_host = g_strndup (text + 1, (gsize) (close - text - 1));
      *ret_port = close[1] == ':' ? g_strdup (close + 2) : NULL;
    }
  else if (colon == NULL || lockstep_host_is_address (text))
    {
      *ret_host = g_strdup (text);
      *ret_port = NULL;
    }
  else
    {
      *ret_host = g_strndup (text, (gsize) (colon - text));
      *ret_port = g_strdup (colon + 1);
    }
}

/* The authority of an https address (RFC 9110 4.2.2), whose default port is 443; else all of @text.
 */
static char *
read_authority (const char *text, guint16 *ret_default_port)
{
  static const char scheme[] = "https://";

  if (g_ascii_strncasecmp (text, scheme, strlen (scheme)) != 0)
    return g_strdup (text);

  *ret_default_port = 443;
  text += strlen (scheme);

  return g_strndup (text, strcspn (text, "/?#"));
}

gboolean
lockstep_target_read (const char *text, char **ret_host, guint16 *ret_port, GError **error)
{
  g_autofree char *authority = NULL;
  g_autofree char *host = NULL;
  g_autofree char *port_text = NULL;
  guint16 port = 0;

  g_return_val_if_fail (text != NULL && ret_host != NULL && ret_port != NULL, FALSE);

  authority = read_authority (text, &port);
  divide (authority, &host, &port_text);
  if (!lockstep_host_check (host, error))
    return FALSE;
  if (port_text != NULL && !lockstep_port_read (port_text, &port, error))
    return FALSE;

  *ret_host = g_steal_pointer (&host);
  *ret_port = port;
  return TRUE;
}

char *
lockstep_target_print (const char *host, guint16 port)
{
  return g_strdup_printf (strchr (host, ':') != NULL ? "[%s]:%u" : "%s:%u", host, port);
}
