/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

G_BEGIN_DECLS

/* What a port of the made-up server does. */
typedef enum
{
  FIXTURE_HEALTHY, /* agrees, and shows a certificate that is valid for long */
  FIXTURE_EXPIRED, /* agrees, and shows one that has expired */
  FIXTURE_RESET,   /* resets after the ClientHello */
  FIXTURE_REFUSED, /* nobody listens */
  FIXTURE_NO_NAME, /* the name does not exist */
  FIXTURE_UNSEEN,  /* nothing was looked at */
} FixtureKind;

/* 21 November 2026, 19:00 UTC: the time for which the fixtures are judged. */
#define FIXTURE_NOW G_GINT64_CONSTANT (1795287600)

#define FIXTURE_HOST "ibmi.example.com"

#define FIXTURE_ADDRESS "192.0.2.7"

/* What the pasted text of the fixtures says. */
#define FIXTURE_SYMPTOM "CWBCO1034 - SSL error, function returned 25406"

/* The catalogue of the source tree; freed with the program. */
LockstepCatalog *fixture_catalog (void);

/* A self-signed certificate for @name, made now by OpenSSL. */
GBytes *fixture_certificate (const char *name, gint64 not_before, gint64 not_after)
    G_GNUC_WARN_UNUSED_RESULT;

LockstepObservation *
fixture_observation (FixtureKind kind, guint16 port, const char *service, LockstepRole role)
    G_GNUC_WARN_UNUSED_RESULT;

/* A scene with Telnet as the target and, unless @signon is FIXTURE_UNSEEN, Sign-on as evidence. */
LockstepScene *fixture_scene (FixtureKind telnet, FixtureKind signon) G_GNUC_WARN_UNUSED_RESULT;

/* A case as it would be after looks that saw @scene and, before, @before (both nullable). */
LockstepCase *fixture_case (const LockstepScene *before, const LockstepScene *scene)
    G_GNUC_WARN_UNUSED_RESULT;

/* Likewise with a member of the saved case replaced by a JSON text first; NULL for none. */
LockstepCase *fixture_case_with (const LockstepScene *before,
                                 const LockstepScene *scene,
                                 const char *member,
                                 const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
