/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/fix-page.h"

#include "report/remedy-plan.h"
#include "ui/answer.h"
#include "ui/fix-after.h"
#include "ui/fix-evidence.h"
#include "ui/fix-next.h"
#include "ui/fix-people.h"
#include "ui/fix-table.h"
#include "ui/parts.h"

#include <glib/gi18n-lib.h>

struct _LockstepFixPage
{
  LockstepPage parent_instance;

  LockstepAnswer *answer;
  GtkBox *content;

  char *shown;
  int shows; /* what the widgets were made for; -1 before they were made */
};

G_DEFINE_FINAL_TYPE (LockstepFixPage, lockstep_fix_page, LOCKSTEP_TYPE_PAGE)

/* What the page shows now. */
typedef enum
{
  SHOWS_NOTHING, /* before the first look */
  SHOWS_RUNNING,
  SHOWS_CAUSE,
  SHOWS_AFTER,
  SHOWS_SOLVED,
  SHOWS_NO_CAUSE,
} Shows;

/* Whether the page compares two looks: there was a fault, and the checks ran once more. */
static gboolean
is_second_look (LockstepCase *subject, const LockstepStepView *view)
{
  const LockstepDiagnosis *before = lockstep_case_get_before (subject);

  return before != NULL && before->verdict == LOCKSTEP_VERDICT_FAULTY &&
         lockstep_case_get_failure (subject) == NULL && view->state != LOCKSTEP_STATE_READY &&
         view->state != LOCKSTEP_STATE_WAITING;
}

static Shows
what_to_show (LockstepCase *subject, const LockstepStepView *view)
{
  const LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);

  if (view->state == LOCKSTEP_STATE_RUNNING)
    return SHOWS_RUNNING;
  if (diagnosis == NULL || diagnosis->observations->len == 0)
    return SHOWS_NOTHING;
  if (is_second_look (subject, view))
    return view->state == LOCKSTEP_STATE_FINE ? SHOWS_SOLVED : SHOWS_AFTER;
  if (lockstep_case_is_running (subject) && !lockstep_diagnosis_is_certain (diagnosis))
    return SHOWS_RUNNING;

  return diagnosis->causes->len > 0 ? SHOWS_CAUSE : SHOWS_NO_CAUSE;
}

/* The wrench stands for a known cause; the disc with the tick only for a good second look or for
 * a server on which nothing is wrong. */
static const char *
mood_of (Shows shows, const LockstepStepView *view)
{
  switch (shows)
    {
    case SHOWS_RUNNING:
      return "running";
    case SHOWS_CAUSE:
      return "fix";
    case SHOWS_SOLVED:
      return "fine";
    case SHOWS_AFTER:
      return view->state == LOCKSTEP_STATE_LOOK ? "look" : "unknown";
    case SHOWS_NO_CAUSE:
      return view->state == LOCKSTEP_STATE_FINE ? "fine" : "unknown";
    case SHOWS_NOTHING:
    default:
      return "unknown";
    }
}

static void
add (LockstepFixPage *self, GtkWidget *widget)
{
  if (widget != NULL)
    gtk_box_append (self->content, widget);
}

static void
add_people (LockstepFixPage *self, LockstepCase *subject)
{
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (subject);

  for (guint i = 0; i < people->len; i++)
    add (self, lockstep_fix_person_new (subject, g_ptr_array_index (people, i)));
}

static void
add_cause (LockstepFixPage *self, LockstepCase *subject)
{
  const LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);

  if (diagnosis->causes->len == 0)
    return;

  add (self, lockstep_fix_certainty_new (subject, diagnosis));
  add_people (self, subject);
  add (self, lockstep_fix_others_new (diagnosis));
}

/* The checks with their states, while they run. */
static void
add_checks (LockstepFixPage *self, LockstepCase *subject)
{
  const GPtrArray *steps = lockstep_case_get_steps (subject);
  GtkListBox *list = lockstep_fix_list_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const LockstepStepView *step = g_ptr_array_index (steps, i);

      if (g_strcmp0 (step->group, "checks") == 0)
        gtk_list_box_append (list,
                             lockstep_evidence_row_new (step->state, step->title, step->finding));
    }
  add (self, GTK_WIDGET (list));
}

static void
build (LockstepFixPage *self, LockstepCase *subject, Shows shows)
{
  const LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);

  switch (shows)
    {
    case SHOWS_RUNNING:
      add_checks (self, subject);
      break;
    case SHOWS_CAUSE:
      add_cause (self, subject);
      break;
    case SHOWS_AFTER:
      add (self, lockstep_fix_table_new (subject));
      add_cause (self, subject);
      if (diagnosis->causes->len == 0)
        add (self, lockstep_fix_next_new (subject, FALSE));
      break;
    case SHOWS_SOLVED:
      add (self, lockstep_fix_table_new (subject));
      add (self, lockstep_fix_time_bar_new (subject));
      add (self, lockstep_fix_left_new (subject));
      break;
    case SHOWS_NO_CAUSE:
      add (self, lockstep_fix_next_new (subject, diagnosis->verdict == LOCKSTEP_VERDICT_HEALTHY));
      break;
    case SHOWS_NOTHING:
    default:
      break;
    }
}

/* All that the widgets are made from, so that they are only made anew when they would differ. */
static char *
describe (LockstepCase *subject, Shows shows)
{
  const LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (subject);
  const GPtrArray *steps = lockstep_case_get_steps (subject);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d", shows);
  if (shows == SHOWS_RUNNING)
    for (guint i = 0; i < steps->len; i++)
      g_string_append_printf (text,
                              "\n%s",
                              ((const LockstepStepView *) g_ptr_array_index (steps, i))->finding);
  if (shows == SHOWS_AFTER || shows == SHOWS_SOLVED)
    g_string_append_printf (text, "\n%" G_GINT64_FORMAT, diagnosis->scene->started);
  for (guint i = 0; diagnosis != NULL && i < diagnosis->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, i);
      g_autofree char *because =
          cause->because != NULL ? g_strjoinv ("\n", cause->because) : g_strdup ("");

      g_string_append_printf (text,
                              "\n%s %d\n%s",
                              lockstep_entry_id (cause->entry),
                              cause->confidence,
                              because);
    }
  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *person =
          lockstep_remedy_person_to_text (subject, g_ptr_array_index (people, i));

      g_string_append_printf (text, "\n%s", person);
    }

  return g_string_free (text, FALSE);
}

/* "Check again" is the blue one until it went well; then it stands back for "Next". */
static void
show_bar (LockstepFixPage *self, LockstepCase *subject, Shows shows)
{
  gboolean running = lockstep_case_is_running (subject);

  if (!lockstep_case_has_started (subject) || shows == SHOWS_SOLVED ||
      (shows == SHOWS_NO_CAUSE && !running))
    lockstep_page_set_primary (LOCKSTEP_PAGE (self), NULL, NULL, TRUE, FALSE);
  else
    lockstep_page_set_primary (LOCKSTEP_PAGE (self),
                               _ ("Check again"),
                               "view-refresh-symbolic",
                               !running,
                               FALSE);
}

/* Another answer is read from its beginning. */
static void
scroll_up (LockstepFixPage *self)
{
  GtkWidget *scrolled =
      gtk_widget_get_ancestor (GTK_WIDGET (self->content), GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                            0);
}

static void
lockstep_fix_page_refresh (LockstepPage *page)
{
  LockstepFixPage *self = LOCKSTEP_FIX_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);
  const LockstepStepView *view = lockstep_case_get_step (subject, LOCKSTEP_PAGE_FIX);
  g_autofree char *now = NULL;
  Shows shows;

  if (view == NULL)
    return;

  shows = what_to_show (subject, view);
  lockstep_answer_set_texts (self->answer,
                             mood_of (shows, view),
                             view->question,
                             view->answer,
                             view->meaning);
  show_bar (self, subject, shows);

  now = describe (subject, shows);
  if (g_strcmp0 (now, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  build (self, subject, shows);
  if (self->shows != (int) shows)
    scroll_up (self);
  self->shows = (int) shows;
}

static void
lockstep_fix_page_activate_primary (LockstepPage *page)
{
  LockstepCase *subject = lockstep_page_get_case (page);

  if (!lockstep_case_is_running (subject))
    lockstep_case_check_again (subject);
}

static void
lockstep_fix_page_entered (LockstepPage *page)
{
  lockstep_answer_focus (LOCKSTEP_FIX_PAGE (page)->answer);
}

static void
lockstep_fix_page_dispose (GObject *object)
{
  /* The child of the bin is bound by its id: disposing the template would drop it twice. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_FIX_PAGE);

  G_OBJECT_CLASS (lockstep_fix_page_parent_class)->dispose (object);
}

static void
lockstep_fix_page_finalize (GObject *object)
{
  g_free (LOCKSTEP_FIX_PAGE (object)->shown);

  G_OBJECT_CLASS (lockstep_fix_page_parent_class)->finalize (object);
}

static void
lockstep_fix_page_class_init (LockstepFixPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  object_class->dispose = lockstep_fix_page_dispose;
  object_class->finalize = lockstep_fix_page_finalize;
  page_class->entered = lockstep_fix_page_entered;
  page_class->refresh = lockstep_fix_page_refresh;
  page_class->activate_primary = lockstep_fix_page_activate_primary;

  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/fix-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepFixPage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepFixPage, content);
}

static void
lockstep_fix_page_init (LockstepFixPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->shows = -1;
  lockstep_page_add_bar_action (LOCKSTEP_PAGE (self),
                                _ ("Copy for the ticket"),
                                "edit-copy-symbolic",
                                "wizard.copy-ticket");
}
