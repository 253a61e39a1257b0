/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/fixture.h"

#include "ui/init.h"

void
lockstep_test_ui_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  lockstep_ui_init_display (gdk_display_get_default ());
}

LockstepCatalog *
lockstep_test_catalog (void)
{
  g_autoptr (GError) error = NULL;
  LockstepCatalog *catalog = lockstep_catalog_new_default (&error);

  g_assert_no_error (error);
  g_assert_nonnull (catalog);

  return catalog;
}

LockstepCase *
lockstep_test_case (LockstepCatalog *catalog)
{
  LockstepCase *subject = lockstep_case_new (catalog);
  g_autoptr (LockstepPlan) plan = NULL;

  lockstep_case_set_symptom (subject, "CWBCO1034 - SSL error, function returned 25406");
  plan = lockstep_plan_copy (lockstep_case_get_plan (subject));
  lockstep_plan_add (plan, "127.0.0.1", 9476, "signon", LOCKSTEP_ROLE_TARGET);
  lockstep_case_set_plan (subject, plan);

  return subject;
}

void
lockstep_test_wait (const gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

void
lockstep_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
lockstep_test_count (GObject *object, guint *count)
{
  (*count)++;
}

void
lockstep_test_count_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

GtkWidget *
lockstep_test_find (GtkWidget *root, LockstepTestFits fits, gconstpointer data)
{
  GtkWidget *child;

  if (fits (root, data))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = lockstep_test_find (child, fits, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gboolean
lockstep_test_is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
         g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

gboolean
lockstep_test_is_row (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_visible (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}
