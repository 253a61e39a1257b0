/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/remedy-plan.h"

#include <glib/gi18n-lib.h>

static void
add_step (GString *text, const LockstepRemedyStep *step)
{
  g_string_append_printf (text, "%2u. %s\n", step->number, step->text);
  if (step->detail != NULL)
    g_string_append_printf (text, "    %s\n", step->detail);
  for (guint i = 0; step->commands[i] != NULL; i++)
    g_string_append_printf (text, "        %s\n", step->commands[i]);
  if (step->expect != NULL)
    g_string_append_printf (text, _ ("    You should see: %s\n"), step->expect);
  if (step->risk != NULL)
    g_string_append_printf (text, _ ("    Mind: %s\n"), step->risk);
  if (step->undo != NULL)
    g_string_append_printf (text, _ ("    To take it back: %s\n"), step->undo);
}

char *
lockstep_remedy_person_to_text (LockstepCase *subject, const LockstepRemedyPerson *person)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = NULL;
  const LockstepStepView *fix;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), g_string_free (text, FALSE));
  g_return_val_if_fail (person != NULL, g_string_free (text, FALSE));

  title = lockstep_case_dup_title (subject);
  g_string_append_printf (text, "%s\n", title);

  fix = lockstep_case_get_step (subject, LOCKSTEP_PAGE_FIX);
  if (fix != NULL)
    g_string_append_printf (text, "%s %s\n", fix->answer, fix->meaning);

  g_string_append_printf (text, "\n%s\n", person->name);
  if (person->where != NULL)
    g_string_append_printf (text, "%s\n", person->where);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < person->steps->len; i++)
    add_step (text, g_ptr_array_index (person->steps, i));

  return g_string_free (text, FALSE);
}

static void
add_filled (LockstepCase *subject, GString *text, const char *lead, const char *pattern)
{
  g_autofree char *filled = NULL;

  if (pattern == NULL)
    return;

  filled = lockstep_case_fill_walk (subject, pattern);
  g_string_append (text, lead);
  g_string_append_printf (text, "%s\n", filled);
}

static const char *
describe_answer (LockstepAnswerKind kind)
{
  switch (kind)
    {
    case LOCKSTEP_ANSWER_YES:
      return _ ("Yes");
    case LOCKSTEP_ANSWER_NO:
      return _ ("No");
    case LOCKSTEP_ANSWER_CANNOT:
      return _ ("I can’t do this");
    case LOCKSTEP_ANSWER_NONE:
    default:
      return "____________";
    }
}

static void
add_walk_step (LockstepCase *subject, GString *text, const LockstepEntry *step, guint position)
{
  const char *note = lockstep_case_get_note (subject, position);
  g_autofree char *number = g_strdup_printf ("\n%2u. ", position + 1);

  add_filled (subject, text, number, lockstep_entry_text (step, "do"));
  add_filled (subject, text, "    ", lockstep_entry_text (step, "detail"));
  for (guint i = 0; i < lockstep_entry_length (step, "code"); i++)
    add_filled (subject, text, "        ", lockstep_entry_nth_string (step, "code", i));
  add_filled (subject, text, "        ", lockstep_entry_string (step, "url"));
  add_filled (subject, text, _ ("    You should see: "), lockstep_entry_text (step, "expect"));
  add_filled (subject, text, "    ", lockstep_entry_text (step, "question"));
  g_string_append_printf (text,
                          _ ("    Answer: %s\n"),
                          describe_answer (lockstep_case_get_answer (subject, position)));
  if (lockstep_entry_has (step, "note"))
    {
      add_filled (subject, text, "    ", lockstep_entry_text (step, "note"));
      g_string_append_printf (text, "    %s\n", note != NULL ? note : "____________");
    }
}

char *
lockstep_walkthrough_to_text (LockstepCase *subject)
{
  GString *text = g_string_new (NULL);
  const LockstepEntry *walk, *variant;
  g_autofree char *title = NULL;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), g_string_free (text, FALSE));

  walk = lockstep_case_get_walkthrough (subject);
  variant = walk != NULL
                ? lockstep_entry_nth (walk, "variants", lockstep_case_get_variant (subject))
                : NULL;
  if (variant == NULL)
    return g_string_free (text, FALSE);

  title = lockstep_case_dup_title (subject);
  g_string_append_printf (text, "%s\n", title);
  add_filled (subject, text, "", lockstep_entry_text (walk, "title"));
  add_filled (subject, text, "", lockstep_entry_text (variant, "title"));
  for (guint i = 0; i < lockstep_entry_length (variant, "steps"); i++)
    add_walk_step (subject, text, lockstep_entry_nth (variant, "steps", i), i);

  return g_string_free (text, FALSE);
}
