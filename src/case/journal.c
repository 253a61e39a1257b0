/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

LockstepJournalLine *
lockstep_journal_line_new (gint64 time, const char *text)
{
  LockstepJournalLine *line = g_new0 (LockstepJournalLine, 1);

  line->time = time;
  line->text = g_utf8_make_valid (text, (gssize) strnlen (text, LOCKSTEP_CASE_MAX_TEXT));

  return line;
}

void
lockstep_journal_line_free (LockstepJournalLine *line)
{
  if (line == NULL)
    return;

  g_free (line->text);
  g_free (line);
}

const GPtrArray *
lockstep_case_get_journal (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->journal;
}

void
lockstep_case_note (LockstepCase *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* The beginning of a case says what it is about, so the second line is the one that goes. */
  if (self->journal->len >= LOCKSTEP_CASE_MAX_JOURNAL)
    g_ptr_array_remove_index (self->journal, 1);

  g_ptr_array_add (self->journal,
                   lockstep_journal_line_new (g_get_real_time () / G_USEC_PER_SEC, text));
  lockstep_case_touch (self);
}
