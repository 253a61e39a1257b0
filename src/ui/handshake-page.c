/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/handshake-page.h"

#include "picture/pictures.h"
#include "ui/answer.h"
#include "ui/check-rows.h"
#include "ui/handshake-facts.h"
#include "ui/picture-card.h"

#include <glib/gi18n-lib.h>

struct _LockstepHandshakePage
{
  LockstepPage parent_instance;

  GtkBox *body;
  LockstepAnswer *answer;
  LockstepPictureCard *card;
  GtkListBox *agreed;
  GtkWidget *tried_group;
  GtkListBox *tried;
  GtkWidget *behind_group;
  GtkListBox *behind;
};

G_DEFINE_FINAL_TYPE (LockstepHandshakePage, lockstep_handshake_page, LOCKSTEP_TYPE_PAGE)

/* What is behind the message most often, where what was seen points to nothing itself. */
static void
add_usual_causes (LockstepRowList *rows, LockstepCase *subject)
{
  const LockstepMatch *match = lockstep_case_get_match (subject);
  const LockstepEntry *holder = match != NULL ? lockstep_match_holder (match, "causes") : NULL;
  guint n = holder != NULL ? lockstep_entry_length (holder, "causes") : 0;

  for (guint i = 0; i < n; i++)
    {
      const LockstepEntry *usual = lockstep_entry_nth (holder, "causes", i);
      const LockstepEntry *cause = lockstep_catalog_lookup (lockstep_case_get_catalog (subject),
                                                            LOCKSTEP_SECTION_CAUSES,
                                                            lockstep_entry_string (usual, "cause"));

      if (cause != NULL)
        lockstep_row_list_add_usual_cause (rows, cause);
    }
}

static void
show_picture (LockstepHandshakePage *self, LockstepCase *subject, const LockstepObservation *seen)
{
  lockstep_picture_card_show (self->card, subject, lockstep_ladder_layout);
  if (seen == NULL || seen->steps->len > 0)
    lockstep_picture_card_set_instead (self->card, NULL);
  else if (lockstep_case_is_running (subject))
    lockstep_picture_card_set_instead (self->card, _ ("This service was not asked yet."));
  else
    lockstep_picture_card_set_instead (
        self->card,
        _ ("There was no handshake to look at, because no connection stood."));
}

static void
show_rows (LockstepHandshakePage *self, LockstepCase *subject, const LockstepObservation *seen)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  guint chosen = lockstep_case_get_chosen (subject);
  gboolean known =
      seen != NULL && lockstep_fact_set_has (seen->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME);
  gboolean broken =
      known && !lockstep_fact_set_is (seen->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "complete");
  LockstepRowList rows;

  /* After a break it matters least what was agreed before. */
  gtk_box_reorder_child_after (self->body,
                               GTK_WIDGET (self->agreed),
                               broken ? self->behind_group : GTK_WIDGET (self->card));
  lockstep_row_list_begin (&rows, self->agreed);
  if (known)
    lockstep_row_list_add_agreed (&rows, diagnosis, chosen);
  lockstep_row_list_end (&rows);

  lockstep_row_list_begin (&rows, self->tried);
  if (broken)
    lockstep_row_list_add_tried (&rows, diagnosis, chosen);
  lockstep_row_list_end (&rows);
  gtk_widget_set_visible (self->tried_group, rows.length > 0);

  lockstep_row_list_begin (&rows, self->behind);
  if (broken && lockstep_row_list_add_causes (&rows, subject, chosen) == 0 &&
      !lockstep_case_is_running (subject))
    add_usual_causes (&rows, subject);
  lockstep_row_list_end (&rows);
  gtk_widget_set_visible (self->behind_group, rows.length > 0);
}

static void
lockstep_handshake_page_refresh (LockstepPage *page)
{
  LockstepHandshakePage *self = LOCKSTEP_HANDSHAKE_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  const LockstepObservation *seen =
      diagnosis != NULL ? lockstep_scene_get (diagnosis->scene, lockstep_case_get_chosen (subject))
                        : NULL;

  lockstep_answer_set_view (self->answer,
                            lockstep_case_get_step (subject, LOCKSTEP_PAGE_HANDSHAKE));
  show_picture (self, subject, seen);
  show_rows (self, subject, seen);
}

static void
lockstep_handshake_page_entered (LockstepPage *page)
{
  lockstep_answer_focus (LOCKSTEP_HANDSHAKE_PAGE (page)->answer);
}

static void
lockstep_handshake_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_HANDSHAKE_PAGE);

  G_OBJECT_CLASS (lockstep_handshake_page_parent_class)->dispose (object);
}

static void
lockstep_handshake_page_class_init (LockstepHandshakePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_handshake_page_dispose;
  page_class->entered = lockstep_handshake_page_entered;
  page_class->refresh = lockstep_handshake_page_refresh;

  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  g_type_ensure (LOCKSTEP_TYPE_PICTURE_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/handshake-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepHandshakePage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepHandshakePage, body);
  gtk_widget_class_bind_template_child (widget_class, LockstepHandshakePage, card);
  gtk_widget_class_bind_template_child (widget_class, LockstepHandshakePage, agreed);
  gtk_widget_class_bind_template_child (widget_class, LockstepHandshakePage, tried_group);
  gtk_widget_class_bind_template_child (widget_class, LockstepHandshakePage, tried);
  gtk_widget_class_bind_template_child (widget_class, LockstepHandshakePage, behind_group);
  gtk_widget_class_bind_template_child (widget_class, LockstepHandshakePage, behind);
  lockstep_page_install_show (widget_class);
}

static void
lockstep_handshake_page_init (LockstepHandshakePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
