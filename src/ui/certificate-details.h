/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * lockstep_certificate_details_new:
 * @der: a certificate, or what was sent as one
 * @whole: whether it stands alone: with its fingerprint, and without the row that opens a window
 *
 * Everything in a certificate as rows for a list or an expander.
 *
 * Returns: (transfer container) (element-type GtkWidget): floating rows
 */
GPtrArray *lockstep_certificate_details_new (GBytes *der, gboolean whole) G_GNUC_WARN_UNUSED_RESULT;

/* What to call the certificate in a title; never NULL. */
char *lockstep_certificate_dup_label (GBytes *der) G_GNUC_WARN_UNUSED_RESULT;

/* "2E 90 B7" out of "2E90B7"; NULL gives "". */
char *lockstep_certificate_dup_serial (const char *serial) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
