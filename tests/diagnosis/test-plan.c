/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/plan.h"

static LockstepCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  LockstepCatalog *catalog = lockstep_catalog_new_default (&error);

  g_assert_no_error (error);

  return catalog;
}

static char *
list_targets (const LockstepPlan *plan)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < plan->targets->len; i++)
    {
      const LockstepPlanTarget *target = g_ptr_array_index (plan->targets, i);

      g_string_append_printf (list,
                              "%s%s:%u=%s",
                              i > 0 ? " " : "",
                              target->host,
                              target->port,
                              target->service != NULL ? target->service : "-");
    }

  return g_string_free (list, FALSE);
}

static void
add_symptom (LockstepPlan *plan, LockstepCatalog *catalog, const char *text)
{
  g_autoptr (LockstepRecognition) recognition = lockstep_recognise (catalog, text);
  const LockstepMatch *match =
      recognition->matches->len > 0 ? g_ptr_array_index (recognition->matches, 0) : NULL;

  lockstep_plan_add_symptom (plan, catalog, match, "h");
}

static void
test_add (void)
{
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();
  g_autofree char *list = NULL;

  lockstep_plan_add (plan, "h", 443, "https", LOCKSTEP_ROLE_TARGET);
  lockstep_plan_add (plan, "H", 443, NULL, LOCKSTEP_ROLE_TARGET);
  lockstep_plan_add (plan, "h", 444, NULL, LOCKSTEP_ROLE_TARGET);
  list = list_targets (plan);

  g_assert_cmpstr (list, ==, "h:443=https h:444=-");
}

static void
test_ports (void)
{
  g_autoptr (LockstepCatalog) catalog = load ();
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();

  g_assert_cmpuint (lockstep_plan_service_port (plan, catalog, "signon"), ==, 9476);
  g_assert_cmpuint (lockstep_plan_service_port (plan, catalog, "nonsense"), ==, 0);
  g_assert_cmpstr (lockstep_plan_service_of_port (plan, catalog, 992), ==, "telnet");
  g_assert_null (lockstep_plan_service_of_port (plan, catalog, 8443));

  g_hash_table_insert (plan->service_ports, g_strdup ("signon"), GUINT_TO_POINTER (40001));
  g_assert_cmpuint (lockstep_plan_service_port (plan, catalog, "signon"), ==, 40001);
  g_assert_cmpstr (lockstep_plan_service_of_port (plan, catalog, 40001), ==, "signon");
  g_assert_null (lockstep_plan_service_of_port (plan, catalog, 9476));
}

static void
test_symptom (void)
{
  g_autoptr (LockstepCatalog) catalog = load ();
  g_autoptr (LockstepPlan) none = lockstep_plan_new ();
  g_autoptr (LockstepPlan) client = lockstep_plan_new ();
  g_autoptr (LockstepPlan) server = lockstep_plan_new ();
  g_autofree char *none_list = NULL;
  g_autofree char *client_list = NULL;
  g_autofree char *server_list = NULL;

  add_symptom (none, catalog, "nothing known");
  add_symptom (client, catalog, "CWBCO1034 25406");
  add_symptom (server, catalog, "SSL0226I");
  none_list = list_targets (none);
  client_list = list_targets (client);
  server_list = list_targets (server);

  g_assert_cmpstr (none_list, ==, "h:443=https");
  g_assert_nonnull (strstr (client_list, "h:992=telnet"));
  g_assert_nonnull (strstr (client_list, "h:9476=signon"));
  g_assert_cmpstr (server_list, ==, "h:443=https");
}

/* Where the services are told, as by a practice server, no other one is looked for. */
static void
test_told_services (void)
{
  g_autoptr (LockstepCatalog) catalog = load ();
  g_autoptr (LockstepPlan) some = lockstep_plan_new ();
  g_autoptr (LockstepPlan) others = lockstep_plan_new ();
  g_autofree char *some_list = NULL;
  g_autofree char *others_list = NULL;

  g_hash_table_insert (some->service_ports, g_strdup ("signon"), GUINT_TO_POINTER (40001));
  g_hash_table_insert (some->service_ports, g_strdup ("database"), GUINT_TO_POINTER (40002));
  add_symptom (some, catalog, "CWBCO1034 25406");
  some_list = list_targets (some);
  g_assert_cmpstr (some_list, ==, "h:40001=signon");

  g_hash_table_insert (others->service_ports, g_strdup ("ddm"), GUINT_TO_POINTER (40003));
  add_symptom (others, catalog, "CWBCO1034 25406");
  others_list = list_targets (others);
  g_assert_cmpstr (others_list, ==, "h:40003=ddm");
}

static void
test_copy (void)
{
  const char *const files[] = { "a.pem", NULL };
  g_autoptr (LockstepPlan) plan = lockstep_plan_new ();
  g_autoptr (LockstepPlan) copy = NULL;
  g_autofree char *list = NULL;

  lockstep_plan_add (plan, "h", 992, "telnet", LOCKSTEP_ROLE_EVIDENCE);
  plan->symptom = g_strdup ("CWBCO1034");
  plan->server_name = g_strdup ("alias");
  plan->trust_files = g_strdupv ((char **) files);
  plan->system_trust = FALSE;
  plan->offline = TRUE;
  plan->has_at = TRUE;
  plan->at = 12;
  plan->timeout = 7;
  plan->compare_services = TRUE;
  g_hash_table_insert (plan->service_ports, g_strdup ("telnet"), GUINT_TO_POINTER (5));

  copy = lockstep_plan_copy (plan);
  list = list_targets (copy);
  g_assert_cmpstr (list, ==, "h:992=telnet");
  g_assert_cmpint (((LockstepPlanTarget *) g_ptr_array_index (copy->targets, 0))->role,
                   ==,
                   LOCKSTEP_ROLE_EVIDENCE);
  g_assert_cmpstr (copy->symptom, ==, "CWBCO1034");
  g_assert_cmpstr (copy->server_name, ==, "alias");
  g_assert_cmpstr (copy->trust_files[0], ==, "a.pem");
  g_assert_false (copy->system_trust);
  g_assert_true (copy->offline);
  g_assert_true (copy->has_at);
  g_assert_cmpint (copy->at, ==, 12);
  g_assert_cmpuint (copy->timeout, ==, 7);
  g_assert_true (copy->compare_services);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (copy->service_ports, "telnet")), ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/add", test_add);
  g_test_add_func ("/plan/ports", test_ports);
  g_test_add_func ("/plan/symptom", test_symptom);
  g_test_add_func ("/plan/told-services", test_told_services);
  g_test_add_func ("/plan/copy", test_copy);

  return g_test_run ();
}
