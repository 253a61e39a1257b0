/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file is, judged by its content. */
typedef enum
{
  LOCKSTEP_FILE_TEXT, /* a log or any other text, gzip taken off */
  LOCKSTEP_FILE_CASE,
  LOCKSTEP_FILE_CERTIFICATE,
  LOCKSTEP_FILE_CAPTURE,
  LOCKSTEP_FILE_BUNDLE,
  LOCKSTEP_FILE_OTHER,
} LockstepFileKind;

/* So much of a file is looked at; a text of that length is read as a log (evidence/log.h). */
#define LOCKSTEP_FILE_MAX (64 * 1024)

/**
 * lockstep_file_judge:
 * @ret_text: (out) (transfer full): the text in UTF-8, set for %LOCKSTEP_FILE_TEXT alone
 *
 * Says what @length bytes of a file are. Pure.
 */
LockstepFileKind lockstep_file_judge (const char *data, gsize length, char **ret_text);

G_END_DECLS
