/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes the resources of the window (templates, icons) known; harmless when called again. */
void lockstep_ui_init_resources (void);

/* What an AdwApplication does by itself and a test must ask for: style sheet and icons for
 * @display. */
void lockstep_ui_init_display (GdkDisplay *display);

G_END_DECLS
