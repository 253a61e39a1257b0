/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/observation.h"

G_BEGIN_DECLS

/**
 * LockstepScene:
 * @started: when looking began, unix seconds
 * @duration: how long it took so far, microseconds
 * @facts: facts of the whole case; never %NULL
 * @observations: (element-type LockstepObservation): one for each address and port, targets in
 *   the order asked for, then evidence
 *
 * All that is known about a case at one moment: the only input of a diagnosis. Const once it is
 * handed out; what is learned later makes a new scene that shares the observations.
 */
typedef struct
{
  gint64 started;
  gint64 duration;
  LockstepFactSet *facts;
  GPtrArray *observations;
  /*< private >*/
  gatomicrefcount references;
} LockstepScene;

LockstepScene *lockstep_scene_new (gint64 started) G_GNUC_WARN_UNUSED_RESULT;

/* A new scene with a copy of the case's facts and the same observations, to be added to. */
LockstepScene *lockstep_scene_copy (const LockstepScene *self) G_GNUC_WARN_UNUSED_RESULT;

LockstepScene *lockstep_scene_ref (LockstepScene *self);

void lockstep_scene_unref (LockstepScene *self);

/* Adds @observation or, where one with the same host, address, port and role stands there
 * already, puts it in its place. Takes a reference. */
void lockstep_scene_put (LockstepScene *self, LockstepObservation *observation);

/* The n-th observation; NULL past the end. Owned by @self. */
const LockstepObservation *lockstep_scene_get (const LockstepScene *self, guint index);

JsonNode *lockstep_scene_to_json (const LockstepScene *self) G_GNUC_WARN_UNUSED_RESULT;

/* LOCKSTEP_ERROR_MEMBER names the member ("scene.observations[2].port: …"). At most 256
 * observations. */
LockstepScene *lockstep_scene_from_json (JsonNode *node, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepScene, lockstep_scene_unref)

G_END_DECLS
