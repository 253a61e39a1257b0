/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/run.h"

#include "catalog/recognition.h"
#include "diagnosis/run-private.h"

G_DEFINE_FINAL_TYPE (LockstepRun, lockstep_run, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
notice_cb (gpointer user_data)
{
  LockstepRun *self = user_data;

  g_clear_pointer (&self->notice, g_source_unref);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

void
lockstep_run_changed (LockstepRun *self)
{
  g_clear_pointer (&self->scene, lockstep_scene_unref);
  if (self->notice != NULL)
    return;

  self->notice = g_idle_source_new ();
  g_source_set_callback (self->notice, notice_cb, g_object_ref (self), g_object_unref);
  g_source_attach (self->notice, self->context);
}

static void
drop_notice (LockstepRun *self)
{
  g_autoptr (GSource) notice = g_steal_pointer (&self->notice);

  if (notice != NULL)
    g_source_destroy (notice);
}

void
lockstep_run_finish (LockstepRun *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task == NULL)
    return;

  lockstep_run_excuse_loopback (self);
  self->duration = g_get_monotonic_time () - self->began;
  g_clear_pointer (&self->scene, lockstep_scene_unref);
  drop_notice (self);
  g_signal_emit (self, signals[CHANGED], 0);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

void
lockstep_run_touch (LockstepRun *self, LockstepLook *look)
{
  g_clear_pointer (&look->published, lockstep_observation_unref);
  lockstep_run_changed (self);
}

const LockstepPlan *
lockstep_run_get_plan (LockstepRun *self)
{
  return self->plan;
}

LockstepCatalog *
lockstep_run_get_catalog (LockstepRun *self)
{
  return self->catalog;
}

GCancellable *
lockstep_run_get_cancellable (LockstepRun *self)
{
  return self->cancellable;
}

LockstepTrust *
lockstep_run_get_trust (LockstepRun *self)
{
  return self->trust;
}

gint64
lockstep_run_get_at (LockstepRun *self)
{
  return lockstep_fact_set_get_time (self->facts, LOCKSTEP_FACT_RUN_AT);
}

gboolean
lockstep_run_is_about_ibmi (LockstepRun *self)
{
  return self->about_ibmi;
}

static void
lockstep_run_finalize (GObject *object)
{
  LockstepRun *self = LOCKSTEP_RUN (object);

  drop_notice (self);
  g_ptr_array_unref (self->looks);
  g_hash_table_unref (self->compared);
  g_clear_pointer (&self->scene, lockstep_scene_unref);
  lockstep_fact_set_unref (self->facts);
  g_clear_pointer (&self->trust, lockstep_trust_unref);
  lockstep_plan_free (self->plan);
  lockstep_catalog_unref (self->catalog);
  g_clear_object (&self->cancellable);
  g_main_context_unref (self->context);
  g_free (self->activity);

  G_OBJECT_CLASS (lockstep_run_parent_class)->finalize (object);
}

static void
lockstep_run_class_init (LockstepRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lockstep_run_finalize;

  signals[CHANGED] = g_signal_new ("changed",
                                   LOCKSTEP_TYPE_RUN,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
lockstep_run_init (LockstepRun *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_look_free);
  self->compared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->facts = lockstep_fact_set_new ();
  self->started = g_get_real_time () / G_USEC_PER_SEC;
}

static void
set_symptom_facts (LockstepRun *self)
{
  g_autoptr (LockstepRecognition) recognition = NULL;
  const LockstepMatch *match;

  if (self->plan->symptom == NULL)
    return;

  recognition = lockstep_recognise (self->catalog, self->plan->symptom);
  if (recognition->matches->len == 0)
    return;

  match = g_ptr_array_index (recognition->matches, 0);
  lockstep_fact_set_string (self->facts,
                            LOCKSTEP_FACT_SYMPTOM_MESSAGE,
                            lockstep_entry_id (match->message));
  if (match->has_code)
    lockstep_fact_set_integer (self->facts, LOCKSTEP_FACT_SYMPTOM_CODE, match->code);
  if (match->condition != NULL)
    lockstep_fact_set_string (self->facts,
                              LOCKSTEP_FACT_SYMPTOM_CONDITION,
                              lockstep_entry_id (match->condition));
  self->about_ibmi =
      g_strcmp0 (lockstep_entry_string (match->message, "product"), "ibm-i-access") == 0;
}

static void
set_case_facts (LockstepRun *self)
{
  const LockstepPlan *plan = self->plan;

  lockstep_fact_set_time (self->facts,
                          LOCKSTEP_FACT_RUN_AT,
                          plan->has_at ? plan->at : self->started);
  lockstep_fact_set_boolean (self->facts, LOCKSTEP_FACT_RUN_OFFLINE, plan->offline);
  lockstep_fact_set_string (self->facts, LOCKSTEP_FACT_RUN_SERVER_NAME, plan->server_name);
  lockstep_fact_set_boolean (self->facts, LOCKSTEP_FACT_RUN_SYSTEM_TRUST, plan->system_trust);

  if (plan->trust_files != NULL && plan->trust_files[0] != NULL)
    {
      g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
      g_auto (GStrv) list = NULL;

      for (guint i = 0; plan->trust_files[i] != NULL; i++)
        {
          g_autofree char *name = g_path_get_basename (plan->trust_files[i]);

          g_strv_builder_add (names, name);
        }
      list = g_strv_builder_end (names);
      lockstep_fact_set_list (self->facts,
                              LOCKSTEP_FACT_RUN_TRUST_FILES,
                              (const char *const *) list);
    }

  set_symptom_facts (self);
}

LockstepRun *
lockstep_run_new (LockstepCatalog *catalog, const LockstepPlan *plan)
{
  LockstepRun *self;

  g_return_val_if_fail (catalog != NULL && plan != NULL, NULL);

  self = g_object_new (LOCKSTEP_TYPE_RUN, NULL);
  self->catalog = lockstep_catalog_ref (catalog);
  self->plan = lockstep_plan_copy (plan);
  set_case_facts (self);

  for (guint i = 0; i < plan->targets->len; i++)
    {
      const LockstepPlanTarget *target = g_ptr_array_index (plan->targets, i);

      g_ptr_array_add (
          self->looks,
          lockstep_look_new (self, target->host, target->port, target->service, target->role));
    }

  return self;
}

static void
start_looking (LockstepRun *self, LockstepTrust *trust)
{
  self->trust = trust;
  if (!g_cancellable_is_cancelled (self->cancellable))
    lockstep_run_look_up_names (self);
  if (self->outstanding == 0)
    lockstep_run_finish (self);
}

static void
read_trust_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const LockstepPlan *plan = task_data;
  GError *error = NULL;
  LockstepTrust *trust =
      lockstep_trust_new ((const char *const *) plan->trust_files, plan->system_trust, &error);

  if (trust != NULL)
    g_task_return_pointer (task, trust, (GDestroyNotify) lockstep_trust_unref);
  else
    g_task_return_error (task, error);
}

static void
trust_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LockstepRun) self = user_data;
  GError *error = NULL;
  LockstepTrust *trust = g_task_propagate_pointer (G_TASK (result), &error);

  if (trust == NULL)
    {
      g_autoptr (GTask) task = g_steal_pointer (&self->task);

      g_task_return_error (task, error);
      return;
    }

  start_looking (self, trust);
}

void
lockstep_run_start_async (LockstepRun *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  gboolean has_files;

  g_return_if_fail (LOCKSTEP_IS_RUN (self) && self->began == 0);

  self->began = g_get_monotonic_time ();
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  self->task = g_task_new (self, self->cancellable, callback, user_data);
  g_task_set_source_tag (self->task, lockstep_run_start_async);

  /* Without files there is nothing to read, and a thread would only cost time. */
  has_files = self->plan->trust_files != NULL && self->plan->trust_files[0] != NULL;
  if (has_files)
    {
      /* The thread lets go of the task a moment later than the callback: it must not keep the run.
       */
      g_autoptr (GTask) reading = g_task_new (NULL, NULL, trust_read_cb, g_object_ref (self));

      g_task_set_source_tag (reading, read_trust_in_thread);
      g_task_set_task_data (reading,
                            lockstep_plan_copy (self->plan),
                            (GDestroyNotify) lockstep_plan_free);
      g_task_run_in_thread (reading, read_trust_in_thread);
    }
  else
    start_looking (self, lockstep_trust_new (NULL, self->plan->system_trust, NULL));
}

gboolean
lockstep_run_start_finish (LockstepRun *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_run_start_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
publish (LockstepScene *scene, LockstepLook *look)
{
  if (look->published == NULL)
    look->published = lockstep_observation_copy (look->seen);
  lockstep_scene_put (scene, look->published);
}

LockstepScene *
lockstep_run_get_scene (LockstepRun *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_RUN (self), NULL);

  if (self->scene != NULL)
    return self->scene;

  self->scene = lockstep_scene_new (self->started);
  lockstep_fact_set_merge (self->scene->facts, self->facts);
  self->scene->duration = self->duration;
  if (self->duration == 0 && self->began != 0)
    self->scene->duration = g_get_monotonic_time () - self->began;

  for (guint role = LOCKSTEP_ROLE_TARGET; role <= LOCKSTEP_ROLE_EVIDENCE; role++)
    for (guint i = 0; i < self->looks->len; i++)
      {
        LockstepLook *look = g_ptr_array_index (self->looks, i);

        if (look->seen->role == (LockstepRole) role)
          publish (self->scene, look);
      }

  return self->scene;
}
