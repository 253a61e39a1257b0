/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A flat button that asks where to, and writes @pem there. @name is what the file is called unless
 * somebody says otherwise; @label is the name of the button. */
GtkWidget *lockstep_certificate_save_button_new (const char *pem,
                                                 const char *name,
                                                 const char *label) G_GNUC_WARN_UNUSED_RESULT;

/* "ibmi.example.com.pem" out of what a certificate calls itself, which may be anything. */
char *lockstep_certificate_dup_file_name (const char *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
