/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/scene.h"

G_BEGIN_DECLS

/* 21 November 2026, noon UTC: the time at which all hand-made scenes are judged. */
#define SCENE_NOW G_GINT64_CONSTANT (1795262400)
#define SCENE_DAY G_GINT64_CONSTANT (86400)
#define SCENE_HOST "ibmi.example.com"

/*
 * Scenes written as text, so that a row of a test shows what was seen:
 *
 *   "dcm.not-after=-12d"                                    facts of the case
 *   "T telnet 992 port.outcome=open certificate.not-after=+30d"  a target
 *   "E signon 9476 port.outcome=refused"                    evidence
 *
 * Times are relative to SCENE_NOW, in days ("-12d") or seconds ("+1s"); "-" is a port without a
 * service; lists have commas; "_" stands for a blank.
 */
LockstepScene *scene_new (const char *const *lines) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the facts "path=value path=value" into @facts. */
void scene_read_facts (LockstepFactSet *facts, const char *text);

G_END_DECLS
