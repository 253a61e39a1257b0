/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

/**
 * LockstepReport:
 * @subject: the case; not owned
 * @catalog: its catalogue
 * @diagnosis: (nullable): the diagnosis; %NULL before the first look
 * @redaction: (nullable): what takes the names out
 * @hides_names: whether certificates are told without what could name a host
 * @colour: whether terminal text is coloured
 *
 * What every renderer starts from.
 */
typedef struct
{
  LockstepCase *subject;
  LockstepCatalog *catalog;
  LockstepDiagnosis *diagnosis;
  LockstepRedaction *redaction;
  gboolean hides_names;
  gboolean colour;
} LockstepReport;

LockstepReport lockstep_report_begin (LockstepCase *subject, const LockstepReportOptions *options);

/* @text (nullable) without names and without control characters: what a server sent may hold
 * commands for a terminal. Line feeds stay. */
char *lockstep_report_clean (const LockstepReport *self, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;

/* Takes @text over; for whole documents of plain text. */
char *lockstep_report_finish (const LockstepReport *self, GString *text) G_GNUC_WARN_UNUSED_RESULT;

guint lockstep_report_count (const LockstepReport *self);

const LockstepTargetDiagnosis *lockstep_report_nth (const LockstepReport *self, guint index);

/* "Sign-on, port 9476", or with the address where several were tried. */
char *lockstep_report_place (const LockstepReport *self, guint index) G_GNUC_WARN_UNUSED_RESULT;

/* The title of a check: "Dates of the certificate". */
const char *lockstep_report_check_title (const LockstepReport *self,
                                         const LockstepCheckResult *result);

/* "A fault was found." and so on. */
const char *lockstep_report_verdict (const LockstepReport *self);

/* "Certain", "Likely", "Possible". */
const char *lockstep_confidence_get_word (LockstepConfidence confidence);

/* When the looks began that are shown, unix seconds; 0 before the first look. */
gint64 lockstep_report_get_time (const LockstepReport *self);

/* Time for which validity was judged. */
gint64 lockstep_report_get_judged_time (const LockstepReport *self);

/* What was left out, a sentence; NULL where nothing was. */
char *lockstep_report_describe_redaction (const LockstepReport *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
