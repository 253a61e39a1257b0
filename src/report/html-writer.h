/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/context.h"

G_BEGIN_DECLS

/**
 * LockstepHtml:
 *
 * The page as it is written. Markup is only ever written by the functions below from names in the
 * source; every text, whoever wrote it, goes through lockstep_html_text().
 */
typedef struct
{
  const LockstepReport *report;
  GString *page;
} LockstepHtml;

/* Opens and closes an element; @class is static or %NULL. */
void lockstep_html_open (LockstepHtml *self, const char *element, const char *class);

void lockstep_html_close (LockstepHtml *self, const char *element);

/* A text without names, without control characters, with every special character escaped. */
void lockstep_html_text (LockstepHtml *self, const char *text);

/* A whole element with a text in it; nothing for NULL and "". */
void lockstep_html_element (LockstepHtml *self,
                            const char *element,
                            const char *class,
                            const char *text);

/* ---- the sections (report/html-….c) ---- */

void lockstep_html_add_style (LockstepHtml *self);

void lockstep_html_add_causes (LockstepHtml *self);

void lockstep_html_add_remedies (LockstepHtml *self);

void lockstep_html_add_comparison (LockstepHtml *self);

void lockstep_html_add_answers (LockstepHtml *self);

/* Pictures, checks and chain of an observation. */
void lockstep_html_add_observation (LockstepHtml *self, guint index);

/* The path to each host. */
void lockstep_html_add_paths (LockstepHtml *self);

void lockstep_html_add_pictures (LockstepHtml *self, guint index);

G_END_DECLS
