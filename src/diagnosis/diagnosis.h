/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outcome.h"
#include "catalog/catalog.h"
#include "check/check.h"
#include "facts/scene.h"

G_BEGIN_DECLS

/**
 * LockstepCause:
 * @entry: the catalogue's entry in "causes"
 * @confidence: how sure it is
 * @because: NULL-terminated sentences that cite what was seen
 * @targets: (element-type guint): indices of the observations it is about (GArray of guint)
 * @remedies: NULL-terminated ids of remedies
 * @explained_by: (nullable): id of the cause of which this one is a consequence; such a cause
 *   stays in the list of its target but is left out of the diagnosis' own
 */
typedef struct
{
  const LockstepEntry *entry;
  LockstepConfidence confidence;
  char **because;
  GArray *targets;
  char **remedies;
  char *explained_by;
} LockstepCause;

/**
 * LockstepCheckResult:
 * @spec: which check
 * @outcome: how it ended; PENDING only while the run goes on
 * @finding: id of the finding
 * @summary: one sentence, filled and translated
 * @duration: microseconds, 0 where nothing was waited for
 */
typedef struct
{
  const LockstepCheckSpec *spec;
  LockstepOutcome outcome;
  const char *finding;
  char *summary;
  gint64 duration;
} LockstepCheckResult;

/**
 * LockstepTargetDiagnosis:
 * @observation: what was seen of it
 * @facts: all that is known about it, derived facts included
 * @verdict: the verdict about it alone
 * @causes: (element-type LockstepCause): what explains it, act-first order
 * @checks: (element-type LockstepCheckResult): in the order of the table of checks
 */
typedef struct
{
  LockstepObservation *observation;
  LockstepFactSet *facts;
  LockstepVerdict verdict;
  GPtrArray *causes;
  GPtrArray *checks;
} LockstepTargetDiagnosis;

/**
 * LockstepDiagnosis:
 * @scene: what was judged
 * @verdict: the worst of the targets (evidence never counts)
 * @causes: (element-type LockstepCause): over all targets, consequences left out, in the order in
 * which to act
 * @observations: (element-type LockstepTargetDiagnosis): one for each observation of the scene, in
 * its order, evidence included
 */
typedef struct
{
  LockstepScene *scene;
  LockstepVerdict verdict;
  GPtrArray *causes;
  GPtrArray *observations;
  /*< private >*/
  LockstepCatalog *catalog;
  gatomicrefcount references;
} LockstepDiagnosis;

/**
 * lockstep_diagnose:
 *
 * Judges a scene by the catalogue's rules. Pure: the same scene and catalogue give the same
 * diagnosis, so that a saved case can be judged again.
 */
LockstepDiagnosis *lockstep_diagnose (LockstepCatalog *catalog, LockstepScene *scene)
    G_GNUC_WARN_UNUSED_RESULT;

LockstepDiagnosis *lockstep_diagnosis_ref (LockstepDiagnosis *self);

void lockstep_diagnosis_unref (LockstepDiagnosis *self);

/* The result of a check; NULL where there is no such check. */
const LockstepCheckResult *lockstep_target_get_check (const LockstepTargetDiagnosis *self,
                                                      const char *id);

/* Whether a cause is certain, so that the answer can be shown. */
gboolean lockstep_diagnosis_is_certain (const LockstepDiagnosis *self);

/* Index of the observation that a page shows first: the worst target, then the worst evidence. */
guint lockstep_diagnosis_get_worst (const LockstepDiagnosis *self);

/**
 * lockstep_diagnosis_fill:
 * @pattern: a sentence of the catalogue with places such as {certificate.not-after},
 *   {target.service}, {target.port}, {target.host}, {sibling.service},
 * {sibling.certificate.not-after}
 * @index: the observation that "target" stands for
 * @sibling: the observation that "sibling" stands for, or -1
 *
 * Returns: (transfer full): the sentence
 */
char *lockstep_diagnosis_fill (const LockstepDiagnosis *self,
                               const char *pattern,
                               guint index,
                               gint sibling) G_GNUC_WARN_UNUSED_RESULT;

/* "Sign-on", or "port 8443" for a port that is no known service. */
char *lockstep_diagnosis_service_name (const LockstepDiagnosis *self, guint index)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepDiagnosis, lockstep_diagnosis_unref)

G_END_DECLS
