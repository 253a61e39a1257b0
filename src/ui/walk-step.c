/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/walk-step.h"

#include "ui/fix-pair.h"
#include "ui/parts.h"
#include "ui/walk-date.h"
#include "ui/walk-field.h"
#include "ui/walk-steps.h"

#include <glib/gi18n-lib.h>

struct _LockstepWalkStep
{
  AdwBin parent_instance;

  GtkLabel *do_label;
  GtkLabel *detail_label;
  AdwBin *code;
  GtkLabel *expect_label;
  GtkWidget *note_pair;
  GtkLabel *note_caption;
  LockstepWalkField *note;
  LockstepWalkDate *date;
  GtkLabel *ask_caption;
  GtkWidget *yes;
  GtkWidget *no;
  AdwButtonContent *no_content;
  GtkWidget *cannot;
  GtkWidget *no_box;
  GtkLabel *no_label;

  LockstepCase *subject; /* belongs to the page around */
  char *shown_code;
};

G_DEFINE_FINAL_TYPE (LockstepWalkStep, lockstep_walk_step, ADW_TYPE_BIN)

static guint changed_signal;

static gboolean
is_date (const LockstepEntry *step)
{
  return g_strcmp0 (lockstep_entry_string (step, "kind"), "date") == 0;
}

static void
show_filled (LockstepCase *subject, GtkLabel *label, const char *pattern)
{
  g_autofree char *text = lockstep_case_fill_walk (subject, pattern);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* What there is to copy at this step: commands, ids. */
static char **
list_code (LockstepCase *subject, const LockstepEntry *step)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < lockstep_entry_length (step, "code"); i++)
    g_ptr_array_add (
        codes,
        lockstep_case_fill_walk (subject, lockstep_entry_nth_string (step, "code", i)));
  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_free (codes, FALSE);
}

static void
show_code (LockstepWalkStep *self, LockstepCase *subject, const LockstepEntry *step)
{
  const char *pattern = lockstep_entry_string (step, "url");
  g_autofree char *url = pattern != NULL ? lockstep_case_fill_walk (subject, pattern) : NULL;
  g_auto (GStrv) codes = list_code (subject, step);
  g_autofree char *joined = g_strjoinv ("\n", codes);
  g_autofree char *key = g_strconcat (url != NULL ? url : "", "\n", joined, NULL);
  GtkWidget *child = NULL;

  if (g_strcmp0 (key, self->shown_code) == 0)
    return;

  g_free (self->shown_code);
  self->shown_code = g_steal_pointer (&key);
  if (url != NULL)
    child = lockstep_code_box_new (url, url);
  else if (g_strv_length (codes) == 1)
    child = lockstep_code_box_new (codes[0], NULL);
  else if (codes[0] != NULL)
    child = lockstep_code_flow_new ((const char *const *) codes);
  adw_bin_set_child (self->code, child);
  gtk_widget_set_visible (GTK_WIDGET (self->code), child != NULL);
}

static void
show_note (LockstepWalkStep *self, LockstepCase *subject, const LockstepEntry *step, guint position)
{
  const char *title = lockstep_entry_text (step, "note");
  const char *note = lockstep_case_get_note (subject, position);
  gboolean date = is_date (step);

  gtk_widget_set_visible (self->note_pair, date || title != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->date), date);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !date && title != NULL);
  gtk_label_set_label (self->note_caption, date ? _ ("The date") : _ ("Write it down"));
  if (date)
    lockstep_walk_date_show (self->date,
                             subject,
                             position,
                             title != NULL ? title : _ ("Valid until"));
  else if (title != NULL)
    lockstep_walk_field_show (self->note, title, note != NULL ? note : "");
}

static void
mark_answer (GtkWidget *button, gboolean given)
{
  if (given)
    gtk_widget_add_css_class (button, "lockstep-given");
  else
    gtk_widget_remove_css_class (button, "lockstep-given");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button),
                               GTK_ACCESSIBLE_STATE_PRESSED,
                               given ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
show_answer (LockstepWalkStep *self,
             LockstepCase *subject,
             const LockstepEntry *step,
             guint position)
{
  LockstepAnswerKind answer = lockstep_case_get_answer (subject, position);
  gboolean date = is_date (step);

  gtk_label_set_label (self->ask_caption, date ? _ ("No date there?") : _ ("Do you see it?"));
  adw_button_content_set_label (self->no_content, date ? _ ("I don’t see it") : _ ("No"));
  gtk_widget_set_visible (self->yes, !date);
  mark_answer (self->yes, answer == LOCKSTEP_ANSWER_YES);
  mark_answer (self->no, answer == LOCKSTEP_ANSWER_NO);
  mark_answer (self->cannot, answer == LOCKSTEP_ANSWER_CANNOT);
  show_filled (subject, self->no_label, lockstep_entry_text (step, "no"));
  gtk_widget_set_visible (self->no_box,
                          answer == LOCKSTEP_ANSWER_NO && lockstep_entry_has (step, "no"));
}

void
lockstep_walk_step_show (LockstepWalkStep *self, LockstepCase *subject)
{
  guint position = lockstep_case_get_walk_position (subject);
  const LockstepEntry *step = lockstep_walk_get_step (subject, position);

  g_return_if_fail (LOCKSTEP_IS_WALK_STEP (self));
  g_return_if_fail (step != NULL);

  self->subject = subject;
  show_filled (subject, self->do_label, lockstep_entry_text (step, "do"));
  show_filled (subject, self->detail_label, lockstep_entry_text (step, "detail"));
  show_code (self, subject, step);
  show_filled (subject, self->expect_label, lockstep_entry_text (step, "expect"));
  show_note (self, subject, step, position);
  show_answer (self, subject, step, position);
}

void
lockstep_walk_step_settle (LockstepWalkStep *self)
{
  g_return_if_fail (LOCKSTEP_IS_WALK_STEP (self));

  if (self->subject == NULL)
    return;

  lockstep_walk_field_settle (self->note);
  lockstep_walk_date_settle (self->date);
}

static const LockstepEntry *
get_shown_step (LockstepWalkStep *self)
{
  return lockstep_walk_get_step (self->subject, lockstep_case_get_walk_position (self->subject));
}

gboolean
lockstep_walk_step_focus_field (LockstepWalkStep *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_WALK_STEP (self), FALSE);

  if (self->subject == NULL || !is_date (get_shown_step (self)))
    return FALSE;

  lockstep_walk_date_focus (self->date);
  return TRUE;
}

static void
emit_changed (LockstepWalkStep *self)
{
  g_signal_emit (self, changed_signal, 0);
}

void
lockstep_walk_step_move (LockstepWalkStep *self, int direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int position;

  g_return_if_fail (LOCKSTEP_IS_WALK_STEP (self));
  g_return_if_fail (self->subject != NULL);

  lockstep_walk_step_settle (self);
  position = (int) lockstep_case_get_walk_position (self->subject) + direction;
  if (position >= 0 && position < (int) lockstep_walk_count_steps (self->subject))
    lockstep_case_set_walk_position (self->subject, (guint) position);
  emit_changed (self);
  /* The focus stays on the button that was pressed, unless the next step asks for a date, or the
   * button is gone. */
  if (!lockstep_walk_step_focus_field (self) && root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_grab_focus (self->yes);
}

static void
give_answer (LockstepWalkStep *self, LockstepAnswerKind answer)
{
  lockstep_walk_step_settle (self);
  lockstep_case_set_answer (self->subject, lockstep_case_get_walk_position (self->subject), answer);
  /* After No the page says what that can mean. */
  lockstep_walk_step_move (self, answer == LOCKSTEP_ANSWER_NO ? 0 : 1);
}

static void
yes_clicked_cb (GtkButton *button, gpointer user_data)
{
  give_answer (user_data, LOCKSTEP_ANSWER_YES);
}

static void
no_clicked_cb (GtkButton *button, gpointer user_data)
{
  give_answer (user_data, LOCKSTEP_ANSWER_NO);
}

static void
cannot_clicked_cb (GtkButton *button, gpointer user_data)
{
  give_answer (user_data, LOCKSTEP_ANSWER_CANNOT);
}

static void
note_settled_cb (LockstepWalkField *note, gpointer user_data)
{
  LockstepWalkStep *self = user_data;

  lockstep_case_set_note (self->subject,
                          lockstep_case_get_walk_position (self->subject),
                          lockstep_walk_field_get_text (note));
}

static void
date_answered_cb (LockstepWalkDate *date, gpointer user_data)
{
  emit_changed (user_data);
}

/* Y, N and C press the buttons while no field has the focus: a field takes the letter itself. */
static gboolean
letter_pressed (GtkWidget *widget, GVariant *letter, gpointer user_data)
{
  LockstepWalkStep *self = LOCKSTEP_WALK_STEP (widget);
  GtkWidget *button = NULL;

  switch (g_variant_get_byte (letter))
    {
    case 'y':
      button = self->yes;
      break;
    case 'n':
      button = self->no;
      break;
    default:
      button = self->cannot;
      break;
    }
  if (!gtk_widget_get_mapped (button))
    return FALSE;

  g_signal_emit_by_name (button, "clicked");
  return TRUE;
}

static void
add_letters (LockstepWalkStep *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (const char *letter = "ync"; *letter != '\0'; letter++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_keyval_trigger_new ((guint) *letter, (GdkModifierType) 0),
                            gtk_callback_action_new (letter_pressed, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_byte ((guchar) *letter));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
lockstep_walk_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_WALK_STEP);

  G_OBJECT_CLASS (lockstep_walk_step_parent_class)->dispose (object);
}

static void
lockstep_walk_step_finalize (GObject *object)
{
  g_free (LOCKSTEP_WALK_STEP (object)->shown_code);

  G_OBJECT_CLASS (lockstep_walk_step_parent_class)->finalize (object);
}

static void
lockstep_walk_step_class_init (LockstepWalkStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lockstep_walk_step_dispose;
  object_class->finalize = lockstep_walk_step_finalize;

  changed_signal = g_signal_new ("changed",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);

  g_type_ensure (LOCKSTEP_TYPE_PAIR);
  g_type_ensure (LOCKSTEP_TYPE_WALK_DATE);
  g_type_ensure (LOCKSTEP_TYPE_WALK_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/walk-step.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, do_label);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, detail_label);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, code);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, expect_label);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, note_pair);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, note_caption);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, note);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, date);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, ask_caption);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, yes);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, no);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, no_content);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, cannot);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, no_box);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkStep, no_label);
}

static void
lockstep_walk_step_init (LockstepWalkStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (self->yes, "clicked", G_CALLBACK (yes_clicked_cb), self);
  g_signal_connect (self->no, "clicked", G_CALLBACK (no_clicked_cb), self);
  g_signal_connect (self->cannot, "clicked", G_CALLBACK (cannot_clicked_cb), self);
  g_signal_connect (self->note, "settled", G_CALLBACK (note_settled_cb), self);
  g_signal_connect (self->date, "answered", G_CALLBACK (date_answered_cb), self);
  add_letters (self);
}
