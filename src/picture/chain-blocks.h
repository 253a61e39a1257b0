/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/diagnosis.h"
#include "picture/canvas.h"

G_BEGIN_DECLS

typedef enum
{
  LOCKSTEP_BLOCK_CARD,    /* a certificate */
  LOCKSTEP_BLOCK_MISSING, /* a certificate that is not there: no ground, dashed border */
  LOCKSTEP_BLOCK_LINK,    /* what holds two cards together, or does not */
  LOCKSTEP_BLOCK_STRIP,   /* the reason for trust, or for none */
  LOCKSTEP_BLOCK_MORE,    /* "and 21 more" */
  LOCKSTEP_BLOCK_SPACE,   /* what follows is not part of the chain */
} LockstepBlockKind;

/**
 * LockstepBlock:
 * @state: "fine", "look", "failed", "unknown"
 * @icon: of a card or strip
 * @name: the certificate; the bold words of a link or strip
 * @line: below the name; the secondary words of a link or strip; may be ""
 * @narrow_line: the same in the narrow form
 * @word: of the state of a card ("Expired")
 * @narrow_word: the same in the narrow form ("Expired on 9 Nov 2026")
 * @unreadable: a card of what is no certificate
 * @sentence: for the text alternative; may be ""
 *
 * One part of the chain, from top to bottom.
 */
typedef struct
{
  LockstepBlockKind kind;
  const char *state;
  const char *icon;
  gboolean unreadable;
  char *name;
  char *line;
  char *narrow_line;
  char *word;
  char *narrow_word;
  char *sentence;
} LockstepBlock;

/* The parts of the chain of an observation (element-type LockstepBlock); *ret_n_certificates is
 * the number of certificates from the server's own to the end of the path. */
GPtrArray *lockstep_chain_blocks (const LockstepTargetDiagnosis *target, guint *ret_n_certificates)
    G_GNUC_WARN_UNUSED_RESULT;

LockstepBlock *lockstep_block_add (GPtrArray *blocks, LockstepBlockKind kind, const char *state);

/* Adds the card of a certificate. @position is its place in the path, @is_end whether the path
 * ends with it, @at the time for which validity is judged. */
LockstepBlock *lockstep_block_add_card (GPtrArray *blocks,
                                        const LockstepLink *link,
                                        guint position,
                                        gboolean is_end,
                                        const LockstepFactSet *facts);

/* The card of something that was sent and is not needed. */
void lockstep_block_add_extra (GPtrArray *blocks, const LockstepLink *link);

G_END_DECLS
