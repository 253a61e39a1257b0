/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pages of a case (wizard.md); the catalogue's flow names them in this order, by the words
 * "symptom", "server", "reach", "handshake", "certificate", "chain", "services", "on-the-server",
 * "fix", "export". */
typedef enum
{
  LOCKSTEP_PAGE_SYMPTOM,
  LOCKSTEP_PAGE_SERVER,
  LOCKSTEP_PAGE_REACH,
  LOCKSTEP_PAGE_HANDSHAKE,
  LOCKSTEP_PAGE_CERTIFICATE,
  LOCKSTEP_PAGE_CHAIN,
  LOCKSTEP_PAGE_SERVICES,
  LOCKSTEP_PAGE_ON_THE_SERVER,
  LOCKSTEP_PAGE_FIX,
  LOCKSTEP_PAGE_EXPORT,
  LOCKSTEP_N_PAGES
} LockstepStepKindOfPage;

/* State of a step in the rail (mockups/README.md 2.2). */
typedef enum
{
  LOCKSTEP_STATE_WAITING,
  LOCKSTEP_STATE_RUNNING,
  LOCKSTEP_STATE_FINE,
  LOCKSTEP_STATE_LOOK,
  LOCKSTEP_STATE_FAILED,
  LOCKSTEP_STATE_SKIPPED,
  LOCKSTEP_STATE_UNKNOWN,
  LOCKSTEP_STATE_HALF,
  LOCKSTEP_STATE_READY,
  LOCKSTEP_STATE_ASKS,
  LOCKSTEP_N_STATES
} LockstepStepState;

/**
 * LockstepStepView:
 * @page: which page
 * @group: "case", "checks" or "fix": the heading in the rail
 * @title: "Certificate"
 * @state: its state
 * @finding: second line of the rail, with the word of the state: "Failed: expired"
 * @question: "Is the certificate still valid, and is it the server's?"
 * @answer: "No. It expired 12 days ago."
 * @meaning: one or two lines of what that means; may be ""
 *
 * What rail, page and report say of a step; all texts are translated and filled.
 */
typedef struct
{
  LockstepStepKindOfPage page;
  const char *group;
  char *title;
  LockstepStepState state;
  char *finding;
  char *question;
  char *answer;
  char *meaning;
} LockstepStepView;

void lockstep_step_view_free (LockstepStepView *self);

/* "certificate"; static. */
const char *lockstep_page_to_string (LockstepStepKindOfPage page);

gboolean lockstep_page_from_string (const char *name, LockstepStepKindOfPage *ret_page);

/* The word of a state, translated: "Fine", "Look here", "Failed", "Waiting", … */
const char *lockstep_state_get_word (LockstepStepState state);

/* "fine", "look", "failed", …: the middle of the icon name lockstep-state-…-symbolic; static. */
const char *lockstep_state_to_string (LockstepStepState state);

G_END_DECLS
