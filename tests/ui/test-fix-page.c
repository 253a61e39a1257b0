/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/fix-page.h"

#include "case/fixture.h"
#include "ui/fix-evidence.h"
#include "ui/fix-table.h"
#include "ui/fixture.h"
#include "ui/shown.h"

static LockstepCase *
make_case (FixtureKind before, FixtureKind now)
{
  g_autoptr (LockstepScene) first = fixture_scene (before, FIXTURE_UNSEEN);
  g_autoptr (LockstepScene) second = fixture_scene (now, FIXTURE_UNSEEN);

  return fixture_case (before != FIXTURE_UNSEEN ? first : NULL, second);
}

static gboolean
shows (Shown *shown, const char *text)
{
  GtkWidget *label = lockstep_test_find (GTK_WIDGET (shown->page), lockstep_test_is_label, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static gboolean
has_text_part (GtkWidget *widget, gconstpointer part)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;
}

static void
test_cause (void)
{
  const LockstepPageBar *bar;
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_FIX, make_case (FIXTURE_UNSEEN, FIXTURE_EXPIRED), 1000);
  g_assert_true (shows (&shown, "What has to be done, and by whom?"));
  g_assert_true (shows (&shown, "Certain"));
  g_assert_true (shows (&shown, "IBM i administrator"));
  g_assert_true (shows (&shown, "Copy for them"));
  g_assert_true (shows (&shown, "You, at the help desk"));
  g_assert_false (shows (&shown, "Before"));

  bar = lockstep_page_get_bar (shown.page);
  g_assert_cmpstr (bar->primary_label, ==, "Check again");
  g_assert_true (bar->primary_sensitive);
  g_assert_false (bar->primary_replaces_next);
  g_assert_cmpuint (bar->actions->len, ==, 1);
  shown_end (&shown);
}

static void
test_solved (void)
{
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_FIX, make_case (FIXTURE_EXPIRED, FIXTURE_HEALTHY), 1000);
  g_assert_true (shows (&shown, "Did it help?"));
  g_assert_true (shows (&shown, "Before"));
  g_assert_true (shows (&shown, "After"));
  g_assert_true (shows (&shown, "What is left for you"));
  g_assert_nonnull (
      lockstep_test_find (GTK_WIDGET (shown.page), has_text_part, "Expired on 9 November 2026"));
  g_assert_nonnull (lockstep_test_find (GTK_WIDGET (shown.page), has_text_part, "Valid until "));
  /* Next is the blue one again. */
  g_assert_null (lockstep_page_get_bar (shown.page)->primary_label);
  shown_end (&shown);
}

/* A second look that shows the same fault is never green. */
static void
test_unchanged (void)
{
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_FIX, make_case (FIXTURE_EXPIRED, FIXTURE_EXPIRED), 360);
  g_assert_true (shows (&shown, "No. Nothing has changed yet."));
  g_assert_true (shows (&shown, "unchanged"));
  g_assert_true (shows (&shown, "IBM i administrator"));
  g_assert_false (shows (&shown, "What is left for you"));
  g_assert_cmpstr (lockstep_page_get_bar (shown.page)->primary_label, ==, "Check again");
  shown_end (&shown);
}

static void
test_healthy (void)
{
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_FIX, make_case (FIXTURE_UNSEEN, FIXTURE_HEALTHY), 1000);
  g_assert_true (shows (&shown, "If the user still has the trouble"));
  g_assert_false (shows (&shown, "Certain"));
  shown_end (&shown);
}

static void
test_not_looked (void)
{
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_FIX, fixture_case (NULL, NULL), 1000);
  g_assert_true (shows (&shown, "Nothing is known yet."));
  shown_end (&shown);
}

static void
test_causes (FixtureKind kind, const char *part, LockstepStepKindOfPage page)
{
  g_autoptr (LockstepScene) scene = fixture_scene (kind, FIXTURE_EXPIRED);
  g_autoptr (LockstepDiagnosis) diagnosis = lockstep_diagnose (fixture_catalog (), scene);
  gboolean found = FALSE;

  for (guint i = 0; i < diagnosis->causes->len; i++)
    {
      const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, i);

      for (guint b = 0; cause->because[b] != NULL; b++)
        if (strstr (cause->because[b], part) != NULL)
          {
            g_assert_cmpint (lockstep_fix_page_of (fixture_catalog (), cause, cause->because[b]),
                             ==,
                             page);
            found = TRUE;
          }
    }
  g_assert_true (found);
}

/* Each sentence leads to the page where that was seen. */
static void
test_pages (void)
{
  test_causes (FIXTURE_EXPIRED, "expired on", LOCKSTEP_PAGE_CERTIFICATE);
  test_causes (FIXTURE_RESET, "on the same server", LOCKSTEP_PAGE_SERVICES);
  test_causes (FIXTURE_REFUSED, "refuses", LOCKSTEP_PAGE_SERVICES);
}

static void
test_describe (void)
{
  LockstepFixSeen seen = lockstep_fix_describe (NULL);

  g_assert_cmpint (seen.state, ==, LOCKSTEP_STATE_UNKNOWN);
  g_assert_cmpstr (seen.text, ==, "Not looked at");
  g_free (seen.text);
}

int
main (int argc, char *argv[])
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/fix-page/cause", test_cause);
  g_test_add_func ("/ui/fix-page/solved", test_solved);
  g_test_add_func ("/ui/fix-page/unchanged", test_unchanged);
  g_test_add_func ("/ui/fix-page/healthy", test_healthy);
  g_test_add_func ("/ui/fix-page/not-looked", test_not_looked);
  g_test_add_func ("/ui/fix-page/pages", test_pages);
  g_test_add_func ("/ui/fix-page/describe", test_describe);

  return g_test_run ();
}
