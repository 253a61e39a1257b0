/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/rail.h"

#include "ui/fixture.h"
#include "ui/rail-row.h"

static const struct
{
  const char *name;
  LockstepStepState state;
  const char *finding;
  const char *spoken;
} rows[] = {
  { "failed",
    LOCKSTEP_STATE_FAILED,
    "Failed: expired",
    "Certificate, failed, expired, step 5 of 10" },
  { "fine", LOCKSTEP_STATE_FINE, "Fine: TLS 1.2", "Certificate, fine, TLS 1.2, step 5 of 10" },
  { "waiting", LOCKSTEP_STATE_WAITING, "Waiting", "Certificate, Waiting, step 5 of 10" },
  { "running",
    LOCKSTEP_STATE_RUNNING,
    "Running: 3 of 9",
    "Certificate, running, 3 of 9, step 5 of 10" },
};

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  LockstepStepView view = { .page = LOCKSTEP_PAGE_CERTIFICATE,
                            .group = "checks",
                            .title = (char *) "Certificate",
                            .state = rows[i].state,
                            .finding = (char *) rows[i].finding };
  GtkWidget *row = g_object_ref_sink (lockstep_rail_row_new ());
  g_autofree char *spoken = lockstep_rail_row_describe (&view, 5, 10);

  g_assert_cmpstr (spoken, ==, rows[i].spoken);
  lockstep_rail_row_show (LOCKSTEP_RAIL_ROW (row), &view, 5, 10, TRUE, TRUE);
  g_assert_nonnull (lockstep_test_find (row, lockstep_test_is_label, "Certificate"));
  g_assert_nonnull (lockstep_test_find (row, lockstep_test_is_label, rows[i].finding));
  g_assert_true (gtk_widget_has_css_class (row, "current"));
  g_assert_cmpint (gtk_widget_has_css_class (row, "waiting"),
                   ==,
                   rows[i].state == LOCKSTEP_STATE_WAITING);
  g_assert_cmpint (lockstep_rail_row_get_page (LOCKSTEP_RAIL_ROW (row)),
                   ==,
                   LOCKSTEP_PAGE_CERTIFICATE);
  g_assert_cmpstr (lockstep_rail_row_get_group (LOCKSTEP_RAIL_ROW (row)), ==, "checks");

  lockstep_rail_row_show (LOCKSTEP_RAIL_ROW (row), &view, 5, 10, FALSE, FALSE);
  g_assert_false (gtk_widget_has_css_class (row, "current"));
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_finalize_object (row);
}

static gboolean
is_current (GtkWidget *widget, gconstpointer data)
{
  return LOCKSTEP_IS_RAIL_ROW (widget) && gtk_widget_has_css_class (widget, "current");
}

static void
test_case (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (LockstepCase) subject = lockstep_test_case (catalog);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *rail = g_object_new (LOCKSTEP_TYPE_RAIL, NULL);
  const GPtrArray *steps = lockstep_case_get_steps (subject);
  GtkWidget *current;

  gtk_window_set_child (GTK_WINDOW (window), rail);
  lockstep_rail_refresh (LOCKSTEP_RAIL (rail), subject, LOCKSTEP_PAGE_SERVER);
  gtk_window_present (GTK_WINDOW (window));
  lockstep_test_settle ();
  for (guint i = 0; i < steps->len; i++)
    {
      const LockstepStepView *view = g_ptr_array_index (steps, i);

      g_assert_nonnull (lockstep_test_find (rail, lockstep_test_is_label, view->title));
    }
  g_assert_nonnull (lockstep_test_find (rail, lockstep_test_is_label, "The case"));
  g_assert_nonnull (lockstep_test_find (rail, lockstep_test_is_label, "The checks"));
  g_assert_nonnull (lockstep_test_find (rail, lockstep_test_is_label, "The fix"));
  current = lockstep_test_find (rail, is_current, NULL);
  g_assert_nonnull (current);
  g_assert_cmpint (lockstep_rail_row_get_page (LOCKSTEP_RAIL_ROW (current)),
                   ==,
                   LOCKSTEP_PAGE_SERVER);

  /* Rows are kept: a step that changes does not lose the focus. */
  lockstep_rail_refresh (LOCKSTEP_RAIL (rail), subject, LOCKSTEP_PAGE_SYMPTOM);
  g_assert_true (lockstep_test_find (rail, is_current, NULL) != current);
  g_assert_true (gtk_widget_is_ancestor (current, rail));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/rail/row/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/ui/rail/case", test_case);

  return g_test_run ();
}
