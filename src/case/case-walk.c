/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>

#define MIN_READ_DATE G_GINT64_CONSTANT (-62135596800) /* the year 1 */
#define MAX_READ_DATE G_GINT64_CONSTANT (253402300799) /* the year 9999 */

static const char *const kinds[] = {
  [LOCKSTEP_ANSWER_NONE] = "none",
  [LOCKSTEP_ANSWER_YES] = "yes",
  [LOCKSTEP_ANSWER_NO] = "no",
  [LOCKSTEP_ANSWER_CANNOT] = "cannot",
};

const char *
lockstep_answer_kind_to_string (LockstepAnswerKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}

gboolean
lockstep_answer_kind_from_string (const char *name, LockstepAnswerKind *ret_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], name))
      {
        *ret_kind = (LockstepAnswerKind) i;
        return TRUE;
      }

  return FALSE;
}

LockstepWalkAnswer *
lockstep_walk_answer_new (void)
{
  return g_new0 (LockstepWalkAnswer, 1);
}

void
lockstep_walk_answer_free (LockstepWalkAnswer *answer)
{
  if (answer == NULL)
    return;

  g_free (answer->note);
  g_free (answer);
}

const LockstepEntry *
lockstep_case_get_walkthrough (LockstepCase *self)
{
  const LockstepEntry *flow;
  const char *id;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  flow = lockstep_case_get_flow (self);
  id = flow != NULL ? lockstep_entry_string (flow, "walkthrough") : NULL;

  return id != NULL ? lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_WALKTHROUGHS, id)
                    : NULL;
}

static gboolean
port_answers (LockstepCase *self, const char *service)
{
  for (guint i = 0; self->seen != NULL && i < self->seen->observations->len; i++)
    {
      const LockstepObservation *observation = lockstep_scene_get (self->seen, i);

      if (g_strcmp0 (observation->service, service) == 0 &&
          (lockstep_fact_set_is (observation->facts, LOCKSTEP_FACT_PORT_OUTCOME, "open") ||
           lockstep_fact_set_is (observation->facts, LOCKSTEP_FACT_PLAIN_OUTCOME, "open")))
        return TRUE;
    }

  return FALSE;
}

guint
lockstep_case_get_variant (LockstepCase *self)
{
  const LockstepEntry *walk;
  const char *wanted;
  guint n;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), 0);

  walk = lockstep_case_get_walkthrough (self);
  n = walk != NULL ? lockstep_entry_length (walk, "variants") : 0;
  if (self->variant_chosen && self->variant < n)
    return self->variant;

  /* The classic DCM is off by default on current systems: it is proposed only where its port
   * answers and the other one's does not. */
  wanted = port_answers (self, "admin") && !port_answers (self, "dcm") ? "classic" : "current";
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (lockstep_entry_id (lockstep_entry_nth (walk, "variants", i)), wanted) == 0)
      return i;

  return 0;
}

void
lockstep_case_set_variant (LockstepCase *self, guint variant)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (self->variant_chosen && self->variant == variant)
    return;

  self->variant_chosen = TRUE;
  self->variant = variant;
  lockstep_case_judge_again (self);
}

static const LockstepEntry *
get_variant (LockstepCase *self)
{
  const LockstepEntry *walk = lockstep_case_get_walkthrough (self);

  return walk != NULL ? lockstep_entry_nth (walk, "variants", lockstep_case_get_variant (self))
                      : NULL;
}

static const LockstepEntry *
get_step (LockstepCase *self, guint position)
{
  const LockstepEntry *variant = get_variant (self);

  return variant != NULL ? lockstep_entry_nth (variant, "steps", position) : NULL;
}

static char *
make_key (LockstepCase *self, guint position)
{
  const LockstepEntry *step = get_step (self, position);

  if (step == NULL)
    return NULL;

  return g_strdup_printf ("%s/%s",
                          lockstep_entry_id (get_variant (self)),
                          lockstep_entry_id (step));
}

static LockstepWalkAnswer *
find_answer (LockstepCase *self, guint position)
{
  g_autofree char *key = make_key (self, position);

  return key != NULL ? g_hash_table_lookup (self->answers, key) : NULL;
}

static LockstepWalkAnswer *
ensure_answer (LockstepCase *self, guint position)
{
  g_autofree char *key = make_key (self, position);
  LockstepWalkAnswer *answer;

  if (key == NULL)
    return NULL;

  answer = g_hash_table_lookup (self->answers, key);
  if (answer == NULL)
    {
      answer = lockstep_walk_answer_new ();
      g_hash_table_insert (self->answers, g_steal_pointer (&key), answer);
    }

  return answer;
}

guint
lockstep_case_get_walk_position (LockstepCase *self)
{
  const LockstepEntry *variant;
  guint n;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), 0);

  variant = get_variant (self);
  n = variant != NULL ? lockstep_entry_length (variant, "steps") : 0;

  return n > 0 ? MIN (self->walk_position, n - 1) : 0;
}

void
lockstep_case_set_walk_position (LockstepCase *self, guint position)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (self->walk_position == position)
    return;

  self->walk_position = position;
  lockstep_case_touch (self);
}

LockstepAnswerKind
lockstep_case_get_answer (LockstepCase *self, guint position)
{
  const LockstepWalkAnswer *answer;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), LOCKSTEP_ANSWER_NONE);

  answer = find_answer (self, position);

  return answer != NULL ? answer->kind : LOCKSTEP_ANSWER_NONE;
}

/* From the first answer on the walk is about one service, whatever turns out to be worst later. */
static void
keep_walk_target (LockstepCase *self)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);

  if (self->walk_target.host == NULL && diagnosis != NULL && diagnosis->observations->len > 0)
    lockstep_place_set (
        &self->walk_target,
        lockstep_scene_get (diagnosis->scene, lockstep_case_get_walk_target (self)));
}

static void
note_answer (LockstepCase *self, guint position, LockstepAnswerKind kind)
{
  g_autofree char *question =
      lockstep_case_fill_walk (self, lockstep_entry_text (get_step (self, position), "question"));

  switch (kind)
    {
    case LOCKSTEP_ANSWER_YES:
      lockstep_case_note (self, _ ("Step %u on the server, “%s”: yes."), position + 1, question);
      break;
    case LOCKSTEP_ANSWER_NO:
      lockstep_case_note (self, _ ("Step %u on the server, “%s”: no."), position + 1, question);
      break;
    case LOCKSTEP_ANSWER_CANNOT:
      lockstep_case_note (self,
                          _ ("Step %u on the server, “%s”: this person cannot do it."),
                          position + 1,
                          question);
      break;
    case LOCKSTEP_ANSWER_NONE:
    default:
      lockstep_case_note (self,
                          _ ("Step %u on the server, “%s”: the answer was taken back."),
                          position + 1,
                          question);
      break;
    }
}

void
lockstep_case_set_answer (LockstepCase *self, guint position, LockstepAnswerKind kind)
{
  LockstepWalkAnswer *answer;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (lockstep_case_get_answer (self, position) == kind)
    return;

  keep_walk_target (self);
  answer = ensure_answer (self, position);
  g_return_if_fail (answer != NULL);

  answer->kind = kind;
  answer->time = g_get_real_time () / G_USEC_PER_SEC;
  note_answer (self, position, kind);
  lockstep_case_judge_again (self);
}

const char *
lockstep_case_get_note (LockstepCase *self, guint position)
{
  const LockstepWalkAnswer *answer;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  answer = find_answer (self, position);

  return answer != NULL ? answer->note : NULL;
}

void
lockstep_case_set_note (LockstepCase *self, guint position, const char *note)
{
  LockstepWalkAnswer *answer;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (note != NULL && *note == '\0')
    note = NULL;
  if (g_strcmp0 (lockstep_case_get_note (self, position), note) == 0)
    return;

  keep_walk_target (self);
  answer = ensure_answer (self, position);
  g_return_if_fail (answer != NULL);

  g_free (answer->note);
  answer->note = note != NULL
                     ? g_utf8_make_valid (note, (gssize) strnlen (note, LOCKSTEP_CASE_MAX_TEXT))
                     : NULL;
  lockstep_case_judge_again (self);
}

gboolean
lockstep_case_get_read_date (LockstepCase *self, gint64 *ret_unix_time)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), FALSE);

  if (!self->has_read_date)
    return FALSE;

  if (ret_unix_time != NULL)
    *ret_unix_time = self->read_date;
  return TRUE;
}

void
lockstep_case_set_read_date (LockstepCase *self, gint64 unix_time)
{
  g_autofree char *date = NULL;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));
  g_return_if_fail (unix_time >= MIN_READ_DATE && unix_time <= MAX_READ_DATE);

  if (self->has_read_date && self->read_date == unix_time)
    return;

  keep_walk_target (self);
  self->has_read_date = TRUE;
  self->read_date = unix_time;
  self->read_at = g_get_real_time () / G_USEC_PER_SEC;
  date = lockstep_text_date (unix_time);
  lockstep_case_note (self, _ ("On the server the last day of the certificate reads %s."), date);
  lockstep_case_judge_again (self);
}

void
lockstep_case_clear_read_date (LockstepCase *self)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (!self->has_read_date)
    return;

  self->has_read_date = FALSE;
  lockstep_case_note (self, _ ("The date that was read on the server was taken back."));
  lockstep_case_judge_again (self);
}
