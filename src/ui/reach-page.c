/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reach-page.h"

#include "picture/pictures.h"
#include "ui/answer.h"
#include "ui/check-rows.h"
#include "ui/picture-card.h"
#include "ui/show-soon.h"

#include <glib/gi18n-lib.h>

/* Beyond these the picture tells more than rows. */
#define MAX_PORT_ROWS 6

struct _LockstepReachPage
{
  LockstepPage parent_instance;

  LockstepAnswer *answer;
  LockstepPictureCard *card;
  GtkWidget *group;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LockstepReachPage, lockstep_reach_page, LOCKSTEP_TYPE_PAGE)

static gboolean
is_target_beside (const LockstepDiagnosis *diagnosis, guint index, guint chosen)
{
  const LockstepObservation *observation = lockstep_scene_get (diagnosis->scene, index);
  const LockstepObservation *own = lockstep_scene_get (diagnosis->scene, chosen);

  return g_strcmp0 (observation->host, own->host) == 0 &&
         (observation->role == LOCKSTEP_ROLE_TARGET || index == chosen);
}

/* The ports of the services that were asked about: how many, and how many of them failed. */
static guint
count_ports (const LockstepDiagnosis *diagnosis, guint chosen, guint *ret_failed)
{
  guint asked = 0;

  *ret_failed = 0;
  for (guint i = 0; i < diagnosis->observations->len; i++)
    if (is_target_beside (diagnosis, i, chosen))
      {
        asked++;
        *ret_failed += lockstep_check_outcome (diagnosis, i, "port") == LOCKSTEP_OUTCOME_FAIL;
      }

  return asked;
}

/* The ports that do not answer, by name, and that others do. Where none answers, the row about all
 * has said it. */
static void
add_ports (LockstepRowList *rows, LockstepCase *subject, guint chosen)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  guint failed;
  guint asked = count_ports (diagnosis, chosen, &failed);
  guint answered = 0;
  g_autofree char *others = NULL;

  if (failed == 0 || asked == failed)
    return;

  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      if (!is_target_beside (diagnosis, i, chosen))
        continue;
      answered += lockstep_check_outcome (diagnosis, i, "port") == LOCKSTEP_OUTCOME_PASS;
      if (failed > MAX_PORT_ROWS ||
          lockstep_check_outcome (diagnosis, i, "port") != LOCKSTEP_OUTCOME_FAIL)
        continue;
      lockstep_row_list_add_check (rows, subject, i, "port");
      lockstep_row_list_add_check (rows, subject, i, "plain");
    }

  if (answered == 0)
    return;
  others = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u other port answered", "%u other ports answered", answered),
      answered);
  lockstep_row_list_add_evidence (rows,
                                  LOCKSTEP_STATE_FINE,
                                  _ ("The server and the way to it are fine"),
                                  others);
}

static gboolean
is_open (const LockstepDiagnosis *diagnosis, guint index, LockstepFact fact)
{
  return lockstep_fact_set_is (lockstep_scene_get (diagnosis->scene, index)->facts, fact, "open");
}

/* That the ports without TLS answer too says that the services themselves run. */
static void
add_plain (LockstepRowList *rows, LockstepCase *subject, guint chosen)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  guint asked = 0;
  guint both = 0;

  for (guint i = 0; i < diagnosis->observations->len; i++)
    if (is_target_beside (diagnosis, i, chosen))
      {
        asked++;
        both += is_open (diagnosis, i, LOCKSTEP_FACT_PORT_OUTCOME) &&
                is_open (diagnosis, i, LOCKSTEP_FACT_PLAIN_OUTCOME);
      }

  if (asked > 1 && both == asked)
    lockstep_row_list_add_evidence (rows,
                                    LOCKSTEP_STATE_FINE,
                                    _ ("The services are started"),
                                    _ ("Each of them answers without TLS as well"));
  else if (asked == 1 || is_open (diagnosis, chosen, LOCKSTEP_FACT_PORT_OUTCOME))
    lockstep_row_list_add_check (rows, subject, chosen, "plain");
}

/* What a connection alone cannot tell, and whether the next page has told it. */
static void
add_open_question (LockstepRowList *rows, LockstepDiagnosis *diagnosis, guint chosen)
{
  const LockstepFactSet *facts = lockstep_scene_get (diagnosis->scene, chosen)->facts;
  gboolean shaken = lockstep_fact_set_has (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME);

  if (!is_open (diagnosis, chosen, LOCKSTEP_FACT_PORT_OUTCOME))
    {
      if (lockstep_fact_set_has (facts, LOCKSTEP_FACT_PORT_OUTCOME))
        lockstep_row_list_add_evidence (rows,
                                        LOCKSTEP_STATE_UNKNOWN,
                                        _ ("Still open: whether TLS would work"),
                                        _ ("Without a connection there is nothing to look at"));
      return;
    }

  if (!shaken)
    lockstep_row_list_add_evidence (
        rows,
        LOCKSTEP_STATE_UNKNOWN,
        _ ("Still open: something may cut the line later"),
        _ ("Some firewalls do that when the first TLS message passes. The next page looks at it"));
  else if (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "complete"))
    lockstep_row_list_add_evidence (rows,
                                    LOCKSTEP_STATE_FINE,
                                    _ ("Nothing cuts the line later"),
                                    _ ("The TLS messages pass too, as the next page shows"));
  else
    lockstep_row_list_add_evidence (rows,
                                    LOCKSTEP_STATE_LOOK,
                                    _ ("The connection alone is not enough"),
                                    lockstep_check_summary (diagnosis, chosen, "handshake"));
}

/* All ports in one row, where the rows of the single ones do not say the same. */
static void
add_reach (LockstepRowList *rows, LockstepCase *subject, guint chosen)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  guint failed;
  guint asked = count_ports (diagnosis, chosen, &failed);

  if (lockstep_check_outcome (diagnosis, chosen, "name") != LOCKSTEP_OUTCOME_FAIL &&
      (failed == 0 || failed == asked || failed > MAX_PORT_ROWS))
    lockstep_row_list_add_check (rows, subject, chosen, "reach");
}

static void
show_rows (LockstepReachPage *self, LockstepCase *subject)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  LockstepRowList rows;

  lockstep_row_list_begin (&rows, self->list);
  if (diagnosis != NULL && diagnosis->observations->len > 0)
    {
      guint chosen = lockstep_case_get_chosen (subject);

      lockstep_row_list_add_check (&rows, subject, chosen, "name");
      add_reach (&rows, subject, chosen);
      add_ports (&rows, subject, chosen);
      add_plain (&rows, subject, chosen);
      if (lockstep_check_outcome (diagnosis, chosen, "reach") == LOCKSTEP_OUTCOME_FAIL)
        lockstep_row_list_add_causes (&rows, subject, chosen);
      add_open_question (&rows, diagnosis, chosen);
    }
  lockstep_row_list_end (&rows);
  lockstep_show_soon (self->group, rows.length > 0);
}

static void
lockstep_reach_page_refresh (LockstepPage *page)
{
  LockstepReachPage *self = LOCKSTEP_REACH_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);

  lockstep_answer_set_view (self->answer, lockstep_case_get_step (subject, LOCKSTEP_PAGE_REACH));
  lockstep_picture_card_show (self->card, subject, lockstep_path_layout);
  show_rows (self, subject);
}

static void
lockstep_reach_page_entered (LockstepPage *page)
{
  lockstep_answer_focus (LOCKSTEP_REACH_PAGE (page)->answer);
}

static void
lockstep_reach_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_REACH_PAGE);

  G_OBJECT_CLASS (lockstep_reach_page_parent_class)->dispose (object);
}

static void
lockstep_reach_page_class_init (LockstepReachPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_reach_page_dispose;
  page_class->entered = lockstep_reach_page_entered;
  page_class->refresh = lockstep_reach_page_refresh;

  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  g_type_ensure (LOCKSTEP_TYPE_PICTURE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/reach-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepReachPage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepReachPage, card);
  gtk_widget_class_bind_template_child (widget_class, LockstepReachPage, group);
  gtk_widget_class_bind_template_child (widget_class, LockstepReachPage, list);
}

static void
lockstep_reach_page_init (LockstepReachPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
