/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_CERTIFICATE_WINDOW (lockstep_certificate_window_get_type ())
G_DECLARE_FINAL_TYPE (LockstepCertificateWindow,
                      lockstep_certificate_window,
                      LOCKSTEP,
                      CERTIFICATE_WINDOW,
                      AdwWindow)

/* Opens everything in a certificate in a window of its own, over the window of @parent. */
void lockstep_certificate_window_present (GtkWidget *parent, GBytes *der);

G_END_DECLS
