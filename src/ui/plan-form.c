/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/plan-form.h"

#include <string.h>

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
lockstep_plan_form_describe (const LockstepPlan *plan)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->targets->len; i++)
    {
      const LockstepPlanTarget *target = g_ptr_array_index (plan->targets, i);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s\t%u\t%s\t%d",
                                        target->host,
                                        target->port,
                                        target->service != NULL ? target->service : "",
                                        (int) target->role));
    }
  /* The order in which the targets were added is nothing that a person chose. */
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; plan->trust_files != NULL && plan->trust_files[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup_printf ("trust %s", plan->trust_files[i]));
  g_ptr_array_add (lines,
                   g_strdup_printf ("name %s offline %d compare %d at %" G_GINT64_FORMAT,
                                    plan->server_name != NULL ? plan->server_name : "",
                                    plan->offline,
                                    plan->compare_services,
                                    plan->has_at ? plan->at : -1));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char **
dup_services (const LockstepPlan *plan)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < plan->targets->len; i++)
    {
      const LockstepPlanTarget *target = g_ptr_array_index (plan->targets, i);

      if (target->service != NULL && target->role == LOCKSTEP_ROLE_TARGET)
        g_strv_builder_add (builder, target->service);
    }

  return g_strv_builder_end (builder);
}

char **
lockstep_plan_form_dup_services (LockstepCase *subject)
{
  const LockstepPlan *plan = lockstep_case_get_plan (subject);
  g_autoptr (LockstepPlan) usual = NULL;

  if (plan->targets->len > 0)
    return dup_services (plan);

  usual = lockstep_plan_copy (plan);
  lockstep_plan_add_symptom (usual,
                             lockstep_case_get_catalog (subject),
                             lockstep_case_get_match (subject),
                             "host");

  return dup_services (usual);
}

static gboolean
needs_exactly (const LockstepEntry *task, const char *const *services)
{
  guint count = lockstep_entry_length (task, "services");

  if (count != g_strv_length ((char **) services))
    return FALSE;
  for (guint i = 0; i < count; i++)
    if (!g_strv_contains (services, lockstep_entry_nth_string (task, "services", i)))
      return FALSE;

  return TRUE;
}

guint
lockstep_plan_form_find_task (LockstepCatalog *catalog,
                              const char *const *services,
                              const char *preferred)
{
  guint count = lockstep_catalog_count (catalog, LOCKSTEP_SECTION_TASKS);
  guint found = count;

  for (guint i = count; i-- > 0;)
    {
      const LockstepEntry *task = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_TASKS, i);

      if (!needs_exactly (task, services))
        continue;
      if (g_strcmp0 (lockstep_entry_id (task), preferred) == 0)
        return i;
      found = i;
    }

  return found;
}

char **
lockstep_plan_form_dup_task_services (LockstepCatalog *catalog, guint index)
{
  const LockstepEntry *task = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_TASKS, index);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; task != NULL && i < lockstep_entry_length (task, "services"); i++)
    g_strv_builder_add (builder, lockstep_entry_nth_string (task, "services", i));

  return g_strv_builder_end (builder);
}

const char *
lockstep_plan_form_get_host (LockstepCase *subject)
{
  const LockstepPlan *plan = lockstep_case_get_plan (subject);

  if (plan->targets->len > 0)
    return ((const LockstepPlanTarget *) g_ptr_array_index (plan->targets, 0))->host;

  return lockstep_case_get_recognition (subject)->host;
}
