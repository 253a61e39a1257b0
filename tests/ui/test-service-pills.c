/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/service-pills.h"

#include "ui/fixture.h"

typedef struct
{
  LockstepCatalog *catalog;
  LockstepPlan *plan;
  LockstepServicePills *pills;
} Fixture;

static const char *const usual[] = { "signon", "telnet", NULL };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = lockstep_test_catalog ();
  fixture->plan = lockstep_plan_new ();
  fixture->pills = g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_SERVICE_PILLS, NULL));
  lockstep_service_pills_load (fixture->pills, fixture->catalog, fixture->plan);
  lockstep_service_pills_tick (fixture->pills, usual);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->pills);
  lockstep_plan_free (fixture->plan);
  lockstep_catalog_unref (fixture->catalog);
}

/* "port service" of every target, in the order of the pills. */
static char *
dup_targets (Fixture *fixture)
{
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  lockstep_service_pills_add_to (fixture->pills, plan, "host");
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const LockstepPlanTarget *target = g_ptr_array_index (plan->targets, i);

      g_assert_cmpint (target->role, ==, LOCKSTEP_ROLE_TARGET);
      g_string_append_printf (text,
                              "%u %s\n",
                              target->port,
                              target->service != NULL ? target->service : "-");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_targets (Fixture *fixture, const char *expected)
{
  g_autofree char *targets = dup_targets (fixture);

  g_assert_cmpstr (targets, ==, expected);
}

static void
test_tick (Fixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  g_auto (GStrv) ticked = lockstep_service_pills_dup_ticked (fixture->pills);

  g_assert_cmpuint (g_strv_length (ticked), ==, 2);
  g_assert_true (lockstep_service_pills_is_any_ticked (fixture->pills));
  assert_targets (fixture, "992 telnet\n9476 signon\n");
  lockstep_service_pills_tick (fixture->pills, none);
  g_assert_false (lockstep_service_pills_is_any_ticked (fixture->pills));
}

static void
test_other_port (Fixture *fixture, gconstpointer data)
{
  lockstep_service_pills_tick_port (fixture->pills, 8443);
  lockstep_service_pills_tick_port (fixture->pills, 8443);
  assert_targets (fixture, "992 telnet\n9476 signon\n8443 -\n");
}

/* A port that is being typed leaves no pill for each of its digits, and gives back what was
 * ticked before when it goes. */
static void
test_typed_port (Fixture *fixture, gconstpointer data)
{
  static const guint16 typed[] = { 9, 94, 947, 9476 };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    lockstep_service_pills_set_typed_port (fixture->pills, typed[i]);
  assert_targets (fixture, "9476 signon\n");
  lockstep_service_pills_set_typed_port (fixture->pills, 947);
  assert_targets (fixture, "947 -\n");
  lockstep_service_pills_set_typed_port (fixture->pills, 0);
  assert_targets (fixture, "992 telnet\n9476 signon\n");
  g_assert_null (
      lockstep_test_find (GTK_WIDGET (fixture->pills), lockstep_test_is_label, "Port 947"));
}

static gboolean
is_check (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_CHECK_BUTTON (widget);
}

/* Only a person's ticking is told of. */
static void
test_ticked (Fixture *fixture, gconstpointer data)
{
  GtkWidget *check = lockstep_test_find (GTK_WIDGET (fixture->pills), is_check, NULL);
  guint count = 0;

  g_signal_connect (fixture->pills, "ticked", G_CALLBACK (lockstep_test_count), &count);
  lockstep_service_pills_tick_port (fixture->pills, 8443);
  lockstep_service_pills_tick (fixture->pills, usual);
  g_assert_cmpuint (count, ==, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_cmpuint (count, ==, 1);
}

int
main (int argc, char **argv)
{
  lockstep_test_ui_init (&argc, &argv);

  g_test_add ("/ui/service-pills/tick", Fixture, NULL, set_up, test_tick, tear_down);
  g_test_add ("/ui/service-pills/other-port", Fixture, NULL, set_up, test_other_port, tear_down);
  g_test_add ("/ui/service-pills/typed-port", Fixture, NULL, set_up, test_typed_port, tear_down);
  g_test_add ("/ui/service-pills/ticked", Fixture, NULL, set_up, test_ticked, tear_down);

  return g_test_run ();
}
