/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *group;
  const char *title;
  const char *question;
} pages[LOCKSTEP_N_PAGES] = {
  [LOCKSTEP_PAGE_SYMPTOM] = { "case", N_ ("Symptom"), N_ ("What does it mean?") },
  [LOCKSTEP_PAGE_SERVER] = { "case", N_ ("Server"), NULL },
  [LOCKSTEP_PAGE_REACH] = { "checks", N_ ("Reach"), N_ ("Does the server answer?") },
  [LOCKSTEP_PAGE_HANDSHAKE] = { "checks",
                                N_ ("Handshake"),
                                N_ ("Can client and server agree on TLS?") },
  [LOCKSTEP_PAGE_CERTIFICATE] = { "checks",
                                  N_ ("Certificate"),
                                  N_ ("Is the certificate still valid, and is it the server’s?") },
  [LOCKSTEP_PAGE_CHAIN] = { "checks", N_ ("Chain"), N_ ("Is it trusted?") },
  [LOCKSTEP_PAGE_SERVICES] = { "checks", N_ ("Services"), N_ ("Do the other services agree?") },
  [LOCKSTEP_PAGE_ON_THE_SERVER] = { "fix",
                                    N_ ("On the server"),
                                    N_ ("What does the server itself say?") },
  [LOCKSTEP_PAGE_FIX] = { "fix", N_ ("Fix"), N_ ("What has to be done, and by whom?") },
  [LOCKSTEP_PAGE_EXPORT] = { "fix", N_ ("Export"), NULL },
};

LockstepStepView *
lockstep_step_view_new (LockstepStepKindOfPage page, LockstepStepState state)
{
  LockstepStepView *self = g_new0 (LockstepStepView, 1);

  self->page = page;
  self->group = pages[page].group;
  self->title = g_strdup (_ (pages[page].title));
  self->state = state;
  self->finding = g_strdup (lockstep_state_get_word (state));
  self->question = g_strdup (pages[page].question != NULL ? _ (pages[page].question) : "");
  self->answer = g_strdup ("");
  self->meaning = g_strdup ("");

  return self;
}

void
lockstep_step_view_set_finding (LockstepStepView *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_free (self->finding);
  /* Translators: the second line in the list of steps: the word of the state, then what was found:
   * "Failed: expired". */
  self->finding = g_strdup_printf (_ ("%1$s: %2$s"), lockstep_state_get_word (self->state), text);
}

static void
replace (char **text, const char *by)
{
  char *copy;

  if (by == NULL)
    return;

  copy = g_strdup (by);
  g_free (*text);
  *text = copy;
}

void
lockstep_step_view_set_texts (LockstepStepView *self,
                              const char *question,
                              const char *answer,
                              const char *meaning)
{
  replace (&self->question, question);
  replace (&self->answer, answer);
  replace (&self->meaning, meaning);
}

static LockstepStepView *
view_symptom (LockstepCase *self)
{
  const LockstepMatch *match = lockstep_case_get_match (self);
  LockstepStepView *view;

  if (match != NULL)
    {
      view = lockstep_step_view_new (LOCKSTEP_PAGE_SYMPTOM, LOCKSTEP_STATE_FINE);
      g_free (view->finding);
      view->finding = lockstep_match_title (match);
      lockstep_step_view_set_texts (view,
                                    NULL,
                                    lockstep_match_text (match, "headline"),
                                    lockstep_match_text (match, "meaning"));
    }
  else if (self->symptom != NULL)
    {
      view = lockstep_step_view_new (LOCKSTEP_PAGE_SYMPTOM, LOCKSTEP_STATE_LOOK);
      lockstep_step_view_set_finding (view, _ ("not known"));
      lockstep_step_view_set_texts (view,
                                    NULL,
                                    _ ("No message is known in this text."),
                                    _ ("The server can be checked all the same."));
    }
  else if (lockstep_case_has_started (self))
    {
      view = lockstep_step_view_new (LOCKSTEP_PAGE_SYMPTOM, LOCKSTEP_STATE_SKIPPED);
      lockstep_step_view_set_finding (view, _ ("no message"));
      lockstep_step_view_set_texts (view, "", _ ("What did the user see?"), NULL);
    }
  else
    {
      view = lockstep_step_view_new (LOCKSTEP_PAGE_SYMPTOM, LOCKSTEP_STATE_ASKS);
      lockstep_step_view_set_texts (
          view,
          "",
          _ ("What did the user see?"),
          _ ("Paste the message or a page of log, or type the number alone."));
    }

  return view;
}

static LockstepStepView *
view_server (LockstepCase *self)
{
  gboolean started = lockstep_case_has_started (self);
  const char *host = NULL;
  LockstepStepView *view =
      lockstep_step_view_new (LOCKSTEP_PAGE_SERVER,
                              started ? LOCKSTEP_STATE_FINE : LOCKSTEP_STATE_ASKS);

  if (self->plan->targets->len > 0)
    host = ((const LockstepPlanTarget *) g_ptr_array_index (self->plan->targets, 0))->host;

  if (started && host != NULL)
    replace (&view->finding, host);
  else if (host != NULL || self->recognition->host != NULL)
    replace (&view->finding, _ ("Name found"));

  lockstep_step_view_set_texts (
      view,
      NULL,
      _ ("Which server is it about?"),
      !started && self->recognition->host != NULL
          ? _ ("The name was in the text that you pasted. Change it if it is wrong.")
          : _ ("Nothing leaves this computer until you start the checks."));
  if (started)
    lockstep_step_view_set_texts (view,
                                  NULL,
                                  NULL,
                                  _ ("When you change the server, the checks start afresh."));

  return view;
}

static LockstepStepView *
view_export (LockstepCase *self)
{
  gboolean exported = self->exported != NULL;
  LockstepStepView *view =
      lockstep_step_view_new (LOCKSTEP_PAGE_EXPORT,
                              exported ? LOCKSTEP_STATE_FINE : LOCKSTEP_STATE_WAITING);

  if (exported)
    lockstep_step_view_set_finding (view, _ ("saved"));
  else if (lockstep_case_get_diagnosis (self) != NULL && !lockstep_case_is_running (self))
    replace (&view->finding, _ ("Not saved yet"));

  lockstep_step_view_set_texts (
      view,
      NULL,
      _ ("What do you want to hand over?"),
      _ ("Everything goes into one zip file, for the ticket or for IBM Support."));

  return view;
}

static LockstepStepView *
make_view (LockstepCase *self, LockstepStepKindOfPage page)
{
  switch (page)
    {
    case LOCKSTEP_PAGE_SYMPTOM:
      return view_symptom (self);
    case LOCKSTEP_PAGE_SERVER:
      return view_server (self);
    case LOCKSTEP_PAGE_ON_THE_SERVER:
      return lockstep_case_view_walk (self);
    case LOCKSTEP_PAGE_FIX:
      return lockstep_case_view_fix (self);
    case LOCKSTEP_PAGE_EXPORT:
      return view_export (self);
    case LOCKSTEP_PAGE_REACH:
    case LOCKSTEP_PAGE_HANDSHAKE:
    case LOCKSTEP_PAGE_CERTIFICATE:
    case LOCKSTEP_PAGE_CHAIN:
    case LOCKSTEP_PAGE_SERVICES:
    case LOCKSTEP_N_PAGES:
    default:
      return lockstep_case_view_check (self, page);
    }
}

static void
add_view (LockstepCase *self, GPtrArray *steps, LockstepStepKindOfPage page)
{
  for (guint i = 0; i < steps->len; i++)
    if (((const LockstepStepView *) g_ptr_array_index (steps, i))->page == page)
      return;

  g_ptr_array_add (steps, make_view (self, page));
}

const GPtrArray *
lockstep_case_get_steps (LockstepCase *self)
{
  const LockstepEntry *flow;
  GPtrArray *steps;
  guint n;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  if (self->steps != NULL)
    return self->steps;

  flow = lockstep_case_get_flow (self);
  n = flow != NULL ? lockstep_entry_length (flow, "steps") : 0;
  steps = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_step_view_free);

  for (guint i = 0; i < n; i++)
    {
      LockstepStepKindOfPage page;

      if (lockstep_page_from_string (lockstep_entry_nth_string (flow, "steps", i), &page))
        add_view (self, steps, page);
    }

  if (steps->len == 0)
    for (guint i = 0; i < LOCKSTEP_N_PAGES; i++)
      add_view (self, steps, (LockstepStepKindOfPage) i);

  self->steps = steps;
  return self->steps;
}

const LockstepStepView *
lockstep_case_get_step (LockstepCase *self, LockstepStepKindOfPage kind)
{
  const GPtrArray *steps;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  steps = lockstep_case_get_steps (self);
  for (guint i = 0; i < steps->len; i++)
    {
      const LockstepStepView *view = g_ptr_array_index (steps, i);

      if (view->page == kind)
        return view;
    }

  return NULL;
}
