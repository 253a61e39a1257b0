/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json-scan.h"

#include "base/error.h"
#include "base/json.h"

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  const char *name;
  GError **error;
} Scan;

static gboolean scan_value (Scan *scan, guint depth);

G_GNUC_PRINTF (3, 4)
static gboolean
complain (Scan *scan, LockstepError code, const char *format, ...)
{
  g_autofree char *what = NULL;
  guint line = 1;
  va_list arguments;

  for (const char *p = scan->start; p < scan->at; p++)
    line += *p == '\n';

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (scan->error, LOCKSTEP_ERROR, code, "%s: line %u: %s", scan->name, line, what);

  return FALSE;
}

static char
peek (const Scan *scan)
{
  return scan->at < scan->end ? *scan->at : '\0';
}

static void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL && *scan->at != '\0')
    scan->at++;
}

static gboolean
expect (Scan *scan, char c)
{
  skip_blanks (scan);
  if (peek (scan) != c)
    return complain (scan, LOCKSTEP_ERROR_JSON, "'%c' is missing", c);

  scan->at++;
  return TRUE;
}

static gboolean
scan_escape (Scan *scan)
{
  char c;

  scan->at++;
  c = peek (scan);
  if (c == 'u')
    {
      for (int i = 1; i <= 4; i++)
        if (scan->at + i >= scan->end || !g_ascii_isxdigit (scan->at[i]))
          return complain (scan, LOCKSTEP_ERROR_JSON, "a \\u escape needs four digits");
      scan->at += 5;
      return TRUE;
    }

  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    return complain (scan, LOCKSTEP_ERROR_JSON, "an unknown escape in a string");

  scan->at++;
  return TRUE;
}

static gboolean
scan_string (Scan *scan, const char **ret_start, gsize *ret_length)
{
  const char *start;

  if (!expect (scan, '"'))
    return FALSE;

  start = scan->at;
  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar) *scan->at < 0x20)
        return complain (scan, LOCKSTEP_ERROR_JSON, "a control character in a string");

      if (*scan->at != '\\')
        scan->at++;
      else if (!scan_escape (scan))
        return FALSE;
    }

  if (scan->at >= scan->end)
    return complain (scan, LOCKSTEP_ERROR_JSON, "a string has no end");

  *ret_start = start;
  *ret_length = (gsize) (scan->at - start);
  scan->at++;
  return TRUE;
}

static void
skip_digits (Scan *scan)
{
  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->at;
  gboolean whole = TRUE;

  if (peek (scan) == '-')
    scan->at++;
  if (!g_ascii_isdigit (peek (scan)))
    return complain (scan, LOCKSTEP_ERROR_JSON, "a value is missing");
  if (peek (scan) == '0' && scan->at + 1 < scan->end && g_ascii_isdigit (scan->at[1]))
    return complain (scan, LOCKSTEP_ERROR_JSON, "a number begins with 0");
  skip_digits (scan);

  if (peek (scan) == '.')
    {
      whole = FALSE;
      scan->at++;
      if (!g_ascii_isdigit (peek (scan)))
        return complain (scan, LOCKSTEP_ERROR_JSON, "a number ends in its point");
      skip_digits (scan);
    }

  if (peek (scan) == 'e' || peek (scan) == 'E')
    {
      whole = FALSE;
      scan->at++;
      if (peek (scan) == '+' || peek (scan) == '-')
        scan->at++;
      if (!g_ascii_isdigit (peek (scan)))
        return complain (scan, LOCKSTEP_ERROR_JSON, "a number has no exponent");
      skip_digits (scan);
    }

  if (whole)
    {
      g_autofree char *text = g_strndup (start, MIN ((gsize) (scan->at - start), 64));
      gint64 value;

      if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL))
        return complain (scan, LOCKSTEP_ERROR_LIMIT, "a number is out of range");
    }

  return TRUE;
}

static gboolean
scan_members (Scan *scan, guint depth)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  scan->at++;
  skip_blanks (scan);
  if (peek (scan) == '}')
    {
      scan->at++;
      return TRUE;
    }

  for (;;)
    {
      const char *member;
      gsize length;
      g_autofree char *name = NULL;

      if (!scan_string (scan, &member, &length))
        return FALSE;
      name = g_strndup (member, length);
      if (g_hash_table_contains (seen, name))
        return complain (scan,
                         LOCKSTEP_ERROR_JSON,
                         "the member \"%.64s\" stands there twice",
                         name);
      g_hash_table_add (seen, g_steal_pointer (&name));

      if (!expect (scan, ':') || !scan_value (scan, depth))
        return FALSE;
      skip_blanks (scan);
      if (peek (scan) == ',')
        {
          scan->at++;
          skip_blanks (scan);
          continue;
        }
      return expect (scan, '}');
    }
}

static gboolean
scan_elements (Scan *scan, guint depth)
{
  scan->at++;
  skip_blanks (scan);
  if (peek (scan) == ']')
    {
      scan->at++;
      return TRUE;
    }

  for (;;)
    {
      if (!scan_value (scan, depth))
        return FALSE;
      skip_blanks (scan);
      if (peek (scan) != ',')
        return expect (scan, ']');
      scan->at++;
    }
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scan->end - scan->at) >= length && strncmp (scan->at, words[i], length) == 0)
        {
          scan->at += length;
          return TRUE;
        }
    }

  return complain (scan, LOCKSTEP_ERROR_JSON, "a value is missing");
}

static gboolean
scan_value (Scan *scan, guint depth)
{
  const char *start;
  gsize length;

  skip_blanks (scan);
  if (depth >= LOCKSTEP_JSON_MAX_DEPTH && (peek (scan) == '{' || peek (scan) == '['))
    return complain (scan,
                     LOCKSTEP_ERROR_LIMIT,
                     "it is nested deeper than %d levels",
                     LOCKSTEP_JSON_MAX_DEPTH);

  switch (peek (scan))
    {
    case '{':
      return scan_members (scan, depth + 1);
    case '[':
      return scan_elements (scan, depth + 1);
    case '"':
      return scan_string (scan, &start, &length);
    case 't':
    case 'f':
    case 'n':
      return scan_word (scan);
    default:
      return scan_number (scan);
    }
}

gboolean
lockstep_json_scan (const char *data, gsize length, const char *name, GError **error)
{
  Scan scan = { data, data, data + length, name, error };
  const char *bad;

  if (!g_utf8_validate_len (data, length, &bad))
    {
      scan.at = bad;
      return complain (&scan, LOCKSTEP_ERROR_JSON, "the text is not UTF-8");
    }

  if (!scan_value (&scan, 0))
    return FALSE;

  skip_blanks (&scan);
  if (scan.at < scan.end)
    return complain (&scan, LOCKSTEP_ERROR_JSON, "something follows after the end");

  return TRUE;
}
