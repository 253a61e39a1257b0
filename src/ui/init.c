/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/init.h"

#include "ui/resources.h"

/* The header that is made for the icons lies outside the folders of headers. */
GResource *lockstep_icons_get_resource (void);

#define RESOURCE_PATH "/io/github/lockstepdesk/Lockstep/"

void
lockstep_ui_init_resources (void)
{
  /* The reference keeps the linker from dropping the resources out of the static library;
   * registering them again changes nothing. */
  g_resources_register (lockstep_ui_get_resource ());
  g_resources_register (lockstep_icons_get_resource ());
}

void
lockstep_ui_init_display (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  lockstep_ui_init_resources ();
  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "style.css");
  gtk_style_context_add_provider_for_display (display,
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    RESOURCE_PATH "icons");
}
