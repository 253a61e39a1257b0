/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/ladder-steps.h"
#include "picture/ladder-words.h"

#include <glib/gi18n-lib.h>

#define MAX_ARROWS 40
#define FIRST_ARROWS 20
#define LAST_ARROWS 6

static void
row_free (gpointer data)
{
  LockstepRow *row = data;

  g_free (row->name);
  g_free (row->gloss);
  g_free (row->sentence);
  g_free (row);
}

static gboolean
same_step (const LockstepStep *a, const LockstepStep *b)
{
  return a->kind == b->kind && a->from_server == b->from_server &&
         g_strcmp0 (a->name, b->name) == 0;
}

static gint
compare_time (gconstpointer a, gconstpointer b)
{
  const LockstepStep *left = *(const LockstepStep *const *) a;
  const LockstepStep *right = *(const LockstepStep *const *) b;

  return left->at < right->at ? -1 : left->at > right->at;
}

static void
add_step (LockstepLadder *self, GPtrArray *steps, guint index, guint count)
{
  const LockstepStep *step = g_ptr_array_index (steps, index);
  gboolean agreed = self->complete && (gint) index > self->last_finished;

  switch (step->kind)
    {
    case LOCKSTEP_STEP_DATA:
      lockstep_ladder_add_data (self, step, count);
      break;
    case LOCKSTEP_STEP_ALERT:
      lockstep_ladder_add_alert (self, step);
      break;
    case LOCKSTEP_STEP_RESET:
      lockstep_ladder_add_reset (self, step);
      break;
    case LOCKSTEP_STEP_CLOSED:
      lockstep_ladder_add_closed (self, step, agreed);
      break;
    case LOCKSTEP_STEP_SILENCE:
      lockstep_ladder_add_silence (
          self,
          step,
          index > 0 ? ((LockstepStep *) g_ptr_array_index (steps, index - 1))->at : 0);
      break;
    case LOCKSTEP_STEP_PLAIN:
      lockstep_ladder_add_plain (self, step);
      break;
    case LOCKSTEP_STEP_MESSAGE:
    case LOCKSTEP_STEP_CHANGE_CIPHER_SPEC:
    default:
      lockstep_ladder_add_message (self, step, count);
      break;
    }
}

/* What the reset kept from coming, at most one. */
static void
add_never (LockstepLadder *self)
{
  const LockstepRow *last = NULL;
  const char *next = NULL;
  LockstepRow *row;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const LockstepRow *candidate = g_ptr_array_index (self->rows, i);

      if (candidate->kind == LOCKSTEP_ROW_MESSAGE)
        next = lockstep_ladder_next (candidate->step);
      last = candidate;
    }

  if (last == NULL || last->kind != LOCKSTEP_ROW_RESET || self->complete || next == NULL)
    return;
  if (self->tls13)
    next = "Finished";

  row = lockstep_ladder_add_row (self, LOCKSTEP_ROW_NEVER, NULL);
  row->from_server = TRUE;
  row->name = g_strdup (next);
  row->gloss = g_strdup (_ ("never came"));
  row->sentence = g_strdup_printf (_ ("%s never came."), next);
}

/* Beyond 40 arrows the middle gives way; the band stays. */
static void
fold (LockstepLadder *self)
{
  g_autoptr (GPtrArray) all = self->rows;
  guint hidden = all->len > MAX_ARROWS ? all->len - FIRST_ARROWS - LAST_ARROWS : 0;

  self->rows = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_set_free_func (all, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      LockstepRow *row = g_ptr_array_index (all, i);
      gboolean is_hidden = hidden > 0 && i >= FIRST_ARROWS && i < FIRST_ARROWS + hidden;

      if (is_hidden && i == FIRST_ARROWS)
        {
          LockstepRow *more = lockstep_ladder_add_row (self, LOCKSTEP_ROW_MORE, NULL);

          more->name = g_strdup_printf (ngettext ("and %u more", "and %u more", hidden), hidden);
          more->gloss = g_strdup ("");
          more->sentence = g_strdup_printf (
              ngettext ("%u more message follows.", "%u more messages follow.", hidden),
              hidden);
        }
      if (is_hidden && row->kind != LOCKSTEP_ROW_AGREED)
        row_free (row);
      else
        g_ptr_array_add (self->rows, row);
    }
}

static void
number_messages (LockstepLadder *self)
{
  guint number = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      LockstepRow *row = g_ptr_array_index (self->rows, i);

      if (row->kind == LOCKSTEP_ROW_MESSAGE)
        row->number = ++number;
    }
}

static void
add_steps (LockstepLadder *self, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len;)
    {
      const LockstepStep *step = g_ptr_array_index (steps, i);
      guint count = 1;

      while (i + count < steps->len && (gint) (i + count - 1) != self->last_finished &&
             same_step (step, g_ptr_array_index (steps, i + count)))
        count++;
      add_step (self, steps, i, count);
      i += count;
      if (self->complete && (gint) i == self->last_finished + 1)
        lockstep_ladder_add_band (self, step->at);
    }
}

/* Whoever looks says goodbye after both agreed; that, and how the server takes it, is no part of
 * the handshake. */
static void
drop_goodbye (const LockstepLadder *self, GPtrArray *steps)
{
  if (!self->complete)
    return;

  for (guint i = (guint) (self->last_finished + 1); i < steps->len; i++)
    {
      const LockstepStep *step = g_ptr_array_index (steps, i);

      if (step->kind == LOCKSTEP_STEP_ALERT && !step->from_server &&
          g_strcmp0 (step->name, "close_notify") == 0)
        g_ptr_array_set_size (steps, (gint) i);
    }
}

GPtrArray *
lockstep_ladder_rows (const LockstepTargetDiagnosis *target)
{
  const LockstepFactSet *facts = target->facts;
  g_autoptr (GPtrArray) steps = g_ptr_array_copy (target->observation->steps, NULL, NULL);
  const char *version = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_HANDSHAKE_VERSION);
  LockstepLadder self = { .target = target, .last_finished = -1 };

  g_ptr_array_set_free_func (steps, NULL);
  g_ptr_array_sort (steps, compare_time);
  self.rows = g_ptr_array_new_with_free_func (row_free);
  self.complete = lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "complete");
  self.tls13 = g_strcmp0 (version, "TLSv1.3") == 0;
  for (guint i = 0; i < steps->len; i++)
    if (g_strcmp0 (((LockstepStep *) g_ptr_array_index (steps, i))->name, "Finished") == 0)
      self.last_finished = (gint) i;

  drop_goodbye (&self, steps);
  add_steps (&self, steps);
  if (self.complete && self.last_finished < 0)
    lockstep_ladder_add_band (
        &self,
        lockstep_fact_set_get_integer (facts, LOCKSTEP_FACT_HANDSHAKE_DURATION));
  add_never (&self);
  number_messages (&self);
  fold (&self);

  return self.rows;
}
