/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/step.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The small parts of which pages are made (mockups/README.md 3). */

/* Icon name of a state, "lockstep-state-fine-symbolic"; static. */
const char *lockstep_state_icon_name (LockstepStepState state);

/* An image of a state, 16 px, in its colour, named for screen readers by its word. For
 * LOCKSTEP_STATE_RUNNING a spinner. */
GtkWidget *lockstep_state_image_new (LockstepStepState state) G_GNUC_WARN_UNUSED_RESULT;

/* A flat copy button, 34 x 34: copies @text, shows a tick for 1.5 s and a toast "@what copied".
 * Its accessible name is "Copy @what" (both translated by the caller: @label is the whole name,
 * @toast the whole toast). */
GtkWidget *lockstep_copy_button_new (const char *text, const char *label, const char *toast)
    G_GNUC_WARN_UNUSED_RESULT;

void lockstep_copy_button_set_text (GtkWidget *button, const char *text);

/* Copies @text to the clipboard of @widget and shows @toast (nullable) over its page. */
void lockstep_copy_text (GtkWidget *widget, const char *text, const char *toast);

/* Monospace text with a copy button at its end; @uri (nullable) adds an Open button. */
GtkWidget *lockstep_code_box_new (const char *code, const char *uri) G_GNUC_WARN_UNUSED_RESULT;

/* Code boxes beside each other where they fit, else below each other. */
GtkWidget *lockstep_code_flow_new (const char *const *codes) G_GNUC_WARN_UNUSED_RESULT;

/* An AdwActionRow that is quick to lay out. */
GtkWidget *lockstep_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Evidence row: state glyph, what is true, where that was seen. */
GtkWidget *lockstep_evidence_row_new (LockstepStepState state,
                                      const char *title,
                                      const char *subtitle) G_GNUC_WARN_UNUSED_RESULT;

/* Value row: icon, name, value, copy button; Ctrl+C on the row copies too. */
GtkWidget *lockstep_value_row_new (const char *icon_name,
                                   const char *title,
                                   const char *value,
                                   gboolean monospace) G_GNUC_WARN_UNUSED_RESULT;

/* A rounded tag; @style (nullable): "fine", "look", "failed", "accent". */
GtkWidget *lockstep_tag_new (const char *text, const char *style) G_GNUC_WARN_UNUSED_RESULT;

/* Number of a step in a disc of 22; a tick where @done. */
GtkWidget *lockstep_number_disc_new (guint number, gboolean done) G_GNUC_WARN_UNUSED_RESULT;

/* Removes all rows of a list box. */
void lockstep_list_clear (GtkListBox *list);

G_END_DECLS
