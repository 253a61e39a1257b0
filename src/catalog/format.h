/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

G_BEGIN_DECLS

/* The only number that the catalogue's "format" may have. */
#define LOCKSTEP_CATALOG_FORMAT 1

/**
 * LockstepMemberKind:
 * @LOCKSTEP_MEMBER_STRING: never translated
 * @LOCKSTEP_MEMBER_TEXT: for people, translated
 * @LOCKSTEP_MEMBER_WORD: one of the row's words
 * @LOCKSTEP_MEMBER_INTEGER: within the row's bounds
 * @LOCKSTEP_MEMBER_BOOLEAN: true or false
 * @LOCKSTEP_MEMBER_REFERENCE: the id of an entry of the row's section
 * @LOCKSTEP_MEMBER_FACT: the path of a fact
 * @LOCKSTEP_MEMBER_OBJECT: an object with the row's members
 * @LOCKSTEP_MEMBER_MAP: an object with members of any name, each an object with the row's members
 * @LOCKSTEP_MEMBER_WHEN: the condition of a rule (catalog/rule.h)
 */
typedef enum
{
  LOCKSTEP_MEMBER_STRING,
  LOCKSTEP_MEMBER_TEXT,
  LOCKSTEP_MEMBER_WORD,
  LOCKSTEP_MEMBER_INTEGER,
  LOCKSTEP_MEMBER_BOOLEAN,
  LOCKSTEP_MEMBER_REFERENCE,
  LOCKSTEP_MEMBER_FACT,
  LOCKSTEP_MEMBER_OBJECT,
  LOCKSTEP_MEMBER_MAP,
  LOCKSTEP_MEMBER_WHEN,
} LockstepMemberKind;

/**
 * LockstepMemberFlags:
 * @LOCKSTEP_MEMBER_REQUIRED: an entry without it is refused
 * @LOCKSTEP_MEMBER_LIST: an array of such values
 * @LOCKSTEP_MEMBER_EMPTY: the text or the array may be empty
 */
typedef enum
{
  LOCKSTEP_MEMBER_OPTIONAL = 0,
  LOCKSTEP_MEMBER_REQUIRED = 1 << 0,
  LOCKSTEP_MEMBER_LIST = 1 << 1,
  LOCKSTEP_MEMBER_EMPTY = 1 << 2,
} LockstepMemberFlags;

/**
 * LockstepPlaces:
 * @LOCKSTEP_PLACES_CODE: {code}
 * @LOCKSTEP_PLACES_SEEN: {target.host} and its like, and the path of every fact
 * @LOCKSTEP_PLACES_SIBLING: {sibling.host} and its like, and every fact of the sibling
 * @LOCKSTEP_PLACES_WORK: what is known when somebody acts: {application}, {label}, {host},
 *   {service}, {dcm-url}, and the commands {service.start}, {service.restart}
 *
 * The places that a text may have; LOCKSTEP_PLACES_NONE means that braces are refused.
 */
typedef enum
{
  LOCKSTEP_PLACES_NONE = 0,
  LOCKSTEP_PLACES_CODE = 1 << 0,
  LOCKSTEP_PLACES_SEEN = 1 << 1,
  LOCKSTEP_PLACES_SIBLING = 1 << 2,
  LOCKSTEP_PLACES_WORK = 1 << 3,
} LockstepPlaces;

/**
 * LockstepMember:
 * @name: how the file calls it; %NULL in the row after the last
 * @kind: the kind of its value
 * @flags: whether it is required, a list, may be empty
 * @places: for texts and strings, the places allowed in it
 * @words: for %LOCKSTEP_MEMBER_WORD, the words, separated by blanks
 * @section: for %LOCKSTEP_MEMBER_REFERENCE, where the id is looked up
 * @members: for objects and maps, the members inside
 * @minimum: the least value of an integer
 * @maximum: its greatest
 *
 * A row of the table of members: the loader checks by it, data/catalog.schema.json is made from
 * it, and build-aux/catalog-strings.py learns from that which members are texts.
 */
typedef struct _LockstepMember LockstepMember;
struct _LockstepMember
{
  const char *name;
  LockstepMemberKind kind;
  LockstepMemberFlags flags;
  LockstepPlaces places;
  const char *words;
  LockstepSection section;
  const LockstepMember *members;
  gint64 minimum;
  gint64 maximum;
};

/* The members of the entries of a section; ends with a row without a name. */
const LockstepMember *lockstep_format_get_members (LockstepSection section);

/* What one entry of a section is called in an error: "message", "remedy". */
const char *lockstep_format_get_noun (LockstepSection section);

/* Whether @name may stand between braces where @allowed are. */
gboolean lockstep_format_has_place (const char *name, LockstepPlaces allowed);

G_END_DECLS
