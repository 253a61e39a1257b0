/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-bar.h"

#include <glib/gi18n-lib.h>

struct _LockstepActionBar
{
  AdwBin parent_instance;

  GtkWidget *back;
  GtkWidget *status;
  GtkSpinner *spinner;
  GtkLabel *activity;
  GtkBox *extras;
  GtkRevealer *answer_revealer;
  GtkButton *answer;
  GtkWidget *primary;
  GtkWidget *next;
  GtkLabel *next_label;

  gboolean shown;
  char *primary_shown;
  gboolean folded;
  char *extras_shown; /* what the row of extras was built from */
};

G_DEFINE_FINAL_TYPE (LockstepActionBar, lockstep_action_bar, ADW_TYPE_BIN)

static void
lockstep_action_bar_dispose (GObject *object)
{
  LockstepActionBar *self = LOCKSTEP_ACTION_BAR (object);

  g_clear_pointer (&self->extras_shown, g_free);
  g_clear_pointer (&self->primary_shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_ACTION_BAR);

  G_OBJECT_CLASS (lockstep_action_bar_parent_class)->dispose (object);
}

static void
lockstep_action_bar_class_init (LockstepActionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_action_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/action-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, back);
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, status);
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, activity);
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, extras);
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, answer_revealer);
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, primary);
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, next);
  gtk_widget_class_bind_template_child (widget_class, LockstepActionBar, next_label);
}

static void
lockstep_action_bar_init (LockstepActionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Icon and words, or the icon alone where there is no room. */
static void
show_content (GtkButton *button, const char *icon_name, const char *label, gboolean icon_only)
{
  GtkWidget *content;

  gtk_widget_set_tooltip_text (GTK_WIDGET (button), icon_only ? label : NULL);
  if (icon_name == NULL)
    {
      gtk_button_set_label (button, label);
      return;
    }
  if (icon_only)
    {
      gtk_button_set_icon_name (button, icon_name);
      name_widget (GTK_WIDGET (button), label);
      return;
    }

  /* The content names the button by its label; a name of its own would be read out twice. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon_name);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (button, content);
}

static GtkWidget *
create_extra (const LockstepPageBarAction *action, gboolean folded)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "raised");
  show_content (GTK_BUTTON (button),
                action->icon_name,
                action->label,
                folded && action->icon_name != NULL);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action->action_name);

  return button;
}

/* The extra buttons are only built anew when they change, so that a press is not lost. */
static void
show_extras (LockstepActionBar *self, const GPtrArray *actions, gboolean folded)
{
  g_autoptr (GString) shown = g_string_new (folded ? "folded" : "wide");
  GtkWidget *child;

  for (guint i = 0; i < actions->len; i++)
    {
      const LockstepPageBarAction *action = g_ptr_array_index (actions, i);

      g_string_append_printf (shown, "\n%s\t%s", action->action_name, action->label);
    }
  if (g_strcmp0 (shown->str, self->extras_shown) == 0)
    return;

  g_free (self->extras_shown);
  self->extras_shown = g_strdup (shown->str);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->extras))) != NULL)
    gtk_box_remove (self->extras, child);
  for (guint i = 0; i < actions->len; i++)
    gtk_box_append (self->extras, create_extra (g_ptr_array_index (actions, i), folded));
  gtk_widget_set_visible (GTK_WIDGET (self->extras), actions->len > 0);
}

static void
set_suggested (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
show_next (LockstepActionBar *self, const LockstepActionBarState *state)
{
  const LockstepPageBar *page = state->page;
  gboolean own = page->primary_label != NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->primary, own && !page->primary_replaces_next);
  if (own && !page->primary_replaces_next)
    {
      if (g_strcmp0 (self->primary_shown, page->primary_label) != 0)
        {
          g_free (self->primary_shown);
          self->primary_shown = g_strdup (page->primary_label);
          show_content (GTK_BUTTON (self->primary), page->primary_icon, page->primary_label, FALSE);
        }
      gtk_widget_set_sensitive (self->primary, page->primary_sensitive);
    }

  if (own && page->primary_replaces_next)
    label = g_strdup (page->primary_label);
  else if (page->next_label != NULL)
    label = g_strdup (page->next_label);
  else if (state->next != NULL && state->folded)
    label = g_strdup (state->next);
  else if (state->next != NULL)
    /* Translators: the button that leads to the next page, "Next: Chain". */
    label = g_strdup_printf (_ ("Next: %s"), state->next);

  gtk_widget_set_visible (self->next,
                          label != NULL && (state->next != NULL || page->primary_replaces_next));
  if (label != NULL)
    {
      gtk_label_set_label (self->next_label, label);
      name_widget (self->next, label);
    }
  set_suggested (self->next, page->next_suggested && (!own || page->primary_replaces_next));
}

void
lockstep_action_bar_show (LockstepActionBar *self, const LockstepActionBarState *state)
{
  gboolean running = state->activity != NULL;

  g_return_if_fail (LOCKSTEP_IS_ACTION_BAR (self));

  gtk_widget_set_visible (self->back, state->has_back);
  if (state->folded != self->folded || !self->shown)
    {
      self->shown = TRUE;
      self->folded = state->folded;
      show_content (GTK_BUTTON (self->back), "go-previous-symbolic", _ ("Back"), state->folded);
      show_content (self->answer,
                    "lockstep-lightbulb-symbolic",
                    state->folded ? _ ("Answer") : _ ("Show the answer"),
                    FALSE);
    }
  gtk_widget_set_visible (self->status, running && !state->folded);
  gtk_spinner_set_spinning (self->spinner, running);
  gtk_label_set_label (self->activity, running ? state->activity : "");
  show_extras (self, state->page->actions, state->folded);

  gtk_widget_set_visible (GTK_WIDGET (self->answer_revealer), state->has_answer);
  gtk_revealer_set_reveal_child (self->answer_revealer, state->has_answer);

  show_next (self, state);
}

GtkWidget *
lockstep_action_bar_get_default (LockstepActionBar *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_ACTION_BAR (self), NULL);

  if (gtk_widget_get_visible (self->primary))
    return self->primary;
  if (gtk_widget_get_visible (self->next) &&
      gtk_widget_has_css_class (self->next, "suggested-action"))
    return self->next;

  return NULL;
}
