/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

G_BEGIN_DECLS

/* Longer text is recognised in its first LOCKSTEP_RECOGNITION_MAX bytes only. */
#define LOCKSTEP_RECOGNITION_MAX (4 * 1024 * 1024)

/**
 * LockstepMatch:
 * @message: the message
 * @has_code: whether a return code stands with it
 * @code: that code as printed (25406), or the GSKit number where only that was given
 * @condition: (nullable): the GSKit condition behind message and code
 * @role: (nullable): "client" or "server": who reports the condition
 * @explanation: (nullable): the object of @condition for that role, or @message itself where it
 *   has words of its own; a message with a "code-base" or "code-families" uses its own only where
 *   its code leads to no condition
 * @corrected_from: (nullable): the id as it was spelt, where it was not spelt right
 * @start: where in the text it stands, a byte offset
 * @end: the byte after it
 * @code_start: where its code stands; equal to @code_end where it has none
 * @code_end: the byte after the code
 * @count: how often the same message with the same code stands in the text
 *
 * A message that was recognised.
 */
typedef struct
{
  const LockstepEntry *message;
  gboolean has_code;
  gint64 code;
  const LockstepEntry *condition;
  const char *role;
  const LockstepEntry *explanation;
  char *corrected_from;
  gsize start;
  gsize end;
  gsize code_start;
  gsize code_end;
  guint count;
} LockstepMatch;

/**
 * LockstepRecognition:
 * @matches: (element-type LockstepMatch): best first; empty where nothing was recognised
 * @host: (nullable): the host that the text names
 * @host_start: where it stands in the text
 * @host_end: the byte after it
 * @port: the port that the text names beside it, or 0
 */
typedef struct
{
  GPtrArray *matches;
  char *host;
  gsize host_start;
  gsize host_end;
  guint16 port;
} LockstepRecognition;

/**
 * lockstep_recognise:
 * @text: what a person pasted: an id, an id with a code in any layout, a dialog over several
 *   lines, a line or a page of a log, a bare GSKit number (25406, 406) or name (GSK_ERROR_IO)
 *
 * Never fails; text in which nothing is known gives an empty list.
 */
LockstepRecognition *lockstep_recognise (const LockstepCatalog *catalog, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_recognition_free (LockstepRecognition *self);

/* The words for a match: headline, meaning (texts): from @explanation, else from the message or
 * the condition's role. NULL where none has the member. */
const char *lockstep_match_text (const LockstepMatch *self, const char *member);

/* The entry that holds the array or string @member: explanation or message; NULL for none. */
const LockstepEntry *lockstep_match_holder (const LockstepMatch *self, const char *member);

/* What the code of a match meant on clients of long ago: an object with "meaning" (text) and
 * perhaps "condition"; NULL where nothing is known. */
const LockstepEntry *lockstep_match_get_legacy (const LockstepMatch *self);

/* "CWBCO1034, code 25406": how a case and a row name the match; by its title where it has no id
 * that a product prints. */
char *lockstep_match_title (const LockstepMatch *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepRecognition, lockstep_recognition_free)

G_END_DECLS
