/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/symptom-field.h"

#include <glib/gi18n-lib.h>

#define SETTLE_MILLISECONDS 150

struct _LockstepSymptomField
{
  AdwBin parent_instance;

  GtkWidget *caption;
  GtkScrolledWindow *scroller;
  GtkTextView *view;
  GtkWidget *placeholder;
  GtkWidget *clear;
  GtkWidget *foot;
  AdwSqueezer *examples;
  GtkWidget *paste;

  GtkTextTag *found;
  gboolean embedded;
  guint settling;
};

G_DEFINE_FINAL_TYPE (LockstepSymptomField, lockstep_symptom_field, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_EMBEDDED,
  N_PROPS
};

enum
{
  SIGNAL_SETTLED,
  SIGNAL_MOVED_DOWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What somebody can try who has no message at hand; ids are not translated. */
static const char *const example_texts[] = { "CWBCO1034 25406",
                                             "SSL0221E",
                                             "GSK_ERROR_NO_CIPHERS" };

static gboolean
settled_cb (gpointer user_data)
{
  LockstepSymptomField *self = user_data;

  self->settling = 0;
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkTextBuffer *buffer, gpointer user_data)
{
  LockstepSymptomField *self = user_data;

  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE_MILLISECONDS, settled_cb, self);
}

static void
clear_cb (GtkButton *button, gpointer user_data)
{
  LockstepSymptomField *self = user_data;

  lockstep_symptom_field_set_text (self, "");
  lockstep_symptom_field_focus (self);
}

static void
paste_cb (GtkButton *button, gpointer user_data)
{
  LockstepSymptomField *self = user_data;

  g_signal_emit_by_name (self->view, "paste-clipboard");
  lockstep_symptom_field_focus (self);
}

static void
example_cb (GtkButton *button, gpointer user_data)
{
  lockstep_symptom_field_set_text (user_data, gtk_button_get_label (button));
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        gpointer user_data)
{
  LockstepSymptomField *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter cursor;

  if (keyval != GDK_KEY_Down || (state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_view_forward_display_line (self->view, &cursor) && !gtk_text_iter_is_end (&cursor))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_MOVED_DOWN], 0);

  return GDK_EVENT_STOP;
}

static void
set_embedded (LockstepSymptomField *self, gboolean embedded)
{
  if (self->embedded == embedded)
    return;

  self->embedded = embedded;
  gtk_widget_set_visible (self->caption, embedded);
  gtk_widget_set_visible (self->clear, embedded);
  gtk_widget_set_visible (self->foot, !embedded);
  /* A scroll bar would need more height than two lines have. */
  gtk_scrolled_window_set_policy (self->scroller,
                                  GTK_POLICY_NEVER,
                                  embedded ? GTK_POLICY_EXTERNAL : GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (self->scroller, embedded ? 22 : 66);
  gtk_scrolled_window_set_max_content_height (self->scroller, embedded ? 110 : 176);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMBEDDED]);
}

static void
lockstep_symptom_field_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EMBEDDED:
      g_value_set_boolean (value, LOCKSTEP_SYMPTOM_FIELD (object)->embedded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_symptom_field_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EMBEDDED:
      set_embedded (LOCKSTEP_SYMPTOM_FIELD (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_symptom_field_dispose (GObject *object)
{
  LockstepSymptomField *self = LOCKSTEP_SYMPTOM_FIELD (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (self->view), self);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_SYMPTOM_FIELD);

  G_OBJECT_CLASS (lockstep_symptom_field_parent_class)->dispose (object);
}

static void
lockstep_symptom_field_class_init (LockstepSymptomFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lockstep_symptom_field_dispose;
  object_class->get_property = lockstep_symptom_field_get_property;
  object_class->set_property = lockstep_symptom_field_set_property;

  properties[PROP_EMBEDDED] =
      g_param_spec_boolean ("embedded",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_SETTLED] = g_signal_new ("settled",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
  signals[SIGNAL_MOVED_DOWN] = g_signal_new ("moved-down",
                                             G_TYPE_FROM_CLASS (klass),
                                             G_SIGNAL_RUN_LAST,
                                             0,
                                             NULL,
                                             NULL,
                                             NULL,
                                             G_TYPE_NONE,
                                             0);

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/symptom-field.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomField, caption);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomField, scroller);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomField, view);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomField, placeholder);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomField, clear);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomField, foot);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomField, examples);
  gtk_widget_class_bind_template_child (widget_class, LockstepSymptomField, paste);
}

/* "Try" and the first @count examples. */
static GtkWidget *
create_examples (LockstepSymptomField *self, guint count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *word = gtk_label_new (_ ("Try"));

  gtk_widget_add_css_class (word, "lockstep-small");
  gtk_widget_add_css_class (word, "lockstep-secondary");
  gtk_box_append (GTK_BOX (box), word);
  for (guint i = 0; i < count; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (example_texts[i]);

      gtk_widget_add_css_class (button, "lockstep-pill");
      g_signal_connect (button, "clicked", G_CALLBACK (example_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static void
lockstep_symptom_field_init (LockstepSymptomField *self)
{
  /* A tint and an underline that can be read on light and dark alike. */
  static const GdkRGBA tint = { 0.21f, 0.52f, 0.89f, 0.22f };
  static const GdkRGBA line = { 0.21f, 0.52f, 0.89f, 1.0f };
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));

  buffer = gtk_text_view_get_buffer (self->view);
  self->found = gtk_text_buffer_create_tag (buffer,
                                            "found",
                                            "background-rgba",
                                            &tint,
                                            "underline",
                                            PANGO_UNDERLINE_SINGLE,
                                            "underline-rgba",
                                            &line,
                                            NULL);
  g_signal_connect (buffer, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  g_signal_connect (self->paste, "clicked", G_CALLBACK (paste_cb), self);
  /* As many examples as there is room for. */
  for (guint count = G_N_ELEMENTS (example_texts); count > 0; count--)
    adw_squeezer_add (self->examples, create_examples (self, count));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

char *
lockstep_symptom_field_dup_text (LockstepSymptomField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (LOCKSTEP_IS_SYMPTOM_FIELD (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
lockstep_symptom_field_set_text (LockstepSymptomField *self, const char *text)
{
  g_autofree char *now = lockstep_symptom_field_dup_text (self);

  g_return_if_fail (LOCKSTEP_IS_SYMPTOM_FIELD (self));

  if (text == NULL)
    text = "";
  if (!g_str_equal (text, now))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

void
lockstep_symptom_field_settle (LockstepSymptomField *self)
{
  g_return_if_fail (LOCKSTEP_IS_SYMPTOM_FIELD (self));

  if (self->settling == 0)
    return;

  g_clear_handle_id (&self->settling, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static void
mark_bytes (LockstepSymptomField *self, const char *text, gsize length, gsize from, gsize to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  if (from >= to || to > length)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_strlen (text, (gssize) from));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_strlen (text, (gssize) to));
  gtk_text_buffer_apply_tag (buffer, self->found, &start, &end);
}

void
lockstep_symptom_field_mark (LockstepSymptomField *self, const LockstepRecognition *recognition)
{
  g_autofree char *text = lockstep_symptom_field_dup_text (self);
  gsize length = strlen (text);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (LOCKSTEP_IS_SYMPTOM_FIELD (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->found, &start, &end);

  for (guint i = 0; i < recognition->matches->len; i++)
    {
      const LockstepMatch *match = g_ptr_array_index (recognition->matches, i);

      mark_bytes (self, text, length, match->start, match->end);
      mark_bytes (self, text, length, match->code_start, match->code_end);
    }
  if (recognition->host != NULL)
    mark_bytes (self, text, length, recognition->host_start, recognition->host_end);
}

void
lockstep_symptom_field_show_examples (LockstepSymptomField *self, gboolean show)
{
  g_return_if_fail (LOCKSTEP_IS_SYMPTOM_FIELD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->examples), show);
}

void
lockstep_symptom_field_focus (LockstepSymptomField *self)
{
  g_return_if_fail (LOCKSTEP_IS_SYMPTOM_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
