/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/step.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/run.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_CASE (lockstep_case_get_type ())
G_DECLARE_FINAL_TYPE (LockstepCase, lockstep_case, LOCKSTEP, CASE, GObject)

/**
 * LockstepCase:
 *
 * One troubleshooting case: the symptom, the plan, what was seen, the diagnosis, what a person
 * answered, the journal. Both doors work on it; every change is saved by itself (case/store.h).
 *
 * Signal "changed": anything that a page or the rail shows may have changed. Emitted at most once
 * for each turn of the main loop.
 */
LockstepCase *lockstep_case_new (LockstepCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

LockstepCatalog *lockstep_case_get_catalog (LockstepCase *self);

/* A unique id, also the name of the case's file. */
const char *lockstep_case_get_id (LockstepCase *self);

/* "CWBCO1034 · ibmi.example.com"; what stands in the title bar. */
char *lockstep_case_dup_title (LockstepCase *self) G_GNUC_WARN_UNUSED_RESULT;

/* Where the case stands, one line for the list of cases: "Answer found, not checked again yet". */
char *lockstep_case_dup_standing (LockstepCase *self, LockstepStepState *ret_state);

/* ---- the symptom ---- */

/* Recognises @text and chooses the first message; %NULL or "" clears. */
void lockstep_case_set_symptom (LockstepCase *self, const char *text);

const char *lockstep_case_get_symptom (LockstepCase *self);

/* Never NULL. */
const LockstepRecognition *lockstep_case_get_recognition (LockstepCase *self);

/* The chosen message; NULL where none was recognised. */
const LockstepMatch *lockstep_case_get_match (LockstepCase *self);

void lockstep_case_choose_match (LockstepCase *self, guint index);

/* The catalogue's flow for this case; never NULL. */
const LockstepEntry *lockstep_case_get_flow (LockstepCase *self);

/* ---- the server ---- */

/* The plan as it stands; owned by the case. Never NULL. */
const LockstepPlan *lockstep_case_get_plan (LockstepCase *self);

/* Replaces the plan (copied). Where a run was made already the checks are no longer about this
 * server: what was seen is dropped, and the journal says so. */
void lockstep_case_set_plan (LockstepCase *self, const LockstepPlan *plan);

/* Id of the task ("5250") that the person chose; NULL for "something else". */
const char *lockstep_case_get_task (LockstepCase *self);

void lockstep_case_set_task (LockstepCase *self, const char *task);

/* ---- the checks ---- */

/* Starts the checks in the background. */
void lockstep_case_start (LockstepCase *self);

/* Starts them again and keeps the last whole look as "before". */
void lockstep_case_check_again (LockstepCase *self);

/* Stops what runs, at once; what was seen stays. */
void lockstep_case_stop (LockstepCase *self);

gboolean lockstep_case_is_running (LockstepCase *self);

/* Whether checks were ever started for the present plan. */
gboolean lockstep_case_has_started (LockstepCase *self);

/* NULL when nothing runs. */
const char *lockstep_case_get_activity (LockstepCase *self);

/* Why the last run could not be carried out, in one sentence; NULL where it could. */
const char *lockstep_case_get_failure (LockstepCase *self);

/* The diagnosis of what is known now; NULL before the first look. Owned by the case. */
LockstepDiagnosis *lockstep_case_get_diagnosis (LockstepCase *self);

/* The diagnosis before "check again" and the time of that look; NULL where there was none. */
LockstepDiagnosis *lockstep_case_get_before (LockstepCase *self);

/* Whether the last look found no fault where the one before it had found one. */
gboolean lockstep_case_is_solved (LockstepCase *self);

/* Index of the observation that the pages Handshake, Certificate and Chain show. */
guint lockstep_case_get_chosen (LockstepCase *self);

void lockstep_case_set_chosen (LockstepCase *self, guint index);

/* ---- the walk-through on the server ---- */

typedef enum
{
  LOCKSTEP_ANSWER_NONE,
  LOCKSTEP_ANSWER_YES,
  LOCKSTEP_ANSWER_NO,
  LOCKSTEP_ANSWER_CANNOT,
} LockstepAnswerKind;

/* The walk-through of the flow; NULL where the flow has none. */
const LockstepEntry *lockstep_case_get_walkthrough (LockstepCase *self);

/* Index of the variant ("classic", "current") that is shown. */
guint lockstep_case_get_variant (LockstepCase *self);

void lockstep_case_set_variant (LockstepCase *self, guint variant);

guint lockstep_case_get_walk_position (LockstepCase *self);

void lockstep_case_set_walk_position (LockstepCase *self, guint position);

LockstepAnswerKind lockstep_case_get_answer (LockstepCase *self, guint position);

/* Notes the answer with its time in the journal; NONE takes it back. */
void lockstep_case_set_answer (LockstepCase *self, guint position, LockstepAnswerKind answer);

/* What the person wrote down at a step; NULL for nothing. A step's note may be a fact
 * (dcm.label); it then changes the diagnosis. */
const char *lockstep_case_get_note (LockstepCase *self, guint position);

void lockstep_case_set_note (LockstepCase *self, guint position, const char *note);

/* The date that the person read in DCM, unix seconds; FALSE where none was. Becomes the fact
 * dcm.not-after. */
gboolean lockstep_case_get_read_date (LockstepCase *self, gint64 *ret_unix_time);

void lockstep_case_set_read_date (LockstepCase *self, gint64 unix_time);

void lockstep_case_clear_read_date (LockstepCase *self);

/* The observation the walk-through is about: the broken target, else the worst; its application
 * id fills {application} in the steps. */
guint lockstep_case_get_walk_target (LockstepCase *self);

/* Fills {host}, {service}, {application}, {label}, … of a step's text. */
char *lockstep_case_fill_walk (LockstepCase *self, const char *pattern) G_GNUC_WARN_UNUSED_RESULT;

/* ---- practice ---- */

/* Id of the practice scenario; NULL for a real case. */
const char *lockstep_case_get_scenario (LockstepCase *self);

void lockstep_case_set_scenario (LockstepCase *self, const char *scenario);

/* ---- the way through ---- */

/* The steps of this case; see case/step.h. Owned by the case, valid until the next "changed". */
const GPtrArray *lockstep_case_get_steps (LockstepCase *self); /* element-type LockstepStepView */

/* NULL where the flow has no such step. */
const LockstepStepView *lockstep_case_get_step (LockstepCase *self, LockstepStepKindOfPage kind);

/* The page that the person is on; saved, so that a case opens where it was left. */
LockstepStepKindOfPage lockstep_case_get_position (LockstepCase *self);

void lockstep_case_set_position (LockstepCase *self, LockstepStepKindOfPage kind);

/* Case number at IBM Support ("TS012345678"); NULL for none. */
const char *lockstep_case_get_support_number (LockstepCase *self);

void lockstep_case_set_support_number (LockstepCase *self, const char *number);

/* Base name of the last bundle that was saved; NULL for none. The bundle layer sets it. */
const char *lockstep_case_get_exported (LockstepCase *self);

void lockstep_case_set_exported (LockstepCase *self, const char *name);

/* ---- journal ---- */

typedef struct
{
  gint64 time; /* unix seconds */
  char *text;
} LockstepJournalLine;

/* Element-type LockstepJournalLine, oldest first; owned by the case. */
const GPtrArray *lockstep_case_get_journal (LockstepCase *self);

void lockstep_case_note (LockstepCase *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* ---- saving (used by case/store.h) ---- */

JsonNode *lockstep_case_to_json (LockstepCase *self) G_GNUC_WARN_UNUSED_RESULT;

/* LOCKSTEP_ERROR_MEMBER names the member that is wrong. */
LockstepCase *lockstep_case_from_json (LockstepCatalog *catalog, JsonNode *node, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* When it was last written, unix seconds; 0 for never. */
gint64 lockstep_case_get_saved (LockstepCase *self);

void lockstep_case_set_saved (LockstepCase *self, gint64 unix_time);

G_END_DECLS
