/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/menu.h"

#include <glib/gi18n-lib.h>

static void
fill (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) begin = g_menu_new ();
  g_autoptr (GMenu) help = g_menu_new ();

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  g_menu_append (begin, _ ("New case"), "win.new");
  g_menu_append (begin, _ ("Open…"), "win.open");
  g_menu_append (begin, _ ("Browse the messages"), "win.browse");
  g_menu_append (begin, _ ("Practise"), "win.practise");
  g_menu_append (help, _ ("Help for this page"), "win.help");
  g_menu_append (help, _ ("Keyboard shortcuts"), "win.shortcuts");
  g_menu_append (help, _ ("About Lockstep"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (begin));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (help));

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
lockstep_menu_attach (GtkMenuButton *button)
{
  /* Filled when it is opened first: the first frame need not wait for it. */
  gtk_menu_button_set_create_popup_func (button, fill, NULL, NULL);
  /* A screen reader meets the toggle button inside, which has no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Main menu"),
                                  -1);
}
