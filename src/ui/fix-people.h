/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/remedy-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who, where, and the numbered steps of a person; "Copy for them" unless it is the reader. */
GtkWidget *lockstep_fix_person_new (LockstepCase *subject, const LockstepRemedyPerson *person)
    G_GNUC_WARN_UNUSED_RESULT;

/* The head above a list of steps: a disc with an icon, who, where (nullable). */
GtkWidget *lockstep_fix_head_new (const char *icon_name, const char *name, const char *where)
    G_GNUC_WARN_UNUSED_RESULT;

/* A boxed list for rows that are read, not chosen. */
GtkListBox *lockstep_fix_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A step with its number; @detail is nullable. */
GtkWidget *lockstep_fix_step_new (guint number, const char *text, const char *detail)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same with commands, what to expect and what may go wrong. */
GtkWidget *lockstep_fix_remedy_step_new (const LockstepRemedyStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
