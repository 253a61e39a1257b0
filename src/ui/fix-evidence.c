/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/fix-evidence.h"

#include "ui/fix-people.h"
#include "ui/parts.h"

#include <glib/gi18n-lib.h>

/* The beginnings of facts' paths and the page that shows such facts, the telling ones first: a rule
 * about a neighbour's certificate also asks for this target's handshake. */
static const struct
{
  const char *group;
  LockstepStepKindOfPage page;
} groups[] = {
  { "dcm.", LOCKSTEP_PAGE_ON_THE_SERVER },
  { "sibling", LOCKSTEP_PAGE_SERVICES },
  { "plain.", LOCKSTEP_PAGE_REACH },
  { "chain.", LOCKSTEP_PAGE_CHAIN },
  { "certificate.", LOCKSTEP_PAGE_CERTIFICATE },
  { "clock.", LOCKSTEP_PAGE_CERTIFICATE },
  { "https.", LOCKSTEP_PAGE_CERTIFICATE },
  { "handshake.", LOCKSTEP_PAGE_HANDSHAKE },
  { "look.", LOCKSTEP_PAGE_HANDSHAKE },
};

/* Whether @sentence is @pattern with its places filled. */
static gboolean
is_filled (const char *pattern, const char *sentence)
{
  g_autoptr (GRegex) places = g_regex_new ("\\{[^}]*\\}", 0, 0, NULL);
  g_auto (GStrv) pieces = g_regex_split (places, pattern, 0);
  const char *at = sentence;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      const char *found = strstr (at, pieces[i]);

      if (found == NULL || (i == 0 && found != sentence))
        return FALSE;
      at = found + strlen (pieces[i]);
    }

  return TRUE;
}

/* Marks in @seen which of the groups the condition @when asks for. */
static void
find_groups (const LockstepEntry *when, gboolean seen[G_N_ELEMENTS (groups)])
{
  static const char *const lists[] = { "all", "any" };
  const char *fact = lockstep_entry_string (when, "fact");

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if ((fact != NULL && g_str_has_prefix (fact, groups[i].group)) ||
        (g_str_equal (groups[i].group, "sibling") && lockstep_entry_has (when, "sibling")))
      seen[i] = TRUE;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lockstep_entry_length (when, lists[l]); i++)
      find_groups (lockstep_entry_nth (when, lists[l], i), seen);
}

LockstepStepKindOfPage
lockstep_fix_page_of (LockstepCatalog *catalog, const LockstepCause *cause, const char *because)
{
  gboolean seen[G_N_ELEMENTS (groups)] = { FALSE };

  for (guint i = 0; i < lockstep_catalog_count (catalog, LOCKSTEP_SECTION_RULES); i++)
    {
      const LockstepEntry *rule = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_RULES, i);

      if (g_strcmp0 (lockstep_entry_string (rule, "cause"), lockstep_entry_id (cause->entry)) ==
              0 &&
          is_filled (lockstep_entry_text (rule, "because"), because))
        {
          find_groups (lockstep_entry_object (rule, "when"), seen);
          break;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (seen[i])
      return groups[i].page;

  return LOCKSTEP_PAGE_REACH;
}

static GtkWidget *
create_tag (LockstepConfidence confidence)
{
  GtkWidget *tag;

  switch (confidence)
    {
    case LOCKSTEP_CONFIDENCE_CERTAIN:
      tag = lockstep_tag_new (_ ("Certain"), "fine");
      break;
    case LOCKSTEP_CONFIDENCE_LIKELY:
      tag = lockstep_tag_new (_ ("Likely"), "look");
      break;
    case LOCKSTEP_CONFIDENCE_POSSIBLE:
    default:
      tag = lockstep_tag_new (_ ("Possible"), NULL);
      break;
    }
  gtk_widget_set_size_request (tag, 70, -1);

  return tag;
}

static const char *
word_certainty (const LockstepDiagnosis *diagnosis)
{
  const LockstepCause *first = g_ptr_array_index (diagnosis->causes, 0);

  switch (first->confidence)
    {
    case LOCKSTEP_CONFIDENCE_CERTAIN:
      return diagnosis->causes->len == 1 ? _ ("Nothing else explains what was seen")
                                         : _ ("What was seen leaves no doubt about this one");
    case LOCKSTEP_CONFIDENCE_LIKELY:
      return _ ("This explains best what was seen");
    case LOCKSTEP_CONFIDENCE_POSSIBLE:
    default:
      return _ ("This fits what was seen, as other things may");
    }
}

static GtkWidget *
create_reason (LockstepCase *subject, const LockstepCause *cause, const char *because)
{
  LockstepStepKindOfPage page =
      lockstep_fix_page_of (lockstep_case_get_catalog (subject), cause, because);
  const LockstepStepView *view = lockstep_case_get_step (subject, page);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), because);
  if (view != NULL)
    {
      g_autofree char *action = g_strdup_printf ("wizard.go::%s", lockstep_page_to_string (page));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), view->title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), action);
    }

  return row;
}

GtkWidget *
lockstep_fix_certainty_new (LockstepCase *subject, const LockstepDiagnosis *diagnosis)
{
  const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, 0);
  GtkListBox *list = lockstep_fix_list_new ();
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word_certainty (diagnosis));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                 lockstep_entry_text (cause->entry, "title"));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), create_tag (cause->confidence));
  for (guint i = 0; cause->because != NULL && cause->because[i] != NULL; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              create_reason (subject, cause, cause->because[i]));
  gtk_list_box_append (list, row);

  return GTK_WIDGET (list);
}

GtkWidget *
lockstep_fix_others_new (const LockstepDiagnosis *diagnosis)
{
  GtkWidget *group;
  GtkListBox *list;

  if (diagnosis->causes->len < 2)
    return NULL;

  group = adw_preferences_group_new ();
  list = lockstep_fix_list_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What else may be behind it"));
  for (guint i = 1; i < diagnosis->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, i);
      GtkWidget *row = adw_action_row_new ();
      const char *because = cause->because != NULL ? cause->because[0] : NULL;

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     lockstep_entry_text (cause->entry, "title"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), because != NULL ? because : "");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_tag (cause->confidence));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (list, row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (list));

  return group;
}
