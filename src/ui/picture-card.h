/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"
#include "picture/pictures.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_PICTURE_CARD (lockstep_picture_card_get_type ())
G_DECLARE_FINAL_TYPE (LockstepPictureCard, lockstep_picture_card, LOCKSTEP, PICTURE_CARD, AdwBin)

/**
 * LockstepPictureCard:
 *
 * A picture with its head: the drop-down of the services, or a title, then a tag, and the button
 * that copies the picture's text. Properties "title" (string; without it the drop-down stands
 * there) and "flat" (boolean: no card around it), both construct-only. Usable from a .ui file.
 */

/* Shows the observation that is chosen in @subject. The card is hidden before anything was seen. */
void lockstep_picture_card_show (LockstepPictureCard *self,
                                 LockstepCase *subject,
                                 LockstepPictureLayout layout);

/* NULL for no tag. */
void lockstep_picture_card_set_tag (LockstepPictureCard *self, const char *text);

/* Stands in the place of the picture, which is hidden; NULL shows the picture again. */
void lockstep_picture_card_set_instead (LockstepPictureCard *self, const char *text);

G_END_DECLS
