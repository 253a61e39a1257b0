/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/options-row.h"

#include "base/target.h"
#include "base/text.h"

struct _LockstepOptionsRow
{
  AdwExpanderRow parent_instance;

  GtkEditable *server_name;
  GtkSwitch *offline;
  GtkEditable *at;
};

G_DEFINE_FINAL_TYPE (LockstepOptionsRow, lockstep_options_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (LockstepOptionsRow *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
lockstep_options_row_class_init (LockstepOptionsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_EDITED] = g_signal_new ("edited",
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
      "/io/github/lockstepdesk/Lockstep/ui/options-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepOptionsRow, server_name);
  gtk_widget_class_bind_template_child (widget_class, LockstepOptionsRow, offline);
  gtk_widget_class_bind_template_child (widget_class, LockstepOptionsRow, at);
}

static void
lockstep_options_row_init (LockstepOptionsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->server_name, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->offline, "notify::active", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->at, "changed", G_CALLBACK (edited_cb), self);
}

void
lockstep_options_row_load (LockstepOptionsRow *self, const LockstepPlan *plan)
{
  g_autofree char *at = plan->has_at ? lockstep_text_iso (plan->at) : g_strdup ("");

  g_return_if_fail (LOCKSTEP_IS_OPTIONS_ROW (self));

  gtk_editable_set_text (self->server_name, plan->server_name != NULL ? plan->server_name : "");
  gtk_switch_set_active (self->offline, plan->offline);
  gtk_editable_set_text (self->at, at);
}

void
lockstep_options_row_apply (LockstepOptionsRow *self, LockstepPlan *plan)
{
  const char *name = gtk_editable_get_text (self->server_name);
  gint64 at;

  g_return_if_fail (LOCKSTEP_IS_OPTIONS_ROW (self));

  g_free (plan->server_name);
  plan->server_name = *name != '\0' ? g_strdup (name) : NULL;
  plan->offline = gtk_switch_get_active (self->offline);
  plan->has_at = lockstep_text_read_iso (gtk_editable_get_text (self->at), &at);
  plan->at = plan->has_at ? at : 0;
}

static gboolean
mark (GtkEditable *row, gboolean good)
{
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");

  return good;
}

gboolean
lockstep_options_row_check (LockstepOptionsRow *self)
{
  const char *name = gtk_editable_get_text (self->server_name);
  const char *at = gtk_editable_get_text (self->at);
  gboolean good;
  gint64 time;

  g_return_val_if_fail (LOCKSTEP_IS_OPTIONS_ROW (self), FALSE);

  good = mark (self->server_name, *name == '\0' || lockstep_host_check (name, NULL));
  good &= mark (self->at, *at == '\0' || lockstep_text_read_iso (at, &time));

  return good;
}
