/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/services-item.h"

#include "case/fixture.h"
#include "ui/fixture.h"
#include "ui/shown.h"

/* The chosen service's certificate is A; the one that has expired stands in the square. */
static void
test_letters (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);

  for (guint chosen = 0; chosen < 2; chosen++)
    {
      g_autoptr (GPtrArray) items = NULL;
      LockstepServicesItem *telnet;
      LockstepServicesItem *signon;

      lockstep_case_set_chosen (subject, chosen);
      items = lockstep_services_items_new (subject);
      g_assert_cmpuint (items->len, ==, 2);
      telnet = g_ptr_array_index (items, 0);
      signon = g_ptr_array_index (items, 1);
      g_assert_cmpstr (telnet->letter, ==, chosen == 0 ? "A" : "B");
      g_assert_cmpstr (signon->letter, ==, chosen == 0 ? "B" : "A");
      g_assert_true (telnet->odd && telnet->square);
      g_assert_false (signon->odd || signon->square);
      g_assert_cmpstr (telnet->tls, ==, "992");
    }
}

/* A service that was not looked at is no row; one that is cut has no letter and is out of step. */
static void
test_items (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_RESET, FIXTURE_UNSEEN);
  g_autoptr (LockstepObservation) unseen =
      fixture_observation (FIXTURE_UNSEEN, 9470, "central", LOCKSTEP_ROLE_EVIDENCE);
  g_autoptr (LockstepCase) subject = NULL;
  g_autoptr (GPtrArray) items = NULL;
  LockstepServicesItem *item;

  lockstep_scene_put (scene, unseen);
  subject = fixture_case (NULL, scene);
  items = lockstep_services_items_new (subject);
  g_assert_cmpuint (items->len, ==, 1);
  item = g_ptr_array_index (items, 0);
  g_assert_null (item->letter);
  g_assert_true (item->odd);
  g_assert_cmpstr (item->until, ==, "");
  g_assert_cmpint (item->tls_state, ==, LOCKSTEP_STATE_FAILED);
}

static gboolean
is_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type)) &&
         gtk_widget_get_child_visible (widget);
}

static void
test_services_activate (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  GtkWidget *table;
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_SERVICES, fixture_case (NULL, scene), 760);
  table = lockstep_test_find (GTK_WIDGET (shown.page),
                              is_type,
                              GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW));
  g_assert_nonnull (table);
  g_signal_emit_by_name (table, "activate", 1u);
  g_assert_cmpuint (lockstep_case_get_chosen (shown.subject), ==, 1);
  g_assert_cmpstr (shown.went, ==, "certificate");
  shown_end (&shown);
}

static void
test_services_narrow (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  GtkWidget *row;
  Shown shown;

  shown_begin (&shown, LOCKSTEP_PAGE_SERVICES, fixture_case (NULL, scene), 360);
  while (lockstep_test_find (GTK_WIDGET (shown.page),
                             is_type,
                             GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW)) != NULL)
    g_main_context_iteration (NULL, TRUE);
  row = shown_find_row (&shown, "Sign-on");
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  g_assert_cmpuint (lockstep_case_get_chosen (shown.subject), ==, 1);
  g_assert_cmpstr (shown.went, ==, "certificate");
  shown_end (&shown);
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/services/letters", test_letters);
  g_test_add_func ("/ui/services/items", test_items);
  g_test_add_func ("/ui/services/activate", test_services_activate);
  g_test_add_func ("/ui/services/narrow", test_services_narrow);

  return g_test_run ();
}
