/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"
#include "catalog/phrase.h"

G_BEGIN_DECLS

/**
 * LockstepCodes:
 * @LOCKSTEP_CODES_GSKIT: the numbers of GSKit
 * @LOCKSTEP_CODES_WINSOCK: those of the network of Windows (10054)
 * @LOCKSTEP_CODES_CLIENT_ACCESS: those of the programs of IBM i Access (8413)
 *
 * The families of return codes: the same number may mean something else in another one.
 */
typedef enum
{
  LOCKSTEP_CODES_GSKIT,
  LOCKSTEP_CODES_WINSOCK,
  LOCKSTEP_CODES_CLIENT_ACCESS,
  LOCKSTEP_N_CODES
} LockstepCodes;

/**
 * LockstepFamily:
 * @prefix: the letters in front, in capitals ("CWBCO", "SSL")
 * @numbers: number to message
 *
 * Messages whose ids differ only in their number and the letter behind it.
 */
typedef struct
{
  char *prefix;
  GHashTable *numbers;
} LockstepFamily;

/**
 * LockstepLexicon:
 * @families: (element-type LockstepFamily): the messages by the form of their ids
 * @names: GSK_ERROR_IO, CPDBC8A, WSAECONNRESET and their like in capitals, to condition
 * @numbers: for each family of codes, number to condition
 * @carriers: for each family of codes, the message that carries such a number (nullable): what a
 *   number that stands alone is taken for
 * @job_log: negative return code in a job log of IBM i to message
 * @phrases: the words by which messages without an id are known
 *
 * What recognising looks words and numbers up in; made when it is first needed, const from then on.
 */
typedef struct
{
  GPtrArray *families;
  GHashTable *names;
  GHashTable *numbers[LOCKSTEP_N_CODES];
  const LockstepEntry *carriers[LOCKSTEP_N_CODES];
  GHashTable *job_log;
  LockstepPhrases *phrases;
} LockstepLexicon;

LockstepLexicon *lockstep_lexicon_new (const LockstepCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_lexicon_free (LockstepLexicon *self);

/* The message with this number in a family; NULL where there is none. */
const LockstepEntry *lockstep_family_lookup (const LockstepFamily *self, guint number);

/* The family of a condition's number. */
LockstepCodes lockstep_codes_of (const LockstepEntry *condition);

/* The condition with this number in a family; NULL where there is none. */
const LockstepEntry *
lockstep_lexicon_lookup (const LockstepLexicon *self, LockstepCodes codes, gint64 number);

/* Whether a message prints codes of this family. */
gboolean lockstep_codes_are_of (LockstepCodes codes, const LockstepEntry *message);

/* The lexicon of a catalogue; owned by it. */
const LockstepLexicon *lockstep_catalog_get_lexicon (const LockstepCatalog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepLexicon, lockstep_lexicon_free)

G_END_DECLS
