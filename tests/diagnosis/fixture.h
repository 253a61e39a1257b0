/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/diagnosis.h"
#include "diagnosis/run.h"
#include "diagnosis/server.h"

G_BEGIN_DECLS

#define FIXTURE_DAY 86400

/* A run against servers of the test's own. */
typedef struct
{
  LockstepCatalog *catalog;
  LockstepPlan *plan;
  LockstepRun *run;
  GCancellable *cancellable;
  gboolean done;
  gboolean result;
  GError *error;
  guint changes;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);

void fixture_tear_down (Fixture *fixture, gconstpointer data);

void fixture_add_target (Fixture *fixture, guint16 port, const char *service);

void fixture_tell_service (Fixture *fixture, const char *service, guint16 port);

void fixture_start (Fixture *fixture);

void fixture_wait (Fixture *fixture);

LockstepDiagnosis *fixture_run (Fixture *fixture);

const char *fixture_first_cause (const LockstepDiagnosis *diagnosis);

const LockstepFactSet *fixture_facts_of (Fixture *fixture, guint index);

void fixture_trust (Fixture *fixture, Server *server, char **ret_path);

G_END_DECLS
