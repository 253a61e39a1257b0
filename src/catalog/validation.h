/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/format.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * LockstepValidation:
 * @name: what errors call the file
 * @section: the section being checked
 * @index: the number of the entry being checked
 * @id: (nullable): its id, once that is known
 * @path: where inside the entry ("people[0].steps[2].text"); empty for the entry itself
 * @ids: for each section its ids, as lockstep_validation_make_key() makes them
 *
 * Where a check of the catalogue stands, so that every complaint can say where.
 */
typedef struct
{
  const char *name;
  LockstepSection section;
  guint index;
  const char *id;
  GString *path;
  GHashTable *const *ids;
} LockstepValidation;

/* What an id is known by. Ids of messages that differ only in their case could not be told apart
 * when looked up. */
char *lockstep_validation_make_key (LockstepSection section, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;

/* Checks an entry against the table of its section; FALSE with LOCKSTEP_ERROR_MEMBER. */
gboolean lockstep_validation_check_entry (LockstepValidation *self, JsonNode *node, GError **error);

/* Checks the condition of a rule (catalog/rule.h). */
gboolean lockstep_validation_check_when (LockstepValidation *self, JsonNode *node, GError **error);

/* Steps into a member or an element (@member NULL) and out again with what was returned. */
gsize lockstep_validation_enter (LockstepValidation *self, const char *member, guint index);

void lockstep_validation_leave (LockstepValidation *self, gsize mark);

/* Sets LOCKSTEP_ERROR_MEMBER with file, entry and member in front; always returns FALSE. */
gboolean
lockstep_validation_fail (LockstepValidation *self, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
