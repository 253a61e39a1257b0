/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The constant's name of an errno, "ECONNREFUSED"; static. */
const char *lockstep_system_error_get_name (int code);

/* Name and the system's untranslated words, "ECONNRESET (Connection reset by peer)". */
char *lockstep_system_error_describe (int code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
