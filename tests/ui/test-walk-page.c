/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/on-the-server-page.h"

#include "case/fixture.h"
#include "ui/fixture.h"
#include "ui/shown.h"
#include "ui/walk-steps.h"

static LockstepCase *
make_case (FixtureKind telnet)
{
  g_autoptr (LockstepScene) scene = fixture_scene (telnet, FIXTURE_HEALTHY);

  return fixture_case (NULL, scene);
}

static gboolean
is_pressable (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         lockstep_test_find (widget, lockstep_test_is_label, label) != NULL;
}

static gboolean
is_field (GtkWidget *widget, gconstpointer unused)
{
  return ADW_IS_ENTRY_ROW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
shows (Shown *shown, const char *text)
{
  GtkWidget *label = lockstep_test_find (GTK_WIDGET (shown->page), lockstep_test_is_label, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
press (Shown *shown, const char *label)
{
  GtkWidget *button = lockstep_test_find (GTK_WIDGET (shown->page), is_pressable, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  lockstep_test_settle ();
}

static void
type (Shown *shown, const char *text)
{
  GtkWidget *field = lockstep_test_find (GTK_WIDGET (shown->page), is_field, NULL);

  g_assert_nonnull (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  g_signal_emit_by_name (field, "entry-activated");
  lockstep_test_settle ();
}

static void
go_to (Shown *shown, guint position)
{
  lockstep_case_set_walk_position (shown->subject, position);
  lockstep_page_refresh (shown->page);
  lockstep_test_settle ();
}

static void
test_answers (void)
{
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_ON_THE_SERVER, make_case (FIXTURE_EXPIRED), 1000);
  g_assert_true (shows (&shown, "Step 1 of 11"));
  g_assert_true (shows (&shown, "Is the DCM server running?"));
  g_assert_cmpstr (lockstep_page_get_bar (shown.page)->next_label, ==, "Skip to Fix");
  g_assert_false (lockstep_page_get_bar (shown.page)->next_suggested);

  /* No says what it can mean, and stays. */
  press (&shown, "No");
  g_assert_true (shows (&shown, "Step 1 of 11"));
  g_assert_cmpint (lockstep_case_get_answer (shown.subject, 0), ==, LOCKSTEP_ANSWER_NO);
  g_assert_nonnull (
      lockstep_test_find (GTK_WIDGET (shown.page),
                          lockstep_test_is_label,
                          lockstep_entry_text (lockstep_walk_get_step (shown.subject, 0), "no")));

  press (&shown, "Yes");
  g_assert_true (shows (&shown, "Step 2 of 11"));
  press (&shown, "I can’t do this");
  g_assert_true (shows (&shown, "Step 3 of 11"));
  g_assert_cmpint (lockstep_case_get_answer (shown.subject, 0), ==, LOCKSTEP_ANSWER_YES);
  g_assert_cmpint (lockstep_case_get_answer (shown.subject, 1), ==, LOCKSTEP_ANSWER_CANNOT);
  g_assert_true (shows (&shown, "1 with yes, 0 with no, 1 without an answer"));
  shown_end (&shown);
}

/* What is written down at step 8 is named at step 10. */
static void
test_label (void)
{
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_ON_THE_SERVER, make_case (FIXTURE_EXPIRED), 1000);
  go_to (&shown, 7);
  g_assert_true (shows (&shown, "QIBM_QTV_TELNET_SERVER"));
  type (&shown, "IBMI_2025");
  g_assert_cmpstr (lockstep_case_get_note (shown.subject, 7), ==, "IBMI_2025");
  go_to (&shown, 9);
  g_assert_true (shows (&shown, "With its View action, open this certificate: IBMI_2025"));
  shown_end (&shown);
}

/* What was typed and not told yet is not lost when the page is left. */
static void
test_leaving (void)
{
  Shown shown;
  GtkWidget *field;

  shown_begin (&shown, LOCKSTEP_PAGE_ON_THE_SERVER, make_case (FIXTURE_EXPIRED), 1000);
  go_to (&shown, 7);
  field = lockstep_test_find (GTK_WIDGET (shown.page), is_field, NULL);
  gtk_editable_set_text (GTK_EDITABLE (field), "half");
  lockstep_page_leave (shown.page);
  g_assert_cmpstr (lockstep_case_get_note (shown.subject, 7), ==, "half");
  shown_end (&shown);
}

static void
test_date (void)
{
  Shown shown;
  gint64 date;

  shown_begin (&shown, LOCKSTEP_PAGE_ON_THE_SERVER, make_case (FIXTURE_EXPIRED), 1000);
  go_to (&shown, 10);
  g_assert_false (shows (&shown, "Read on the server"));

  type (&shown, "soon");
  g_assert_true (shows (&shown, "No date yet"));
  g_assert_false (lockstep_case_get_read_date (shown.subject, &date));

  /* Two readings are asked. */
  type (&shown, "09/11/26");
  g_assert_true (shows (&shown, "This can be read in two ways. Which day is it?"));
  g_assert_false (lockstep_case_get_read_date (shown.subject, &date));
  press (&shown, "11 September 2026");
  g_assert_true (lockstep_case_get_read_date (shown.subject, &date));
  g_assert_true (shows (&shown, "≠"));
  g_assert_false (shows (&shown, "This can be read in two ways. Which day is it?"));

  type (&shown, "9.11.2026");
  g_assert_true (lockstep_case_get_read_date (shown.subject, &date));
  g_assert_true (shows (&shown, "="));
  g_assert_true (shows (&shown,
                        "Both agree. So this is the certificate that the users get, and it has "
                        "expired."));
  g_assert_cmpint (lockstep_case_get_answer (shown.subject, 10), ==, LOCKSTEP_ANSWER_YES);
  g_assert_null (lockstep_page_get_bar (shown.page)->next_label);
  g_assert_true (lockstep_page_get_bar (shown.page)->next_suggested);

  /* Taking the text back takes the date back. */
  type (&shown, "");
  g_assert_false (lockstep_case_get_read_date (shown.subject, &date));
  g_assert_false (shows (&shown, "="));
  shown_end (&shown);
}

/* Where the network shows no certificate there is nothing to compare with, and the page says so. */
static void
test_nothing_seen (void)
{
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_ON_THE_SERVER, make_case (FIXTURE_RESET), 360);
  go_to (&shown, 10);
  type (&shown, "2026-11-09");
  g_assert_true (shows (&shown, "No certificate"));
  g_assert_false (shows (&shown, "="));
  g_assert_false (shows (&shown, "≠"));
  shown_end (&shown);
}

static void
test_variant (void)
{
  Shown shown;
  guint before;
  GtkWidget *button;

  shown_begin (&shown, LOCKSTEP_PAGE_ON_THE_SERVER, make_case (FIXTURE_EXPIRED), 1000);
  before = lockstep_case_get_variant (shown.subject);
  button = lockstep_test_find (GTK_WIDGET (shown.page), is_pressable, "Classic DCM");
  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpuint (lockstep_case_get_variant (shown.subject), !=, before);
  lockstep_page_refresh (shown.page);
  g_assert_true (shows (&shown, "Is the administration server running?"));
  shown_end (&shown);
}

int
main (int argc, char *argv[])
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/walk-page/answers", test_answers);
  g_test_add_func ("/ui/walk-page/label", test_label);
  g_test_add_func ("/ui/walk-page/leaving", test_leaving);
  g_test_add_func ("/ui/walk-page/date", test_date);
  g_test_add_func ("/ui/walk-page/nothing-seen", test_nothing_seen);
  g_test_add_func ("/ui/walk-page/variant", test_variant);

  return g_test_run ();
}
