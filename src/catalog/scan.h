/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

G_BEGIN_DECLS

/**
 * LockstepHit:
 * @message: the message
 * @condition: (nullable): the GSKit condition behind message and code
 * @has_code: whether a return code stands with it
 * @code: that code
 * @exact: whether the id is spelt right
 * @carried: whether there is no id at all, only a GSKit number or name
 * @said: whether it is known by words that the program prints, not by an id
 * @start: where it stands, a byte offset
 * @end: the byte after it
 * @code_start: where its code stands
 * @code_end: the byte after the code
 *
 * One place in a text where a message is named.
 */
typedef struct
{
  const LockstepEntry *message;
  const LockstepEntry *condition;
  gboolean has_code;
  gint64 code;
  gboolean exact;
  gboolean carried;
  gboolean said;
  gsize start;
  gsize end;
  gsize code_start;
  gsize code_end;
} LockstepHit;

/**
 * lockstep_scan:
 * @text: need not end with a NUL, need not be UTF-8
 *
 * Finds every message that a text names, in the order of the text, in linear time.
 *
 * Returns: (transfer full) (element-type LockstepHit): the hits
 */
GArray *lockstep_scan (const LockstepCatalog *catalog, const char *text, gsize length)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
