/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/scene.h"
#include "diagnosis/diagnosis.h"

G_BEGIN_DECLS

/* Facts of hand-made scenes that many rows share (check/scene.h). */
#define REACHED " name.outcome=found port.outcome=open "
#define DROPPED REACHED "handshake.outcome=reset handshake.stage=client-hello "
#define SHAKEN REACHED "handshake.outcome=complete handshake.version=TLSv1.2 "
#define DATES(from, to) "certificate.not-before=" from " certificate.not-after=" to " "
#define NAMED "certificate.name-matches=true certificate.sha256=AA "
#define TRUSTED "chain.trust=trusted chain.anchor-source=file "
#define FINE SHAKEN NAMED TRUSTED DATES ("-100d", "+300d")
#define EXPIRED SHAKEN NAMED TRUSTED DATES ("-377d", "-12d")

/* "id:confidence id:confidence", in order. */
char *sample_list_causes (const GPtrArray *causes) G_GNUC_WARN_UNUSED_RESULT;

/* The diagnosis of a scene by the catalogue that is built in. */
LockstepDiagnosis *sample_diagnose (const char *const *lines) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
