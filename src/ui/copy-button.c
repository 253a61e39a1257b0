/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/copy-button.h"

#include "ui/page.h"
#include "ui/parts.h"

#define TICK_MILLISECONDS 1500

struct _LockstepCopyButton
{
  GtkButton parent_instance;

  char *text;
  char *label_text;
  char *toast_text;
  guint tick;
};

G_DEFINE_FINAL_TYPE (LockstepCopyButton, lockstep_copy_button, GTK_TYPE_BUTTON)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_LABEL_TEXT,
  PROP_TOAST_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
tick_over (gpointer user_data)
{
  LockstepCopyButton *self = user_data;

  self->tick = 0;
  gtk_button_set_icon_name (GTK_BUTTON (self), "edit-copy-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "lockstep-copied");

  return G_SOURCE_REMOVE;
}

static void
lockstep_copy_button_clicked (GtkButton *button)
{
  LockstepCopyButton *self = LOCKSTEP_COPY_BUTTON (button);

  lockstep_copy_text (GTK_WIDGET (self), self->text != NULL ? self->text : "", self->toast_text);
  gtk_button_set_icon_name (button, "emblem-ok-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self), "lockstep-copied");
  g_clear_handle_id (&self->tick, g_source_remove);
  self->tick = g_timeout_add (TICK_MILLISECONDS, tick_over, self);
}

static void
set_label_text (LockstepCopyButton *self, const char *label)
{
  if (g_strcmp0 (self->label_text, label) == 0)
    return;

  g_free (self->label_text);
  self->label_text = g_strdup (label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL_TEXT]);
}

static void
lockstep_copy_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LockstepCopyButton *self = LOCKSTEP_COPY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_LABEL_TEXT:
      g_value_set_string (value, self->label_text);
      break;

    case PROP_TOAST_TEXT:
      g_value_set_string (value, self->toast_text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_copy_button_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  LockstepCopyButton *self = LOCKSTEP_COPY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      lockstep_copy_button_set_text (GTK_WIDGET (self), g_value_get_string (value));
      break;

    case PROP_LABEL_TEXT:
      set_label_text (self, g_value_get_string (value));
      break;

    case PROP_TOAST_TEXT:
      if (g_strcmp0 (self->toast_text, g_value_get_string (value)) == 0)
        break;
      g_free (self->toast_text);
      self->toast_text = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_copy_button_dispose (GObject *object)
{
  LockstepCopyButton *self = LOCKSTEP_COPY_BUTTON (object);

  g_clear_handle_id (&self->tick, g_source_remove);

  G_OBJECT_CLASS (lockstep_copy_button_parent_class)->dispose (object);
}

static void
lockstep_copy_button_finalize (GObject *object)
{
  LockstepCopyButton *self = LOCKSTEP_COPY_BUTTON (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->label_text, g_free);
  g_clear_pointer (&self->toast_text, g_free);

  G_OBJECT_CLASS (lockstep_copy_button_parent_class)->finalize (object);
}

static void
lockstep_copy_button_class_init (LockstepCopyButtonClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_TEXT] = "text",
    [PROP_LABEL_TEXT] = "label-text",
    [PROP_TOAST_TEXT] = "toast-text",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lockstep_copy_button_dispose;
  object_class->finalize = lockstep_copy_button_finalize;
  object_class->get_property = lockstep_copy_button_get_property;
  object_class->set_property = lockstep_copy_button_set_property;
  GTK_BUTTON_CLASS (klass)->clicked = lockstep_copy_button_clicked;

  for (guint i = PROP_TEXT; i < N_PROPS; i++)
    properties[i] =
        g_param_spec_string (names[i],
                             NULL,
                             NULL,
                             NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lockstep_copy_button_init (LockstepCopyButton *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "edit-copy-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
lockstep_copy_button_new (const char *text, const char *label, const char *toast)
{
  return g_object_new (LOCKSTEP_TYPE_COPY_BUTTON,
                       "text",
                       text,
                       "label-text",
                       label,
                       "toast-text",
                       toast,
                       NULL);
}

void
lockstep_copy_button_set_text (GtkWidget *button, const char *text)
{
  LockstepCopyButton *self;

  g_return_if_fail (LOCKSTEP_IS_COPY_BUTTON (button));

  self = LOCKSTEP_COPY_BUTTON (button);
  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
lockstep_copy_text (GtkWidget *widget, const char *text, const char *toast)
{
  GtkWidget *page;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (toast == NULL)
    return;

  page = gtk_widget_get_ancestor (widget, LOCKSTEP_TYPE_PAGE);
  if (page != NULL)
    lockstep_page_toast (LOCKSTEP_PAGE (page), toast);
  else
    gtk_widget_activate_action (widget, "win.toast", "s", toast);
}
