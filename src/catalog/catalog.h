/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LockstepSection:
 *
 * The sections of data/catalog.json. Every entry of a section is an object with a unique "id".
 */
typedef enum
{
  LOCKSTEP_SECTION_MESSAGES,
  LOCKSTEP_SECTION_CONDITIONS,
  LOCKSTEP_SECTION_CHECKS,
  LOCKSTEP_SECTION_CAUSES,
  LOCKSTEP_SECTION_RULES,
  LOCKSTEP_SECTION_REMEDIES,
  LOCKSTEP_SECTION_WALKTHROUGHS,
  LOCKSTEP_SECTION_FLOWS,
  LOCKSTEP_SECTION_SERVICES,
  LOCKSTEP_SECTION_TASKS,
  LOCKSTEP_SECTION_ROLES,
  LOCKSTEP_SECTION_SCENARIOS,
  LOCKSTEP_SECTION_PROFILES,
  LOCKSTEP_N_SECTIONS
} LockstepSection;

/**
 * LockstepCatalog:
 *
 * What Lockstep knows, as data: checked whole before it is used, const from then on, and safe to
 * read from several threads.
 */
typedef struct _LockstepCatalog LockstepCatalog;

/**
 * LockstepEntry:
 *
 * An object in the catalogue: an entry of a section or an object inside one. Entries belong to
 * the catalogue and live as long as it does. The members that an entry has are listed in
 * data/catalog.schema.json.
 */
typedef struct _LockstepEntry LockstepEntry;

/**
 * lockstep_catalog_new_default:
 *
 * The catalogue that is compiled into the program, which costs nothing, with what the site adds to
 * it in lockstep/catalog.d of the user's data folder; or the file that the environment variable
 * LOCKSTEP_CATALOG names and nothing else. Files are read and checked: members, types, references
 * between entries, facts named by rules, placeholders. An addition that is broken is left out.
 *
 * Returns: (transfer full): the catalogue, or %NULL with %LOCKSTEP_ERROR_JSON or
 *   %LOCKSTEP_ERROR_MEMBER; the message names file, entry and member
 */
LockstepCatalog *lockstep_catalog_new_default (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (element-type utf8): what is wrong with the site's additions, a line for each broken file with
 * file, entry and member; empty where all is well. */
const GPtrArray *lockstep_catalog_get_overlay_errors (const LockstepCatalog *self);

LockstepCatalog *lockstep_catalog_new_from_file (const char *path, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* @name is what errors call the text. */
LockstepCatalog *
lockstep_catalog_new_from_data (const char *data, gsize length, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

LockstepCatalog *lockstep_catalog_ref (LockstepCatalog *self);

void lockstep_catalog_unref (LockstepCatalog *self);

/* "messages", "conditions", … */
const char *lockstep_section_to_string (LockstepSection section);

guint lockstep_catalog_count (const LockstepCatalog *self, LockstepSection section);

/* In the order of the file; NULL past the end. */
const LockstepEntry *
lockstep_catalog_nth (const LockstepCatalog *self, LockstepSection section, guint index);

/* NULL where there is none. Ids of messages are found in any case. */
const LockstepEntry *
lockstep_catalog_lookup (const LockstepCatalog *self, LockstepSection section, const char *id);

/* The condition with this GSKit number (domain/ibmi.md 2.2); NULL where there is none. */
const LockstepEntry *lockstep_catalog_lookup_condition (const LockstepCatalog *self, gint64 number);

/* The id of an entry of a section. */
const char *lockstep_entry_id (const LockstepEntry *self);

gboolean lockstep_entry_has (const LockstepEntry *self, const char *member);

/* A text for people, in the language of LC_MESSAGES; NULL where the member is absent. */
const char *lockstep_entry_text (const LockstepEntry *self, const char *member);

/* A string that is never translated: an id, a command, a path, a word; NULL where absent. */
const char *lockstep_entry_string (const LockstepEntry *self, const char *member);

gint64 lockstep_entry_integer (const LockstepEntry *self, const char *member, gint64 fallback);

gboolean lockstep_entry_boolean (const LockstepEntry *self, const char *member);

/* An object inside; NULL where absent. */
const LockstepEntry *lockstep_entry_object (const LockstepEntry *self, const char *member);

/* The number of elements of an array; 0 where absent. */
guint lockstep_entry_length (const LockstepEntry *self, const char *member);

/* An element of an array of objects, of strings, of texts; NULL past the end. */
const LockstepEntry *
lockstep_entry_nth (const LockstepEntry *self, const char *member, guint index);

const char *lockstep_entry_nth_string (const LockstepEntry *self, const char *member, guint index);

const char *lockstep_entry_nth_text (const LockstepEntry *self, const char *member, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepCatalog, lockstep_catalog_unref)

G_END_DECLS
