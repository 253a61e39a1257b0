/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence/log.h"

#include "base/error.h"

typedef struct
{
  LockstepCatalog *catalog;
  GFile *file;
  char *name;
} Job;

static void
job_free (Job *job)
{
  lockstep_catalog_unref (job->catalog);
  g_object_unref (job->file);
  g_free (job->name);
  g_free (job);
}

/* gzip begins with these two bytes (RFC 1952 2.3.1). */
static GInputStream *
unpack (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new (stream);
  g_autoptr (GConverter) converter = NULL;
  const guint8 *begin;
  gsize n;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, error) < 0)
    return NULL;

  begin = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &n);
  if (n < 2 || begin[0] != 0x1f || begin[1] != 0x8b)
    return g_steal_pointer (&buffered);

  converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  return g_converter_input_stream_new (buffered, converter);
}

static gboolean
set_limit_error (const char *name, GError **error)
{
  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_LIMIT,
               "%s: larger than %d MiB",
               name,
               LOCKSTEP_LOG_MAX_SIZE / (1024 * 1024));
  return FALSE;
}

static gboolean
read_bounded (Job *job, GByteArray *into, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) file = g_file_read (job->file, cancellable, error);
  g_autoptr (GInputStream) stream = NULL;
  guint8 buffer[65536];
  gssize n;

  if (file == NULL)
    return FALSE;

  stream = unpack (G_INPUT_STREAM (file), cancellable, error);
  if (stream == NULL)
    return FALSE;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error)) > 0)
    {
      if (into->len + (gsize) n > LOCKSTEP_LOG_MAX_SIZE)
        return set_limit_error (job->name, error);

      g_byte_array_append (into, buffer, (guint) n);
    }

  return n == 0;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  if (read_bounded (job, bytes, cancellable, &error))
    {
      g_task_return_pointer (
          task,
          lockstep_log_new (job->catalog,
                            bytes->data != NULL ? (const char *) bytes->data : "",
                            bytes->len,
                            job->name),
          (GDestroyNotify) lockstep_log_free);
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || error->domain == LOCKSTEP_ERROR)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task,
                             LOCKSTEP_ERROR,
                             LOCKSTEP_ERROR_FILE,
                             "%s cannot be read: %s",
                             job->name,
                             error->message);
}

void
lockstep_log_read_async (LockstepCatalog *catalog,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *base = NULL;
  Job *job;

  g_return_if_fail (catalog != NULL && G_IS_FILE (file));

  job = g_new0 (Job, 1);
  base = g_file_get_basename (file);
  job->catalog = lockstep_catalog_ref (catalog);
  job->file = g_object_ref (file);
  job->name = g_utf8_make_valid (base != NULL ? base : "", -1);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lockstep_log_read_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* GLib 2.74 loses an error where a task that returns on cancelling begins cancelled. */
  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_in_thread);
}

LockstepLog *
lockstep_log_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, lockstep_log_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
