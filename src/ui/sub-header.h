/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_SUB_HEADER (lockstep_sub_header_get_type ())
G_DECLARE_FINAL_TYPE (LockstepSubHeader, lockstep_sub_header, LOCKSTEP, SUB_HEADER, AdwBin)

/**
 * LockstepSubHeader:
 *
 * Header bar and search of the pages behind home: Back, "title", a search that signal "searched"
 * tells of (its argument is the text in lower case) and the main menu. Usable from a .ui file.
 */

/* Lets typing anywhere in @widget begin the search. */
void lockstep_sub_header_capture_keys (LockstepSubHeader *self, GtkWidget *widget);

/* Whether every word of @text (in lower case) stands in one of the strings; "" fits all. */
gboolean lockstep_search_fits (const char *text, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
