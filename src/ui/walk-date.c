/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/walk-date.h"

#include "base/text.h"
#include "case/read-date.h"
#include "ui/fix-pair.h"
#include "ui/walk-field.h"

#include <glib/gi18n-lib.h>

struct _LockstepWalkDate
{
  AdwBin parent_instance;

  LockstepWalkField *field;
  GtkWidget *choice;
  GtkButton *buttons[LOCKSTEP_READ_DATE_MAX];

  LockstepCase *subject; /* belongs to the page around */
  guint position;
  gint64 readings[LOCKSTEP_READ_DATE_MAX];
};

G_DEFINE_FINAL_TYPE (LockstepWalkDate, lockstep_walk_date, ADW_TYPE_BIN)

static guint answered_signal;

/* The reading that the person chose before; -1 where none was chosen. */
static int
find_chosen (LockstepWalkDate *self, guint n)
{
  gint64 date;

  if (!lockstep_case_get_read_date (self->subject, &date))
    return -1;

  for (guint i = 0; i < n; i++)
    if (self->readings[i] == date)
      return (int) i;

  return -1;
}

/* Shows what is understood now, without taking it. Returns the number of readings. */
static guint
show_understood (LockstepWalkDate *self)
{
  const char *text = lockstep_walk_field_get_text (self->field);
  guint n = lockstep_read_date (text, self->readings);
  int chosen = n == 1 ? 0 : find_chosen (self, n);
  g_autofree char *date = NULL;

  for (guint i = 0; i < n && chosen < 0; i++)
    {
      g_autofree char *label = lockstep_text_date (self->readings[i]);

      gtk_button_set_label (self->buttons[i], label);
    }
  gtk_widget_set_visible (self->choice, n > 1 && chosen < 0);

  if (chosen >= 0)
    {
      date = lockstep_text_date (self->readings[chosen]);
      lockstep_walk_field_set_hint (self->field, LOCKSTEP_STATE_FINE, date);
    }
  else if (*text == '\0')
    lockstep_walk_field_set_hint (self->field, LOCKSTEP_STATE_WAITING, NULL);
  else if (n > 1)
    lockstep_walk_field_set_hint (self->field, LOCKSTEP_STATE_ASKS, _ ("Which day?"));
  else
    lockstep_walk_field_set_hint (self->field, LOCKSTEP_STATE_UNKNOWN, _ ("No date yet"));

  return n;
}

static void
take (LockstepWalkDate *self, gint64 date)
{
  lockstep_case_set_read_date (self->subject, date);
  lockstep_case_set_answer (self->subject, self->position, LOCKSTEP_ANSWER_YES);
}

static void
field_typed_cb (LockstepWalkField *field, gpointer user_data)
{
  show_understood (user_data);
}

static void
field_settled_cb (LockstepWalkField *field, gpointer user_data)
{
  LockstepWalkDate *self = user_data;
  guint n = show_understood (self);

  lockstep_case_set_note (self->subject,
                          self->position,
                          lockstep_walk_field_get_text (self->field));
  if (n == 1)
    take (self, self->readings[0]);
  else if (n == 0 || find_chosen (self, n) < 0)
    {
      lockstep_case_clear_read_date (self->subject);
      if (lockstep_case_get_answer (self->subject, self->position) == LOCKSTEP_ANSWER_YES)
        lockstep_case_set_answer (self->subject, self->position, LOCKSTEP_ANSWER_NONE);
    }
  g_signal_emit (self, answered_signal, 0);
}

static void
reading_clicked_cb (GtkButton *button, gpointer user_data)
{
  LockstepWalkDate *self = user_data;

  lockstep_walk_field_settle (self->field);
  take (self, self->readings[button == self->buttons[0] ? 0 : 1]);
  show_understood (self);
  lockstep_walk_field_focus (self->field);
  g_signal_emit (self, answered_signal, 0);
}

void
lockstep_walk_date_show (LockstepWalkDate *self,
                         LockstepCase *subject,
                         guint position,
                         const char *title)
{
  const char *note = lockstep_case_get_note (subject, position);
  g_autofree char *date = NULL;
  gint64 read;

  g_return_if_fail (LOCKSTEP_IS_WALK_DATE (self));

  self->subject = subject;
  self->position = position;
  /* A date that was given on the other way through the walk is known here too. */
  if (note == NULL && lockstep_case_get_read_date (subject, &read))
    date = lockstep_text_date (read);
  lockstep_walk_field_show (self->field, title, note != NULL ? note : (date != NULL ? date : ""));
  show_understood (self);
}

void
lockstep_walk_date_settle (LockstepWalkDate *self)
{
  g_return_if_fail (LOCKSTEP_IS_WALK_DATE (self));

  if (self->subject != NULL)
    lockstep_walk_field_settle (self->field);
}

void
lockstep_walk_date_focus (LockstepWalkDate *self)
{
  g_return_if_fail (LOCKSTEP_IS_WALK_DATE (self));

  lockstep_walk_field_focus (self->field);
}

static void
lockstep_walk_date_class_init (LockstepWalkDateClass *klass)
{
  answered_signal = g_signal_new ("answered",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);
}

static GtkWidget *
create_choice (LockstepWalkDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = g_object_new (LOCKSTEP_TYPE_PAIR,
                                 "spacing",
                                 6,
                                 "threshold",
                                 300,
                                 "halign",
                                 GTK_ALIGN_START,
                                 NULL);
  GtkWidget *label = gtk_label_new (_ ("This can be read in two ways. Which day is it?"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "lockstep-small");
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; i < LOCKSTEP_READ_DATE_MAX; i++)
    {
      self->buttons[i] = GTK_BUTTON (gtk_button_new_with_label (""));
      g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (reading_clicked_cb), self);
      gtk_widget_set_parent (GTK_WIDGET (self->buttons[i]), row);
    }
  gtk_box_append (GTK_BOX (box), row);
  gtk_widget_hide (box);

  return box;
}

static void
lockstep_walk_date_init (LockstepWalkDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->field = g_object_new (LOCKSTEP_TYPE_WALK_FIELD, NULL);
  self->choice = create_choice (self);
  g_signal_connect (self->field, "typed", G_CALLBACK (field_typed_cb), self);
  g_signal_connect (self->field, "settled", G_CALLBACK (field_settled_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (box), self->choice);
  adw_bin_set_child (ADW_BIN (self), box);
}
