/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include <glib/gi18n-lib.h>

/* The flow of a case in which no message was recognised. */
#define WITHOUT_MESSAGE "no-message"

void
lockstep_case_recognise (LockstepCase *self)
{
  g_clear_pointer (&self->recognition, lockstep_recognition_free);
  self->recognition =
      lockstep_recognise (self->catalog, self->symptom != NULL ? self->symptom : "");
  self->match = 0;
}

static void
note_match (LockstepCase *self)
{
  const LockstepMatch *match = lockstep_case_get_match (self);
  g_autofree char *title = NULL;

  if (match == NULL)
    return;

  title = lockstep_match_title (match);
  lockstep_case_note (self, _ ("The user saw %s."), title);
}

static gboolean
is_new_match (LockstepCase *self, const char *before)
{
  const LockstepMatch *match = lockstep_case_get_match (self);
  g_autofree char *title = match != NULL ? lockstep_match_title (match) : NULL;

  return g_strcmp0 (title, before) != 0;
}

void
lockstep_case_set_symptom (LockstepCase *self, const char *text)
{
  const LockstepMatch *match;
  g_autofree char *before = NULL;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (self->symptom, text) == 0)
    return;

  match = lockstep_case_get_match (self);
  before = match != NULL ? lockstep_match_title (match) : NULL;

  g_free (self->symptom);
  self->symptom = text != NULL
                      ? g_utf8_make_valid (text, (gssize) strnlen (text, LOCKSTEP_RECOGNITION_MAX))
                      : NULL;
  g_free (self->plan->symptom);
  self->plan->symptom = g_strdup (self->symptom);
  lockstep_case_recognise (self);

  /* A person types letter by letter; only another message is worth a line. */
  if (is_new_match (self, before))
    note_match (self);

  lockstep_case_judge_again (self);
}

const char *
lockstep_case_get_symptom (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->symptom;
}

const LockstepRecognition *
lockstep_case_get_recognition (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->recognition;
}

const LockstepMatch *
lockstep_case_get_match (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  if (self->match >= self->recognition->matches->len)
    return NULL;

  return g_ptr_array_index (self->recognition->matches, self->match);
}

void
lockstep_case_choose_match (LockstepCase *self, guint index)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));
  g_return_if_fail (index < self->recognition->matches->len);

  if (self->match == index)
    return;

  self->match = index;
  note_match (self);
  lockstep_case_judge_again (self);
}

const LockstepEntry *
lockstep_case_get_flow (LockstepCase *self)
{
  const LockstepMatch *match;
  const LockstepEntry *flow = NULL;
  const LockstepEntry *holder;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  match = lockstep_case_get_match (self);
  holder = match != NULL ? lockstep_match_holder (match, "flow") : NULL;
  if (holder == NULL && match != NULL && match->message != NULL &&
      lockstep_entry_has (match->message, "flow"))
    holder = match->message;
  if (holder != NULL && lockstep_entry_string (holder, "flow") != NULL)
    flow = lockstep_catalog_lookup (self->catalog,
                                    LOCKSTEP_SECTION_FLOWS,
                                    lockstep_entry_string (holder, "flow"));

  if (flow == NULL)
    flow = lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_FLOWS, WITHOUT_MESSAGE);

  return flow != NULL ? flow : lockstep_catalog_nth (self->catalog, LOCKSTEP_SECTION_FLOWS, 0);
}

static const char *
find_host (LockstepCase *self)
{
  if (self->plan->targets->len > 0)
    {
      const LockstepPlanTarget *target = g_ptr_array_index (self->plan->targets, 0);

      return target->host;
    }

  return self->recognition->host;
}

char *
lockstep_case_dup_title (LockstepCase *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  const LockstepMatch *match;
  const char *host;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  match = lockstep_case_get_match (self);
  host = find_host (self);

  if (self->scenario != NULL)
    g_ptr_array_add (parts, (gpointer) _ ("Practice"));
  if (match != NULL && match->message != NULL)
    g_ptr_array_add (parts, (gpointer) lockstep_entry_id (match->message));
  else if (match != NULL && match->condition != NULL)
    g_ptr_array_add (parts, (gpointer) lockstep_entry_id (match->condition));
  if (host != NULL)
    g_ptr_array_add (parts, (gpointer) host);
  if (parts->len == 0)
    g_ptr_array_add (parts, (gpointer) _ ("New case"));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static LockstepStepState
stand_after_a_look (LockstepCase *self, const char **ret_text)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);

  if (lockstep_case_is_solved (self))
    {
      *ret_text = _ ("Solved");
      return LOCKSTEP_STATE_FINE;
    }

  if (lockstep_diagnosis_is_certain (diagnosis))
    {
      *ret_text = self->before != NULL ? _ ("Checked again, and not solved yet")
                                       : _ ("Answer found, not checked again yet");
      return LOCKSTEP_STATE_READY;
    }

  if (diagnosis->causes->len > 0)
    {
      const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, 0);

      *ret_text = cause->confidence == LOCKSTEP_CONFIDENCE_LIKELY ? _ ("Likely cause known")
                                                                  : _ ("Possible cause known");
      return LOCKSTEP_STATE_LOOK;
    }

  if (diagnosis->verdict == LOCKSTEP_VERDICT_HEALTHY)
    {
      *ret_text = _ ("Nothing wrong was found");
      return LOCKSTEP_STATE_FINE;
    }

  *ret_text = _ ("No cause was found");
  return LOCKSTEP_STATE_UNKNOWN;
}

char *
lockstep_case_dup_standing (LockstepCase *self, LockstepStepState *ret_state)
{
  LockstepStepState state = LOCKSTEP_STATE_ASKS;
  const char *text;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  if (lockstep_case_is_running (self))
    {
      state = LOCKSTEP_STATE_RUNNING;
      text = _ ("The checks are running");
    }
  else if (self->failure != NULL)
    {
      state = LOCKSTEP_STATE_UNKNOWN;
      text = self->failure;
    }
  else if (lockstep_case_get_diagnosis (self) != NULL)
    state = stand_after_a_look (self, &text);
  else if (self->plan->targets->len > 0)
    text = _ ("Ready for the checks");
  else
    text = _ ("Waiting for the name of the server");

  if (ret_state != NULL)
    *ret_state = state;

  return g_strdup (text);
}
