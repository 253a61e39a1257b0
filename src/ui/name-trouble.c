/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/name-trouble.h"

#include "base/target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LockstepNameTrouble
{
  AdwBin parent_instance;

  GtkLabel *trouble_title;
  GtkLabel *trouble_text;
  GtkWidget *suggestions;
  AdwPreferencesRow *meant_row;
};

G_DEFINE_FINAL_TYPE (LockstepNameTrouble, lockstep_name_trouble, ADW_TYPE_BIN)

enum
{
  SIGNAL_USE_MEANT,
  SIGNAL_LOOK_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
use_meant_cb (GtkButton *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_USE_MEANT], 0);
}

static void
look_again_cb (GtkButton *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_LOOK_AGAIN], 0);
}

static void
lockstep_name_trouble_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_NAME_TROUBLE);

  G_OBJECT_CLASS (lockstep_name_trouble_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, LockstepNameTroubleClass *klass)
{
  return g_signal_new (name,
                       G_TYPE_FROM_CLASS (klass),
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       0);
}

static void
lockstep_name_trouble_class_init (LockstepNameTroubleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_name_trouble_dispose;

  signals[SIGNAL_USE_MEANT] = add_signal ("use-meant", klass);
  signals[SIGNAL_LOOK_AGAIN] = add_signal ("look-again", klass);

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/name-trouble.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepNameTrouble, trouble_title);
  gtk_widget_class_bind_template_child (widget_class, LockstepNameTrouble, trouble_text);
  gtk_widget_class_bind_template_child (widget_class, LockstepNameTrouble, suggestions);
  gtk_widget_class_bind_template_child (widget_class, LockstepNameTrouble, meant_row);
  gtk_widget_class_bind_template_callback (widget_class, use_meant_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_again_cb);
}

static void
lockstep_name_trouble_init (LockstepNameTrouble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A port that cannot be one reads differently from a name that cannot be one. */
static gboolean
is_port_wrong (const char *text)
{
  const char *colon = strrchr (text, ':');
  guint16 port;

  if (colon == NULL || colon == text || strchr (text, ':') != colon || colon[1] == '\0')
    return FALSE;

  return strspn (colon + 1, "0123456789") == strlen (colon + 1) &&
         !lockstep_port_read (colon + 1, &port, NULL);
}

static void
show_words (LockstepNameTrouble *self, const char *title, const char *text)
{
  gtk_label_set_label (self->trouble_title, title != NULL ? title : "");
  gtk_label_set_label (self->trouble_text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_text), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), title != NULL);
}

static void
show_suggestions (LockstepNameTrouble *self, const char *host, const char *meant, gboolean show)
{
  gboolean other = meant != NULL && g_strcmp0 (meant, host) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->meant_row), other);
  if (other)
    {
      g_autofree char *name = g_markup_escape_text (meant, -1);
      g_autofree char *question = g_strdup_printf (_ ("Did you mean <b>%s</b>?"), name);

      adw_preferences_row_set_title (self->meant_row, question);
    }
  gtk_widget_set_visible (self->suggestions, show);
}

void
lockstep_name_trouble_show (LockstepNameTrouble *self, LockstepHostRow *row, const char *meant)
{
  LockstepHostState state;

  g_return_if_fail (LOCKSTEP_IS_NAME_TROUBLE (self));

  state = lockstep_host_row_get_state (row);
  switch (state)
    {
    case LOCKSTEP_HOST_INVALID:
      if (is_port_wrong (gtk_editable_get_text (GTK_EDITABLE (row))))
        show_words (self, _ ("Ports go from 1 to 65535."), NULL);
      else
        show_words (self,
                    _ ("This cannot be a name or an address."),
                    _ ("A name has letters, digits, dots and hyphens."));
      break;

    case LOCKSTEP_HOST_UNKNOWN:
      show_words (self,
                  _ ("Nobody here knows a computer by this name."),
                  _ ("The name service says that it does not exist. If the user typed the same "
                     "name, this is already the cause."));
      break;

    case LOCKSTEP_HOST_SILENT:
      show_words (self,
                  _ ("The name service does not answer."),
                  _ ("So nothing is known about this name yet."));
      break;

    case LOCKSTEP_HOST_EMPTY:
    case LOCKSTEP_HOST_LOOKING:
    case LOCKSTEP_HOST_FOUND:
    default:
      show_words (self, NULL, NULL);
      break;
    }
  show_suggestions (self,
                    lockstep_host_row_get_host (row),
                    meant,
                    state == LOCKSTEP_HOST_UNKNOWN || state == LOCKSTEP_HOST_SILENT);
}
