/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * LockstepValueKind:
 * @LOCKSTEP_VALUE_STRING: a string
 * @LOCKSTEP_VALUE_INTEGER: a whole number
 * @LOCKSTEP_VALUE_BOOLEAN: true or false
 * @LOCKSTEP_VALUE_OBJECT: an object; what a #LockstepEntry outside these files always is
 * @LOCKSTEP_VALUE_ARRAY: an array
 * @LOCKSTEP_VALUE_OTHER: null or a fraction; the loader lets none of them through
 */
typedef enum
{
  LOCKSTEP_VALUE_STRING,
  LOCKSTEP_VALUE_INTEGER,
  LOCKSTEP_VALUE_BOOLEAN,
  LOCKSTEP_VALUE_OBJECT,
  LOCKSTEP_VALUE_ARRAY,
  LOCKSTEP_VALUE_OTHER,
} LockstepValueKind;

/**
 * LockstepEntry:
 * @name: the bytes from this value to the name of the member that it is; 0 where it is none
 * @kind: what it is
 * @length: of an object the number of members, of an array the number of elements
 * @content: an integer or a boolean itself; for a string the bytes from this value to the string;
 *   for an object and an array the bytes from this value to its first member or element, which
 *   the others follow
 *
 * A value of the catalogue. Distances instead of pointers make the one that is compiled in
 * (build-aux/catalog-image.py) the same for every address that the program is loaded to: nothing
 * has to be done before it can be read, and what nobody reads is never loaded.
 */
struct _LockstepEntry
{
  gint32 name;
  guint32 kind : 3;
  guint32 length : 29;
  gint64 content;
};

/**
 * lockstep_entry_new_from_json:
 *
 * Copies a JSON value, with all that is inside, into one block of memory.
 *
 * Returns: (transfer full): the value; free with g_free()
 */
LockstepEntry *lockstep_entry_new_from_json (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

/* The same as JSON again. */
JsonNode *lockstep_entry_to_json (const LockstepEntry *self) G_GNUC_WARN_UNUSED_RESULT;

/* The name of a member; NULL for an element of an array. */
const char *lockstep_entry_get_name (const LockstepEntry *self);

/* The value of a member; NULL where absent. */
const LockstepEntry *lockstep_entry_get_member (const LockstepEntry *self, const char *member);

/* A member of an object or an element of an array; @index is less than @self->length. */
const LockstepEntry *lockstep_entry_get_inner (const LockstepEntry *self, guint index);

/* NULL where it is no string, or where @self is NULL. */
const char *lockstep_entry_get_string (const LockstepEntry *self);

G_END_DECLS
