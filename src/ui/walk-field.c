/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/walk-field.h"

#include "ui/parts.h"

/* A pause in typing after which the text is taken as it stands. */
#define PAUSE_MILLISECONDS 900

struct _LockstepWalkField
{
  AdwBin parent_instance;

  AdwEntryRow *row;
  GtkLabel *hint;
  AdwBin *glyph;

  guint pause;
  gboolean showing;
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (LockstepWalkField, lockstep_walk_field, ADW_TYPE_BIN)

enum
{
  SIGNAL_TYPED,
  SIGNAL_SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
lockstep_walk_field_settle (LockstepWalkField *self)
{
  g_return_if_fail (LOCKSTEP_IS_WALK_FIELD (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->dirty)
    return;

  self->dirty = FALSE;
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static gboolean
pause_over (gpointer user_data)
{
  LockstepWalkField *self = user_data;

  self->pause = 0;
  lockstep_walk_field_settle (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkEditable *row, gpointer user_data)
{
  LockstepWalkField *self = user_data;

  if (self->showing)
    return;

  self->dirty = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MILLISECONDS, pause_over, self);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
entry_activated_cb (AdwEntryRow *row, gpointer user_data)
{
  lockstep_walk_field_settle (user_data);
}

static void
focus_left_cb (GtkEventControllerFocus *focus, gpointer user_data)
{
  lockstep_walk_field_settle (user_data);
}

static void
lockstep_walk_field_dispose (GObject *object)
{
  LockstepWalkField *self = LOCKSTEP_WALK_FIELD (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_WALK_FIELD);

  G_OBJECT_CLASS (lockstep_walk_field_parent_class)->dispose (object);
}

static void
lockstep_walk_field_class_init (LockstepWalkFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_walk_field_dispose;

  signals[SIGNAL_TYPED] = g_signal_new ("typed",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        0);
  signals[SIGNAL_SETTLED] = g_signal_new ("settled",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/walk-field.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkField, row);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkField, hint);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkField, glyph);
}

static void
lockstep_walk_field_init (LockstepWalkField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (self->row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->row, "entry-activated", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  lockstep_walk_field_set_hint (self, LOCKSTEP_N_STATES, NULL);
}

void
lockstep_walk_field_show (LockstepWalkField *self, const char *title, const char *text)
{
  g_return_if_fail (LOCKSTEP_IS_WALK_FIELD (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  if (self->dirty || g_strcmp0 (lockstep_walk_field_get_text (self), text) == 0)
    return;

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  self->showing = FALSE;
}

const char *
lockstep_walk_field_get_text (LockstepWalkField *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_WALK_FIELD (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->row));
}

void
lockstep_walk_field_set_hint (LockstepWalkField *self, LockstepStepState state, const char *text)
{
  g_return_if_fail (LOCKSTEP_IS_WALK_FIELD (self));

  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
  adw_bin_set_child (self->glyph, text != NULL ? lockstep_state_image_new (state) : NULL);
}

void
lockstep_walk_field_focus (LockstepWalkField *self)
{
  g_return_if_fail (LOCKSTEP_IS_WALK_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}
