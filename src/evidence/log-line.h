/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The time stamp of a line as it is printed, "Fri Jan 16 14:28:36 2015" or ISO 8601; NULL where
 * it has none. */
char *lockstep_log_line_dup_stamp (const char *line, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* The address of the client in a line of IBM HTTP Server, without its port; NULL for none. */
char *lockstep_log_line_dup_peer (const char *line, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
