/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/step.h"

#include <glib/gi18n-lib.h>

static const char *const pages[LOCKSTEP_N_PAGES] = {
  [LOCKSTEP_PAGE_SYMPTOM] = "symptom",
  [LOCKSTEP_PAGE_SERVER] = "server",
  [LOCKSTEP_PAGE_REACH] = "reach",
  [LOCKSTEP_PAGE_HANDSHAKE] = "handshake",
  [LOCKSTEP_PAGE_CERTIFICATE] = "certificate",
  [LOCKSTEP_PAGE_CHAIN] = "chain",
  [LOCKSTEP_PAGE_SERVICES] = "services",
  [LOCKSTEP_PAGE_ON_THE_SERVER] = "on-the-server",
  [LOCKSTEP_PAGE_FIX] = "fix",
  [LOCKSTEP_PAGE_EXPORT] = "export",
};

static const struct
{
  const char *name;
  const char *word;
} states[LOCKSTEP_N_STATES] = {
  [LOCKSTEP_STATE_WAITING] = { "waiting", N_ ("Waiting") },
  [LOCKSTEP_STATE_RUNNING] = { "running", N_ ("Running") },
  [LOCKSTEP_STATE_FINE] = { "fine", N_ ("Fine") },
  [LOCKSTEP_STATE_LOOK] = { "look", N_ ("Look here") },
  [LOCKSTEP_STATE_FAILED] = { "failed", N_ ("Failed") },
  [LOCKSTEP_STATE_SKIPPED] = { "skipped", N_ ("Skipped") },
  [LOCKSTEP_STATE_UNKNOWN] = { "unknown", N_ ("Could not look") },
  [LOCKSTEP_STATE_HALF] = { "half", N_ ("Half done") },
  [LOCKSTEP_STATE_READY] = { "ready", N_ ("The answer is ready") },
  [LOCKSTEP_STATE_ASKS] = { "asks", N_ ("Waiting for you") },
};

void
lockstep_step_view_free (LockstepStepView *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->finding);
  g_free (self->question);
  g_free (self->answer);
  g_free (self->meaning);
  g_free (self);
}

const char *
lockstep_page_to_string (LockstepStepKindOfPage page)
{
  g_return_val_if_fail (page < LOCKSTEP_N_PAGES, NULL);

  return pages[page];
}

gboolean
lockstep_page_from_string (const char *name, LockstepStepKindOfPage *ret_page)
{
  g_return_val_if_fail (name != NULL && ret_page != NULL, FALSE);

  for (guint i = 0; i < LOCKSTEP_N_PAGES; i++)
    if (g_str_equal (pages[i], name))
      {
        *ret_page = (LockstepStepKindOfPage) i;
        return TRUE;
      }

  return FALSE;
}

const char *
lockstep_state_get_word (LockstepStepState state)
{
  g_return_val_if_fail (state < LOCKSTEP_N_STATES, NULL);

  return _ (states[state].word);
}

const char *
lockstep_state_to_string (LockstepStepState state)
{
  g_return_val_if_fail (state < LOCKSTEP_N_STATES, NULL);

  return states[state].name;
}
