/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_START_PAGE (lockstep_start_page_get_type ())
G_DECLARE_FINAL_TYPE (LockstepStartPage, lockstep_start_page, LOCKSTEP, START_PAGE, AdwBin)

/**
 * LockstepStartPage:
 *
 * The first page: the field for what the user saw, the newest cases, other ways to begin. As soon
 * as a message is recognised it activates "win.begin" with the text.
 */

/* Shows the icons that are drawn from the program's own drawings. They come with the second frame:
 * to load what draws them would hold up the first one. */
void lockstep_start_page_draw_icons (LockstepStartPage *self);

/* Recognises from now on, and lists the cases. */
void lockstep_start_page_set_catalog (LockstepStartPage *self, LockstepCatalog *catalog);

/* The page is open again: lists the cases anew and puts the focus into the
 * field. */
void lockstep_start_page_enter (LockstepStartPage *self);

/* Puts the focus into the field. */
void lockstep_start_page_focus (LockstepStartPage *self);

char *lockstep_start_page_dup_text (LockstepStartPage *self) G_GNUC_WARN_UNUSED_RESULT;

void lockstep_start_page_set_text (LockstepStartPage *self, const char *text);

/* Empties the field and takes the notice away. */
void lockstep_start_page_clear (LockstepStartPage *self);

/* Says above the field what could not be done; NULL for nothing. */
void lockstep_start_page_set_notice (LockstepStartPage *self, const char *text);

G_END_DECLS
