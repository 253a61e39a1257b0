/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/chain-page.h"

#include "picture/pictures.h"
#include "ui/answer.h"
#include "ui/chain-rows.h"
#include "ui/check-rows.h"
#include "ui/picture-card.h"

#include <glib/gi18n-lib.h>

struct _LockstepChainPage
{
  LockstepPage parent_instance;

  LockstepAnswer *answer;
  LockstepPictureCard *card;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LockstepChainPage, lockstep_chain_page, LOCKSTEP_TYPE_PAGE)

/* Who else on the same server shows a chain, where this one shows none. */
static void
add_others (LockstepRowList *rows, LockstepDiagnosis *diagnosis, guint index)
{
  const LockstepObservation *own = lockstep_scene_get (diagnosis->scene, index);

  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      const LockstepObservation *other = lockstep_scene_get (diagnosis->scene, i);

      if (i != index && other->chain->len > 0 && g_strcmp0 (own->host, other->host) == 0)
        lockstep_row_list_add_service (rows, diagnosis, i);
    }
}

static void
lockstep_chain_page_refresh (LockstepPage *page)
{
  LockstepChainPage *self = LOCKSTEP_CHAIN_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  guint index = lockstep_case_get_chosen (subject);
  const LockstepObservation *seen =
      diagnosis != NULL ? lockstep_scene_get (diagnosis->scene, index) : NULL;
  LockstepRowList rows;

  lockstep_answer_set_view (self->answer, lockstep_case_get_step (subject, LOCKSTEP_PAGE_CHAIN));
  lockstep_picture_card_show (self->card, subject, lockstep_chain_layout);
  if (seen == NULL || seen->chain->len > 0)
    lockstep_picture_card_set_instead (self->card, NULL);
  else
    lockstep_picture_card_set_instead (
        self->card,
        lockstep_case_is_running (subject)
            ? _ ("No certificate has come yet.")
            : _ ("Without a certificate there is no chain to show."));

  lockstep_row_list_begin (&rows, self->list);
  if (seen != NULL && seen->chain->len > 0)
    {
      lockstep_row_list_add_user_trust (&rows, subject, index);
      lockstep_row_list_add_files (&rows, seen);
      lockstep_row_list_add_links (&rows, seen);
    }
  else if (seen != NULL)
    add_others (&rows, diagnosis, index);
  lockstep_row_list_end (&rows);
}

static void
lockstep_chain_page_entered (LockstepPage *page)
{
  lockstep_answer_focus (LOCKSTEP_CHAIN_PAGE (page)->answer);
}

static void
lockstep_chain_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_CHAIN_PAGE);

  G_OBJECT_CLASS (lockstep_chain_page_parent_class)->dispose (object);
}

static void
lockstep_chain_page_class_init (LockstepChainPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_chain_page_dispose;
  page_class->entered = lockstep_chain_page_entered;
  page_class->refresh = lockstep_chain_page_refresh;

  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  g_type_ensure (LOCKSTEP_TYPE_PICTURE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/chain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepChainPage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepChainPage, card);
  gtk_widget_class_bind_template_child (widget_class, LockstepChainPage, list);
  lockstep_page_install_show (widget_class);
}

static void
lockstep_chain_page_init (LockstepChainPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
