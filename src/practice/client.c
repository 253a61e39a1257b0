/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/client.h"

#include "base/error.h"
#include "practice/announcement.h"
#include "practice/lines.h"
#include "practice/program.h"

#include <glib/gi18n-lib.h>

/* Making the keys takes tenths of a second, much longer on a busy computer. */
#define START_SECONDS 20
#define REPAIR_SECONDS 20

struct _LockstepPractice
{
  GObject parent_instance;

  char *scenario;
  GSubprocess *process;
  GCancellable *reading; /* cancelled when nothing more is to be read */
  LockstepAnnouncement *announcement;
  GTask *waiting; /* the start, until it is ready; later a repair, until it is mended */
  GSource *limit;
  GSource *cancelled;
  gboolean running;
};

G_DEFINE_FINAL_TYPE (LockstepPractice, lockstep_practice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPS
};

enum
{
  SIGNAL_STOPPED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* The one task that waits for the server, if any; its time limit goes with it. */
static GTask *
take_task (LockstepPractice *self)
{
  clear_source (&self->limit);
  clear_source (&self->cancelled);

  return g_steal_pointer (&self->waiting);
}

static void
set_running (LockstepPractice *self, gboolean running)
{
  if (self->running == running)
    return;

  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/* The server ends when its standard input closes, so it also ends with this process. */
static void
end_process (LockstepPractice *self)
{
  g_cancellable_cancel (self->reading);
  if (self->process == NULL)
    return;

  lockstep_program_end (self->process);
  g_clear_object (&self->process);
}

/* Ends the process and tells whoever waits for it why. */
static void
give_up (LockstepPractice *self, const char *message)
{
  g_autoptr (GTask) task = take_task (self);

  end_process (self);
  set_running (self, FALSE);
  if (task != NULL)
    g_task_return_new_error (task, LOCKSTEP_ERROR, LOCKSTEP_ERROR_PRACTICE, "%s", message);
}

static gboolean
limit_cb (gpointer user_data)
{
  g_autoptr (LockstepPractice) self = g_object_ref (user_data);

  give_up (self, _ ("The practice server did not answer in time."));

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (LockstepPractice) self = g_object_ref (user_data);
  g_autoptr (GTask) task = take_task (self);

  /* Who no longer waits for the mending may still go on practising. */
  if (!self->running)
    end_process (self);
  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

static void
wait_for_answer (LockstepPractice *self, GTask *task, guint seconds)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->waiting = g_object_ref (task);
  self->limit = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (self->limit, limit_cb, self, NULL);
  g_source_attach (self->limit, g_main_context_get_thread_default ());

  if (cancellable == NULL)
    return;

  self->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), self, NULL);
  g_source_attach (self->cancelled, g_main_context_get_thread_default ());
}

static void
handle_announcement (LockstepPractice *self, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  self->announcement = lockstep_announcement_parse (line, &error);
  if (self->announcement == NULL)
    {
      give_up (self, error->message);
      return;
    }

  task = take_task (self);
  set_running (self, TRUE);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
handle_end (LockstepPractice *self)
{
  gboolean was_running = self->running;

  give_up (self, _ ("The practice server ended before it answered."));
  if (was_running)
    g_signal_emit (self, signals[SIGNAL_STOPPED], 0);
}

static void
line_cb (const char *line, gpointer object)
{
  g_autoptr (LockstepPractice) self = g_object_ref (LOCKSTEP_PRACTICE (object));
  g_autoptr (GTask) task = NULL;

  if (line == NULL)
    handle_end (self);
  else if (!self->running)
    handle_announcement (self, line);
  else if (self->waiting != NULL && g_str_equal (line, "repaired"))
    {
      task = take_task (self);
      g_task_return_boolean (task, TRUE);
    }
}

static void
lockstep_practice_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LockstepPractice *self = LOCKSTEP_PRACTICE (object);

  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
lockstep_practice_dispose (GObject *object)
{
  LockstepPractice *self = LOCKSTEP_PRACTICE (object);

  clear_source (&self->limit);
  clear_source (&self->cancelled);
  end_process (self);

  G_OBJECT_CLASS (lockstep_practice_parent_class)->dispose (object);
}

static void
lockstep_practice_finalize (GObject *object)
{
  LockstepPractice *self = LOCKSTEP_PRACTICE (object);

  g_clear_object (&self->reading);
  lockstep_announcement_free (self->announcement);
  g_free (self->scenario);

  G_OBJECT_CLASS (lockstep_practice_parent_class)->finalize (object);
}

static void
lockstep_practice_class_init (LockstepPracticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GSocket's class ignores SIGPIPE for the whole process: an order to a server that is gone must
   * not end this program. */
  g_type_class_unref (g_type_class_ref (G_TYPE_SOCKET));

  object_class->get_property = lockstep_practice_get_property;
  object_class->dispose = lockstep_practice_dispose;
  object_class->finalize = lockstep_practice_finalize;

  properties[PROP_RUNNING] =
      g_param_spec_boolean ("running",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_STOPPED] = g_signal_new ("stopped",
                                          LOCKSTEP_TYPE_PRACTICE,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
lockstep_practice_init (LockstepPractice *self)
{
  self->reading = g_cancellable_new ();
}

void
lockstep_practice_start_async (const char *scenario,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (LockstepPractice) self = g_object_new (LOCKSTEP_TYPE_PRACTICE, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (scenario != NULL);

  g_task_set_source_tag (task, lockstep_practice_start_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  self->scenario = g_strdup (scenario);
  self->process = lockstep_program_start (scenario, &error);
  if (self->process == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Nobody else has a reference until the server is ready. */
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  wait_for_answer (self, task, START_SECONDS);
  lockstep_lines_read (g_subprocess_get_stdout_pipe (self->process),
                       self->reading,
                       line_cb,
                       G_OBJECT (self));
}

LockstepPractice *
lockstep_practice_start_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_practice_start_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
lockstep_practice_get_scenario (LockstepPractice *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_PRACTICE (self), NULL);

  return self->scenario;
}

const char *
lockstep_practice_get_host (LockstepPractice *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_PRACTICE (self), NULL);

  return LOCKSTEP_PRACTICE_HOST;
}

GHashTable *
lockstep_practice_get_ports (LockstepPractice *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_PRACTICE (self), NULL);

  return self->announcement->ports;
}

const char *
lockstep_practice_get_trust_file (LockstepPractice *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_PRACTICE (self), NULL);

  return self->announcement->trust_file;
}

void
lockstep_practice_repair_async (LockstepPractice *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  static const char order[] = "repair\n";
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LOCKSTEP_IS_PRACTICE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lockstep_practice_repair_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  if (!self->running || self->waiting != NULL)
    {
      g_task_return_new_error (task,
                               LOCKSTEP_ERROR,
                               LOCKSTEP_ERROR_PRACTICE,
                               "%s",
                               self->running ? _ ("The practice server is being mended already.")
                                             : _ ("The practice server has ended."));
      return;
    }

  wait_for_answer (self, task, REPAIR_SECONDS);
  /* Where the server is gone, its standard output ends and answers the task. */
  g_output_stream_write_async (g_subprocess_get_stdin_pipe (self->process),
                               order,
                               sizeof order - 1,
                               G_PRIORITY_DEFAULT,
                               self->reading,
                               NULL,
                               NULL);
}

gboolean
lockstep_practice_repair_finish (LockstepPractice *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_practice_repair_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lockstep_practice_stop (LockstepPractice *self)
{
  g_return_if_fail (LOCKSTEP_IS_PRACTICE (self));

  give_up (self, _ ("The practice server has ended."));
}
