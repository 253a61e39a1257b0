/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/store.h"

#include "base/error.h"
#include "base/json.h"
#include "case/case-private.h"
#include "case/store-file.h"

#include <glib/gi18n-lib.h>

#define WAIT_BEFORE_SAVING 500 /* milliseconds */

/* What belongs to the saving of one case; threads that write it hold a reference. */
typedef struct
{
  gatomicrefcount references;
  GMutex lock;
  guint64 written; /* revision that stands in the file; guarded by @lock */
} Ledger;

typedef struct
{
  LockstepCase *subject; /* not owned: the watch belongs to it */
  LockstepStoreFailed failed;
  gpointer user_data;
  guint timeout;
  gulong handler;
  gboolean saving;
  char *told; /* the last reason that was told */
} Watch;

typedef struct
{
  Ledger *ledger;
  JsonNode *node;
  char *path;
  guint64 revision;
  gint64 time;
} Job;

static GQuark ledger_quark (void);
static GQuark watch_quark (void);

G_DEFINE_QUARK (lockstep - store - ledger, ledger)
G_DEFINE_QUARK (lockstep - store - watch, watch)

static void
ledger_unref (gpointer data)
{
  Ledger *ledger = data;

  if (!g_atomic_ref_count_dec (&ledger->references))
    return;

  g_mutex_clear (&ledger->lock);
  g_free (ledger);
}

static Ledger *
ensure_ledger (LockstepCase *subject)
{
  Ledger *ledger = g_object_get_qdata (G_OBJECT (subject), ledger_quark ());

  if (ledger != NULL)
    return ledger;

  ledger = g_new0 (Ledger, 1);
  g_atomic_ref_count_init (&ledger->references);
  g_mutex_init (&ledger->lock);
  g_object_set_qdata_full (G_OBJECT (subject), ledger_quark (), ledger, ledger_unref);

  return ledger;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  ledger_unref (job->ledger);
  json_node_unref (job->node);
  g_free (job->path);
  g_free (job);
}

static Job *
job_new (LockstepCase *subject)
{
  Job *job = g_new0 (Job, 1);
  g_autofree char *folder = lockstep_store_get_folder ();
  g_autofree char *name = g_strconcat (lockstep_case_get_id (subject), LOCKSTEP_STORE_SUFFIX, NULL);

  job->ledger = ensure_ledger (subject);
  g_atomic_ref_count_inc (&job->ledger->references);
  job->revision = lockstep_case_get_revision (subject);
  job->time = g_get_real_time () / G_USEC_PER_SEC;
  job->path = g_build_filename (folder, name, NULL);
  job->node = lockstep_case_to_json (subject);
  json_object_set_int_member (json_node_get_object (job->node), "saved", job->time);

  return job;
}

static gboolean
write_job (Job *job, GError **error)
{
  g_autofree char *text = NULL;

  if (job->ledger->written != 0 && job->revision <= job->ledger->written)
    return TRUE;

  text = lockstep_json_print (job->node, FALSE);
  if (!lockstep_store_write_file (job->path, text, strlen (text), error))
    return FALSE;

  job->ledger->written = MAX (job->revision, 1);
  return TRUE;
}

/* One file is written by one thread at a time, and never with something older than it holds. */
static gboolean
job_run (Job *job, GError **error)
{
  gboolean written;

  g_mutex_lock (&job->ledger->lock);
  written = write_job (job, error);
  g_mutex_unlock (&job->ledger->lock);

  return written;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (job_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lockstep_store_save_async (LockstepCase *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) writing = NULL;
  Job *job;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  job = job_new (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lockstep_store_save_async);
  g_task_set_task_data (task, job, job_free);

  /* The thread lets go of its task a moment after the callback: were the case in it, a case that is
   * closed in that moment would end in the thread. */
  writing = g_task_new (NULL, cancellable, written_cb, task);
  g_task_set_source_tag (writing, save_in_thread);
  g_task_set_task_data (writing, job, NULL);
  g_task_run_in_thread (writing, save_in_thread);
}

gboolean
lockstep_store_save_finish (LockstepCase *self, GAsyncResult *result, GError **error)
{
  const Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_store_save_async), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  lockstep_case_set_saved (self, job->time);
  return TRUE;
}

static guint64
get_written (LockstepCase *self)
{
  Ledger *ledger = ensure_ledger (self);
  guint64 written;

  g_mutex_lock (&ledger->lock);
  written = ledger->written;
  g_mutex_unlock (&ledger->lock);

  return written;
}

gboolean
lockstep_store_flush (LockstepCase *self, GError **error)
{
  Job *job;
  gboolean written;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (self), FALSE);

  /* A case in which nothing was done is none. */
  if (lockstep_case_get_revision (self) <= get_written (self))
    return TRUE;

  job = job_new (self);
  written = job_run (job, error);
  if (written)
    lockstep_case_set_saved (self, job->time);
  job_free (job);

  return written;
}

static void schedule (Watch *watch);

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  LockstepCase *subject = LOCKSTEP_CASE (object);
  Watch *watch = g_object_get_qdata (object, watch_quark ());
  g_autoptr (GError) error = NULL;
  gboolean saved = lockstep_store_save_finish (subject, result, &error);

  if (watch == NULL)
    return;

  watch->saving = FALSE;
  if (saved)
    g_clear_pointer (&watch->told, g_free);
  else if (g_strcmp0 (watch->told, error->message) != 0)
    {
      g_free (watch->told);
      watch->told = g_strdup (error->message);
      if (watch->failed != NULL)
        watch->failed (subject, error, watch->user_data);
    }

  if (saved && lockstep_case_get_revision (subject) > get_written (subject))
    schedule (watch);
}

static gboolean
save_cb (gpointer user_data)
{
  Watch *watch = user_data;

  watch->timeout = 0;
  watch->saving = TRUE;
  lockstep_store_save_async (watch->subject, NULL, saved_cb, NULL);

  return G_SOURCE_REMOVE;
}

static void
schedule (Watch *watch)
{
  if (watch->timeout == 0 && !watch->saving)
    watch->timeout = g_timeout_add (WAIT_BEFORE_SAVING, save_cb, watch);
}

static void
changed_cb (LockstepCase *subject, gpointer user_data)
{
  if (lockstep_case_get_revision (subject) > get_written (subject))
    schedule (user_data);
}

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->timeout, g_source_remove);
  g_free (watch->told);
  g_free (watch);
}

void
lockstep_store_watch (LockstepCase *self, LockstepStoreFailed failed, gpointer user_data)
{
  Watch *watch;

  g_return_if_fail (LOCKSTEP_IS_CASE (self));

  watch = g_object_get_qdata (G_OBJECT (self), watch_quark ());
  if (watch == NULL)
    {
      watch = g_new0 (Watch, 1);
      watch->subject = self;
      g_object_set_qdata_full (G_OBJECT (self), watch_quark (), watch, watch_free);
      watch->handler = g_signal_connect (self, "changed", G_CALLBACK (changed_cb), watch);
    }

  watch->failed = failed;
  watch->user_data = user_data;
  changed_cb (self, watch);
}

LockstepCase *
lockstep_store_load (LockstepCatalog *catalog, const char *path, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  LockstepCase *subject;

  g_return_val_if_fail (catalog != NULL && path != NULL, NULL);

  node = lockstep_json_load (path, error);
  if (node == NULL)
    return NULL;

  subject = lockstep_case_from_json (catalog, node, error);
  if (subject == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_prefix_error (error, "%s: ", name);
    }

  return subject;
}
