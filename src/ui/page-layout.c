/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/page-layout.h"

#define NATURAL_WIDTH 704
#define NATURAL_HEIGHT 606

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

GtkLayoutManager *
lockstep_page_layout_new (void)
{
  return gtk_custom_layout_new (NULL, measure, allocate);
}
