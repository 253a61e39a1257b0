/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/page-table.h"

#include "ui/fixture.h"

/* Every page of the table: made, shown, refreshed, left and gone, without a warning. */
static void
test_page (gconstpointer data)
{
  LockstepStepKindOfPage kind = (LockstepStepKindOfPage) GPOINTER_TO_INT (data);
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  LockstepCase *subject = lockstep_test_case (catalog);
  GtkWidget *window = gtk_window_new ();
  LockstepPage *page = g_object_ref_sink (lockstep_page_table_create (kind, subject));
  g_autoptr (LockstepCase) got = NULL;

  g_object_get (page, "case", &got, NULL);
  g_assert_true (got == subject);
  g_assert_true (lockstep_page_get_case (page) == subject);
  g_assert_nonnull (lockstep_page_get_bar (page));

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  lockstep_page_refresh (page);
  gtk_window_present (GTK_WINDOW (window));
  lockstep_page_enter (page);
  lockstep_test_settle ();
  lockstep_page_refresh (page);
  lockstep_page_leave (page);
  lockstep_test_settle ();

  gtk_window_destroy (GTK_WINDOW (window));
  lockstep_test_settle ();
  g_assert_finalize_object (page);
  g_clear_object (&got);
  lockstep_test_settle ();
  g_assert_finalize_object (subject);
}

/* Symptom and Server are where every case begins. */
static void
test_beginning (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (LockstepCase) subject = lockstep_test_case (catalog);
  const LockstepStepView *next = lockstep_page_table_step (subject, LOCKSTEP_PAGE_SYMPTOM, 1);

  g_assert_nonnull (next);
  g_assert_cmpint (next->page, ==, LOCKSTEP_PAGE_SERVER);
  g_assert_null (lockstep_page_table_step (subject, LOCKSTEP_PAGE_SYMPTOM, -1));
  g_assert_true (lockstep_page_table_get_type (LOCKSTEP_N_PAGES) == G_TYPE_INVALID);
  g_assert_null (lockstep_page_table_create (LOCKSTEP_N_PAGES, subject));
}

/* Back undoes Next, from every page that has one. */
static void
test_back_undoes_next (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (LockstepCase) subject = lockstep_test_case (catalog);

  for (int kind = 0; kind < LOCKSTEP_N_PAGES; kind++)
    {
      const LockstepStepView *next;

      if (lockstep_page_table_get_type ((LockstepStepKindOfPage) kind) == G_TYPE_INVALID ||
          lockstep_case_get_step (subject, (LockstepStepKindOfPage) kind) == NULL)
        continue;
      next = lockstep_page_table_step (subject, (LockstepStepKindOfPage) kind, 1);
      if (next != NULL)
        g_assert_cmpint (lockstep_page_table_step (subject, next->page, -1)->page, ==, kind);
    }
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/pages/beginning", test_beginning);
  g_test_add_func ("/ui/pages/back-undoes-next", test_back_undoes_next);
  for (int kind = 0; kind < LOCKSTEP_N_PAGES; kind++)
    if (lockstep_page_table_get_type ((LockstepStepKindOfPage) kind) != G_TYPE_INVALID)
      {
        g_autofree char *path =
            g_strconcat ("/ui/pages/",
                         lockstep_page_to_string ((LockstepStepKindOfPage) kind),
                         NULL);

        g_test_add_data_func (path, GINT_TO_POINTER (kind), test_page);
      }

  return g_test_run ();
}
