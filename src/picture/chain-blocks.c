/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/chain-blocks.h"
#include "picture/words.h"

#include <glib/gi18n-lib.h>

#define MAX_CARDS 8
#define END_CARDS 2

typedef struct
{
  const LockstepFactSet *facts;
  const char *trust; /* word of chain.trust; "" where nobody judged */
  gint64 depth;
  GPtrArray *path;
  GPtrArray *extras;
  GPtrArray *blocks;
} Builder;

static void
block_free (gpointer data)
{
  LockstepBlock *block = data;

  g_free (block->name);
  g_free (block->line);
  g_free (block->narrow_line);
  g_free (block->word);
  g_free (block->narrow_word);
  g_free (block->sentence);
  g_free (block);
}

LockstepBlock *
lockstep_block_add (GPtrArray *blocks, LockstepBlockKind kind, const char *state)
{
  LockstepBlock *block = g_new0 (LockstepBlock, 1);

  block->kind = kind;
  block->state = state;
  g_ptr_array_add (blocks, block);

  return block;
}

static void
add_words (Builder *builder,
           LockstepBlockKind kind,
           const char *state,
           const char *icon,
           const char *name,
           const char *line,
           const char *sentence)
{
  LockstepBlock *block = lockstep_block_add (builder->blocks, kind, state);

  block->icon = icon;
  block->name = g_strdup (name);
  block->line = g_strdup (line);
  block->sentence = g_strdup (sentence);
}

static gboolean
is_trust (const Builder *builder, const char *word)
{
  return strcmp (builder->trust, word) == 0;
}

/* The common name out of a name in the form of RFC 4514, else all of it. */
static char *
issuer_label (const char *name)
{
  g_autoptr (GString) label = g_string_new (NULL);
  const char *start = strstr (name, "CN=");

  if (start == NULL || (start > name && strchr (",+ ", start[-1]) == NULL))
    return lockstep_words_clean (name);

  for (const char *p = start + strlen ("CN="); *p != '\0' && *p != ',' && *p != '+'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (label, *p);
    }

  return lockstep_words_clean (label->str);
}

static void
add_link (Builder *builder, guint position)
{
  if (is_trust (builder, "bad-signature") && builder->depth == (gint64) position)
    add_words (builder,
               LOCKSTEP_BLOCK_LINK,
               "failed",
               NULL,
               _ ("said to be signed by"),
               _ ("but the signature does not fit this CA"),
               _ ("It names the next one as its signer, but the signature does not fit."));
  else
    add_words (builder,
               LOCKSTEP_BLOCK_LINK,
               "fine",
               NULL,
               _ ("signed by"),
               _ ("and the signature is right"),
               _ ("It is signed by the next one, and the signature is right."));
}

/* Of what cannot be read nothing is known, whatever the verdict on the path was. */
static void
doubt_link (LockstepBlock *link)
{
  link->state = "unknown";
  g_free (link->name);
  g_free (link->line);
  g_free (link->sentence);
  link->name = g_strdup (_ ("not known from here on"));
  link->line = g_strdup ("");
  link->sentence = g_strdup ("");
}

static void
set_fault (LockstepBlock *block, const char *state, const char *word)
{
  block->state = state;
  g_free (block->word);
  g_free (block->narrow_word);
  block->word = g_strdup (word);
  block->narrow_word = g_strdup (word);
}

/* What is wrong with a certificate besides its dates. */
static void
judge_card (Builder *builder, LockstepBlock *block, guint position)
{
  gboolean is_end = position + 1 == builder->path->len;

  if (is_trust (builder, "bad-signature") && position > 0 &&
      builder->depth == (gint64) position - 1)
    set_fault (block, "failed", _ ("Another key"));
  else if (is_trust (builder, "not-a-ca") && builder->depth == (gint64) position)
    set_fault (block, "failed", _ ("May not sign"));
  else if (is_end && strcmp (block->state, "failed") != 0 &&
           (is_trust (builder, "self-signed") ||
            (is_trust (builder, "unknown-issuer") &&
             !lockstep_fact_set_has (builder->facts, LOCKSTEP_FACT_CHAIN_MISSING_ISSUER))))
    set_fault (block, "look", _ ("Unknown here"));
}

static void
add_cards (Builder *builder)
{
  guint n = builder->path->len;
  guint hidden = n > MAX_CARDS ? n - 2 * END_CARDS : 0;
  LockstepBlock *before = NULL;
  LockstepBlock *link = NULL;

  for (guint i = 0; i < n; i++)
    {
      LockstepBlock *block;

      if (hidden > 0 && i >= END_CARDS && i < n - END_CARDS)
        {
          if (i == END_CARDS)
            {
              block = lockstep_block_add (builder->blocks, LOCKSTEP_BLOCK_MORE, "unknown");
              block->name =
                  g_strdup_printf (ngettext ("and %u more", "and %u more", hidden), hidden);
              block->sentence = g_strdup_printf (
                  ngettext ("%u more certificate follows.", "%u more certificates follow.", hidden),
                  hidden);
            }
          continue;
        }

      block = lockstep_block_add_card (builder->blocks,
                                       g_ptr_array_index (builder->path, i),
                                       i,
                                       i + 1 == n,
                                       builder->facts);
      judge_card (builder, block, i);
      if (link != NULL && (block->unreadable || before->unreadable))
        doubt_link (link);
      before = block;
      link = NULL;
      if (i + 1 < n && !(hidden > 0 && (i == END_CARDS - 1)))
        {
          add_link (builder, i);
          link = g_ptr_array_index (builder->blocks, builder->blocks->len - 1);
        }
    }
}

static void
add_missing (Builder *builder, gboolean should_send)
{
  const char *name =
      lockstep_fact_set_get_string (builder->facts, LOCKSTEP_FACT_CHAIN_MISSING_ISSUER);
  g_autofree char *label = issuer_label (name != NULL ? name : _ ("unknown"));
  LockstepBlock *block;

  add_words (builder,
             LOCKSTEP_BLOCK_LINK,
             "failed",
             NULL,
             _ ("signed by"),
             _ ("cannot be checked without it"),
             "");
  block =
      lockstep_block_add (builder->blocks, LOCKSTEP_BLOCK_MISSING, should_send ? "failed" : "look");
  block->icon = "certificate";
  block->line = g_strdup (should_send ? _ ("The server should send this one")
                                      : _ ("Not sent, and not known on this computer"));
  block->narrow_line = g_strdup (block->line);
  block->word = g_strdup (should_send ? _ ("Missing") : _ ("Unknown here"));
  block->narrow_word = g_strdup (block->word);
  block->sentence = g_strdup_printf (
      should_send ? _ ("Its signer %s is missing: the server should send that certificate.")
                  : _ ("Its signer %s is not known on this computer."),
      label);
  block->name = g_steal_pointer (&label);
}

static void
add_trusted (Builder *builder)
{
  gboolean is_file =
      lockstep_fact_set_is (builder->facts, LOCKSTEP_FACT_CHAIN_ANCHOR_SOURCE, "file");
  const char *name = lockstep_fact_set_get_string (builder->facts, LOCKSTEP_FACT_CHAIN_ANCHOR_FILE);
  g_autofree char *file = lockstep_words_clean (is_file && name != NULL ? name : "");
  g_autofree char *sentence =
      is_file ? g_strdup_printf (_ ("That one is trusted, because it is in the file %s that you "
                                    "added. The chain is whole."),
                                 file)
              : g_strdup (_ ("That one is trusted, because it is in the list of this computer. "
                             "The chain is whole."));

  add_words (builder, LOCKSTEP_BLOCK_LINK, "fine", NULL, _ ("trusted, because it is"), "", "");
  add_words (builder,
             LOCKSTEP_BLOCK_STRIP,
             "fine",
             "anchor",
             is_file ? _ ("in the file that you added") : _ ("in the list of this computer"),
             file,
             sentence);
}

static void
add_untrusted (Builder *builder)
{
  add_words (builder,
             LOCKSTEP_BLOCK_LINK,
             "failed",
             NULL,
             _ ("not trusted, because it is"),
             "",
             "");
  add_words (builder,
             LOCKSTEP_BLOCK_STRIP,
             "failed",
             "cross",
             _ ("in no list of this computer"),
             _ ("and in no file that you added"),
             _ ("That one is in no list of this computer and in no file that you added, so it is "
                "not trusted."));
}

static void
add_broken_end (Builder *builder)
{
  add_words (builder, LOCKSTEP_BLOCK_LINK, "unknown", NULL, _ ("not known from here on"), "", "");
  add_words (builder,
             LOCKSTEP_BLOCK_STRIP,
             "failed",
             "link",
             _ ("The chain ends here"),
             "",
             _ ("The chain ends there."));
}

static void
add_end (Builder *builder)
{
  const char *text = lockstep_fact_set_get_string (builder->facts, LOCKSTEP_FACT_CHAIN_VERIFY_TEXT);
  g_autofree char *why = lockstep_words_clean (text != NULL ? text : "");

  if (is_trust (builder, "trusted"))
    {
      add_trusted (builder);
    }
  else if (is_trust (builder, "issuer-missing"))
    {
      add_missing (builder, TRUE);
      add_broken_end (builder);
    }
  else if (is_trust (builder, "unknown-issuer") || is_trust (builder, "self-signed"))
    {
      if (lockstep_fact_set_has (builder->facts, LOCKSTEP_FACT_CHAIN_MISSING_ISSUER))
        add_missing (builder, FALSE);
      add_untrusted (builder);
    }
  else if (is_trust (builder, "other"))
    {
      add_words (builder, LOCKSTEP_BLOCK_LINK, "failed", NULL, _ ("not trusted"), "", "");
      add_words (builder,
                 LOCKSTEP_BLOCK_STRIP,
                 "failed",
                 "cross",
                 _ ("The chain does not hold"),
                 why,
                 _ ("The chain does not hold, so it is not trusted."));
    }
  else if (builder->trust[0] == '\0')
    {
      add_words (builder, LOCKSTEP_BLOCK_LINK, "unknown", NULL, _ ("not looked at yet"), "", "");
    }
}

static void
add_extras (Builder *builder)
{
  guint n = builder->extras->len;
  guint shown = n > MAX_CARDS ? END_CARDS : n;

  if (n == 0)
    return;

  lockstep_block_add (builder->blocks, LOCKSTEP_BLOCK_SPACE, "unknown");
  for (guint i = 0; i < shown; i++)
    lockstep_block_add_extra (builder->blocks, g_ptr_array_index (builder->extras, i));

  if (n > shown)
    {
      LockstepBlock *block = lockstep_block_add (builder->blocks, LOCKSTEP_BLOCK_MORE, "unknown");

      block->name = g_strdup_printf (ngettext ("and %u more", "and %u more", n - shown), n - shown);
      block->sentence = g_strdup_printf (ngettext ("%u more certificate was sent without need.",
                                                   "%u more certificates were sent without need.",
                                                   n - shown),
                                         n - shown);
    }
}

GPtrArray *
lockstep_chain_blocks (const LockstepTargetDiagnosis *target, guint *ret_n_certificates)
{
  const GPtrArray *chain = target->observation->chain;
  const char *trust = lockstep_fact_set_get_string (target->facts, LOCKSTEP_FACT_CHAIN_TRUST);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autoptr (GPtrArray) extras = g_ptr_array_new ();
  Builder builder = {
    .facts = target->facts,
    .trust = trust != NULL ? trust : "",
    .depth = lockstep_fact_set_get_integer (target->facts, LOCKSTEP_FACT_CHAIN_VERIFY_DEPTH),
    .path = path,
    .extras = extras,
  };

  builder.blocks = g_ptr_array_new_with_free_func (block_free);
  for (guint i = 0; i < chain->len; i++)
    {
      LockstepLink *link = g_ptr_array_index (chain, i);

      g_ptr_array_add (link->in_path ? path : extras, link);
    }

  *ret_n_certificates = path->len;
  if (path->len > 0)
    {
      add_cards (&builder);
      add_end (&builder);
    }
  add_extras (&builder);

  return builder.blocks;
}
