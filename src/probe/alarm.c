/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/alarm.h"

/* Unlike GLib's timeout it does not set itself again, so that the callback can move it. */
static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  g_source_set_ready_time (source, -1);

  return callback (user_data);
}

static GSourceFuncs alarm_funcs = { .dispatch = dispatch };

GSource *
lockstep_alarm_new (GTask *task, guint milliseconds, GSourceFunc function, gpointer user_data)
{
  GSource *source = g_source_new (&alarm_funcs, sizeof (GSource));

  g_source_set_ready_time (source, g_get_monotonic_time () + (gint64) milliseconds * 1000);
  g_source_set_callback (source, function, user_data, NULL);
  g_source_attach (source, g_task_get_context (task));

  return source;
}

void
lockstep_alarm_clear (GSource **source)
{
  if (*source == NULL)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static gboolean
passed_cb (gpointer user_data)
{
  LockstepLimit *self = user_data;

  self->passed = TRUE;
  g_cancellable_cancel (self->cancellable);

  return G_SOURCE_REMOVE;
}

static void
outer_cancelled_cb (GCancellable *outer, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

LockstepLimit *
lockstep_limit_new (GTask *task, guint milliseconds)
{
  LockstepLimit *self = g_new0 (LockstepLimit, 1);
  GCancellable *outer = g_task_get_cancellable (task);

  self->cancellable = g_cancellable_new ();
  self->alarm = lockstep_alarm_new (task, milliseconds, passed_cb, self);
  if (outer == NULL)
    return self;

  self->outer = g_object_ref (outer);
  self->handler = g_cancellable_connect (outer,
                                         G_CALLBACK (outer_cancelled_cb),
                                         g_object_ref (self->cancellable),
                                         g_object_unref);

  return self;
}

void
lockstep_limit_stop (LockstepLimit *self)
{
  lockstep_alarm_clear (&self->alarm);
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->handler);
  self->handler = 0;
  g_clear_object (&self->outer);
}

void
lockstep_limit_free (LockstepLimit *self)
{
  if (self == NULL)
    return;

  lockstep_limit_stop (self);
  g_object_unref (self->cancellable);
  g_free (self);
}
