/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/column-layout.h"

#define ROW_SPACING 3 /* between the texts of an AdwActionRow */
/* How narrow these get. A label that may be as narrow as a letter breaks its text after each letter
 * only to find out how narrow that is. */
#define ROW_CHARS 10

struct _LockstepColumnLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (LockstepColumnLayout, lockstep_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

#define FOR_EACH_SHOWN(child, widget)                                                              \
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;         \
       child = next_shown (gtk_widget_get_next_sibling (child)))

static GtkSizeRequestMode
lockstep_column_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  FOR_EACH_SHOWN (child, widget)
  {
    int least, liked;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, liked);
  }
}

static void
measure_height (GtkWidget *widget, int width, int spacing, int *minimum, int *natural)
{
  gboolean first = TRUE;

  FOR_EACH_SHOWN (child, widget)
  {
    int least, liked;

    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &liked, NULL, NULL);
    *minimum += least + (first ? 0 : spacing);
    *natural += liked + (first ? 0 : spacing);
    first = FALSE;
  }
}

static void
lockstep_column_layout_measure (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (widget, for_size, LOCKSTEP_COLUMN_LAYOUT (manager)->spacing, minimum, natural);
}

static void
lockstep_column_layout_allocate (GtkLayoutManager *manager,
                                 GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  int spacing = LOCKSTEP_COLUMN_LAYOUT (manager)->spacing;
  GtkAllocation place = { 0, 0, width, 0 };
  int minimum = 0;
  int natural = 0;
  int spare;

  measure_height (widget, width, spacing, &minimum, &natural);
  spare = MAX (height - minimum, 0);
  FOR_EACH_SHOWN (child, widget)
  {
    int least, liked, more;

    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &liked, NULL, NULL);
    more = MIN (liked - least, spare);
    spare -= more;
    place.height = least + more;
    gtk_widget_size_allocate (child, &place, -1);
    place.y += place.height + spacing;
  }
}

static void
lockstep_column_layout_class_init (LockstepColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = lockstep_column_layout_get_request_mode;
  layout_class->measure = lockstep_column_layout_measure;
  layout_class->allocate = lockstep_column_layout_allocate;
}

static void
lockstep_column_layout_init (LockstepColumnLayout *self)
{
}

GtkLayoutManager *
lockstep_column_layout_new (int spacing)
{
  LockstepColumnLayout *self = g_object_new (LOCKSTEP_TYPE_COLUMN_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}

void
lockstep_column_layout_apply (GtkWidget *row)
{
  GtkWidget *header = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *part = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  while (part != NULL && !gtk_widget_has_css_class (part, "title"))
    part = gtk_widget_get_next_sibling (part);
  if (part == NULL)
    return;

  gtk_widget_set_layout_manager (part, lockstep_column_layout_new (ROW_SPACING));
  for (part = gtk_widget_get_first_child (part); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    if (GTK_IS_LABEL (part))
      gtk_label_set_width_chars (GTK_LABEL (part), ROW_CHARS);
}
