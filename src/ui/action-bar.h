/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_ACTION_BAR (lockstep_action_bar_get_type ())
G_DECLARE_FINAL_TYPE (LockstepActionBar, lockstep_action_bar, LOCKSTEP, ACTION_BAR, AdwBin)

/**
 * LockstepActionBarState:
 * @page: what the page asks for
 * @next: (nullable): title of the next step, %NULL on the last
 * @has_back: whether there is a step before
 * @has_answer: whether "Show the answer" leads further than "Next"
 * @activity: (nullable): what runs now
 * @folded: whether there is room for short labels only
 */
typedef struct
{
  const LockstepPageBar *page;
  const char *next;
  gboolean has_back;
  gboolean has_answer;
  const char *activity;
  gboolean folded;
} LockstepActionBarState;

/* Back, status and Stop, actions of the page, Show the answer, Next (mockups/README.md 2.3). */
void lockstep_action_bar_show (LockstepActionBar *self, const LockstepActionBarState *state);

/* The blue button, for Enter; NULL where the page has none. */
GtkWidget *lockstep_action_bar_get_default (LockstepActionBar *self);

G_END_DECLS
