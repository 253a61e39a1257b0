/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/walk-steps.h"

#include "ui/parts.h"

#include <glib/gi18n-lib.h>

struct _LockstepWalkSteps
{
  AdwExpanderRow parent_instance;

  LockstepCase *subject; /* whose steps the rows are about; outlives the rows' page */
  GPtrArray *rows;
  AdwBin *glyph;
  char *shown;
};

G_DEFINE_FINAL_TYPE (LockstepWalkSteps, lockstep_walk_steps, ADW_TYPE_EXPANDER_ROW)

const LockstepEntry *
lockstep_walk_get_variant (LockstepCase *subject)
{
  const LockstepEntry *walk = lockstep_case_get_walkthrough (subject);

  return walk != NULL ? lockstep_entry_nth (walk, "variants", lockstep_case_get_variant (subject))
                      : NULL;
}

guint
lockstep_walk_count_steps (LockstepCase *subject)
{
  const LockstepEntry *variant = lockstep_walk_get_variant (subject);

  return variant != NULL ? lockstep_entry_length (variant, "steps") : 0;
}

const LockstepEntry *
lockstep_walk_get_step (LockstepCase *subject, guint position)
{
  const LockstepEntry *variant = lockstep_walk_get_variant (subject);

  return variant != NULL ? lockstep_entry_nth (variant, "steps", position) : NULL;
}

gboolean
lockstep_walk_is_done (LockstepCase *subject)
{
  guint n = lockstep_walk_count_steps (subject);

  return n == 0 || lockstep_case_get_read_date (subject, NULL) ||
         lockstep_case_get_answer (subject, n - 1) != LOCKSTEP_ANSWER_NONE;
}

void
lockstep_walk_show_progress (LockstepCase *subject, GtkBox *box)
{
  guint n = lockstep_walk_count_steps (subject);
  guint current = lockstep_case_get_walk_position (subject);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *segment = adw_bin_new ();

      gtk_widget_add_css_class (segment, "lockstep-segment");
      if (i == current)
        gtk_widget_add_css_class (segment, "current");
      else if (lockstep_case_get_answer (subject, i) != LOCKSTEP_ANSWER_NONE)
        gtk_widget_add_css_class (segment, "done");
      gtk_widget_set_hexpand (segment, TRUE);
      gtk_widget_set_valign (segment, GTK_ALIGN_CENTER);
      gtk_box_append (box, segment);
    }
}

static LockstepStepState
state_of_answer (LockstepAnswerKind answer)
{
  switch (answer)
    {
    case LOCKSTEP_ANSWER_YES:
      return LOCKSTEP_STATE_FINE;
    case LOCKSTEP_ANSWER_NO:
      return LOCKSTEP_STATE_LOOK;
    case LOCKSTEP_ANSWER_CANNOT:
      return LOCKSTEP_STATE_SKIPPED;
    case LOCKSTEP_ANSWER_NONE:
    default:
      return LOCKSTEP_STATE_WAITING;
    }
}

static const char *
word_of_answer (LockstepAnswerKind answer)
{
  switch (answer)
    {
    case LOCKSTEP_ANSWER_YES:
      return _ ("Yes");
    case LOCKSTEP_ANSWER_NO:
      return _ ("No");
    case LOCKSTEP_ANSWER_CANNOT:
      return _ ("Could not be done");
    case LOCKSTEP_ANSWER_NONE:
    default:
      return _ ("No answer yet");
    }
}

static void
row_activated_cb (AdwActionRow *row, gpointer user_data)
{
  LockstepWalkSteps *self = user_data;
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "position"));

  lockstep_case_set_walk_position (self->subject, position);
}

static GtkWidget *
create_row (LockstepWalkSteps *self, guint position)
{
  LockstepAnswerKind answer = lockstep_case_get_answer (self->subject, position);
  const char *note = lockstep_case_get_note (self->subject, position);
  g_autofree char *question = lockstep_case_fill_walk (
      self->subject,
      lockstep_entry_text (lockstep_walk_get_step (self->subject, position), "question"));
  /* Translators: number of a step, its question. */
  g_autofree char *title = g_strdup_printf (_ ("%u. %s"), position + 1, question);
  g_autofree char *subtitle =
      note != NULL
          /* Translators: the answer to a step, and what was written down there. */
          ? g_strdup_printf (_ ("%s: %s"), word_of_answer (answer), note)
          : g_strdup (word_of_answer (answer));
  GtkWidget *row = lockstep_evidence_row_new (state_of_answer (answer), title, subtitle);

  g_object_set_data (G_OBJECT (row), "position", GUINT_TO_POINTER (position));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);

  return row;
}

/* One sentence about the answers of the steps before @current, and the state of the worst. */
static char *
sum_up (LockstepCase *subject, guint current, LockstepStepState *ret_state)
{
  guint counts[LOCKSTEP_ANSWER_CANNOT + 1] = { 0 };
  guint open;

  for (guint i = 0; i < current; i++)
    counts[lockstep_case_get_answer (subject, i)]++;

  open = counts[LOCKSTEP_ANSWER_NONE] + counts[LOCKSTEP_ANSWER_CANNOT];
  *ret_state = counts[LOCKSTEP_ANSWER_NO] > 0 ? LOCKSTEP_STATE_LOOK
               : open > 0                     ? LOCKSTEP_STATE_SKIPPED
                                              : LOCKSTEP_STATE_FINE;
  if (counts[LOCKSTEP_ANSWER_YES] == current)
    return g_strdup (_ ("All answered with yes"));
  if (counts[LOCKSTEP_ANSWER_NONE] == current)
    return g_strdup (_ ("Not answered"));

  /* Translators: how many steps were answered with yes, with no, and not at all. */
  return g_strdup_printf (_ ("%u with yes, %u with no, %u without an answer"),
                          counts[LOCKSTEP_ANSWER_YES],
                          counts[LOCKSTEP_ANSWER_NO],
                          open);
}

/* What the rows depend on, to build them only when they would differ. */
static char *
describe (LockstepCase *subject, guint current)
{
  g_autoptr (GString) text = g_string_new (lockstep_entry_id (lockstep_walk_get_variant (subject)));

  for (guint i = 0; i < current; i++)
    g_string_append_printf (
        text,
        "\n%u %s",
        lockstep_case_get_answer (subject, i),
        lockstep_case_get_note (subject, i) != NULL ? lockstep_case_get_note (subject, i) : "");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
build_rows (LockstepWalkSteps *self, guint current)
{
  LockstepStepState state;
  g_autofree char *subtitle = sum_up (self->subject, current, &state);
  g_autofree char *title =
      current == 1 ? g_strdup (_ ("Step 1")) : g_strdup_printf (_ ("Steps 1 to %u"), current);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  adw_bin_set_child (self->glyph, lockstep_state_image_new (state));
  for (guint i = 0; i < current; i++)
    {
      GtkWidget *row = create_row (self, i);

      g_ptr_array_add (self->rows, row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
}

void
lockstep_walk_steps_show (LockstepWalkSteps *self, LockstepCase *subject)
{
  guint current = lockstep_case_get_walk_position (subject);
  g_autofree char *shown = NULL;

  g_return_if_fail (LOCKSTEP_IS_WALK_STEPS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), current > 0);
  if (current == 0)
    return;

  self->subject = subject;
  shown = describe (subject, current);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  build_rows (self, current);
}

static void
lockstep_walk_steps_finalize (GObject *object)
{
  LockstepWalkSteps *self = LOCKSTEP_WALK_STEPS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->shown);

  G_OBJECT_CLASS (lockstep_walk_steps_parent_class)->finalize (object);
}

static void
lockstep_walk_steps_class_init (LockstepWalkStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lockstep_walk_steps_finalize;
}

static void
lockstep_walk_steps_init (LockstepWalkSteps *self)
{
  self->rows = g_ptr_array_new ();
  self->glyph = ADW_BIN (adw_bin_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->glyph), GTK_ALIGN_CENTER);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->glyph));
}
