/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/symptom-page.h"

#include "ui/answer.h"
#include "ui/parts.h"
#include "ui/symptom-field.h"
#include "ui/symptom-parts.h"

#include <glib/gi18n-lib.h>

struct _LockstepSymptomPage
{
  LockstepPage parent_instance;

  LockstepSymptomField *field;
  GtkWidget *unknown_list;
  AdwActionRow *unknown_row;
  GtkListBox *matches;
  LockstepAnswer *answer;
  GtkWidget *causes_group;
  GtkListBox *causes;

  char *shown;       /* the symptom that the rows are about */
  guint shown_match; /* the message that the words below are about, plus 1 */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LockstepSymptomPage, lockstep_symptom_page, LOCKSTEP_TYPE_PAGE)

/* Empty text and text in which nothing is known are different things to say. */
static void
show_unknown (LockstepSymptomPage *self, const char *symptom, gboolean known)
{
  gboolean empty = symptom == NULL || *symptom == '\0';

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->unknown_row),
                                 empty ? _ ("No message was written down")
                                       : _ ("No message is known in this text"));
  gtk_widget_set_visible (self->unknown_list, !known);
}

static void
show_matches (LockstepSymptomPage *self, const LockstepRecognition *recognition)
{
  lockstep_list_clear (self->matches);
  for (guint i = 0; i < recognition->matches->len; i++)
    {
      guint count = recognition->matches->len;
      g_autofree char *tag = i > 0 ? NULL
                                   : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                   "%u message recognised",
                                                                   "%u messages recognised",
                                                                   count),
                                                      count);

      gtk_list_box_append (
          self->matches,
          lockstep_match_row_new (g_ptr_array_index (recognition->matches, i), tag));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->matches), recognition->matches->len > 0);
}

static void
show_causes (LockstepSymptomPage *self, LockstepCatalog *catalog, const LockstepMatch *match)
{
  const LockstepEntry *holder = lockstep_match_holder (match, "causes");
  g_autofree char *names = lockstep_match_dup_other_names (catalog, match);
  guint shown = 0;

  lockstep_list_clear (self->causes);
  for (guint i = 0; holder != NULL && i < lockstep_entry_length (holder, "causes"); i++)
    {
      const LockstepEntry *usual = lockstep_entry_nth (holder, "causes", i);
      const LockstepEntry *cause = lockstep_catalog_lookup (catalog,
                                                            LOCKSTEP_SECTION_CAUSES,
                                                            lockstep_entry_string (usual, "cause"));

      if (cause != NULL)
        gtk_list_box_append (
            self->causes,
            lockstep_usual_cause_row_new (++shown,
                                          lockstep_entry_text (cause, "title"),
                                          lockstep_entry_string (usual, "likelihood")));
    }
  if (names != NULL)
    {
      GtkWidget *row =
          lockstep_value_row_new ("lockstep-swap-symbolic", _ ("Other names for it"), names, FALSE);

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      gtk_list_box_append (self->causes, row);
    }
  gtk_widget_set_visible (self->causes_group, shown > 0 || names != NULL);
}

static void
show_match (LockstepSymptomPage *self, LockstepCase *subject, const LockstepMatch *match)
{
  const char *headline = match != NULL ? lockstep_match_text (match, "headline") : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->answer), match != NULL);
  if (match == NULL)
    {
      gtk_widget_hide (self->causes_group);
      return;
    }

  lockstep_answer_set_texts (self->answer,
                             "info",
                             _ ("What does it mean?"),
                             headline != NULL ? headline
                                              : lockstep_entry_text (match->message, "title"),
                             lockstep_match_text (match, "meaning"));
  show_causes (self, lockstep_case_get_catalog (subject), match);
}

static void
lockstep_symptom_page_refresh (LockstepPage *page)
{
  LockstepSymptomPage *self = LOCKSTEP_SYMPTOM_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);
  const LockstepRecognition *recognition = lockstep_case_get_recognition (subject);
  const LockstepMatch *match = lockstep_case_get_match (subject);
  const char *symptom = lockstep_case_get_symptom (subject);
  guint index = 0;

  if (match == NULL || !g_ptr_array_find (recognition->matches, match, &index))
    index = 0;

  self->showing = TRUE;
  if (self->shown == NULL || g_strcmp0 (symptom != NULL ? symptom : "", self->shown) != 0)
    {
      g_free (self->shown);
      self->shown = g_strdup (symptom != NULL ? symptom : "");
      lockstep_symptom_field_set_text (self->field, self->shown);
      lockstep_symptom_field_mark (self->field, recognition);
      show_unknown (self, symptom, match != NULL);
      show_matches (self, recognition);
      self->shown_match = 0;
    }
  if (self->shown_match != index + 1)
    {
      self->shown_match = index + 1;
      show_match (self, subject, match);
      gtk_list_box_select_row (self->matches,
                               gtk_list_box_get_row_at_index (self->matches, (int) index));
    }
  self->showing = FALSE;
}

/* The text settled: it is the symptom now. */
static void
settled_cb (LockstepSymptomField *field, gpointer user_data)
{
  LockstepSymptomPage *self = user_data;
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (self));
  const char *now = lockstep_case_get_symptom (subject);
  g_autofree char *text = lockstep_symptom_field_dup_text (field);

  if (g_strcmp0 (text, now != NULL ? now : "") == 0)
    return;

  lockstep_case_set_symptom (subject, text);
  lockstep_page_refresh (LOCKSTEP_PAGE (self));
}

static void
moved_down_cb (LockstepSymptomField *field, gpointer user_data)
{
  LockstepSymptomPage *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  LockstepSymptomPage *self = user_data;

  if (row != NULL && !self->showing)
    lockstep_case_choose_match (lockstep_page_get_case (LOCKSTEP_PAGE (self)),
                                (guint) gtk_list_box_row_get_index (row));
}

static void
lockstep_symptom_page_entered (LockstepPage *page)
{
  LockstepSymptomPage *self = LOCKSTEP_SYMPTOM_PAGE (page);

  /* While the checks have not begun the text is what one works on; later it is read. */
  if (lockstep_case_has_started (lockstep_page_get_case (page)) &&
      gtk_widget_get_visible (GTK_WIDGET (self->answer)))
    lockstep_answer_focus (self->answer);
  else
    lockstep_symptom_field_focus (self->field);
}

static void
lockstep_symptom_page_left (LockstepPage *page)
{
  lockstep_symptom_field_settle (LOCKSTEP_SYMPTOM_PAGE (page)->field);
}

static void
lockstep_symptom_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_SYMPTOM_PAGE);

  G_OBJECT_CLASS (lockstep_symptom_page_parent_class)->dispose (object);
}

static void
lockstep_symptom_page_finalize (GObject *object)
{
  g_free (LOCKSTEP_SYMPTOM_PAGE (object)->shown);

  G_OBJECT_CLASS (lockstep_symptom_page_parent_class)->finalize (object);
}

static void
lockstep_symptom_page_class_init (LockstepSymptomPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  object_class->dispose = lockstep_symptom_page_dispose;
  object_class->finalize = lockstep_symptom_page_finalize;
  page_class->entered = lockstep_symptom_page_entered;
  page_class->left = lockstep_symptom_page_left;
  page_class->refresh = lockstep_symptom_page_refresh;

  g_type_ensure (LOCKSTEP_TYPE_SYMPTOM_FIELD);
  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/symptom-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomPage, field);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomPage, unknown_list);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomPage, unknown_row);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomPage, matches);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomPage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomPage, causes_group);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomPage, causes);
}

static void
lockstep_symptom_page_init (LockstepSymptomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (self->field, "settled", G_CALLBACK (settled_cb), self);
  g_signal_connect (self->field, "moved-down", G_CALLBACK (moved_down_cb), self);
  g_signal_connect (self->matches, "row-selected", G_CALLBACK (row_selected_cb), self);
}
