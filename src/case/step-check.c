/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include <glib/gi18n-lib.h>

/* The checks that speak for a page, the one that speaks first at the head. */
static const char *const heads[LOCKSTEP_N_PAGES][4] = {
  [LOCKSTEP_PAGE_REACH] = { "reach" },
  [LOCKSTEP_PAGE_HANDSHAKE] = { "handshake" },
  [LOCKSTEP_PAGE_CERTIFICATE] = { "validity", "names", "clock" },
  [LOCKSTEP_PAGE_CHAIN] = { "trust", "chain" },
  [LOCKSTEP_PAGE_SERVICES] = { "services" },
};

static gboolean
is_about_all (LockstepStepKindOfPage page)
{
  return page == LOCKSTEP_PAGE_REACH || page == LOCKSTEP_PAGE_SERVICES;
}

static GPtrArray *
list_results (const LockstepTargetDiagnosis *target, LockstepStepKindOfPage page)
{
  GPtrArray *results = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (heads[page]) && heads[page][i] != NULL; i++)
    {
      const LockstepCheckResult *result = lockstep_target_get_check (target, heads[page][i]);

      if (result != NULL)
        g_ptr_array_add (results, (gpointer) result);
    }

  /* What is judged of the whole scene has said it all; elsewhere every check of the page counts. */
  if (is_about_all (page) && results->len > 0)
    return results;

  for (guint i = 0; i < target->checks->len; i++)
    {
      LockstepCheckResult *result = g_ptr_array_index (target->checks, i);

      if (g_str_equal (result->spec->step, lockstep_page_to_string (page)) &&
          !g_ptr_array_find (results, result, NULL))
        g_ptr_array_add (results, result);
    }

  return results;
}

/* The result that a page is about: the first that failed, else the first that wants attention,
 * else the first of all. */
static const LockstepCheckResult *
choose_result (const LockstepTargetDiagnosis *target, LockstepStepKindOfPage page)
{
  static const LockstepOutcome order[] = { LOCKSTEP_OUTCOME_FAIL, LOCKSTEP_OUTCOME_ATTENTION };
  g_autoptr (GPtrArray) results = list_results (target, page);

  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    for (guint i = 0; i < results->len; i++)
      {
        const LockstepCheckResult *result = g_ptr_array_index (results, i);

        if (result->outcome == order[o])
          return result;
      }

  return results->len > 0 ? g_ptr_array_index (results, 0) : NULL;
}

/* The observation of the same host whose certificate differs from the one of @index, else any that
 * shows one; -1 where there is none. */
static gint
find_sibling (const LockstepDiagnosis *diagnosis, guint index)
{
  const LockstepObservation *own = lockstep_scene_get (diagnosis->scene, index);
  const char *own_sum = lockstep_fact_set_get_string (own->facts, LOCKSTEP_FACT_CERTIFICATE_SHA256);
  gint any = -1;

  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      const LockstepObservation *other = lockstep_scene_get (diagnosis->scene, i);
      const char *sum =
          lockstep_fact_set_get_string (other->facts, LOCKSTEP_FACT_CERTIFICATE_SHA256);

      if (i == index || sum == NULL || g_strcmp0 (other->host, own->host) != 0)
        continue;
      if (own_sum != NULL && g_strcmp0 (sum, own_sum) != 0)
        return (gint) i;
      if (any < 0)
        any = (gint) i;
    }

  return any;
}

static char *
fill_member (LockstepCase *self, guint index, const LockstepCheckResult *result, const char *member)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  const LockstepEntry *check =
      lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_CHECKS, result->spec->id);
  const LockstepEntry *findings = check != NULL ? lockstep_entry_object (check, "findings") : NULL;
  const LockstepEntry *finding = findings != NULL && result->finding != NULL
                                     ? lockstep_entry_object (findings, result->finding)
                                     : NULL;
  const char *pattern = finding != NULL ? lockstep_entry_text (finding, member) : NULL;

  return pattern != NULL
             ? lockstep_diagnosis_fill (diagnosis, pattern, index, find_sibling (diagnosis, index))
             : NULL;
}

static LockstepStepView *
view_running (LockstepCase *self, LockstepStepKindOfPage page)
{
  LockstepStepView *view = lockstep_step_view_new (page, LOCKSTEP_STATE_RUNNING);
  const char *activity = lockstep_case_get_activity (self);

  lockstep_step_view_set_texts (view, NULL, _ ("Still looking…"), activity);

  if (page == LOCKSTEP_PAGE_SERVICES && self->seen != NULL)
    {
      guint n_all = self->seen->observations->len;
      guint n_seen = 0;
      g_autofree char *count = NULL;

      for (guint i = 0; i < n_all; i++)
        if (lockstep_fact_set_has (lockstep_scene_get (self->seen, i)->facts,
                                   LOCKSTEP_FACT_HANDSHAKE_OUTCOME))
          n_seen++;

      /* Translators: stands after "Running: ", how many of the services were looked at. */
      count = g_strdup_printf (_ ("%1$u of %2$u"), n_seen, n_all);
      lockstep_step_view_set_finding (view, count);
    }

  return view;
}

static LockstepStepView *
view_unseen (LockstepCase *self, LockstepStepKindOfPage page)
{
  LockstepStepView *view;

  if (!lockstep_case_has_started (self))
    {
      view = lockstep_step_view_new (page, LOCKSTEP_STATE_WAITING);
      lockstep_step_view_set_texts (view,
                                    NULL,
                                    _ ("That was not looked at yet."),
                                    _ ("Name the server first, then start the checks."));
      return view;
    }

  if (lockstep_case_is_running (self))
    {
      if (lockstep_run_is_step_running (self->run, lockstep_page_to_string (page)))
        return view_running (self, page);

      view = lockstep_step_view_new (page, LOCKSTEP_STATE_WAITING);
      lockstep_step_view_set_texts (view,
                                    NULL,
                                    _ ("Still looking…"),
                                    _ ("This comes after the checks that run now."));
      return view;
    }

  view = lockstep_step_view_new (page, LOCKSTEP_STATE_UNKNOWN);
  lockstep_step_view_set_texts (view,
                                NULL,
                                _ ("That could not be looked at."),
                                _ ("The checks ended before it was its turn."));
  if (self->failure != NULL)
    lockstep_step_view_set_texts (view, NULL, NULL, self->failure);
  else if (self->stopped)
    lockstep_step_view_set_texts (
        view,
        NULL,
        NULL,
        _ ("The checks were stopped before this was looked at. Check again to see it."));

  return view;
}

static LockstepStepState
state_of_outcome (LockstepOutcome outcome)
{
  switch (outcome)
    {
    case LOCKSTEP_OUTCOME_PASS:
      return LOCKSTEP_STATE_FINE;
    case LOCKSTEP_OUTCOME_ATTENTION:
      return LOCKSTEP_STATE_LOOK;
    case LOCKSTEP_OUTCOME_FAIL:
      return LOCKSTEP_STATE_FAILED;
    case LOCKSTEP_OUTCOME_SKIPPED:
      return LOCKSTEP_STATE_SKIPPED;
    case LOCKSTEP_OUTCOME_PENDING:
    case LOCKSTEP_OUTCOME_UNKNOWN:
    default:
      return LOCKSTEP_STATE_UNKNOWN;
    }
}

static LockstepStepView *
view_result (LockstepCase *self,
             LockstepStepKindOfPage page,
             guint index,
             const LockstepCheckResult *result)
{
  LockstepStepView *view = lockstep_step_view_new (page, state_of_outcome (result->outcome));
  g_autofree char *finding = fill_member (self, index, result, "short");
  g_autofree char *answer = fill_member (self, index, result, "answer");
  g_autofree char *meaning = fill_member (self, index, result, "meaning");

  lockstep_step_view_set_finding (view, finding);
  if (answer == NULL && view->state == LOCKSTEP_STATE_UNKNOWN)
    answer = g_strdup (_ ("That could not be looked at."));
  lockstep_step_view_set_texts (view, NULL, answer != NULL ? answer : result->summary, meaning);

  return view;
}

/* What another service of the same host shows, where the chosen one shows no certificate itself:
 * it often uses the same one. NULL where none shows any. */
static LockstepStepView *
view_from_sibling (LockstepCase *self, LockstepStepKindOfPage page, guint index)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  const LockstepObservation *own = lockstep_scene_get (diagnosis->scene, index);
  gint sibling = find_sibling (diagnosis, index);
  const LockstepCheckResult *result;
  g_autofree char *name = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *meaning = NULL;
  LockstepStepView *view;

  if (lockstep_fact_set_has (own->facts, LOCKSTEP_FACT_CERTIFICATE_SHA256) || sibling < 0 ||
      !lockstep_fact_set_has (own->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME))
    return NULL;

  result = choose_result (g_ptr_array_index (diagnosis->observations, sibling), page);
  if (result == NULL)
    return NULL;

  name = lockstep_diagnosis_service_name (diagnosis, (guint) sibling);
  if (result->outcome == LOCKSTEP_OUTCOME_PASS)
    {
      view = lockstep_step_view_new (page, LOCKSTEP_STATE_FINE);
      g_free (view->finding);
      /* Translators: %s is a service: the certificate that it shows is fine. */
      view->finding = g_strdup_printf (_ ("Fine on %s"), name);
    }
  else
    {
      view = lockstep_step_view_new (page, LOCKSTEP_STATE_LOOK);
      /* Translators: %s is the service whose certificate was looked at. */
      finding = g_strdup_printf (_ ("from %s"), name);
      lockstep_step_view_set_finding (view, finding);
    }

  /* Translators: %1$s is a service, %2$s a whole sentence about its certificate. */
  meaning = g_strdup_printf (_ ("%1$s on the same server does show one. %2$s"),
                             name,
                             result->summary != NULL ? result->summary : "");
  lockstep_step_view_set_texts (view, NULL, _ ("This service never shows it."), meaning);

  return view;
}

static gboolean
is_open (const LockstepCheckResult *result)
{
  return result == NULL || result->outcome == LOCKSTEP_OUTCOME_PENDING ||
         result->outcome == LOCKSTEP_OUTCOME_UNKNOWN;
}

LockstepStepView *
lockstep_case_view_check (LockstepCase *self, LockstepStepKindOfPage page)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (self);
  const LockstepCheckResult *result;
  gboolean running;
  guint index;

  if (diagnosis == NULL || diagnosis->observations->len == 0)
    return view_unseen (self, page);

  running = lockstep_case_is_running (self) &&
            lockstep_run_is_step_running (self->run, lockstep_page_to_string (page));
  index = lockstep_case_get_chosen (self);
  result = choose_result (g_ptr_array_index (diagnosis->observations, index), page);

  if (running && is_about_all (page) &&
      (result == NULL || result->outcome != LOCKSTEP_OUTCOME_FAIL))
    return view_running (self, page);

  if ((page == LOCKSTEP_PAGE_CERTIFICATE || page == LOCKSTEP_PAGE_CHAIN) &&
      (is_open (result) || result->outcome == LOCKSTEP_OUTCOME_SKIPPED))
    {
      LockstepStepView *view = view_from_sibling (self, page, index);

      if (view != NULL)
        return view;
    }

  if (result == NULL || (is_open (result) && lockstep_case_is_running (self)) ||
      (is_open (result) && (self->failure != NULL || self->stopped)))
    return view_unseen (self, page);

  return view_result (self, page, index, result);
}
