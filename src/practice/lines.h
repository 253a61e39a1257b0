/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A line that is longer ends the reading. */
#define LOCKSTEP_LINES_MAX 8192

/* @line: without its line feed; NULL once, at the end of the stream, and never again after it. */
typedef void (*LockstepLineFunc) (const char *line, gpointer object);

/**
 * lockstep_lines_read:
 * @stream: where to read; kept until the end
 * @object: handed to @func; held weakly, so that the reading stops with it
 *
 * Calls @func for each line, in the thread-default main context, until the stream ends, fails or
 * holds a line that is too long. When @cancellable is cancelled @func is not called any more.
 */
void lockstep_lines_read (GInputStream *stream,
                          GCancellable *cancellable,
                          LockstepLineFunc func,
                          GObject *object);

G_END_DECLS
