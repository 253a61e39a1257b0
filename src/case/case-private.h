/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

G_BEGIN_DECLS

/* Bounds of what a case holds; a saved case beyond them is refused. */
#define LOCKSTEP_CASE_MAX_JOURNAL 2000
#define LOCKSTEP_CASE_MAX_TEXT 4096
#define LOCKSTEP_CASE_MAX_TARGETS 256
#define LOCKSTEP_CASE_MAX_FILES 64
#define LOCKSTEP_CASE_MAX_ANSWERS 512

/**
 * LockstepPlace:
 *
 * An observation by what it is about. Indices move while a run finds further addresses; a place
 * does not. @host is NULL where none was chosen.
 */
typedef struct
{
  char *host;
  char *address;
  guint16 port;
  LockstepRole role;
} LockstepPlace;

/* What a person answered at a step of the walk-through, and when. */
typedef struct
{
  LockstepAnswerKind kind;
  char *note;
  gint64 time;
} LockstepWalkAnswer;

struct _LockstepCase
{
  GObject parent_instance;

  LockstepCatalog *catalog;
  char *id;

  char *symptom;
  LockstepRecognition *recognition;
  guint match;

  LockstepPlan *plan;
  char *task;

  LockstepRun *run;
  GCancellable *cancellable;
  char *failure;
  gboolean stopped;
  LockstepScene *seen;  /* what the last run saw, without the case's own facts */
  LockstepScene *whole; /* the last look that was finished */
  gboolean complete;    /* whether @seen is that look */

  LockstepDiagnosis *diagnosis; /* NULL where it has to be worked out again */
  LockstepDiagnosis *before;
  GPtrArray *steps; /* likewise */
  GPtrArray *old_diagnoses;
  GPtrArray *old_steps;

  LockstepPlace chosen;
  LockstepPlace walk_target;
  gboolean variant_chosen;
  guint variant;
  guint walk_position;
  GHashTable *answers; /* "variant/step" -> LockstepWalkAnswer */
  gboolean has_read_date;
  gint64 read_date;
  gint64 read_at; /* when that was noted */

  char *scenario;
  char *support_number;
  char *exported;
  LockstepStepKindOfPage position;

  GPtrArray *journal;
  gint64 saved;
  guint64 revision;
  GSource *changed_source;
};

/* Something that is saved has changed: tells the watchers in the next turn of the main loop. */
void lockstep_case_touch (LockstepCase *self);

/* Something that is only shown has changed. */
void lockstep_case_show (LockstepCase *self);

/* What is known has changed, so that diagnosis and steps have to be worked out again. */
void lockstep_case_judge_again (LockstepCase *self);

/* Ends the run, if there is one, without a word in the journal. */
void lockstep_case_drop_run (LockstepCase *self);

/* Everything that a person answered and the symptom, as facts of the case. */
void lockstep_case_add_facts (LockstepCase *self, LockstepFactSet *facts);

/* Counts up with every change that has to be saved. */
guint64 lockstep_case_get_revision (LockstepCase *self);

/* Looks for messages in the symptom and chooses the first. */
void lockstep_case_recognise (LockstepCase *self);

void lockstep_place_set (LockstepPlace *place, const LockstepObservation *observation);

void lockstep_place_clear (LockstepPlace *place);

/* FALSE where no observation of @scene is about @place. */
gboolean
lockstep_place_find (const LockstepPlace *place, const LockstepScene *scene, guint *ret_index);

LockstepWalkAnswer *lockstep_walk_answer_new (void) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_walk_answer_free (LockstepWalkAnswer *answer);

const char *lockstep_answer_kind_to_string (LockstepAnswerKind kind);

gboolean lockstep_answer_kind_from_string (const char *name, LockstepAnswerKind *ret_kind);

LockstepJournalLine *lockstep_journal_line_new (gint64 time, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_journal_line_free (LockstepJournalLine *line);

/* The plan as JSON and back; names, ports and files, never a key or a password. */
JsonNode *lockstep_case_plan_to_json (const LockstepPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

LockstepPlan *lockstep_case_plan_from_json (JsonObject *object, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

gboolean lockstep_case_plan_equal (const LockstepPlan *a, const LockstepPlan *b);

/* ---- the views of the steps (case/step-view.c) ---- */

LockstepStepView *lockstep_step_view_new (LockstepStepKindOfPage page, LockstepStepState state)
    G_GNUC_WARN_UNUSED_RESULT;

/* Sets the rail's line to "word of the state: @text". */
void lockstep_step_view_set_finding (LockstepStepView *self, const char *text);

/* Takes copies; a NULL leaves what stands there. */
void lockstep_step_view_set_texts (LockstepStepView *self,
                                   const char *question,
                                   const char *answer,
                                   const char *meaning);

LockstepStepView *lockstep_case_view_check (LockstepCase *self, LockstepStepKindOfPage page)
    G_GNUC_WARN_UNUSED_RESULT;

LockstepStepView *lockstep_case_view_walk (LockstepCase *self) G_GNUC_WARN_UNUSED_RESULT;

LockstepStepView *lockstep_case_view_fix (LockstepCase *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
