/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/case-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LockstepCase, lockstep_case, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lockstep_case_dispose (GObject *object)
{
  LockstepCase *self = LOCKSTEP_CASE (object);

  lockstep_case_drop_run (self);
  if (self->changed_source != NULL)
    {
      g_source_destroy (self->changed_source);
      g_clear_pointer (&self->changed_source, g_source_unref);
    }

  G_OBJECT_CLASS (lockstep_case_parent_class)->dispose (object);
}

static void
lockstep_case_finalize (GObject *object)
{
  LockstepCase *self = LOCKSTEP_CASE (object);

  g_clear_pointer (&self->diagnosis, lockstep_diagnosis_unref);
  g_clear_pointer (&self->before, lockstep_diagnosis_unref);
  g_clear_pointer (&self->seen, lockstep_scene_unref);
  g_clear_pointer (&self->whole, lockstep_scene_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->old_diagnoses, g_ptr_array_unref);
  g_clear_pointer (&self->old_steps, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->journal, g_ptr_array_unref);
  g_clear_pointer (&self->recognition, lockstep_recognition_free);
  g_clear_pointer (&self->plan, lockstep_plan_free);
  lockstep_place_clear (&self->chosen);
  lockstep_place_clear (&self->walk_target);
  g_free (self->id);
  g_free (self->symptom);
  g_free (self->task);
  g_free (self->failure);
  g_free (self->scenario);
  g_free (self->support_number);
  g_free (self->exported);
  g_clear_pointer (&self->catalog, lockstep_catalog_unref);

  G_OBJECT_CLASS (lockstep_case_parent_class)->finalize (object);
}

static void
lockstep_case_class_init (LockstepCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lockstep_case_dispose;
  object_class->finalize = lockstep_case_finalize;

  /**
   * LockstepCase::changed:
   *
   * Anything that a page or the rail shows may have changed; at most once a turn of the main loop.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static char *
make_id (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");

  return g_strdup_printf ("%s-%08x", stamp, g_random_int ());
}

static void
lockstep_case_init (LockstepCase *self)
{
  self->id = make_id ();
  self->plan = lockstep_plan_new ();
  self->answers = g_hash_table_new_full (g_str_hash,
                                         g_str_equal,
                                         g_free,
                                         (GDestroyNotify) lockstep_walk_answer_free);
  self->journal = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_journal_line_free);
  self->old_diagnoses = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_diagnosis_unref);
  self->old_steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

LockstepCase *
lockstep_case_new (LockstepCatalog *catalog)
{
  LockstepCase *self;

  g_return_val_if_fail (catalog != NULL, NULL);

  self = g_object_new (LOCKSTEP_TYPE_CASE, NULL);
  self->catalog = lockstep_catalog_ref (catalog);
  lockstep_case_recognise (self);

  return self;
}

static gboolean
tell_cb (gpointer user_data)
{
  LockstepCase *self = user_data;

  g_clear_pointer (&self->changed_source, g_source_unref);
  g_ptr_array_set_size (self->old_diagnoses, 0);
  g_ptr_array_set_size (self->old_steps, 0);

  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_object_unref (self);

  return G_SOURCE_REMOVE;
}

void
lockstep_case_show (LockstepCase *self)
{
  g_autoptr (GMainContext) context = NULL;

  /* Whoever still holds the last steps may read them until they are told of the new ones. */
  if (self->steps != NULL)
    g_ptr_array_add (self->old_steps, g_steal_pointer (&self->steps));

  if (self->changed_source != NULL)
    return;

  context = g_main_context_ref_thread_default ();
  self->changed_source = g_idle_source_new ();
  g_source_set_priority (self->changed_source, G_PRIORITY_HIGH_IDLE);
  g_source_set_callback (self->changed_source, tell_cb, self, NULL);
  g_source_attach (self->changed_source, context);
}

void
lockstep_case_touch (LockstepCase *self)
{
  self->revision++;
  lockstep_case_show (self);
}

void
lockstep_case_judge_again (LockstepCase *self)
{
  if (self->diagnosis != NULL)
    g_ptr_array_add (self->old_diagnoses, g_steal_pointer (&self->diagnosis));

  lockstep_case_touch (self);
}

guint64
lockstep_case_get_revision (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), 0);

  return self->revision;
}

LockstepCatalog *
lockstep_case_get_catalog (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->catalog;
}

const char *
lockstep_case_get_id (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->id;
}

const char *
lockstep_case_get_task (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->task;
}

void
lockstep_case_set_task (LockstepCase *self, const char *task)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (g_strcmp0 (self->task, task) == 0)
    return;

  g_free (self->task);
  self->task = g_strdup (task);
  lockstep_case_touch (self);
}

const char *
lockstep_case_get_scenario (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->scenario;
}

void
lockstep_case_set_scenario (LockstepCase *self, const char *scenario)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (g_strcmp0 (self->scenario, scenario) == 0)
    return;

  g_free (self->scenario);
  self->scenario = g_strdup (scenario);
  if (scenario != NULL)
    lockstep_case_note (self, _ ("Practice began: %s."), scenario);
  lockstep_case_touch (self);
}

LockstepStepKindOfPage
lockstep_case_get_position (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), LOCKSTEP_PAGE_SYMPTOM);

  return self->position;
}

void
lockstep_case_set_position (LockstepCase *self, LockstepStepKindOfPage kind)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));
  g_return_if_fail (kind < LOCKSTEP_N_PAGES);

  if (self->position == kind)
    return;

  self->position = kind;
  lockstep_case_touch (self);
}

const char *
lockstep_case_get_support_number (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->support_number;
}

void
lockstep_case_set_support_number (LockstepCase *self, const char *number)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (number != NULL && *number == '\0')
    number = NULL;
  if (g_strcmp0 (self->support_number, number) == 0)
    return;

  g_free (self->support_number);
  self->support_number = g_strdup (number);
  lockstep_case_touch (self);
}

const char *
lockstep_case_get_exported (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), NULL);

  return self->exported;
}

void
lockstep_case_set_exported (LockstepCase *self, const char *name)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  g_free (self->exported);
  self->exported = g_strdup (name);
  if (name != NULL)
    lockstep_case_note (self, _ ("Saved the bundle %s."), name);
  lockstep_case_touch (self);
}

gint64
lockstep_case_get_saved (LockstepCase *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), 0);

  return self->saved;
}

void
lockstep_case_set_saved (LockstepCase *self, gint64 unix_time)
{
  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  if (self->saved == unix_time)
    return;

  /* Not touch: having been saved is nothing that would have to be saved. */
  self->saved = unix_time;
  lockstep_case_show (self);
}
