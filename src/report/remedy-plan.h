/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

G_BEGIN_DECLS

/**
 * LockstepRemedyStep:
 * @number: counted through all people, from 1
 * @text: what to do, filled and translated
 * @detail: (nullable): more about it
 * @commands: NULL-terminated: what to copy, never translated, already filled; may be empty
 * @expect: (nullable): what one sees when it worked
 * @risk: (nullable): what may go wrong
 * @undo: (nullable): how to take it back
 */
typedef struct
{
  guint number;
  char *text;
  char *detail;
  char **commands;
  char *expect;
  char *risk;
  char *undo;
} LockstepRemedyStep;

/**
 * LockstepRemedyPerson:
 * @role: the catalogue's entry in "roles"
 * @name: "IBM i administrator"
 * @where: (nullable): "In DCM, in the store *SYSTEM"
 * @steps: (element-type LockstepRemedyStep)
 */
typedef struct
{
  const LockstepEntry *role;
  char *name;
  char *where;
  GPtrArray *steps;
} LockstepRemedyPerson;

/* Who has to do what about the first cause of the diagnosis, person by person; empty where there is
 * no cause. After a second look that found the fault gone: what is left for the help desk.
 * (element-type LockstepRemedyPerson) */
GPtrArray *lockstep_remedy_plan (LockstepCase *subject) G_GNUC_WARN_UNUSED_RESULT;

/* The steps of one person as plain text: "Copy for them". */
char *lockstep_remedy_person_to_text (LockstepCase *subject, const LockstepRemedyPerson *person)
    G_GNUC_WARN_UNUSED_RESULT;

/* All steps of the walk-through of the case as plain text with a place for each answer. */
char *lockstep_walkthrough_to_text (LockstepCase *subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
