/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"
#include "picture/ladder-steps.h"
#include "picture/ladder-words.h"
#include "picture/words.h"

#include <glib/gi18n-lib.h>

LockstepRow *
lockstep_ladder_add_row (LockstepLadder *self, LockstepRowKind kind, const LockstepStep *step)
{
  LockstepRow *row = g_new0 (LockstepRow, 1);

  row->kind = kind;
  if (step != NULL)
    {
      row->from_server = step->from_server;
      row->step = step->name;
      row->at = step->at;
    }
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
mark_certificate (LockstepLadder *self, LockstepRow *row)
{
  const LockstepFactSet *facts = self->target->facts;

  if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expired"))
    row->mark = _ ("Expired");
  else if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "not-yet-valid"))
    row->mark = _ ("Too early");
  else if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expires-soon"))
    row->mark = _ ("Ends soon");

  if (row->mark != NULL)
    row->mark_state =
        lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expires-soon") ? "look"
                                                                                         : "failed";
}

static gboolean
was_there (const LockstepLadder *self, const LockstepStep *step)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LockstepRow *row = g_ptr_array_index (self->rows, i);

      if (row->from_server == step->from_server && g_strcmp0 (row->step, step->name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The second Finished answers the first one. */
static const char *
gloss_of (const LockstepLadder *self, const LockstepStep *step)
{
  if (g_strcmp0 (step->name, "Finished") == 0)
    for (guint i = 0; i < self->rows->len; i++)
      if (g_strcmp0 (((LockstepRow *) g_ptr_array_index (self->rows, i))->step, "Finished") == 0)
        return _ ("yes, the same");

  return lockstep_ladder_gloss (step->name, was_there (self, step), self->tls13);
}

void
lockstep_ladder_add_message (LockstepLadder *self, const LockstepStep *step, guint count)
{
  g_autofree char *gloss = g_strdup (gloss_of (self, step));
  LockstepRow *row = lockstep_ladder_add_row (self, LOCKSTEP_ROW_MESSAGE, step);

  row->name = count > 1 ? g_strdup_printf ("%s × %u", step->name, count) : g_strdup (step->name);
  row->gloss = g_steal_pointer (&gloss);

  if (g_strcmp0 (step->name, "ServerHello") == 0 && step->detail != NULL)
    {
      g_autofree char *version = lockstep_ladder_version (step->detail);

      g_free (row->gloss);
      row->gloss = g_strdup_printf (_ ("we take %s"), version);
      row->sentence = g_strdup_printf (_ ("The server answers ServerHello and takes %s."), version);
    }
  else if (step->from_server && g_strcmp0 (step->name, "Certificate") == 0)
    {
      mark_certificate (self, row);
      if (g_strcmp0 (row->mark_state, "look") == 0)
        row->sentence = g_strdup (_ ("The server sends its Certificate, which ends soon."));
      else if (lockstep_fact_set_is (self->target->facts,
                                     LOCKSTEP_FACT_CERTIFICATE_VALIDITY,
                                     "expired"))
        row->sentence = g_strdup (_ ("The server sends its Certificate, which has expired."));
      else if (row->mark != NULL)
        row->sentence = g_strdup (_ ("The server sends its Certificate, which is not valid yet."));
    }

  if (row->sentence == NULL)
    row->sentence = g_strdup_printf (step->from_server ? _ ("The server sends %s.")
                                                       : _ ("The client sends %s."),
                                     row->name);
}

void
lockstep_ladder_add_data (LockstepLadder *self, const LockstepStep *step, guint count)
{
  LockstepRow *row = lockstep_ladder_add_row (self, LOCKSTEP_ROW_MESSAGE, step);

  row->name = count > 1 ? g_strdup_printf (_ ("Application data × %u"), count)
                        : g_strdup (_ ("Application data"));
  row->gloss = step->size > 0 && count == 1
                   ? g_strdup_printf (ngettext ("%u byte", "%u bytes", step->size), step->size)
                   : g_strdup ("");
  row->sentence = g_strdup (step->from_server ? _ ("The server sends application data.")
                                              : _ ("The client sends application data."));
}

void
lockstep_ladder_add_alert (LockstepLadder *self, const LockstepStep *step)
{
  gboolean goodbye =
      g_strcmp0 (step->name, "close_notify") == 0 || g_strcmp0 (step->detail, "warning") == 0;
  LockstepRow *row = lockstep_ladder_add_row (self, LOCKSTEP_ROW_ALERT, step);

  row->calm = goodbye;
  row->name = g_strdup_printf (_ ("Alert: %s"), step->name);
  row->gloss = g_strdup (lockstep_ladder_alert_gloss (step->name));
  row->sentence = g_strdup_printf (step->from_server ? _ ("The server sends the alert %s.")
                                                     : _ ("The client sends the alert %s."),
                                   step->name);
}

void
lockstep_ladder_add_reset (LockstepLadder *self, const LockstepStep *step)
{
  LockstepRow *row = lockstep_ladder_add_row (self, LOCKSTEP_ROW_RESET, step);
  g_autofree char *after = lockstep_words_duration (step->at);

  row->name = g_strdup (_ ("Reset"));
  row->gloss = g_strdup (_ ("cut, no reason given"));
  row->sentence =
      g_strdup_printf (step->from_server ? _ ("After %s a reset arrives from the server's side.")
                                         : _ ("After %s a reset leaves from this computer's side."),
                       after);
}

void
lockstep_ladder_add_closed (LockstepLadder *self, const LockstepStep *step, gboolean agreed)
{
  LockstepRow *row = lockstep_ladder_add_row (self, LOCKSTEP_ROW_CLOSED, step);
  g_autofree char *after = lockstep_words_duration (step->at);

  row->calm = agreed;
  row->name = g_strdup (_ ("Closed"));
  row->gloss = g_strdup (_ ("hung up in order"));
  row->sentence =
      g_strdup_printf (step->from_server ? _ ("After %s the server closes the connection.")
                                         : _ ("After %s this computer closes the connection."),
                       after);
}

void
lockstep_ladder_add_silence (LockstepLadder *self, const LockstepStep *step, gint64 since)
{
  LockstepRow *row = lockstep_ladder_add_row (self, LOCKSTEP_ROW_SILENCE, step);
  g_autofree char *waited = lockstep_words_duration (step->at - since);

  row->name = g_strdup_printf (_ ("No answer for %s"), waited);
  row->gloss = g_strdup ("");
  row->sentence = g_strdup_printf (_ ("Then nothing comes for %s."), waited);
}

void
lockstep_ladder_add_plain (LockstepLadder *self, const LockstepStep *step)
{
  LockstepRow *row = lockstep_ladder_add_row (self, LOCKSTEP_ROW_PLAIN, step);
  g_autofree char *beginning = lockstep_words_clean (step->detail != NULL ? step->detail : "");

  row->name = g_strdup (_ ("Not TLS"));
  row->sentence =
      g_strdup_printf (_ ("The server answers something that is not TLS: “%s”."), beginning);
  row->gloss = g_steal_pointer (&beginning);
}

void
lockstep_ladder_add_band (LockstepLadder *self, gint64 at)
{
  LockstepRow *row = lockstep_ladder_add_row (self, LOCKSTEP_ROW_AGREED, NULL);
  g_autofree char *after = lockstep_text_duration (at);

  row->at = at;
  row->name = g_strdup_printf (_ ("Agreed after %s"), after);
  row->gloss = g_strdup ("");
  row->sentence = g_strdup (_ ("It ended well: both agreed."));
}
