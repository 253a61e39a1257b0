/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"
#include "picture/chain-blocks.h"
#include "picture/words.h"
#include "x509/certificate.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  KIND_SERVER,
  KIND_BETWEEN,
  KIND_ROOT,
  N_KINDS
} Kind;

/* Sentences of each kind and source: what it is, where it came from, valid until when. */
static const char *const lines[N_KINDS][4] = {
  [KIND_SERVER] = {
    N_ ("The server’s certificate, sent by the server. Valid until %s"),
    N_ ("The server’s certificate, from this computer. Valid until %s"),
    N_ ("The server’s certificate, from your file. Valid until %s"),
    N_ ("The server’s certificate, downloaded. Valid until %s"),
  },
  [KIND_BETWEEN] = {
    N_ ("CA in between, sent by the server. Valid until %s"),
    N_ ("CA in between, from this computer. Valid until %s"),
    N_ ("CA in between, from your file. Valid until %s"),
    N_ ("CA in between, downloaded. Valid until %s"),
  },
  [KIND_ROOT] = {
    N_ ("Root, sent by the server. Valid until %s"),
    N_ ("Root, from this computer. Valid until %s"),
    N_ ("Your own CA, from your file. Valid until %s"),
    N_ ("Root, downloaded. Valid until %s"),
  },
};

static const char *const narrow_lines[4] = {
  N_ ("Sent by the server, until %s"),
  N_ ("From this computer, until %s"),
  N_ ("From your file, until %s"),
  N_ ("Downloaded, until %s"),
};

typedef enum
{
  VALID,
  EXPIRED,
  NOT_YET,
  SOON,
  N_VALIDITIES
} Validity;

/* Sentences of the text alternative, for each source. */
static const char *const sentences[N_VALIDITIES][4] = {
  [VALID] = {
    N_ ("%s, sent by the server, is valid until %s."),
    N_ ("%s, from this computer, is valid until %s."),
    N_ ("%s, from your file, is valid until %s."),
    N_ ("%s, downloaded, is valid until %s."),
  },
  [EXPIRED] = {
    N_ ("%s, sent by the server, expired on %s."),
    N_ ("%s, from this computer, expired on %s."),
    N_ ("%s, from your file, expired on %s."),
    N_ ("%s, downloaded, expired on %s."),
  },
  [NOT_YET] = {
    N_ ("%s, sent by the server, is not valid before %s."),
    N_ ("%s, from this computer, is not valid before %s."),
    N_ ("%s, from your file, is not valid before %s."),
    N_ ("%s, downloaded, is not valid before %s."),
  },
  [SOON] = {
    N_ ("%s, sent by the server, is valid only until %s."),
    N_ ("%s, from this computer, is valid only until %s."),
    N_ ("%s, from your file, is valid only until %s."),
    N_ ("%s, downloaded, is valid only until %s."),
  },
};

static Validity
judge (const LockstepCertificate *certificate, guint position, const LockstepFactSet *facts)
{
  gint64 at = lockstep_fact_set_get_time (facts, LOCKSTEP_FACT_RUN_AT);

  if (!lockstep_fact_set_has (facts, LOCKSTEP_FACT_RUN_AT))
    return VALID;
  if (at > certificate->not_after)
    return EXPIRED;
  if (at < certificate->not_before)
    return NOT_YET;

  return position == 0 &&
                 lockstep_fact_set_is (facts, LOCKSTEP_FACT_CERTIFICATE_VALIDITY, "expires-soon")
             ? SOON
             : VALID;
}

static void
set_state (LockstepBlock *block, const LockstepCertificate *certificate, Validity validity)
{
  g_autofree char *until = lockstep_words_short_date (certificate->not_after);
  g_autofree char *from = lockstep_words_short_date (certificate->not_before);

  switch (validity)
    {
    case EXPIRED:
      block->state = "failed";
      block->word = g_strdup (_ ("Expired"));
      block->narrow_word = g_strdup_printf (_ ("Expired on %s"), until);
      break;
    case NOT_YET:
      block->state = "failed";
      block->word = g_strdup (_ ("Not yet valid"));
      block->narrow_word = g_strdup_printf (_ ("Not valid before %s"), from);
      break;
    case SOON:
      block->state = "look";
      block->word = g_strdup (_ ("Ends soon"));
      block->narrow_word = g_strdup_printf (_ ("Ends on %s"), until);
      break;
    case VALID:
    case N_VALIDITIES:
    default:
      block->state = "fine";
      block->word = g_strdup (_ ("Fine"));
      block->narrow_word = g_strdup (_ ("Fine"));
      break;
    }
}

static void
set_texts (LockstepBlock *block,
           const LockstepCertificate *certificate,
           const LockstepLink *link,
           Kind kind,
           Validity validity)
{
  guint source = MIN ((guint) link->source, 3);
  g_autofree char *until = lockstep_text_date (certificate->not_after);
  g_autofree char *from = lockstep_text_date (certificate->not_before);
  g_autofree char *short_until = lockstep_words_short_date (certificate->not_after);

  block->name = lockstep_words_clean (lockstep_certificate_get_label (certificate));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  /* The patterns are constants of the tables above. */
  block->line = g_strdup_printf (_ (lines[kind][source]), until);
  block->narrow_line = g_strdup_printf (_ (narrow_lines[source]), short_until);
  block->sentence = g_strdup_printf (_ (sentences[validity][source]),
                                     block->name,
                                     validity == NOT_YET ? from : until);
#pragma GCC diagnostic pop
}

static void
set_unreadable (LockstepBlock *block)
{
  block->unreadable = TRUE;
  block->state = "failed";
  block->icon = "certificate";
  block->name = g_strdup (_ ("Not readable"));
  block->line = g_strdup (_ ("What was sent here is no certificate"));
  block->narrow_line = g_strdup (block->line);
  block->word = g_strdup (_ ("Damaged"));
  block->narrow_word = g_strdup (block->word);
  block->sentence = g_strdup (_ ("One part cannot be read as a certificate."));
}

LockstepBlock *
lockstep_block_add_card (GPtrArray *blocks,
                         const LockstepLink *link,
                         guint position,
                         gboolean is_end,
                         const LockstepFactSet *facts)
{
  LockstepBlock *block = lockstep_block_add (blocks, LOCKSTEP_BLOCK_CARD, "fine");
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (link->der, NULL);
  Validity validity;
  Kind kind = KIND_BETWEEN;

  if (certificate == NULL)
    {
      set_unreadable (block);
      return block;
    }

  if (position == 0)
    kind = KIND_SERVER;
  else if (is_end && certificate->self_issued)
    kind = KIND_ROOT;

  validity = judge (certificate, position, facts);
  block->icon = kind == KIND_SERVER ? "server" : kind == KIND_ROOT ? "shield" : "certificate";
  set_state (block, certificate, validity);
  set_texts (block, certificate, link, kind, validity);

  return block;
}

void
lockstep_block_add_extra (GPtrArray *blocks, const LockstepLink *link)
{
  LockstepBlock *block = lockstep_block_add (blocks, LOCKSTEP_BLOCK_CARD, "look");
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (link->der, NULL);

  if (certificate == NULL)
    {
      set_unreadable (block);
      return;
    }

  block->icon = "certificate";
  block->name = lockstep_words_clean (lockstep_certificate_get_label (certificate));
  block->line = g_strdup (_ ("Sent by the server, of no use here"));
  block->narrow_line = g_strdup (block->line);
  block->word = g_strdup (_ ("Not part of the chain"));
  block->narrow_word = g_strdup (block->word);
  block->sentence = g_strdup_printf (_ ("%s was sent too, and is of no use."), block->name);
}
