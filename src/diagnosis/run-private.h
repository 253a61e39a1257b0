/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/look.h"

G_BEGIN_DECLS

#define LOCKSTEP_N_BUSY 4

/* The run as its own files see it: run.c, hosts.c, progress.c. */
struct _LockstepRun
{
  GObject parent_instance;

  LockstepCatalog *catalog;
  LockstepPlan *plan;
  LockstepTrust *trust;
  GMainContext *context;
  GCancellable *cancellable;
  GTask *task;
  LockstepFactSet *facts; /* of the case */
  GPtrArray *looks;       /* element-type LockstepLook */
  GHashTable *compared;   /* hosts whose siblings are looked at */
  LockstepScene *scene;   /* NULL while there is something new to publish */
  GSource *notice;
  char *activity;
  gint64 started; /* unix seconds */
  gint64 began;   /* monotonic */
  gint64 duration;
  guint outstanding;
  guint busy[LOCKSTEP_N_BUSY];
  guint done;
  guint all;
  gboolean about_ibmi;
};

/* Starts what waits for its turn (progress.c). */
void lockstep_run_schedule (LockstepRun *self);

/* Looks up the name of every host of the plan (hosts.c). */
void lockstep_run_look_up_names (LockstepRun *self);

/* Makes evidence of the loopback address that refuses where the other one answers (hosts.c). */
void lockstep_run_excuse_loopback (LockstepRun *self);

/* All operations are over: publishes and returns the task (run.c). */
void lockstep_run_finish (LockstepRun *self);

/* What was seen has changed: tells it once for each turn of the main loop (run.c). */
void lockstep_run_changed (LockstepRun *self);

G_END_DECLS
