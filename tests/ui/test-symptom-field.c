/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/symptom-field.h"

#include "ui/fixture.h"
#include "ui/symptom-parts.h"

static gboolean
is_text_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
done_cb (LockstepSymptomField *field, gboolean *done)
{
  *done = TRUE;
}

static void
test_settles (void)
{
  g_autoptr (GtkWidget) field =
      g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_SYMPTOM_FIELD, NULL));
  GtkTextView *view = GTK_TEXT_VIEW (lockstep_test_find (field, is_text_view, NULL));
  g_autofree char *text = NULL;
  gboolean done = FALSE;
  guint count = 0;

  g_signal_connect (field, "settled", G_CALLBACK (lockstep_test_count), &count);
  g_signal_connect (field, "settled", G_CALLBACK (done_cb), &done);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "CWBCO1034", -1);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), " 25406", -1);
  g_assert_cmpuint (count, ==, 0);
  lockstep_test_wait (&done);
  g_assert_cmpuint (count, ==, 1);
  text = lockstep_symptom_field_dup_text (LOCKSTEP_SYMPTOM_FIELD (field));
  g_assert_cmpstr (text, ==, "CWBCO1034 25406");
}

/* Who cannot wait asks for it; nothing to come, nothing told. */
static void
test_settle_at_once (void)
{
  g_autoptr (GtkWidget) field =
      g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_SYMPTOM_FIELD, NULL));
  guint count = 0;

  g_signal_connect (field, "settled", G_CALLBACK (lockstep_test_count), &count);
  lockstep_symptom_field_settle (LOCKSTEP_SYMPTOM_FIELD (field));
  g_assert_cmpuint (count, ==, 0);
  lockstep_symptom_field_set_text (LOCKSTEP_SYMPTOM_FIELD (field), "SSL0221E");
  lockstep_symptom_field_settle (LOCKSTEP_SYMPTOM_FIELD (field));
  g_assert_cmpuint (count, ==, 1);
  lockstep_symptom_field_set_text (LOCKSTEP_SYMPTOM_FIELD (field), "SSL0221E");
  lockstep_symptom_field_settle (LOCKSTEP_SYMPTOM_FIELD (field));
  g_assert_cmpuint (count, ==, 1);
}

static gboolean
is_marked (GtkTextBuffer *buffer, int offset)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "found");
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, offset);

  return gtk_text_iter_has_tag (&at, tag);
}

/* The marks count characters where the recogniser counts bytes. */
static void
test_marks (void)
{
  static const char *const text =
      "Gerät: ibmi.example.com\nCWBCO1034 - SSL error, function returned 25406";
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (LockstepRecognition) recognition = lockstep_recognise (catalog, text);
  g_autoptr (GtkWidget) field =
      g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_SYMPTOM_FIELD, NULL));
  GtkTextView *view = GTK_TEXT_VIEW (lockstep_test_find (field, is_text_view, NULL));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  int id = (int) g_utf8_strlen (text, strstr (text, "CWBCO1034") - text);
  int code = (int) g_utf8_strlen (text, strstr (text, "25406") - text);

  lockstep_symptom_field_set_text (LOCKSTEP_SYMPTOM_FIELD (field), text);
  lockstep_symptom_field_mark (LOCKSTEP_SYMPTOM_FIELD (field), recognition);
  g_assert_false (is_marked (buffer, 0));
  g_assert_true (is_marked (buffer, id));
  g_assert_false (is_marked (buffer, id - 1));
  g_assert_true (is_marked (buffer, code));
  g_assert_true (is_marked (buffer, code + 4));
}

static void
test_examples (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (GtkWidget) field =
      g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_SYMPTOM_FIELD, NULL));
  static const char *const examples[] = { "CWBCO1034 25406", "SSL0221E", "GSK_ERROR_NO_CIPHERS" };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      GtkWidget *button = lockstep_test_find (field, is_button, examples[i]);
      g_autoptr (LockstepRecognition) recognition = NULL;
      g_autofree char *text = NULL;

      g_assert_nonnull (button);
      g_signal_emit_by_name (button, "clicked");
      text = lockstep_symptom_field_dup_text (LOCKSTEP_SYMPTOM_FIELD (field));
      recognition = lockstep_recognise (catalog, text);
      g_assert_cmpuint (recognition->matches->len, >, 0);
    }
}

static void
test_embedded (void)
{
  GtkWidget *field =
      g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_SYMPTOM_FIELD, "embedded", TRUE, NULL));
  gboolean embedded = FALSE;
  guint count = 0;

  g_object_get (field, "embedded", &embedded, NULL);
  g_assert_true (embedded);
  g_signal_connect (field, "notify::embedded", G_CALLBACK (lockstep_test_count_notify), &count);
  g_object_set (field, "embedded", TRUE, NULL);
  g_assert_cmpuint (count, ==, 0);
  g_object_set (field, "embedded", FALSE, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_assert_finalize_object (field);
}

static void
test_other_names (void)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_test_catalog ();
  g_autoptr (LockstepRecognition) recognition = lockstep_recognise (catalog, "CWBCO1034 25406");
  g_autofree char *names = NULL;

  g_assert_cmpuint (recognition->matches->len, ==, 1);
  names = lockstep_match_dup_other_names (catalog, g_ptr_array_index (recognition->matches, 0));
  g_assert_nonnull (strstr (names, "SSL0226I"));
  g_assert_nonnull (strstr (names, "GSK_ERROR_IO (406)"));
  g_assert_null (strstr (names, "CWBCO1034"));
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/symptom-field/settles", test_settles);
  g_test_add_func ("/ui/symptom-field/settle-at-once", test_settle_at_once);
  g_test_add_func ("/ui/symptom-field/marks", test_marks);
  g_test_add_func ("/ui/symptom-field/examples", test_examples);
  g_test_add_func ("/ui/symptom-field/embedded", test_embedded);
  g_test_add_func ("/ui/symptom-field/other-names", test_other_names);

  return g_test_run ();
}
