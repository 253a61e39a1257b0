/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/parts.h"

#include "ui/fixture.h"

static void
test_states (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (int state = 0; state < LOCKSTEP_N_STATES; state++)
    {
      const char *name = lockstep_state_icon_name ((LockstepStepState) state);
      GtkWidget *image = g_object_ref_sink (lockstep_state_image_new ((LockstepStepState) state));

      g_assert_true (gtk_icon_theme_has_icon (theme, name));
      g_assert_nonnull (strstr (name, lockstep_state_to_string ((LockstepStepState) state)));
      g_assert_cmpint (GTK_IS_SPINNER (image), ==, state == LOCKSTEP_STATE_RUNNING);
      g_assert_true (
          gtk_widget_has_css_class (image, lockstep_state_to_string ((LockstepStepState) state)));
      g_assert_finalize_object (image);
    }
}

/* What comes from a peer may look like markup; rows show it as it is. */
static void
test_rows_take_no_markup (void)
{
  GtkWidget *rows[] = { lockstep_evidence_row_new (LOCKSTEP_STATE_FINE, "<b>&", "<i>"),
                        lockstep_value_row_new (NULL, "<b>&", "<i>", TRUE) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = g_object_ref_sink (rows[i]);

      g_assert_nonnull (lockstep_test_find (row, lockstep_test_is_label, "<b>&"));
      g_assert_nonnull (lockstep_test_find (row, lockstep_test_is_label, "<i>"));
      g_assert_finalize_object (row);
    }
}

static void
test_copy_button (void)
{
  GtkWidget *button = g_object_ref_sink (lockstep_copy_button_new ("AB:CD", "Copy it", "Copied"));
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  guint count = 0;

  g_signal_connect (button, "notify::text", G_CALLBACK (lockstep_test_count_notify), &count);
  lockstep_copy_button_set_text (button, "AB:CD");
  g_assert_cmpuint (count, ==, 0);
  lockstep_copy_button_set_text (button, "EF");
  g_assert_cmpuint (count, ==, 1);
  g_object_get (button, "text", &text, "label-text", &label, NULL);
  g_assert_cmpstr (text, ==, "EF");
  g_assert_cmpstr (label, ==, "Copy it");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Copy it");
  g_assert_finalize_object (button);
}

static void
got_text_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

static void
test_copying (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = lockstep_copy_button_new ("5E:1A", "Copy the fingerprint", NULL);
  g_autofree char *text = NULL;

  gtk_window_set_child (GTK_WINDOW (window), button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (button)), ==, "emblem-ok-symbolic");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (button), NULL, got_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "5E:1A");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_discs_and_tags (void)
{
  g_autoptr (GtkWidget) number = g_object_ref_sink (lockstep_number_disc_new (3, FALSE));
  g_autoptr (GtkWidget) done = g_object_ref_sink (lockstep_number_disc_new (3, TRUE));
  g_autoptr (GtkWidget) tag = g_object_ref_sink (lockstep_tag_new ("Certain", "fine"));
  g_autoptr (GtkWidget) plain = g_object_ref_sink (lockstep_tag_new ("Possible", NULL));

  g_assert_nonnull (lockstep_test_find (number, lockstep_test_is_label, "3"));
  g_assert_null (lockstep_test_find (done, lockstep_test_is_label, "3"));
  g_assert_true (gtk_widget_has_css_class (tag, "fine"));
  g_assert_false (gtk_widget_has_css_class (plain, "fine"));
}

static void
test_codes (void)
{
  static const char *const codes[] = { "ENDTCPSVR SERVER(*TELNET)", "STRTCPSVR", NULL };
  g_autoptr (GtkWidget) flow = g_object_ref_sink (lockstep_code_flow_new (codes));
  g_autoptr (GtkWidget) nothing = g_object_ref_sink (lockstep_code_flow_new (NULL));
  g_autoptr (GtkWidget) box =
      g_object_ref_sink (lockstep_code_box_new ("see", "https://ibmi.example.com:2006/"));

  g_assert_nonnull (lockstep_test_find (flow, lockstep_test_is_label, codes[0]));
  g_assert_nonnull (lockstep_test_find (flow, lockstep_test_is_label, codes[1]));
  g_assert_null (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (nothing), 0));
  g_assert_nonnull (lockstep_test_find (box, lockstep_test_is_label, "Open"));
}

static void
test_clear (void)
{
  g_autoptr (GtkWidget) list = g_object_ref_sink (gtk_list_box_new ());

  gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new ("1"));
  gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new ("2"));
  lockstep_list_clear (GTK_LIST_BOX (list));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/parts/states", test_states);
  g_test_add_func ("/ui/parts/rows-take-no-markup", test_rows_take_no_markup);
  g_test_add_func ("/ui/parts/copy-button", test_copy_button);
  g_test_add_func ("/ui/parts/copying", test_copying);
  g_test_add_func ("/ui/parts/discs-and-tags", test_discs_and_tags);
  g_test_add_func ("/ui/parts/codes", test_codes);
  g_test_add_func ("/ui/parts/clear", test_clear);

  return g_test_run ();
}
