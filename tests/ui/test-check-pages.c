/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/page-table.h"

#include "case/fixture.h"
#include "ui/check-rows.h"
#include "ui/fixture.h"
#include "ui/shown.h"

#define HOSTILE "<b>&amp; \"evil\" %s</b>"

static const LockstepStepKindOfPage check_pages[] = {
  LOCKSTEP_PAGE_REACH, LOCKSTEP_PAGE_HANDSHAKE, LOCKSTEP_PAGE_CERTIFICATE,
  LOCKSTEP_PAGE_CHAIN, LOCKSTEP_PAGE_SERVICES,
};

static gboolean
is_button_labelled (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* Many services of one server, each with a certificate of its own. */
static LockstepScene *
make_crowd (guint n)
{
  LockstepScene *scene = lockstep_scene_new (FIXTURE_NOW);

  lockstep_fact_set_time (scene->facts, LOCKSTEP_FACT_RUN_AT, FIXTURE_NOW);
  for (guint i = 0; i < n; i++)
    {
      FixtureKind kind = i % 3 == 0   ? FIXTURE_EXPIRED
                         : i % 3 == 1 ? FIXTURE_RESET
                                      : FIXTURE_REFUSED;
      g_autoptr (LockstepObservation) one =
          fixture_observation (kind, (guint16) (1000 + i), NULL, LOCKSTEP_ROLE_TARGET);

      lockstep_scene_put (scene, one);
    }

  return scene;
}

/* Every text that a server can send is markup. */
static LockstepScene *
make_hostile (void)
{
  LockstepScene *scene = fixture_scene (FIXTURE_UNSEEN, FIXTURE_UNSEEN);
  g_autoptr (LockstepObservation) one =
      fixture_observation (FIXTURE_EXPIRED, 992, "telnet", LOCKSTEP_ROLE_TARGET);
  g_autoptr (GBytes) der = fixture_certificate (HOSTILE, FIXTURE_NOW, FIXTURE_NOW + 1);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("\x30\x03<b>", 5);
  static const char *const names[] = { HOSTILE, NULL };

  g_ptr_array_set_size (one->chain, 0);
  g_ptr_array_add (one->chain, lockstep_link_new (der, LOCKSTEP_SOURCE_SENT, TRUE));
  g_ptr_array_add (one->chain, lockstep_link_new (nonsense, LOCKSTEP_SOURCE_SENT, FALSE));
  lockstep_fact_set_list (one->facts, LOCKSTEP_FACT_CERTIFICATE_NAMES, names);
  lockstep_fact_set_string (one->facts, LOCKSTEP_FACT_CERTIFICATE_SUBJECT, HOSTILE);
  lockstep_fact_set_string (one->facts, LOCKSTEP_FACT_CERTIFICATE_ISSUER, HOSTILE);
  lockstep_fact_set_string (one->facts, LOCKSTEP_FACT_CERTIFICATE_KEY, HOSTILE);
  lockstep_fact_set_string (one->facts, LOCKSTEP_FACT_HANDSHAKE_CIPHER, HOSTILE);
  lockstep_fact_set_string (one->facts, LOCKSTEP_FACT_HANDSHAKE_ERROR, HOSTILE);
  lockstep_fact_set_string (one->facts, LOCKSTEP_FACT_CHAIN_ANCHOR_FILE, HOSTILE);
  lockstep_scene_put (scene, one);

  return scene;
}

static LockstepScene *
make_scene (guint which)
{
  switch (which)
    {
    case 0:
      return NULL;
    case 1:
      return fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
    case 2:
      return fixture_scene (FIXTURE_RESET, FIXTURE_EXPIRED);
    case 3:
      return fixture_scene (FIXTURE_HEALTHY, FIXTURE_UNSEEN);
    case 4:
      return fixture_scene (FIXTURE_REFUSED, FIXTURE_HEALTHY);
    case 5:
      return fixture_scene (FIXTURE_NO_NAME, FIXTURE_UNSEEN);
    case 6:
      return fixture_scene (FIXTURE_UNSEEN, FIXTURE_UNSEEN);
    case 7:
      return make_crowd (25);
    default:
      return make_hostile ();
    }
}

/* Each page with each scene, wide and narrow, with each service chosen: no warning, and gone
 * afterwards. */
static void
test_all (void)
{
  static const int widths[] = { 760, 360 };

  for (guint which = 0; which <= 8; which++)
    for (guint p = 0; p < G_N_ELEMENTS (check_pages); p++)
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          g_autoptr (LockstepScene) scene = make_scene (which);
          guint n = scene != NULL ? scene->observations->len : 0;
          Shown shown;

          shown_begin (&shown, check_pages[p], fixture_case (NULL, scene), widths[w]);
          for (guint i = 0; i < MIN (n, 3); i++)
            {
              lockstep_case_set_chosen (shown.subject, i);
              lockstep_page_refresh (shown.page);
              lockstep_test_settle ();
            }
          shown_end (&shown);
        }
}

static void
test_reach (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_HEALTHY, FIXTURE_HEALTHY);
  g_autofree char *name = NULL;
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_REACH, fixture_case (NULL, scene), 760);
  name = lockstep_check_title (shown.subject, 0, "name");
  g_assert_nonnull (shown_find_row (&shown, name));
  g_assert_nonnull (shown_find_row (&shown, "Nothing cuts the line later"));
  g_assert_null (shown_find_row (&shown, "Still open: whether TLS would work"));
  shown_end (&shown);
}

static void
test_reach_refused (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_REFUSED, FIXTURE_UNSEEN);
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_REACH, fixture_case (NULL, scene), 760);
  g_assert_nonnull (shown_find_row (&shown, "Still open: whether TLS would work"));
  g_assert_null (shown_find_row (&shown, "Nothing cuts the line later"));
  shown_end (&shown);
}

static void
test_handshake_agreed (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_HEALTHY, FIXTURE_UNSEEN);
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_HANDSHAKE, fixture_case (NULL, scene), 760);
  g_assert_nonnull (
      lockstep_test_find (GTK_WIDGET (shown.page), lockstep_test_is_label, "TLS 1.2"));
  g_assert_nonnull (shown_find_row (&shown, "What else was seen"));
  g_assert_null (lockstep_test_find (GTK_WIDGET (shown.page), lockstep_test_is_label, "Possible"));
  shown_end (&shown);
}

/* Telnet is cut; Sign-on shows an expired certificate, and its button leads there. */
static void
test_handshake_broken (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_RESET, FIXTURE_EXPIRED);
  GtkWidget *show;
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_HANDSHAKE, fixture_case (NULL, scene), 760);
  g_assert_nonnull (lockstep_test_find (GTK_WIDGET (shown.page), lockstep_test_is_label, "Likely"));
  g_assert_nonnull (shown_find_row (&shown, "Sign-on on the same server, port 9476"));
  show = lockstep_test_find (GTK_WIDGET (shown.page), is_button_labelled, "Show");
  g_assert_nonnull (show);
  g_signal_emit_by_name (show, "clicked");
  g_assert_cmpuint (lockstep_case_get_chosen (shown.subject), ==, 1);
  g_assert_cmpstr (shown.went, ==, "certificate");
  shown_end (&shown);
}

/* What says the same stays: a page that is refreshed neither moves the focus nor folds a row. */
static void
test_rows_stay (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_EXPIRED);
  GtkWidget *everything;
  GtkWidget *name;
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_CERTIFICATE, fixture_case (NULL, scene), 760);
  everything = shown_find_row (&shown, "Everything in the certificate");
  name = shown_find_row (&shown, "The name is right");
  g_assert_nonnull (everything);
  g_assert_nonnull (name);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (everything), TRUE);
  lockstep_page_refresh (shown.page);
  g_assert_true (shown_find_row (&shown, "Everything in the certificate") == everything);
  g_assert_true (shown_find_row (&shown, "The name is right") == name);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (everything)));
  shown_end (&shown);
}

static void
test_certificate_hidden (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_RESET, FIXTURE_EXPIRED);
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_CERTIFICATE, fixture_case (NULL, scene), 760);
  g_assert_nonnull (shown_find_row (&shown, "No certificate was shown here"));
  g_assert_nonnull (shown_find_row (&shown, "Sign-on on the same server, port 9476"));
  g_assert_null (shown_find_row (&shown, "Fingerprint (SHA-256)"));

  lockstep_case_set_chosen (shown.subject, 1);
  lockstep_page_refresh (shown.page);
  g_assert_null (shown_find_row (&shown, "No certificate was shown here"));
  g_assert_nonnull (shown_find_row (&shown, "Fingerprint (SHA-256)"));
  shown_end (&shown);
}

/* What a server sends is shown as it is, never taken for markup. */
static void
test_hostile_name (void)
{
  g_autoptr (LockstepScene) scene = make_hostile ();
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_CHAIN, fixture_case (NULL, scene), 760);
  g_assert_nonnull (shown_find_row (&shown, HOSTILE));
  g_assert_nonnull (lockstep_test_find (GTK_WIDGET (shown.page), lockstep_test_is_label, HOSTILE));
  shown_end (&shown);
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/check-pages/all", test_all);
  g_test_add_func ("/ui/check-pages/reach", test_reach);
  g_test_add_func ("/ui/check-pages/reach-refused", test_reach_refused);
  g_test_add_func ("/ui/check-pages/handshake-agreed", test_handshake_agreed);
  g_test_add_func ("/ui/check-pages/handshake-broken", test_handshake_broken);
  g_test_add_func ("/ui/check-pages/rows-stay", test_rows_stay);
  g_test_add_func ("/ui/check-pages/certificate-hidden", test_certificate_hidden);
  g_test_add_func ("/ui/check-pages/hostile-name", test_hostile_name);

  return g_test_run ();
}
