/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/log-line.h"

#include "base/target.h"

#include <string.h>

/* How far into a line its stamp is looked for: a collector may write something in front. */
#define MAX_IN_FRONT 200

/* The longest address with a port and a zone. */
#define MAX_PEER 64

/* How the time stamps of logs look: a letter stands for a letter, a nought for a digit. */
static const char *const shapes[] = {
  "aaa aaa 00 00:00:00.000000 0000",
  "aaa aaa 00 00:00:00 0000",
  "0000-00-00T00:00:00",
  "0000-00-00 00:00:00",
};

static gboolean
has_shape (const char *text, gsize length, const char *shape)
{
  if (strlen (shape) > length)
    return FALSE;

  for (; *shape != '\0'; shape++, text++)
    {
      gboolean fits = *shape == 'a'   ? g_ascii_isalpha (*text)
                      : *shape == '0' ? g_ascii_isdigit (*text)
                                      : *text == *shape;

      if (!fits)
        return FALSE;
    }

  return TRUE;
}

char *
lockstep_log_line_dup_stamp (const char *line, gsize length)
{
  g_return_val_if_fail (line != NULL, NULL);

  for (gsize at = 0; at < length && at < MAX_IN_FRONT; at++)
    for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
      if (has_shape (line + at, length - at, shapes[i]))
        return g_strndup (line + at, strlen (shapes[i]));

  return NULL;
}

/* "192.0.2.5:37368", "192.0.2.5", "2001:db8::5:37368", "[2001:db8::5]:37368". */
static char *
read_address (const char *text, gsize length)
{
  g_autofree char *whole = g_strndup (text, length);
  g_autofree char *host = NULL;
  char *colon;
  guint16 port;

  if (lockstep_target_read (whole, &host, &port, NULL) && lockstep_host_is_address (host) &&
      strchr (host, ':') == NULL)
    return g_steal_pointer (&host);

  if (*whole == '[')
    return host != NULL && lockstep_host_is_address (host) ? g_steal_pointer (&host) : NULL;

  /* The port behind a bare IPv6 address could be its last group; logs always write one. */
  colon = strrchr (whole, ':');
  if (colon == NULL)
    return NULL;

  *colon = '\0';

  return lockstep_host_is_address (whole) ? g_steal_pointer (&whole) : NULL;
}

char *
lockstep_log_line_dup_peer (const char *line, gsize length)
{
  static const char client[] = "[client ";
  const char *start, *end;

  g_return_val_if_fail (line != NULL, NULL);

  start = g_strstr_len (line, (gssize) length, client);
  if (start == NULL)
    return NULL;

  start += strlen (client);
  end = memchr (start, ']', MIN ((gsize) (line + length - start), MAX_PEER));
  if (end != NULL && *start == '[' && end + 1 < line + length && end[1] == ':')
    end = memchr (end + 1, ']', MIN ((gsize) (line + length - end - 1), MAX_PEER));

  return end != NULL ? read_address (start, (gsize) (end - start)) : NULL;
}
