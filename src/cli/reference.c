/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/reference.h"

#include "cli/explanation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const LockstepCatalog *catalog;
  GString *text;
} Writer;

static char *
fill (const char *text)
{
  const LockstepRecognition nothing = { 0 };
  const LockstepMatch none = { 0 };

  return lockstep_explanation_fill (&nothing, &none, text);
}

/* Signs that mean something to Markdown or to HTML are shown as they are. */
static void
add_escaped (Writer *self, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("\\`*_<>|[]#", *text) != NULL)
        g_string_append_c (self->text, '\\');

      g_string_append_c (self->text, *text == '\n' ? ' ' : *text);
    }
}

static void
add_text (Writer *self, const char *before, const char *text, const char *behind)
{
  g_autofree char *filled = text != NULL ? fill (text) : NULL;

  if (filled == NULL || *filled == '\0')
    return;

  g_string_append (self->text, before);
  add_escaped (self, filled);
  g_string_append (self->text, behind);
}

static void
add_commands (Writer *self, const LockstepEntry *entry, const char *member, const char *indent)
{
  guint n = lockstep_entry_length (entry, member);

  if (n == 0)
    return;

  g_string_append_printf (self->text, "\n%s```\n", indent);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *filled = fill (lockstep_entry_nth_string (entry, member, i));

      g_string_append_printf (self->text, "%s%s\n", indent, filled);
    }

  g_string_append_printf (self->text, "%s```\n", indent);
}

static void
add_source (Writer *self, const LockstepEntry *entry)
{
  if (lockstep_entry_length (entry, "source") == 0)
    return;

  g_string_append (self->text, _ ("\nSource: "));
  for (guint i = 0; i < lockstep_entry_length (entry, "source"); i++)
    {
      g_string_append (self->text, i > 0 ? "; " : "");
      add_escaped (self, lockstep_entry_nth_string (entry, "source", i));
    }

  g_string_append_printf (self->text, " (%s).\n", lockstep_entry_string (entry, "confidence"));
}

static void
add_causes (Writer *self, const LockstepEntry *holder)
{
  for (guint i = 0; i < lockstep_entry_length (holder, "causes"); i++)
    {
      const LockstepEntry *listed = lockstep_entry_nth (holder, "causes", i);
      const char *id = lockstep_entry_string (listed, "cause");
      const LockstepEntry *cause =
          lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_CAUSES, id);

      g_string_append_printf (self->text,
                              "%s- %s: ",
                              i == 0 ? _ ("\nWhat can cause it:\n\n") : "",
                              lockstep_entry_string (listed, "likelihood"));
      add_text (self, "", lockstep_entry_text (cause, "title"), "");
      g_string_append_printf (self->text, " (`%s`)\n", id);
    }
}

static void
add_looks (Writer *self, const LockstepEntry *holder)
{
  for (guint i = 0; i < lockstep_entry_length (holder, "look-outside"); i++)
    add_text (self,
              i == 0 ? _ ("\nWhat to check from outside:\n\n- ") : "- ",
              lockstep_entry_nth_text (holder, "look-outside", i),
              "\n");

  for (guint i = 0; i < lockstep_entry_length (holder, "look-inside"); i++)
    {
      const LockstepEntry *look = lockstep_entry_nth (holder, "look-inside", i);

      add_text (self,
                i == 0 ? _ ("\nWhat to check on the server:\n\n- ") : "- ",
                lockstep_entry_text (look, "text"),
                "\n");
      add_commands (self, look, "commands", "  ");
    }
}

static void
add_words (Writer *self, const LockstepEntry *holder)
{
  add_text (self, "\n**", lockstep_entry_text (holder, "headline"), "**");
  add_text (self, "\n", lockstep_entry_text (holder, "meaning"), "\n");
  add_causes (self, holder);
  add_looks (self, holder);
}

static void
add_codes (Writer *self, const LockstepEntry *message)
{
  for (guint i = 0; i < lockstep_entry_length (message, "legacy"); i++)
    {
      const LockstepEntry *legacy = lockstep_entry_nth (message, "legacy", i);

      if (i == 0)
        g_string_append (self->text, _ ("\nOn clients before V5R1 only:\n\n"));

      g_string_append_printf (self->text,
                              "- %" G_GINT64_FORMAT ": ",
                              lockstep_entry_integer (legacy, "code", 0));
      add_text (self, "", lockstep_entry_text (legacy, "meaning"), "\n");
    }
}

static void
add_message (Writer *self, const LockstepEntry *message)
{
  const char *condition = lockstep_entry_string (message, "condition");

  g_string_append_printf (self->text, "\n### %s\n\n", lockstep_entry_id (message));
  add_text (self, "> ", lockstep_entry_string (message, "title"), "\n\n");
  add_text (self, _ ("Stands "), lockstep_entry_text (message, "where"), ".\n");
  for (guint i = 0; i < lockstep_entry_length (message, "says"); i++)
    g_string_append_printf (self->text,
                            "%s`%s`%s",
                            i == 0 ? _ ("Known by: ") : ", ",
                            lockstep_entry_nth_string (message, "says", i),
                            i + 1 == lockstep_entry_length (message, "says") ? "\n" : "");

  if (lockstep_entry_integer (message, "code-base", 0) > 0)
    g_string_append_printf (
        self->text,
        _ ("The number beside it, less %" G_GINT64_FORMAT ", is that of a condition.\n"),
        lockstep_entry_integer (message, "code-base", 0));

  if (condition != NULL)
    g_string_append_printf (self->text, _ ("Stands for the condition `%s`.\n"), condition);

  add_words (self, message);
  add_codes (self, message);
  add_source (self, message);
}

static void
add_condition (Writer *self, const LockstepEntry *condition)
{
  static const char *const roles[] = { "client", "server" };
  const char *const headings[] = { _ ("Reported by the client"), _ ("Reported by the server") };

  g_string_append_printf (self->text,
                          "\n### %s (%" G_GINT64_FORMAT ")\n",
                          lockstep_entry_id (condition),
                          lockstep_entry_integer (condition, "number", 0));
  for (guint i = 0; i < lockstep_entry_length (condition, "names"); i++)
    g_string_append_printf (self->text,
                            "%s`%s`%s",
                            i == 0 ? _ ("\nAlso called ") : ", ",
                            lockstep_entry_nth_string (condition, "names", i),
                            i + 1 == lockstep_entry_length (condition, "names") ? "\n" : "");

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const LockstepEntry *words = lockstep_entry_object (condition, roles[i]);

      if (words == NULL)
        continue;

      g_string_append_printf (self->text, "\n#### %s\n", headings[i]);
      add_words (self, words);
      add_source (self, words);
    }
}

static void
add_cause (Writer *self, const LockstepEntry *cause)
{
  const LockstepEntry *role = lockstep_catalog_lookup (self->catalog,
                                                       LOCKSTEP_SECTION_ROLES,
                                                       lockstep_entry_string (cause, "mended-by"));

  g_string_append_printf (self->text, "\n### %s\n", lockstep_entry_id (cause));
  add_text (self, "\n**", lockstep_entry_text (cause, "title"), "**");
  add_text (self, "\n", lockstep_entry_text (cause, "explanation"), "\n");
  add_text (self, _ ("\nHow to recognise it: "), lockstep_entry_text (cause, "recognise"), "\n");
  add_text (self, _ ("\nMended by: "), lockstep_entry_text (role, "name"), ".\n");
  for (guint i = 0; i < lockstep_entry_length (cause, "remedies"); i++)
    g_string_append_printf (self->text,
                            "%s`%s`%s",
                            i == 0 ? _ ("Remedies: ") : ", ",
                            lockstep_entry_nth_string (cause, "remedies", i),
                            i + 1 == lockstep_entry_length (cause, "remedies") ? "\n" : "");

  add_source (self, cause);
}

static void
add_person (Writer *self, const LockstepEntry *person)
{
  const LockstepEntry *role = lockstep_catalog_lookup (self->catalog,
                                                       LOCKSTEP_SECTION_ROLES,
                                                       lockstep_entry_string (person, "role"));

  add_text (self, "\n**", lockstep_entry_text (role, "name"), "**");
  add_text (self, ", ", lockstep_entry_text (person, "where"), "");
  g_string_append (self->text, "\n\n");
  for (guint i = 0; i < lockstep_entry_length (person, "steps"); i++)
    {
      const LockstepEntry *step = lockstep_entry_nth (person, "steps", i);

      g_string_append_printf (self->text, "%u. ", i + 1);
      add_text (self, "", lockstep_entry_text (step, "text"), "\n");
      add_text (self, "   ", lockstep_entry_text (step, "detail"), "\n");
      add_commands (self, step, "commands", "   ");
      add_text (self, _ ("   When it worked: "), lockstep_entry_text (step, "expect"), "\n");
      add_text (self, _ ("   Mind: "), lockstep_entry_text (step, "risk"), "\n");
      add_text (self, _ ("   To undo: "), lockstep_entry_text (step, "undo"), "\n");
    }
}

static void
add_remedy (Writer *self, const LockstepEntry *remedy)
{
  g_string_append_printf (self->text, "\n### %s\n", lockstep_entry_id (remedy));
  add_text (self, "\n", lockstep_entry_text (remedy, "title"), "\n");
  for (guint i = 0; i < lockstep_entry_length (remedy, "people"); i++)
    add_person (self, lockstep_entry_nth (remedy, "people", i));

  add_source (self, remedy);
}

static void
add_walkthrough (Writer *self, const LockstepEntry *walk)
{
  g_string_append_printf (self->text, "\n### %s\n", lockstep_entry_id (walk));
  add_text (self, "\n", lockstep_entry_text (walk, "title"), "\n");
  for (guint i = 0; i < lockstep_entry_length (walk, "variants"); i++)
    {
      const LockstepEntry *variant = lockstep_entry_nth (walk, "variants", i);

      add_text (self, "\n**", lockstep_entry_text (variant, "title"), "** ");
      add_text (self, "", lockstep_entry_text (variant, "reason"), "\n\n");
      for (guint j = 0; j < lockstep_entry_length (variant, "steps"); j++)
        {
          const LockstepEntry *step = lockstep_entry_nth (variant, "steps", j);

          g_string_append_printf (self->text, "%u. ", j + 1);
          add_text (self, "", lockstep_entry_text (step, "do"), "\n");
          add_text (self, "   ", lockstep_entry_text (step, "detail"), "\n");
          add_commands (self, step, "code", "   ");
          add_text (self, "   *", lockstep_entry_text (step, "question"), "* ");
          add_text (self, "", lockstep_entry_text (step, "expect"), "\n");
          add_text (self, _ ("   If not: "), lockstep_entry_text (step, "no"), "\n");
        }
    }

  add_source (self, walk);
}

char *
lockstep_reference_to_markdown (const LockstepCatalog *catalog)
{
  const struct
  {
    LockstepSection section;
    const char *heading;
    void (*add) (Writer *self, const LockstepEntry *entry);
  } chapters[] = {
    { LOCKSTEP_SECTION_MESSAGES, _ ("Messages"), add_message },
    { LOCKSTEP_SECTION_CONDITIONS, _ ("Conditions behind the return codes"), add_condition },
    { LOCKSTEP_SECTION_CAUSES, _ ("Causes"), add_cause },
    { LOCKSTEP_SECTION_REMEDIES, _ ("Remedies"), add_remedy },
    { LOCKSTEP_SECTION_WALKTHROUGHS, _ ("Walk-throughs"), add_walkthrough },
  };
  Writer writer = { catalog, g_string_new (NULL) };

  g_return_val_if_fail (catalog != NULL, NULL);

  g_string_append_printf (writer.text, "# %s\n\n", _ ("Messages that Lockstep knows"));
  g_string_append (
      writer.text,
      _ ("Made by `lockstepctl explain --all --format markdown` from the catalogue.\n"));
  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
    {
      const LockstepEntry *entry;

      g_string_append_printf (writer.text, "\n## %s\n", chapters[i].heading);
      for (guint j = 0; (entry = lockstep_catalog_nth (catalog, chapters[i].section, j)) != NULL;
           j++)
        chapters[i].add (&writer, entry);
    }

  return g_string_free (writer.text, FALSE);
}
