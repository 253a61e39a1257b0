/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/rail-row.h"

#include "ui/parts.h"

#include <glib/gi18n-lib.h>

struct _LockstepRailRow
{
  GtkListBoxRow parent_instance;

  GtkStack *glyphs;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkLabel *title;
  GtkLabel *finding;

  LockstepStepKindOfPage page;
  const char *group; /* static */
  char *shown;       /* what the row was last made from */
};

G_DEFINE_FINAL_TYPE (LockstepRailRow, lockstep_rail_row, GTK_TYPE_LIST_BOX_ROW)

static void
lockstep_rail_row_dispose (GObject *object)
{
  g_clear_pointer (&LOCKSTEP_RAIL_ROW (object)->shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_RAIL_ROW);

  G_OBJECT_CLASS (lockstep_rail_row_parent_class)->dispose (object);
}

static void
lockstep_rail_row_class_init (LockstepRailRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_rail_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/rail-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepRailRow, glyphs);
  gtk_widget_class_bind_template_child (widget_class, LockstepRailRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LockstepRailRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LockstepRailRow, title);
  gtk_widget_class_bind_template_child (widget_class, LockstepRailRow, finding);
}

static void
lockstep_rail_row_init (LockstepRailRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lockstep_rail_row_new (void)
{
  return g_object_new (LOCKSTEP_TYPE_RAIL_ROW, NULL);
}

char *
lockstep_rail_row_describe (const LockstepStepView *view, guint number, guint count)
{
  g_auto (GStrv) parts = g_strsplit (view->finding, ": ", 2);
  g_autofree char *spoken = NULL;

  /* "Failed: expired" is read out as "failed, expired". */
  if (parts[0] != NULL && parts[1] != NULL)
    {
      g_autofree char *word = g_utf8_strdown (parts[0], -1);

      spoken = g_strdup_printf ("%s, %s", word, parts[1]);
    }
  else
    spoken = g_strdup (view->finding);

  /* Translators: title of a step, what was found, its number, the number of steps. */
  return g_strdup_printf (_ ("%s, %s, step %u of %u"), view->title, spoken, number, count);
}

static void
show_state (LockstepRailRow *self, LockstepStepState state)
{
  gboolean running = state == LOCKSTEP_STATE_RUNNING;
  const char *classes[] = { "lockstep-state", lockstep_state_to_string (state), NULL };

  gtk_image_set_from_icon_name (self->icon, lockstep_state_icon_name (state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_stack_set_visible_child_name (self->glyphs, running ? "spinner" : "icon");
  gtk_spinner_set_spinning (self->spinner, running);
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Most changes of a case change one row; the others keep their style and their size. */
static gboolean
is_shown (LockstepRailRow *self,
          const LockstepStepView *view,
          const char *name,
          gboolean current,
          gboolean open)
{
  g_autofree char *shown = g_strdup_printf ("%u\t%u\t%d\t%d\t%s\t%s\t%s\t%s",
                                            view->page,
                                            view->state,
                                            current,
                                            open,
                                            view->group,
                                            name,
                                            view->finding,
                                            view->answer != NULL ? view->answer : "");

  if (g_strcmp0 (shown, self->shown) == 0)
    return TRUE;

  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  return FALSE;
}

gboolean
lockstep_rail_row_show (LockstepRailRow *self,
                        const LockstepStepView *view,
                        guint number,
                        guint count,
                        gboolean current,
                        gboolean open)
{
  g_autofree char *name = lockstep_rail_row_describe (view, number, count);
  g_autofree char *tooltip = NULL;
  const char *group;

  g_return_val_if_fail (LOCKSTEP_IS_RAIL_ROW (self), FALSE);

  if (is_shown (self, view, name, current, open))
    return FALSE;

  group = self->group;
  self->page = view->page;
  self->group = g_intern_string (view->group);
  gtk_label_set_label (self->title, view->title);
  gtk_label_set_label (self->finding, view->finding);
  show_state (self, view->state);
  set_css_class (GTK_WIDGET (self), "waiting", view->state == LOCKSTEP_STATE_WAITING);
  set_css_class (GTK_WIDGET (self), "current", current);
  gtk_widget_set_sensitive (GTK_WIDGET (self), open);

  if (view->answer != NULL && *view->answer != '\0')
    tooltip = g_strdup_printf ("%s\n%s", view->finding, view->answer);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip != NULL ? tooltip : view->finding);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return self->group != group;
}

LockstepStepKindOfPage
lockstep_rail_row_get_page (LockstepRailRow *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_RAIL_ROW (self), LOCKSTEP_PAGE_SYMPTOM);

  return self->page;
}

const char *
lockstep_rail_row_get_group (LockstepRailRow *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_RAIL_ROW (self), NULL);

  return self->group;
}
