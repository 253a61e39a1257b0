/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/lines.h"

typedef struct
{
  GInputStream *stream;
  GCancellable *cancellable;
  LockstepLineFunc func;
  GWeakRef object;
  gsize length;
  char buffer[LOCKSTEP_LINES_MAX];
} Reader;

static void read_on (Reader *reader);

static void
reader_free (Reader *reader)
{
  g_object_unref (reader->stream);
  g_object_unref (reader->cancellable);
  g_weak_ref_clear (&reader->object);
  g_free (reader);
}

/* Hands over the whole lines at the front of the buffer. */
static void
hand_over (Reader *reader, gpointer object)
{
  char *begin = reader->buffer;
  char *end;

  while (!g_cancellable_is_cancelled (reader->cancellable) &&
         (end = memchr (begin, '\n', reader->length)) != NULL)
    {
      *end = '\0';
      reader->length -= (gsize) (end + 1 - begin);
      reader->func (begin, object);
      begin = end + 1;
    }

  memmove (reader->buffer, begin, reader->length);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reader *reader = user_data;
  gssize got = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);
  g_autoptr (GObject) object = g_weak_ref_get (&reader->object);

  if (object != NULL && got > 0)
    {
      reader->length += (gsize) got;
      hand_over (reader, object);
    }

  if (object == NULL || g_cancellable_is_cancelled (reader->cancellable))
    reader_free (reader);
  else if (got <= 0 || reader->length == sizeof reader->buffer)
    {
      reader->func (NULL, object);
      reader_free (reader);
    }
  else
    read_on (reader);
}

static void
read_on (Reader *reader)
{
  g_input_stream_read_async (reader->stream,
                             reader->buffer + reader->length,
                             sizeof reader->buffer - reader->length,
                             G_PRIORITY_DEFAULT,
                             reader->cancellable,
                             read_cb,
                             reader);
}

void
lockstep_lines_read (GInputStream *stream,
                     GCancellable *cancellable,
                     LockstepLineFunc func,
                     GObject *object)
{
  Reader *reader;

  g_return_if_fail (G_IS_INPUT_STREAM (stream) && G_IS_CANCELLABLE (cancellable));
  g_return_if_fail (func != NULL && G_IS_OBJECT (object));

  reader = g_new0 (Reader, 1);
  reader->stream = g_object_ref (stream);
  reader->cancellable = g_object_ref (cancellable);
  reader->func = func;
  g_weak_ref_init (&reader->object, object);
  read_on (reader);
}
