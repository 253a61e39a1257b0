/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Starts GTK with Lockstep's resources; instead of g_test_init(). */
void lockstep_test_ui_init (int *argc, char ***argv);

/* The catalogue that is built in; the caller's. */
LockstepCatalog *lockstep_test_catalog (void);

/* A case with a recognised message and a plan for 127.0.0.1. */
LockstepCase *lockstep_test_case (LockstepCatalog *catalog);

/* Runs the main loop until *@done; the test's own time limit ends what never comes. */
void lockstep_test_wait (const gboolean *done);

/* Runs what the main loop has to do now. */
void lockstep_test_settle (void);

/* A signal handler that counts into its user data, for signals without arguments. */
void lockstep_test_count (GObject *object, guint *count);

/* The same for "notify". */
void lockstep_test_count_notify (GObject *object, GParamSpec *pspec, guint *count);

/* The first widget under @root for which @fits answers TRUE; NULL for none. */
typedef gboolean (*LockstepTestFits) (GtkWidget *widget, gconstpointer data);

GtkWidget *lockstep_test_find (GtkWidget *root, LockstepTestFits fits, gconstpointer data);

/* A visible label, button or row with this text. */
gboolean lockstep_test_is_label (GtkWidget *widget, gconstpointer text);

gboolean lockstep_test_is_row (GtkWidget *widget, gconstpointer title);

G_END_DECLS
