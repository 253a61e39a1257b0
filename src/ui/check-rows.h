/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"
#include "ui/parts.h"

G_BEGIN_DECLS

/**
 * LockstepRowList:
 *
 * Fills a list box anew and keeps the rows that say the same as before, so that a page that
 * changes while it is shown neither moves the focus nor closes what stands open. Lives on the
 * stack between begin and end.
 */
typedef struct
{
  GtkListBox *list;
  int length; /* rows that are in place */
} LockstepRowList;

void lockstep_row_list_begin (LockstepRowList *self, GtkListBox *list);

/* The row that was added with @key the last time, which stays; NULL where there is none. */
GtkWidget *lockstep_row_list_keep (LockstepRowList *self, const char *key);

/* Adds a new row; @key says all that it shows. */
void lockstep_row_list_add (LockstepRowList *self, const char *key, GtkWidget *row);

void lockstep_row_list_add_evidence (LockstepRowList *self,
                                     LockstepStepState state,
                                     const char *title,
                                     const char *subtitle);

/* The row of what check @id found about observation @index: what is true, and where that was
 * seen. Nothing where the check could not judge; FALSE then. */
gboolean lockstep_row_list_add_check (LockstepRowList *self,
                                      LockstepCase *subject,
                                      guint index,
                                      const char *id);

/* The causes of observation @index that are likely or possible, with their reasons; returns how
 * many these are. */
guint lockstep_row_list_add_causes (LockstepRowList *self, LockstepCase *subject, guint index);

/* A possible cause about which nothing was seen. */
void lockstep_row_list_add_usual_cause (LockstepRowList *self, const LockstepEntry *cause);

/* Takes away the rows that are left from before, and hides the list when it is empty. */
void lockstep_row_list_end (LockstepRowList *self);

/* The state of a row or cell that shows @outcome. */
LockstepStepState lockstep_check_state (LockstepOutcome outcome);

/* What check @id says about observation @index in one sentence; NULL where it does not. */
const char *
lockstep_check_summary (const LockstepDiagnosis *diagnosis, guint index, const char *id);

/* The outcome of check @id about observation @index; UNKNOWN where there is no such check. */
LockstepOutcome
lockstep_check_outcome (const LockstepDiagnosis *diagnosis, guint index, const char *id);

/* The title of what check @id found about observation @index; NULL for none. */
char *lockstep_check_title (LockstepCase *subject, guint index, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;

/* A row about another service of the same server with a Show button, which chooses observation
 * @index and goes to its Certificate page. The page has to install the action. */
void
lockstep_row_list_add_service (LockstepRowList *self, LockstepDiagnosis *diagnosis, guint index);

/* Installs the action "check.show" of those rows on the class of a page. */
void lockstep_page_install_show (GtkWidgetClass *widget_class);

G_END_DECLS
