/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/explanation.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>

/* More messages than these are only named: nobody reads further. */
#define MAX_WHOLE 3

typedef struct
{
  const LockstepCatalog *catalog;
  const LockstepRecognition *recognition;
  const LockstepMatch *match;
  GString *text;
  gboolean colour;
} Writer;

static void
add_line (Writer *self, guint indent, const char *lead, const char *text)
{
  g_autofree char *filled = NULL;
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    return;

  filled = lockstep_explanation_fill (self->recognition, self->match, text);
  lines = g_strsplit (filled, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (self->text,
                            "%*s%s%s\n",
                            (int) indent,
                            "",
                            i == 0 ? lead : "",
                            lines[i]);
}

static void
add_heading (Writer *self, const char *heading)
{
  g_string_append_printf (self->text,
                          "\n%s%s%s\n",
                          self->colour ? "\033[1m" : "",
                          heading,
                          self->colour ? "\033[0m" : "");
}

static const char *
likelihood_word (const char *likelihood)
{
  if (g_strcmp0 (likelihood, "often") == 0)
    return C_ ("likelihood", "often");
  if (g_strcmp0 (likelihood, "sometimes") == 0)
    return C_ ("likelihood", "sometimes");

  return C_ ("likelihood", "seldom");
}

static void
add_causes (Writer *self)
{
  const LockstepEntry *holder = lockstep_explanation_get_causes (self->match);

  if (holder == NULL || lockstep_entry_length (holder, "causes") == 0)
    return;

  add_heading (self, _ ("What can cause it"));
  for (guint i = 0; i < lockstep_entry_length (holder, "causes"); i++)
    {
      const LockstepEntry *listed = lockstep_entry_nth (holder, "causes", i);
      const char *id = lockstep_entry_string (listed, "cause");
      const LockstepEntry *cause =
          lockstep_catalog_lookup (self->catalog, LOCKSTEP_SECTION_CAUSES, id);
      g_autofree char *lead =
          g_strdup_printf ("%-10s ",
                           likelihood_word (lockstep_entry_string (listed, "likelihood")));

      if (cause == NULL)
        continue;
      add_line (self, 2, lead, lockstep_entry_text (cause, "title"));
      add_line (self, 13, "", lockstep_entry_text (cause, "recognise"));
    }
}

static void
add_looks (Writer *self)
{
  const LockstepEntry *outside = lockstep_match_holder (self->match, "look-outside");
  const LockstepEntry *inside = lockstep_match_holder (self->match, "look-inside");

  if (outside != NULL && lockstep_entry_length (outside, "look-outside") > 0)
    add_heading (self, _ ("What to check from outside"));
  for (guint i = 0; outside != NULL && i < lockstep_entry_length (outside, "look-outside"); i++)
    add_line (self, 2, "- ", lockstep_entry_nth_text (outside, "look-outside", i));

  if (inside != NULL && lockstep_entry_length (inside, "look-inside") > 0)
    add_heading (self, _ ("What to check on the server"));
  for (guint i = 0; inside != NULL && i < lockstep_entry_length (inside, "look-inside"); i++)
    {
      const LockstepEntry *entry = lockstep_entry_nth (inside, "look-inside", i);

      add_line (self, 2, "- ", lockstep_entry_text (entry, "text"));
      for (guint j = 0; j < lockstep_entry_length (entry, "commands"); j++)
        add_line (self, 6, "", lockstep_entry_nth_string (entry, "commands", j));
    }
}

static void
add_step (Writer *self, const LockstepEntry *step, guint number)
{
  g_autofree char *lead = g_strdup_printf ("%u. ", number);

  add_line (self, 6, lead, lockstep_entry_text (step, "text"));
  add_line (self, 9, "", lockstep_entry_text (step, "detail"));
  for (guint i = 0; i < lockstep_entry_length (step, "commands"); i++)
    add_line (self, 13, "", lockstep_entry_nth_string (step, "commands", i));
  if (lockstep_entry_has (step, "risk"))
    add_line (self, 9, _ ("Mind: "), lockstep_entry_text (step, "risk"));
  if (lockstep_entry_has (step, "undo"))
    add_line (self, 9, _ ("To undo: "), lockstep_entry_text (step, "undo"));
}

static void
add_remedy (Writer *self, const LockstepEntry *remedy)
{
  add_line (self, 2, "", lockstep_entry_text (remedy, "title"));
  for (guint i = 0; i < lockstep_entry_length (remedy, "people"); i++)
    {
      const LockstepEntry *person = lockstep_entry_nth (remedy, "people", i);
      const LockstepEntry *role = lockstep_catalog_lookup (self->catalog,
                                                           LOCKSTEP_SECTION_ROLES,
                                                           lockstep_entry_string (person, "role"));
      const char *name = role != NULL ? lockstep_entry_text (role, "name") : NULL;
      const char *where = lockstep_entry_text (person, "where");
      g_autofree char *who =
          g_strdup_printf ("%s%s%s", name, where != NULL ? ", " : "", where != NULL ? where : "");

      add_line (self, 4, "", who);
      for (guint j = 0; j < lockstep_entry_length (person, "steps"); j++)
        add_step (self, lockstep_entry_nth (person, "steps", j), j + 1);
    }
}

static void
add_remedies (Writer *self)
{
  g_autoptr (GPtrArray) ids = lockstep_explanation_get_remedies (self->catalog, self->match);

  if (ids->len == 0)
    return;

  add_heading (self, _ ("How to mend it, and who does it"));
  for (guint i = 0; i < ids->len; i++)
    {
      const LockstepEntry *remedy = lockstep_catalog_lookup (self->catalog,
                                                             LOCKSTEP_SECTION_REMEDIES,
                                                             g_ptr_array_index (ids, i));

      if (remedy != NULL)
        add_remedy (self, remedy);
    }
}

static const char *
confidence_word (const char *confidence)
{
  if (g_strcmp0 (confidence, "documented") == 0)
    return _ ("documented");
  if (g_strcmp0 (confidence, "observed") == 0)
    return _ ("observed");
  if (g_strcmp0 (confidence, "inferred") == 0)
    return _ ("inferred from what is documented");

  return _ ("general knowledge");
}

static void
add_sources (Writer *self)
{
  const LockstepEntry *holder =
      self->match->explanation != NULL ? self->match->explanation : self->match->message;

  add_heading (self, _ ("Where this comes from"));
  for (guint i = 0; i < lockstep_entry_length (holder, "source"); i++)
    g_string_append_printf (self->text,
                            "  - %s\n",
                            lockstep_entry_nth_string (holder, "source", i));
  g_string_append_printf (self->text,
                          _ ("  How sure it is: %s\n"),
                          confidence_word (lockstep_entry_string (holder, "confidence")));
}

/* What a code meant on clients of long ago is told beside what it means today. */
static void
add_legacy (Writer *self)
{
  const LockstepEntry *legacy = lockstep_match_get_legacy (self->match);

  if (legacy == NULL)
    return;

  add_heading (self, _ ("On clients before V5R1"));
  add_line (self,
            2,
            "",
            _ ("Clients from before 2001 used this number for something else. It is possible here "
               "only if the client is that old."));
  add_line (self, 2, "", lockstep_entry_text (legacy, "meaning"));
}

static void
add_match (Writer *self)
{
  g_autofree char *title = lockstep_match_title (self->match);
  const char *printed;
  const char *condition =
      self->match->condition != NULL ? lockstep_entry_id (self->match->condition) : NULL;

  g_string_append_printf (self->text,
                          "%s%s%s%s%s%s\n",
                          self->colour ? "\033[1m" : "",
                          title,
                          self->colour ? "\033[0m" : "",
                          condition != NULL ? " (" : "",
                          condition != NULL ? condition : "",
                          condition != NULL ? ")" : "");
  if (self->match->corrected_from != NULL)
    g_string_append_printf (self->text,
                            _ ("Taken for a misspelt “%s”.\n"),
                            self->match->corrected_from);
  printed = lockstep_entry_string (self->match->message, "title");
  if (g_strcmp0 (title, printed) != 0)
    add_line (self, 0, "", printed);
  g_string_append_c (self->text, '\n');
  add_line (self, 0, "", lockstep_match_text (self->match, "headline"));
  add_line (self, 0, "", lockstep_match_text (self->match, "meaning"));
  add_legacy (self);
  add_causes (self);
  add_looks (self);
  add_remedies (self);
  add_sources (self);
}

char *
lockstep_explanation_to_text (const LockstepCatalog *catalog,
                              const LockstepRecognition *recognition,
                              gboolean colour)
{
  Writer writer = { catalog, recognition, NULL, g_string_new (NULL), colour };

  for (guint i = 0; i < recognition->matches->len; i++)
    {
      writer.match = g_ptr_array_index (recognition->matches, i);
      if (i > 0)
        g_string_append_c (writer.text, '\n');
      if (i < MAX_WHOLE)
        add_match (&writer);
      else
        {
          g_autofree char *title = lockstep_match_title (writer.match);

          add_line (&writer, 0, _ ("Also: "), title);
        }
    }

  return g_string_free (writer.text, FALSE);
}
