/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalog/catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_WINDOW (lockstep_window_get_type ())
G_DECLARE_FINAL_TYPE (LockstepWindow, lockstep_window, LOCKSTEP, WINDOW, AdwApplicationWindow)

/* The one window: home, or a case with its rail, pages and action bar. */
LockstepWindow *lockstep_window_new (AdwApplication *application) G_GNUC_WARN_UNUSED_RESULT;

/* Hands over the catalogue, which is read after the first frame; NULL with the reason why it
 * could not be read. */
void
lockstep_window_set_catalog (LockstepWindow *self, LockstepCatalog *catalog, const char *failure);

/* A saved case is opened where it was left; text and logs go into the field. */
void lockstep_window_open_file (LockstepWindow *self, GFile *file);

/* Starts a practice server and opens a case on it. */
void lockstep_window_practise (LockstepWindow *self, const char *scenario);

G_END_DECLS
