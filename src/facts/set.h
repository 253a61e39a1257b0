/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/fact.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * LockstepFactSet:
 *
 * What was seen, as values of facts. A set is filled by the one probe that makes it and is const
 * from then on: share it by reference, never change one that somebody else can see.
 */
typedef struct _LockstepFactSet LockstepFactSet;

LockstepFactSet *lockstep_fact_set_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A new set with the values of @self, to be added to; @self may be NULL. */
LockstepFactSet *lockstep_fact_set_copy (const LockstepFactSet *self) G_GNUC_WARN_UNUSED_RESULT;

LockstepFactSet *lockstep_fact_set_ref (LockstepFactSet *self);

void lockstep_fact_set_unref (LockstepFactSet *self);

/* Setting a fact again replaces it. The type must be the table's; text that is no UTF-8 is made
 * valid, and text beyond 4096 bytes is cut. A NULL string or list removes the fact. */
void lockstep_fact_set_boolean (LockstepFactSet *self, LockstepFact fact, gboolean value);

void lockstep_fact_set_integer (LockstepFactSet *self, LockstepFact fact, gint64 value);

void lockstep_fact_set_time (LockstepFactSet *self, LockstepFact fact, gint64 unix_time);

void lockstep_fact_set_string (LockstepFactSet *self, LockstepFact fact, const char *value);

void lockstep_fact_set_word (LockstepFactSet *self, LockstepFact fact, const char *word);

void lockstep_fact_set_list (LockstepFactSet *self, LockstepFact fact, const char *const *values);

/* Takes over every fact of @other. */
void lockstep_fact_set_merge (LockstepFactSet *self, const LockstepFactSet *other);

/* Whether the fact was seen. @self may be NULL in all of the following: nothing was seen. */
gboolean lockstep_fact_set_has (const LockstepFactSet *self, LockstepFact fact);

/* FALSE, 0 and NULL where the fact was not seen; strings and lists belong to @self. */
gboolean lockstep_fact_set_get_boolean (const LockstepFactSet *self, LockstepFact fact);

gint64 lockstep_fact_set_get_integer (const LockstepFactSet *self, LockstepFact fact);

gint64 lockstep_fact_set_get_time (const LockstepFactSet *self, LockstepFact fact);

const char *lockstep_fact_set_get_string (const LockstepFactSet *self, LockstepFact fact);

const char *const *lockstep_fact_set_get_list (const LockstepFactSet *self, LockstepFact fact);

/* Whether the fact is this word (or, for a string, this text). */
gboolean lockstep_fact_set_is (const LockstepFactSet *self, LockstepFact fact, const char *word);

/* The value in words for a sentence, a date for a time, "12 ms" for microseconds; NULL where it
 * was not seen. */
char *lockstep_fact_set_describe (const LockstepFactSet *self, LockstepFact fact)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * lockstep_fact_set_to_json:
 * @prefix: (nullable): only facts whose path begins with this group ("handshake"), written
 *   without it; %NULL for all, with their whole paths
 *
 * Derived facts are left out when @prefix is %NULL, so that a saved set can be judged again.
 *
 * Returns: (transfer full): an object with one member for each fact
 */
JsonObject *lockstep_fact_set_to_json (const LockstepFactSet *self, const char *prefix)
    G_GNUC_WARN_UNUSED_RESULT;

/* Reads what lockstep_fact_set_to_json() wrote with no prefix. Facts that this version does not
 * know are passed over; a wrong type is LOCKSTEP_ERROR_MEMBER and names @where and the fact. */
LockstepFactSet *lockstep_fact_set_from_json (JsonObject *object, const char *where, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepFactSet, lockstep_fact_set_unref)

G_END_DECLS
