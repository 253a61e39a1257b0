/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/rail.h"

#include "ui/menu.h"
#include "ui/page-table.h"
#include "ui/rail-row.h"

#include <glib/gi18n-lib.h>

struct _LockstepRail
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (LockstepRail, lockstep_rail, ADW_TYPE_BIN)

static const char *
title_of_group (const char *group)
{
  if (g_strcmp0 (group, "case") == 0)
    return _ ("The case");
  if (g_strcmp0 (group, "checks") == 0)
    return _ ("The checks");
  if (g_strcmp0 (group, "fix") == 0)
    return _ ("The fix");

  return _ ("Evidence");
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = lockstep_rail_row_get_group (LOCKSTEP_RAIL_ROW (row));
  GtkWidget *header = gtk_list_box_row_get_header (row);

  if (before != NULL && lockstep_rail_row_get_group (LOCKSTEP_RAIL_ROW (before)) == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (header == NULL)
    {
      header = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "group");
      gtk_list_box_row_set_header (row, header);
    }
  gtk_label_set_label (GTK_LABEL (header), title_of_group (group));
}

static void
row_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  LockstepStepKindOfPage page = lockstep_rail_row_get_page (LOCKSTEP_RAIL_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (list), "wizard.go", "s", lockstep_page_to_string (page));
}

static void
lockstep_rail_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_RAIL);

  G_OBJECT_CLASS (lockstep_rail_parent_class)->dispose (object);
}

static void
lockstep_rail_class_init (LockstepRailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_rail_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lockstepdesk/Lockstep/ui/rail.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepRail, list);
  gtk_widget_class_bind_template_child (widget_class, LockstepRail, menu_button);
}

static void
lockstep_rail_init (LockstepRail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lockstep_menu_attach (self->menu_button);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated), NULL);
}

/* As many rows as there are steps; rows are kept, so that the focus stays where it is. */
static void
match_rows (LockstepRail *self, guint count)
{
  guint have = 0;

  while (gtk_list_box_get_row_at_index (self->list, (int) have) != NULL)
    have++;
  for (; have < count; have++)
    gtk_list_box_append (self->list, lockstep_rail_row_new ());
  for (; have > count; have--)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) have - 1)));
}

void
lockstep_rail_refresh (LockstepRail *self, LockstepCase *subject, LockstepStepKindOfPage current)
{
  const GPtrArray *steps = lockstep_case_get_steps (subject);
  gboolean regrouped = FALSE;

  g_return_if_fail (LOCKSTEP_IS_RAIL (self));

  match_rows (self, steps->len);
  for (guint i = 0; i < steps->len; i++)
    {
      const LockstepStepView *view = g_ptr_array_index (steps, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      gboolean open = lockstep_page_table_get_type (view->page) != G_TYPE_INVALID;

      regrouped |= lockstep_rail_row_show (LOCKSTEP_RAIL_ROW (row),
                                           view,
                                           i + 1,
                                           steps->len,
                                           view->page == current,
                                           open);
      if (view->page == current && !gtk_list_box_row_is_selected (row))
        gtk_list_box_select_row (self->list, row);
    }
  if (regrouped)
    gtk_list_box_invalidate_headers (self->list);
}

void
lockstep_rail_focus (LockstepRail *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (LOCKSTEP_IS_RAIL (self));

  row = gtk_list_box_get_selected_row (self->list);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}
