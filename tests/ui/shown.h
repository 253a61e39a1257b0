/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

/**
 * Shown:
 * @went: (nullable): the page that somebody asked to go to
 *
 * A page of a case in a window that takes "wizard.go".
 */
typedef struct
{
  LockstepCase *subject;
  GtkWidget *window;
  LockstepPage *page;
  char *went;
} Shown;

/* Shows the page of @kind of @subject (taken over) @width wide, refreshed and entered. */
void shown_begin (Shown *shown, LockstepStepKindOfPage kind, LockstepCase *subject, int width);

/* Leaves the page; page and case have to be gone then. */
void shown_end (Shown *shown);

/* The visible row with this title; NULL for none. */
GtkWidget *shown_find_row (Shown *shown, const char *title);

G_END_DECLS
