/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/answer.h"

#include "ui/column-layout.h"
#include "ui/copy-button.h"
#include "ui/parts.h"

struct _LockstepAnswer
{
  AdwBin parent_instance;

  AdwBin *badge;
  GtkStack *glyphs;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkWidget *texts;
  GtkLabel *question_label;
  GtkLabel *answer_label;
  GtkLabel *meaning_label;
  LockstepCopyButton *copy;

  char *mood;
  char *icon_name;
  char *question;
  char *answer;
  char *meaning;
};

G_DEFINE_FINAL_TYPE (LockstepAnswer, lockstep_answer, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_MOOD,
  PROP_ICON_NAME,
  PROP_QUESTION,
  PROP_ANSWER,
  PROP_MEANING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The glyph of a mood that has no icon of its own. */
static const char *
icon_of_mood (const char *mood)
{
  static const struct
  {
    const char *mood;
    const char *icon;
  } icons[] = {
    { "fine", "lockstep-state-fine-symbolic" },     { "look", "lockstep-state-look-symbolic" },
    { "failed", "lockstep-state-failed-symbolic" }, { "fix", "lockstep-wrench-symbolic" },
    { "info", "lockstep-information-symbolic" },    { "ask", "lockstep-information-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (mood, icons[i].mood) == 0)
      return icons[i].icon;

  return "lockstep-state-unknown-symbolic";
}

static void
show_mood (LockstepAnswer *self)
{
  gboolean running = g_strcmp0 (self->mood, "running") == 0;
  const char *classes[] = { "lockstep-badge", self->mood, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->badge), classes);
  gtk_image_set_from_icon_name (self->icon,
                                self->icon_name != NULL ? self->icon_name
                                                        : icon_of_mood (self->mood));
  gtk_stack_set_visible_child_name (self->glyphs, running ? "spinner" : "icon");
  gtk_spinner_set_spinning (self->spinner, running);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* What a screen reader says beyond the answer, and what the copy button copies. */
static void
show_texts (LockstepAnswer *self)
{
  g_autofree char *around = g_strstrip (g_strjoin (" ",
                                                   self->question != NULL ? self->question : "",
                                                   self->meaning != NULL ? self->meaning : "",
                                                   NULL));
  g_autofree char *all = g_strstrip (g_strjoin (" ",
                                                self->question != NULL ? self->question : "",
                                                self->answer != NULL ? self->answer : "",
                                                self->meaning != NULL ? self->meaning : "",
                                                NULL));

  show_label (self->question_label, self->question);
  show_label (self->meaning_label, self->meaning);
  gtk_label_set_label (self->answer_label, self->answer != NULL ? self->answer : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answer_label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  around,
                                  -1);
  lockstep_copy_button_set_text (GTK_WIDGET (self->copy), all);
  /* A page that asks has nothing to copy: its headline is the question. */
  gtk_widget_set_visible (GTK_WIDGET (self->copy),
                          self->question != NULL && *self->question != '\0' &&
                              g_strcmp0 (self->mood, "ask") != 0);
}

static void
set_text (LockstepAnswer *self, char **field, const char *text, guint property)
{
  if (g_strcmp0 (*field, text) == 0)
    return;

  g_free (*field);
  *field = g_strdup (text);
  if (property == PROP_MOOD || property == PROP_ICON_NAME)
    show_mood (self);
  else
    show_texts (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static char **
field_of_property (LockstepAnswer *self, guint property)
{
  switch (property)
    {
    case PROP_MOOD:
      return &self->mood;
    case PROP_ICON_NAME:
      return &self->icon_name;
    case PROP_QUESTION:
      return &self->question;
    case PROP_ANSWER:
      return &self->answer;
    case PROP_MEANING:
      return &self->meaning;
    default:
      return NULL;
    }
}

static void
lockstep_answer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  char **field = field_of_property (LOCKSTEP_ANSWER (object), prop_id);

  if (field != NULL)
    g_value_set_string (value, *field);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lockstep_answer_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  LockstepAnswer *self = LOCKSTEP_ANSWER (object);
  char **field = field_of_property (self, prop_id);

  if (field != NULL)
    set_text (self, field, g_value_get_string (value), prop_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lockstep_answer_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_ANSWER);

  G_OBJECT_CLASS (lockstep_answer_parent_class)->dispose (object);
}

static void
lockstep_answer_finalize (GObject *object)
{
  LockstepAnswer *self = LOCKSTEP_ANSWER (object);

  for (guint i = PROP_MOOD; i < N_PROPS; i++)
    g_clear_pointer (field_of_property (self, i), g_free);

  G_OBJECT_CLASS (lockstep_answer_parent_class)->finalize (object);
}

static void
lockstep_answer_class_init (LockstepAnswerClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_MOOD] = "mood",     [PROP_ICON_NAME] = "icon-name", [PROP_QUESTION] = "question",
    [PROP_ANSWER] = "answer", [PROP_MEANING] = "meaning",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lockstep_answer_dispose;
  object_class->finalize = lockstep_answer_finalize;
  object_class->get_property = lockstep_answer_get_property;
  object_class->set_property = lockstep_answer_set_property;

  for (guint i = PROP_MOOD; i < N_PROPS; i++)
    properties[i] =
        g_param_spec_string (names[i],
                             NULL,
                             NULL,
                             NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LOCKSTEP_TYPE_COPY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/answer.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepAnswer, badge);
  gtk_widget_class_bind_template_child (widget_class, LockstepAnswer, glyphs);
  gtk_widget_class_bind_template_child (widget_class, LockstepAnswer, icon);
  gtk_widget_class_bind_template_child (widget_class, LockstepAnswer, spinner);
  gtk_widget_class_bind_template_child (widget_class, LockstepAnswer, texts);
  gtk_widget_class_bind_template_child (widget_class, LockstepAnswer, question_label);
  gtk_widget_class_bind_template_child (widget_class, LockstepAnswer, answer_label);
  gtk_widget_class_bind_template_child (widget_class, LockstepAnswer, meaning_label);
  gtk_widget_class_bind_template_child (widget_class, LockstepAnswer, copy);
}

static void
lockstep_answer_init (LockstepAnswer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->texts, lockstep_column_layout_new (1));
  show_mood (self);
}

/* The mood of a state; the badge has fewer moods than the rail has states. */
static const char *
mood_of_state (LockstepStepState state)
{
  switch (state)
    {
    case LOCKSTEP_STATE_FINE:
      return "fine";
    case LOCKSTEP_STATE_LOOK:
      return "look";
    case LOCKSTEP_STATE_FAILED:
      return "failed";
    case LOCKSTEP_STATE_RUNNING:
      return "running";
    case LOCKSTEP_STATE_READY:
      return "fix";
    case LOCKSTEP_STATE_HALF:
    case LOCKSTEP_STATE_ASKS:
      return "ask";
    case LOCKSTEP_STATE_WAITING:
    case LOCKSTEP_STATE_SKIPPED:
    case LOCKSTEP_STATE_UNKNOWN:
    case LOCKSTEP_N_STATES:
    default:
      return "unknown";
    }
}

void
lockstep_answer_set_view (LockstepAnswer *self, const LockstepStepView *view)
{
  g_return_if_fail (LOCKSTEP_IS_ANSWER (self));

  if (view == NULL)
    return;

  lockstep_answer_set_texts (self,
                             mood_of_state (view->state),
                             view->question,
                             view->answer,
                             view->meaning);
}

void
lockstep_answer_set_texts (LockstepAnswer *self,
                           const char *mood,
                           const char *question,
                           const char *answer,
                           const char *meaning)
{
  g_return_if_fail (LOCKSTEP_IS_ANSWER (self));

  set_text (self, &self->mood, mood, PROP_MOOD);
  set_text (self, &self->question, question, PROP_QUESTION);
  set_text (self, &self->answer, answer, PROP_ANSWER);
  set_text (self, &self->meaning, meaning, PROP_MEANING);
}

void
lockstep_answer_focus (LockstepAnswer *self)
{
  g_return_if_fail (LOCKSTEP_IS_ANSWER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->answer_label));
}
