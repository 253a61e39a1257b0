/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/on-the-server-page.h"

#include "report/remedy-plan.h"
#include "ui/answer.h"
#include "ui/parts.h"
#include "ui/walk-comparison.h"
#include "ui/walk-step.h"
#include "ui/walk-steps.h"
#include "ui/walk-variants.h"

#include <glib/gi18n-lib.h>

struct _LockstepOnTheServerPage
{
  LockstepPage parent_instance;

  LockstepAnswer *answer;
  GtkLabel *step_label;
  GtkBox *segments;
  GtkWidget *previous;
  GtkWidget *following;
  LockstepWalkVariants *variants;
  LockstepWalkStep *step;
  LockstepWalkComparison *comparison;
  LockstepWalkSteps *before;
  AdwActionRow *differ_row;
  GtkWidget *copy_all;
};

G_DEFINE_FINAL_TYPE (LockstepOnTheServerPage, lockstep_on_the_server_page, LOCKSTEP_TYPE_PAGE)

static void
show_progress (LockstepOnTheServerPage *self, LockstepCase *subject, guint position)
{
  guint n = lockstep_walk_count_steps (subject);
  g_autofree char *text = g_strdup_printf (_ ("Step %1$u of %2$u"), position + 1, n);

  gtk_label_set_label (self->step_label, text);
  lockstep_walk_show_progress (subject, self->segments);
  gtk_widget_set_sensitive (self->previous, position > 0);
  gtk_widget_set_sensitive (self->following, position + 1 < n);
}

/* While steps are open going on means leaving them out, and no button weighs more than another. */
static void
show_bar (LockstepOnTheServerPage *self, LockstepCase *subject)
{
  const GPtrArray *steps = lockstep_case_get_steps (subject);
  gboolean done = lockstep_walk_is_done (subject);
  g_autofree char *label = NULL;

  for (guint i = 0; i + 1 < steps->len; i++)
    {
      const LockstepStepView *view = g_ptr_array_index (steps, i);
      const LockstepStepView *next = g_ptr_array_index (steps, i + 1);

      if (view->page == LOCKSTEP_PAGE_ON_THE_SERVER && !done)
        /* Translators: %s is the title of the next page, "Fix". */
        label = g_strdup_printf (_ ("Skip to %s"), next->title);
    }
  lockstep_page_set_next_label (LOCKSTEP_PAGE (self), label);
  lockstep_page_set_next_suggested (LOCKSTEP_PAGE (self), done);
}

static void
lockstep_on_the_server_page_refresh (LockstepPage *page)
{
  LockstepOnTheServerPage *self = LOCKSTEP_ON_THE_SERVER_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);
  guint position = lockstep_case_get_walk_position (subject);
  const LockstepStepView *view = lockstep_case_get_step (subject, LOCKSTEP_PAGE_ON_THE_SERVER);
  const LockstepEntry *walk = lockstep_case_get_walkthrough (subject);
  gboolean agrees;

  if (lockstep_walk_get_step (subject, position) == NULL || view == NULL)
    return;

  lockstep_answer_set_texts (self->answer, "ask", view->question, view->answer, view->meaning);
  show_progress (self, subject, position);
  lockstep_walk_variants_show (self->variants, subject);
  /* On the last step the choice was made long ago, and the comparison needs the room. */
  if (position > 0 && position + 1 == lockstep_walk_count_steps (subject))
    gtk_widget_hide (GTK_WIDGET (self->variants));
  lockstep_walk_step_show (self->step, subject);
  agrees = lockstep_walk_comparison_show (self->comparison, subject);
  gtk_widget_set_visible (GTK_WIDGET (self->differ_row), agrees);
  adw_action_row_set_subtitle (self->differ_row, lockstep_entry_text (walk, "differ"));
  lockstep_walk_steps_show (self->before, subject);
  show_bar (self, subject);
}

static void
step_changed_cb (LockstepWalkStep *step, gpointer user_data)
{
  lockstep_page_refresh (user_data);
}

static void
previous_clicked_cb (GtkButton *button, gpointer user_data)
{
  lockstep_walk_step_move (LOCKSTEP_ON_THE_SERVER_PAGE (user_data)->step, -1);
}

static void
following_clicked_cb (GtkButton *button, gpointer user_data)
{
  lockstep_walk_step_move (LOCKSTEP_ON_THE_SERVER_PAGE (user_data)->step, 1);
}

static void
copy_all_clicked_cb (GtkButton *button, gpointer user_data)
{
  LockstepOnTheServerPage *self = user_data;
  g_autofree char *text = NULL;

  lockstep_walk_step_settle (self->step);
  text = lockstep_walkthrough_to_text (lockstep_page_get_case (LOCKSTEP_PAGE (self)));
  lockstep_copy_text (GTK_WIDGET (button), text, _ ("All steps copied"));
}

static void
lockstep_on_the_server_page_entered (LockstepPage *page)
{
  LockstepOnTheServerPage *self = LOCKSTEP_ON_THE_SERVER_PAGE (page);

  if (!lockstep_walk_step_focus_field (self->step))
    lockstep_answer_focus (self->answer);
}

static void
lockstep_on_the_server_page_left (LockstepPage *page)
{
  lockstep_walk_step_settle (LOCKSTEP_ON_THE_SERVER_PAGE (page)->step);
}

static void
lockstep_on_the_server_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_ON_THE_SERVER_PAGE);

  G_OBJECT_CLASS (lockstep_on_the_server_page_parent_class)->dispose (object);
}

static void
lockstep_on_the_server_page_class_init (LockstepOnTheServerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_on_the_server_page_dispose;
  page_class->entered = lockstep_on_the_server_page_entered;
  page_class->left = lockstep_on_the_server_page_left;
  page_class->refresh = lockstep_on_the_server_page_refresh;

  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  g_type_ensure (LOCKSTEP_TYPE_WALK_COMPARISON);
  g_type_ensure (LOCKSTEP_TYPE_WALK_STEP);
  g_type_ensure (LOCKSTEP_TYPE_WALK_STEPS);
  g_type_ensure (LOCKSTEP_TYPE_WALK_VARIANTS);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/on-the-server-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, step_label);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, segments);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, previous);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, following);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, variants);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, step);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, comparison);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, before);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, differ_row);
  gtk_widget_class_bind_template_child (widget_class, LockstepOnTheServerPage, copy_all);
}

static void
lockstep_on_the_server_page_init (LockstepOnTheServerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (self->previous, "clicked", G_CALLBACK (previous_clicked_cb), self);
  g_signal_connect (self->following, "clicked", G_CALLBACK (following_clicked_cb), self);
  g_signal_connect (self->step, "changed", G_CALLBACK (step_changed_cb), self);
  g_signal_connect (self->copy_all, "clicked", G_CALLBACK (copy_all_clicked_cb), self);
}
