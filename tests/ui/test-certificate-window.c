/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/certificate-window.h"

#include "case/fixture.h"
#include "ui/certificate-details.h"
#include "ui/certificate-save.h"
#include "ui/fixture.h"

#define HOSTILE "<b>&amp; \"evil\" %s</b>"

static void
test_window (void)
{
  g_autoptr (GBytes) der = fixture_certificate (HOSTILE, FIXTURE_NOW, FIXTURE_NOW + 1);
  GtkWidget *parent = gtk_window_new ();
  g_autoptr (GListModel) windows = NULL;
  GtkWindow *window = NULL;

  gtk_window_present (GTK_WINDOW (parent));
  lockstep_certificate_window_present (parent, der);
  lockstep_test_settle ();
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (windows, i);

      if (LOCKSTEP_IS_CERTIFICATE_WINDOW (one))
        window = one;
    }
  g_assert_nonnull (window);
  g_assert_cmpstr (gtk_window_get_title (window), ==, HOSTILE);
  g_assert_nonnull (
      lockstep_test_find (GTK_WIDGET (window), lockstep_test_is_row, "Fingerprint (SHA-256)"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", "copied");

  g_object_ref (window);
  gtk_window_destroy (window);
  lockstep_test_settle ();
  g_assert_finalize_object (window);
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_words (void)
{
  static const struct
  {
    const char *label;
    const char *file;
  } rows[] = {
    { "ibmi.example.com", "ibmi.example.com.pem" },
    { "*.example.com", "example.com.pem" },
    { "../../etc/passwd", "etc-passwd.pem" },
    { "EXAMPLE IBM i  Local CA", "EXAMPLE-IBM-i-Local-CA.pem" },
    { "…", "certificate.pem" },
    { "", "certificate.pem" },
  };
  g_autofree char *serial = lockstep_certificate_dup_serial ("2E90B7");
  g_autofree char *odd = lockstep_certificate_dup_serial ("1AB");
  g_autofree char *none = lockstep_certificate_dup_serial (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *file = lockstep_certificate_dup_file_name (rows[i].label);

      g_assert_cmpstr (file, ==, rows[i].file);
    }
  g_assert_cmpstr (serial, ==, "2E 90 B7");
  g_assert_cmpstr (odd, ==, "1 AB");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/certificate-window/window", test_window);
  g_test_add_func ("/ui/certificate-window/words", test_words);

  return g_test_run ();
}
