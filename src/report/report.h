/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/redaction.h"
#include "case/case.h"

G_BEGIN_DECLS

/**
 * LockstepReportOptions:
 * @redaction: (nullable): what takes the names out; %NULL leaves everything in
 * @colour: terminal text in colour
 */
typedef struct
{
  LockstepRedaction *redaction;
  gboolean colour;
} LockstepReportOptions;

/* The document of contract.md (schema lockstep.report/1). Certificates keep their names: they are
 * evidence; a redacted report leaves their PEM and names out and says so. */
char *lockstep_report_json (LockstepCase *subject, const LockstepReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

/* One self-contained page with the pictures as SVG; no script, nothing loaded from elsewhere. */
char *lockstep_report_html (LockstepCase *subject, const LockstepReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

char *lockstep_report_markdown (LockstepCase *subject, const LockstepReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

/* Short plain text for a ticket: symptom, cause, proof, who must do what. */
char *lockstep_report_ticket (LockstepCase *subject, const LockstepReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

/* What `lockstepctl check` prints. */
char *lockstep_report_text (LockstepCase *subject, const LockstepReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

/* handshake.txt: the transcript of each observation, message by message. */
char *lockstep_report_handshakes (LockstepCase *subject, const LockstepReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

/* journal.txt */
char *lockstep_report_journal (LockstepCase *subject, const LockstepReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

/* A redaction that knows the hosts, addresses and users of the case. */
LockstepRedaction *lockstep_report_redaction (LockstepCase *subject, LockstepRedactionKinds kinds)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
