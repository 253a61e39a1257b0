/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sub-header.h"

#include "ui/menu.h"

#include <string.h>

struct _LockstepSubHeader
{
  AdwBin parent_instance;

  AdwWindowTitle *window_title;
  GtkMenuButton *menu_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
};

G_DEFINE_FINAL_TYPE (LockstepSubHeader, lockstep_sub_header, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum
{
  SIGNAL_SEARCHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
searched_cb (GtkSearchEntry *entry, gpointer user_data)
{
  LockstepSubHeader *self = user_data;
  g_autofree char *text = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);

  g_signal_emit (self, signals[SIGNAL_SEARCHED], 0, text);
}

static gboolean
find (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_search_bar_set_search_mode (user_data, TRUE);

  return TRUE;
}

static void
lockstep_sub_header_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LockstepSubHeader *self = LOCKSTEP_SUB_HEADER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (self->window_title));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_sub_header_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  LockstepSubHeader *self = LOCKSTEP_SUB_HEADER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      adw_window_title_set_title (self->window_title, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_sub_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_SUB_HEADER);

  G_OBJECT_CLASS (lockstep_sub_header_parent_class)->dispose (object);
}

static void
lockstep_sub_header_class_init (LockstepSubHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lockstep_sub_header_dispose;
  object_class->get_property = lockstep_sub_header_get_property;
  object_class->set_property = lockstep_sub_header_set_property;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_SEARCHED] = g_signal_new ("searched",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           1,
                                           G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/sub-header.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepSubHeader, window_title);
  gtk_widget_class_bind_template_child (widget_class, LockstepSubHeader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LockstepSubHeader, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LockstepSubHeader, search_entry);
}

static void
lockstep_sub_header_init (LockstepSubHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lockstep_menu_attach (self->menu_button);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect (self->search_entry, "search-changed", G_CALLBACK (searched_cb), self);
}

void
lockstep_sub_header_capture_keys (LockstepSubHeader *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (LOCKSTEP_IS_SUB_HEADER (self));

  gtk_search_bar_set_key_capture_widget (self->search_bar, widget);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>f"),
                        gtk_callback_action_new (find, self->search_bar, NULL)));
  gtk_widget_add_controller (widget, keys);
}

gboolean
lockstep_search_fits (const char *text, ...)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 16);
  g_autoptr (GString) all = g_string_new (NULL);
  const char *part;
  va_list parts;

  va_start (parts, text);
  while ((part = va_arg (parts, const char *)) != NULL)
    {
      g_autofree char *folded = g_utf8_casefold (part, -1);

      g_string_append (all, folded);
      g_string_append_c (all, '\n');
    }
  va_end (parts);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (all->str, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
