/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/server-name.h"

#include "base/target.h"

#include <string.h>

#define MAX_HOST 253
#define MAX_BEFORE 8

/* How sure it is that a piece of text is the server, the surest last. */
typedef enum
{
  RANK_NONE,
  RANK_NAME,
  RANK_URL,
  RANK_TO,
  RANK_TAIL,
  RANK_LABELLED,
} Rank;

typedef struct
{
  LockstepSpan span;
  LockstepSpan host;
  guint16 port;
  gboolean bracketed;
} Candidate;

static gboolean
is_host_glyph (char glyph)
{
  return g_ascii_isalnum (glyph) || glyph == '.' || glyph == '-' || glyph == '_';
}

static gboolean
is_address_glyph (char glyph)
{
  return g_ascii_isxdigit (glyph) || glyph == ':' || glyph == '.';
}

static char *
copy_span (const LockstepBytes *text, LockstepSpan span)
{
  return g_strndup (text->bytes + span.start, span.end - span.start);
}

static gboolean
is_address (const LockstepBytes *text, LockstepSpan span)
{
  g_autofree char *copy = NULL;

  if (span.end - span.start > 45)
    return FALSE;

  copy = copy_span (text, span);

  return lockstep_host_is_address (copy);
}

/* Reads ":9476" behind a host. */
static gsize
read_port (const LockstepBytes *text, gsize at, guint16 *ret_port)
{
  gsize end = at + 1;
  guint port = 0;

  if (lockstep_glyph_at (text, at) != ':')
    return at;

  while (g_ascii_isdigit (lockstep_glyph_at (text, end)) && end - at <= 5)
    port = port * 10 + (guint) (text->bytes[end++] - '0');

  if (port == 0 || port > G_MAXUINT16 || lockstep_glyph_is_word (lockstep_glyph_at (text, end)) ||
      lockstep_glyph_at (text, end) == ':')
    return at;

  *ret_port = (guint16) port;
  return end;
}

/* Reads "[2001:db8::7]:9476" or a bare IPv6 address. */
static gboolean
read_ipv6 (const LockstepBytes *text, gsize at, Candidate *ret_candidate)
{
  gboolean bracketed = lockstep_glyph_at (text, at) == '[';
  LockstepSpan host = { bracketed ? at + 1 : at, 0 };
  gsize end = host.start;
  guint colons = 0;

  while (is_address_glyph (lockstep_glyph_at (text, end)) && end - host.start <= 45)
    colons += text->bytes[end++] == ':' ? 1 : 0;

  host.end = end;
  if (colons < 2 || (bracketed && lockstep_glyph_at (text, end) != ']') ||
      lockstep_glyph_is_word (lockstep_glyph_at (text, end)) || !is_address (text, host))
    return FALSE;

  *ret_candidate = (Candidate){ .host = host, .bracketed = bracketed };
  end += bracketed ? 1 : 0;
  if (bracketed)
    end = read_port (text, end, &ret_candidate->port);

  ret_candidate->span = (LockstepSpan){ at, end };
  return TRUE;
}

/* Reads whatever could be a host at @at, where a word or a bracket begins; answers where to go
 * on, and gives an empty host where it could be none. */
static gsize
read_candidate (const LockstepBytes *text, gsize at, Candidate *ret_candidate)
{
  gsize end = at;
  gsize run;

  if (read_ipv6 (text, at, ret_candidate))
    return ret_candidate->span.end;

  while (is_host_glyph (lockstep_glyph_at (text, end)))
    end++;

  run = MAX (end, at + 1);
  while (end > at && !g_ascii_isalnum (text->bytes[end - 1]))
    end--;

  *ret_candidate = (Candidate){ .host = { at, end } };
  if (end - at > MAX_HOST)
    ret_candidate->host.end = at;

  if (end == run)
    end = read_port (text, end, &ret_candidate->port);

  ret_candidate->span = (LockstepSpan){ at, MAX (end, at + 1) };
  return MAX (run, end);
}

/* The word before @at, with at most a few blanks and signs between; these are written to
 * @ret_signs as a set of what was passed. */
static LockstepSpan
word_before (const LockstepBytes *text, gsize at, gboolean *ret_colon)
{
  gsize end = at;
  gsize start;

  *ret_colon = FALSE;
  while (end > 0 && at - end < MAX_BEFORE && !lockstep_glyph_is_word (text->bytes[end - 1]))
    {
      end--;
      *ret_colon = *ret_colon || text->bytes[end] == ':' || text->bytes[end] == '=';
    }

  start = end;
  while (start > 0 && end - start < 16 && lockstep_glyph_is_word (text->bytes[start - 1]))
    start--;

  return (LockstepSpan){ start, end };
}

static gboolean
is_labelled (const LockstepBytes *text, gsize at)
{
  static const char *const labels[] = {
    "system", "host",       "hostname",   "server",  "servername",  "computer",
    "target", "systemname", "ip_address", "address", "destination", NULL,
  };
  static const char *const owners[] = { "system", "host", "server", "computer", NULL };
  gboolean colon, other;
  LockstepSpan label = word_before (text, at, &colon);

  if (!colon)
    return FALSE;

  if (lockstep_glyph_is (text, label, "name"))
    return lockstep_glyph_is_one_of (text, word_before (text, label.start, &other), owners);

  return lockstep_glyph_is_one_of (text, label, labels) &&
         !lockstep_glyph_is (text, word_before (text, label.start, &other), "operating");
}

/* Behind a label a name without points counts too, where the line or the clause ends with it. */
static gboolean
ends_clause (const LockstepBytes *text, gsize at)
{
  char glyph = lockstep_glyph_at (text, at);

  while (glyph == ' ' || glyph == '"' || glyph == '\'' || glyph == ')')
    glyph = lockstep_glyph_at (text, ++at);

  return at >= text->length || strchr ("\r\n\t,;|-.", glyph) != NULL;
}

static gboolean
is_behind (const LockstepBytes *text, gsize at, const char *what)
{
  gsize length = strlen (what);

  return at >= length && memcmp (text->bytes + at - length, what, length) == 0;
}

/* "[10.64.48.52:37368 -> 10.64.48.29:443]": the far end of a connection. */
static gboolean
is_tail (const LockstepBytes *text, const Candidate *candidate)
{
  return is_behind (text, candidate->span.start, "-> ") && candidate->port != 0 &&
         lockstep_glyph_at (text, candidate->span.end) == ']';
}

/* Whether what stands around says that this is a file, an e-mail address, a function or an
 * option ("-Djdk.tls…"). */
static gboolean
is_something_else (const LockstepBytes *text, const Candidate *candidate)
{
  char before = candidate->span.start > 0 ? text->bytes[candidate->span.start - 1] : '\0';
  char behind = lockstep_glyph_at (text, candidate->span.end);

  if (behind == '@' || behind == '(' || behind == '\\' || before == '@' || before == '\\' ||
      before == '-')
    return TRUE;

  return before == '/' && !is_behind (text, candidate->span.start, "://");
}

static Rank
rank_candidate (const LockstepBytes *text, const Candidate *candidate)
{
  g_autofree char *host = copy_span (text, candidate->host);
  gsize start = candidate->span.start;
  gboolean address, good, plausible, colon;

  if (*host == '\0' || is_something_else (text, candidate))
    return RANK_NONE;

  address = lockstep_host_is_address (host);
  plausible = !address && lockstep_server_name_is_plausible (host);
  good = address || (strchr (host, '_') == NULL && lockstep_host_check (host, NULL));
  if (good && is_tail (text, candidate))
    return RANK_TAIL;

  if (is_labelled (text, start) &&
      (plausible || address ||
       (good && strchr (host, '.') == NULL && ends_clause (text, candidate->span.end))))
    return RANK_LABELLED;

  if (is_behind (text, start, "://"))
    return good && (address || plausible || strchr (host, '.') == NULL) ? RANK_URL : RANK_NONE;

  if (lockstep_glyph_is (text, word_before (text, start, &colon), "to") && !colon &&
      (plausible || (good && (address || candidate->port != 0))))
    return RANK_TO;

  return plausible ? RANK_NAME : RANK_NONE;
}

/* "[a:1 -> [v6]:443]" and "[::1:5000 -> ::1:443]": IHS prints IPv6 with the port behind it. */
static gboolean
read_bare_ipv6_tail (const LockstepBytes *text, gsize at, Candidate *ret_candidate)
{
  gsize end = at;
  gsize colon = at;
  LockstepSpan host;
  guint16 port = 0;

  if (!is_behind (text, at, "-> "))
    return FALSE;

  while (is_address_glyph (lockstep_glyph_at (text, end)) && end - at < 60)
    {
      colon = text->bytes[end] == ':' ? end : colon;
      end++;
    }

  host = (LockstepSpan){ at, colon };
  if (lockstep_glyph_at (text, end) != ']' || memchr (text->bytes + at, ':', colon - at) == NULL ||
      !is_address (text, host) || read_port (text, colon, &port) != end)
    return FALSE;

  *ret_candidate = (Candidate){ .span = { at, end }, .host = host, .port = port };
  return TRUE;
}

/* An address with nothing around it but blanks. */
static gboolean
is_alone (const LockstepBytes *text, const Candidate *candidate)
{
  for (gsize at = 0; at < text->length; at++)
    if ((at < candidate->span.start || at >= candidate->span.end) &&
        !g_ascii_isspace (text->bytes[at]))
      return FALSE;

  return candidate->host.end > candidate->host.start && is_address (text, candidate->host);
}

/* "port 9476", "Port: 9476" somewhere in the text. */
static guint16
find_port (const LockstepBytes *text)
{
  LockstepSpan word = { 0, 0 };
  LockstepSpan next;

  while (lockstep_glyph_next_word (text, word.end, text->length, &word))
    {
      g_autofree char *number = NULL;
      guint16 port;

      if (!lockstep_glyph_is (text, word, "port") ||
          !lockstep_glyph_next_word (text, word.end, word.end + 10, &next) ||
          next.start - word.end > 3 || next.end - next.start > 5)
        continue;

      number = copy_span (text, next);
      if (lockstep_port_read (number, &port, NULL))
        return port;
    }

  return 0;
}

gboolean
lockstep_server_name_find (const LockstepBytes *text,
                           char **ret_host,
                           LockstepSpan *ret_span,
                           guint16 *ret_port)
{
  Candidate best = { 0 };
  Rank best_rank = RANK_NONE;
  gsize at = 0;

  while (at < text->length && best_rank < RANK_LABELLED)
    {
      Candidate candidate;
      Rank rank = RANK_NONE;
      gsize start = at;

      if (!g_ascii_isalnum (text->bytes[at]) && text->bytes[at] != '[' && text->bytes[at] != ':')
        {
          at++;
          continue;
        }

      if (read_bare_ipv6_tail (text, at, &candidate))
        {
          rank = RANK_TAIL;
          at = candidate.span.end;
        }
      else
        {
          at = read_candidate (text, at, &candidate);
          rank = rank_candidate (text, &candidate);
        }

      if (rank == RANK_NONE && start < 64 && is_alone (text, &candidate))
        rank = RANK_LABELLED;

      if (rank > best_rank)
        {
          best = candidate;
          best_rank = rank;
        }
    }

  if (best_rank == RANK_NONE)
    return FALSE;

  *ret_host = copy_span (text, best.host);
  *ret_span = best.host;
  *ret_port = best.port != 0 ? best.port : find_port (text);
  return TRUE;
}
