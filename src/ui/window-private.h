/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"
#include "practice/client.h"
#include "ui/action-bar.h"
#include "ui/page.h"
#include "ui/practice-banner.h"
#include "ui/rail.h"
#include "ui/start-page.h"
#include "ui/window.h"

G_BEGIN_DECLS

/* The window is split by role: window.c (the widget), window-case.c (the open case),
 * window-view.c (the widgets around it), window-actions.c (what actions and keys do),
 * window-practice.c, window-open.c. */
struct _LockstepWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *views;
  GtkStack *home;
  AdwToastOverlay *home_toasts;
  LockstepStartPage *start;
  GtkWidget *drop_frame;

  /* The view of a case: made with the first one, NULL before. */
  AdwFlap *flap;
  LockstepRail *rail;
  AdwWindowTitle *case_title;
  GtkWidget *rail_button;
  AdwBin *rail_glyph;
  GtkLabel *rail_count;
  GtkWidget *again_button;
  GtkRevealer *practice_revealer;
  LockstepPracticeBanner *practice_banner;
  GtkRevealer *notice_revealer;
  GtkLabel *notice_label;
  AdwToastOverlay *case_toasts;
  GtkStack *pages;
  LockstepActionBar *bar;

  LockstepCatalog *catalog; /* NULL until the first frame is drawn */
  LockstepCase *subject;    /* the open case; NULL at home */
  LockstepPage *page;       /* the open page; owned by @pages */
  LockstepStepKindOfPage kind;
  char *save_failure;
  gint64 failed_save; /* when the case was last saved before that failure */
  GSimpleActionGroup *wizard;
  GCancellable *cancellable; /* of what the window itself started */

  LockstepPractice *practice; /* the server of the open case */
  LockstepPracticeState practice_state;
  char *pending_scenario; /* asked for before the catalogue was there */
  GFile *pending_file;
};

/* ---- window-case.c ---- */

/* Opens @subject at @page; NULL closes the open case. FALSE where the open case cannot be saved: it
 * then stays open and says so, for else its findings would be lost. */
gboolean
lockstep_window_set_case (LockstepWindow *self, LockstepCase *subject, LockstepStepKindOfPage page);

/* Closes the open case even if it cannot be saved. */
void lockstep_window_drop_case (LockstepWindow *self);

void lockstep_window_go (LockstepWindow *self, LockstepStepKindOfPage page);

/* Shows what the case says now: title, rail, page, bar. */
void lockstep_window_refresh (LockstepWindow *self);

/* The previous or the next step that has a page; NULL for none. */
const LockstepStepView *lockstep_window_get_step (LockstepWindow *self, int direction);

/* Whether "Show the answer" leads further than "Next". */
gboolean lockstep_window_has_answer (LockstepWindow *self);

/* ---- window-view.c ---- */

/* Makes the view of a case, where it is not there yet: the first frame has no use for it. */
void lockstep_window_ensure_view (LockstepWindow *self);

void lockstep_window_show_shortcuts (LockstepWindow *self);

/* ---- window-actions.c ---- */

void lockstep_window_add_actions (LockstepWindow *self);

/* Which actions can be used now. */
void lockstep_window_update_actions (LockstepWindow *self);

/* Shows a page of home: "start", "practise", "browse", "cases". FALSE where the open case has to
 * stay. */
gboolean lockstep_window_show_home (LockstepWindow *self, const char *name);

void lockstep_window_toast (LockstepWindow *self, const char *text);

/* ---- window-practice.c ---- */

void lockstep_window_add_practice_actions (LockstepWindow *self);

void lockstep_window_stop_practice (LockstepWindow *self);

void lockstep_window_refresh_practice (LockstepWindow *self);

/* ---- window-open.c ---- */

void lockstep_window_add_open_actions (LockstepWindow *self);

/* Opens a new case on @text; NULL for a case without a message. */
void lockstep_window_begin (LockstepWindow *self, const char *text, LockstepStepKindOfPage page);

G_END_DECLS
