/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/icons.h"

GtkIconPaintable *
lockstep_icons_look_up (GtkWidget *widget, const char *name, int size)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GIcon) icon = g_themed_icon_new (name);

  /* Just as GtkImage asks: the icon theme keeps an icon for each way of asking. */
  return gtk_icon_theme_lookup_by_gicon (theme,
                                         icon,
                                         size,
                                         gtk_widget_get_scale_factor (widget),
                                         gtk_widget_get_direction (widget),
                                         GTK_ICON_LOOKUP_PRELOAD);
}
