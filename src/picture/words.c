/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define MAX_CHARACTERS 256
#define MAX_SENTENCES 65536
#define MAX_BYTES (4 * MAX_SENTENCES)
#define MAX_MARKS 2
#define REPLACEMENT 0xfffd

static gboolean
is_drawable (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return TRUE;
    }
}

static char *
shorten (const char *text, glong limit)
{
  glong length = g_utf8_strlen (text, -1);
  const char *tail;

  if (length <= limit)
    return g_strdup (text);

  tail = g_utf8_offset_to_pointer (text, length - limit / 2 + 1);

  return g_strdup_printf ("%.*s…%s",
                          (int) (g_utf8_offset_to_pointer (text, limit / 2) - text),
                          text,
                          tail);
}

static char *
clean_text (const char *text, glong limit)
{
  g_autofree char *valid = NULL;
  g_autofree char *bounded = NULL;
  GString *clean = g_string_new (NULL);
  guint marks = 0;

  valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES));
  bounded = shorten (valid, limit);

  for (const char *p = bounded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      marks = g_unichar_ismark (c) ? marks + 1 : 0;
      if (marks <= MAX_MARKS)
        g_string_append_unichar (clean, is_drawable (c) ? c : REPLACEMENT);
    }

  return g_string_free (clean, FALSE);
}

char *
lockstep_words_clean (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return clean_text (text, MAX_CHARACTERS);
}

char *
lockstep_words_clean_sentences (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return clean_text (text, MAX_SENTENCES);
}

char *
lockstep_words_duration (gint64 microseconds)
{
  gint64 milliseconds = (MAX (microseconds, 0) + 500) / 1000;
  gint64 tenths = (milliseconds + 50) / 100;
  guint whole = (guint) MIN (tenths / 10, G_MAXINT);

  if (milliseconds < 1000)
    return g_strdup_printf (ngettext ("%u millisecond", "%u milliseconds", (guint) milliseconds),
                            (guint) milliseconds);

  if (tenths % 10 == 0)
    return g_strdup_printf (ngettext ("%u second", "%u seconds", whole), whole);

  return g_strdup_printf (_ ("%.1f seconds"), (double) tenths / 10.0);
}

char *
lockstep_words_short_date (gint64 unix_time)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (unix_time);

  if (time == NULL)
    return g_strdup (_ ("beyond the calendar"));

  /* Translators: a date with a short month, for g_date_time_format(): 9 Nov 2026 */
  return g_date_time_format (time, _ ("%-d %b %Y"));
}

char *
lockstep_words_target (const LockstepDiagnosis *diagnosis, guint index)
{
  const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, index);
  const LockstepObservation *observation = target->observation;
  g_autofree char *host = lockstep_words_clean (observation->host);
  g_autofree char *service = NULL;

  if (observation->service == NULL)
    return g_strdup_printf (_ ("%s, port %u"), host, observation->port);

  service = lockstep_diagnosis_service_name (diagnosis, index);
  /* Translators: service, host, port: Sign-on on ibmi.example.com, port 9476 */
  return g_strdup_printf (_ ("%s on %s, port %u"), service, host, observation->port);
}

void
lockstep_words_add (GString *text, char *sentence)
{
  g_return_if_fail (text != NULL && sentence != NULL);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}
