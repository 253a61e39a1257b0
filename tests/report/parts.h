/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/fixture.h"
#include "report/report.h"

G_BEGIN_DECLS

/* Markup, a command for terminals and a host, as a hostile server would send them. */
#define HOSTILE "<script>alert(1)</script>\033[2J & " FIXTURE_HOST

#define ALL_KINDS (LOCKSTEP_REDACT_HOSTS | LOCKSTEP_REDACT_ADDRESSES | LOCKSTEP_REDACT_USERS)

/* Telnet is reset, Sign-on shows an expired certificate, and both say hostile things. */
LockstepCase *parts_hostile_case (void) G_GNUC_WARN_UNUSED_RESULT;

typedef char *(*PartsRender) (LockstepCase *subject, const LockstepReportOptions *options);

/* The report with everything redacted. */
char *parts_render_redacted (LockstepCase *subject, PartsRender render) G_GNUC_WARN_UNUSED_RESULT;

/* No name of the fixtures stands in @text, in any case of letters. */
void parts_assert_redacted (const char *text);

G_END_DECLS
