/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "base/json.h"
#include "case/fixture.h"

static void
count_cb (LockstepCase *subject, gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_new (void)
{
  LockstepCase *subject = lockstep_case_new (fixture_catalog ());
  g_autofree char *title = lockstep_case_dup_title (subject);

  g_assert_cmpstr (title, ==, "New case");
  g_assert_null (lockstep_case_get_diagnosis (subject));
  g_assert_null (lockstep_case_get_match (subject));
  g_assert_nonnull (lockstep_case_get_plan (subject));
  g_assert_nonnull (lockstep_case_get_flow (subject));
  g_assert_false (lockstep_case_has_started (subject));
  g_assert_finalize_object (subject);
}

static void
test_finalize_with_change_pending (void)
{
  LockstepCase *subject = lockstep_case_new (fixture_catalog ());
  guint count = 0;

  g_signal_connect (subject, "changed", G_CALLBACK (count_cb), &count);
  lockstep_case_set_symptom (subject, FIXTURE_SYMPTOM);
  g_assert_finalize_object (subject);
  turn ();
  g_assert_cmpuint (count, ==, 0);
}

static void
test_changed_once_a_turn (void)
{
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  guint count = 0;

  g_signal_connect (subject, "changed", G_CALLBACK (count_cb), &count);
  lockstep_case_set_symptom (subject, FIXTURE_SYMPTOM);
  lockstep_case_set_task (subject, "5250");
  lockstep_case_note (subject, "a line");
  turn ();
  g_assert_cmpuint (count, ==, 1);

  lockstep_case_set_symptom (subject, FIXTURE_SYMPTOM);
  lockstep_case_set_task (subject, "5250");
  turn ();
  g_assert_cmpuint (count, ==, 1);
}

static void
test_symptom (void)
{
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  g_autofree char *title = NULL;
  g_autofree char *practice = NULL;

  lockstep_case_set_symptom (subject, FIXTURE_SYMPTOM);
  g_assert_nonnull (lockstep_case_get_match (subject));
  g_assert_cmpint (lockstep_case_get_match (subject)->code, ==, 25406);
  title = lockstep_case_dup_title (subject);
  g_assert_cmpstr (title, ==, "CWBCO1034");
  g_assert_nonnull (lockstep_case_get_walkthrough (subject));

  lockstep_case_set_scenario (subject, "expired-certificate");
  practice = lockstep_case_dup_title (subject);
  g_assert_cmpstr (practice, ==, "Practice · CWBCO1034");

  lockstep_case_set_symptom (subject, "");
  g_assert_null (lockstep_case_get_symptom (subject));
  g_assert_null (lockstep_case_get_match (subject));
}

static void
test_plan (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_HEALTHY, FIXTURE_UNSEEN);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autoptr (LockstepPlan) plan = lockstep_plan_copy (lockstep_case_get_plan (subject));
  guint lines = lockstep_case_get_journal (subject)->len;

  lockstep_case_set_plan (subject, plan);
  g_assert_nonnull (lockstep_case_get_diagnosis (subject));
  g_assert_cmpuint (lockstep_case_get_journal (subject)->len, ==, lines);

  lockstep_plan_add (plan, FIXTURE_HOST, 9476, "signon", LOCKSTEP_ROLE_TARGET);
  lockstep_case_set_plan (subject, plan);
  g_assert_null (lockstep_case_get_diagnosis (subject));
  g_assert_false (lockstep_case_has_started (subject));
  g_assert_cmpuint (lockstep_case_get_journal (subject)->len, ==, lines + 1);
  g_assert_cmpuint (lockstep_case_get_plan (subject)->targets->len, ==, 2);
}

static void
test_chosen (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_RESET, FIXTURE_EXPIRED);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);

  g_assert_cmpuint (lockstep_case_get_chosen (subject), ==, 0);
  lockstep_case_set_chosen (subject, 1);
  g_assert_cmpuint (lockstep_case_get_chosen (subject), ==, 1);
}

static const char *
first_cause (LockstepCase *subject)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);

  return diagnosis->causes->len > 0
             ? lockstep_entry_id (
                   ((const LockstepCause *) g_ptr_array_index (diagnosis->causes, 0))->entry)
             : NULL;
}

/* The seed's own case: only the date that a person reads tells why the line is cut. */
static void
test_read_date (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_RESET, FIXTURE_EXPIRED);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  gint64 date;

  g_assert_cmpstr (first_cause (subject), ==, "service.certificate-unusable");
  g_assert_false (lockstep_case_get_read_date (subject, &date));

  lockstep_case_set_read_date (subject, FIXTURE_NOW - 12 * 86400);
  g_assert_true (lockstep_case_get_read_date (subject, &date));
  g_assert_cmpint (date, ==, FIXTURE_NOW - 12 * 86400);
  g_assert_cmpstr (first_cause (subject), ==, "certificate.expired");
  g_assert_cmpstr (
      lockstep_fact_set_get_string (lockstep_case_get_diagnosis (subject)->scene->facts,
                                    LOCKSTEP_FACT_DCM_APPLICATION),
      ==,
      "QIBM_QTV_TELNET_SERVER");

  lockstep_case_clear_read_date (subject);
  g_assert_cmpstr (first_cause (subject), ==, "service.certificate-unusable");
}

static guint
find_step (LockstepCase *subject, const char *id)
{
  const LockstepEntry *variant = lockstep_entry_nth (lockstep_case_get_walkthrough (subject),
                                                     "variants",
                                                     lockstep_case_get_variant (subject));

  for (guint i = 0; i < lockstep_entry_length (variant, "steps"); i++)
    if (g_str_equal (lockstep_entry_id (lockstep_entry_nth (variant, "steps", i)), id))
      return i;

  g_assert_not_reached ();
}

static void
test_walk (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_RESET, FIXTURE_EXPIRED);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  guint label = find_step (subject, "label");
  g_autofree char *filled = NULL;

  g_assert_cmpint (lockstep_case_get_answer (subject, label), ==, LOCKSTEP_ANSWER_NONE);
  lockstep_case_set_answer (subject, label, LOCKSTEP_ANSWER_YES);
  lockstep_case_set_note (subject, label, "IBMI {2025}");
  g_assert_cmpint (lockstep_case_get_answer (subject, label), ==, LOCKSTEP_ANSWER_YES);
  g_assert_cmpstr (lockstep_case_get_note (subject, label), ==, "IBMI {2025}");

  filled = lockstep_case_fill_walk (subject, "{host} {application} {label} {service} {nothing}");
  g_assert_cmpstr (filled, ==, FIXTURE_HOST " QIBM_QTV_TELNET_SERVER IBMI {2025} Telnet …");

  lockstep_case_set_answer (subject, label, LOCKSTEP_ANSWER_NO);
  g_assert_true (lockstep_fact_set_get_boolean (lockstep_case_get_diagnosis (subject)->scene->facts,
                                                LOCKSTEP_FACT_DCM_NOTHING_ASSIGNED));

  /* What was answered in one DCM stays when the other one is looked at. */
  lockstep_case_set_variant (subject, 1 - lockstep_case_get_variant (subject));
  g_assert_cmpint (lockstep_case_get_answer (subject, find_step (subject, "label")),
                   ==,
                   LOCKSTEP_ANSWER_NONE);
  g_assert_true (lockstep_fact_set_get_boolean (lockstep_case_get_diagnosis (subject)->scene->facts,
                                                LOCKSTEP_FACT_DCM_NOTHING_ASSIGNED));
}

static void
test_journal_is_bounded (void)
{
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  const GPtrArray *journal;

  for (guint i = 0; i < 2100; i++)
    lockstep_case_note (subject, "line %u", i);

  journal = lockstep_case_get_journal (subject);
  g_assert_cmpuint (journal->len, ==, 2000);
  g_assert_cmpstr (((const LockstepJournalLine *) g_ptr_array_index (journal, 0))->text,
                   ==,
                   "line 0");
  g_assert_cmpstr (((const LockstepJournalLine *) g_ptr_array_index (journal, 1999))->text,
                   ==,
                   "line 2099");
}

static void
test_round_trip (void)
{
  g_autoptr (LockstepScene) before = fixture_scene (FIXTURE_RESET, FIXTURE_EXPIRED);
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_HEALTHY, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (before, scene);
  g_autoptr (LockstepCase) again = NULL;
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;

  lockstep_case_set_task (subject, "5250");
  lockstep_case_set_chosen (subject, 1);
  lockstep_case_set_answer (subject, 0, LOCKSTEP_ANSWER_YES);
  lockstep_case_set_note (subject, 7, "IBMI_2025");
  lockstep_case_set_read_date (subject, FIXTURE_NOW);
  lockstep_case_set_walk_position (subject, 7);
  lockstep_case_set_position (subject, LOCKSTEP_PAGE_FIX);
  lockstep_case_set_support_number (subject, "TS012345678");
  lockstep_case_set_scenario (subject, "expired-not-served");
  lockstep_case_set_exported (subject, "a.lockstep.zip");
  lockstep_case_set_saved (subject, FIXTURE_NOW);

  first = lockstep_case_to_json (subject);
  one = lockstep_json_print (first, TRUE);
  again = lockstep_case_from_json (fixture_catalog (), first, &error);
  g_assert_no_error (error);
  second = lockstep_case_to_json (again);
  other = lockstep_json_print (second, TRUE);
  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (lockstep_case_get_id (again), ==, lockstep_case_get_id (subject));
  g_assert_nonnull (lockstep_case_get_before (again));
}

static void
test_bad_members (void)
{
  static const struct
  {
    const char *member;
    const char *text;
    const char *named;
  } rows[] = {
    { "schema", "\"other/1\"", "schema" },
    { "schema", NULL, "schema" },
    { "id", "\"../../evil\"", "id" },
    { "id", "7", "id" },
    { "symptom", "[]", "symptom" },
    { "match", "-1", "match" },
    { "plan", "null", "plan" },
    { "plan", "{\"targets\":[{\"host\":\"a b\",\"port\":1}]}", "plan.targets[0]" },
    { "plan", "{\"targets\":[{\"host\":\"a\",\"port\":70000}]}", "plan.targets[0]" },
    { "plan", "{\"targets\":[1]}", "plan.targets[0]" },
    { "plan", "{\"targets\":[],\"trust-files\":[1]}", "plan.trust-files" },
    { "plan", "{\"targets\":[],\"timeout\":0}", "plan.timeout" },
    { "plan", "{\"targets\":[],\"offline\":1}", "plan.offline" },
    { "scene", "[]", "scene" },
    { "before", "{}", "before" },
    { "walk", "{\"answers\":[{\"step\":\"a\",\"answer\":\"maybe\"}]}", "walk.answers" },
    { "walk", "{\"answers\":1}", "answers" },
    { "position", "\"nowhere\"", "position" },
    { "journal", "[\"a\"]", "journal" },
    { "saved", "\"today\"", "saved" },
    { "chosen", "{\"host\":\"a\",\"port\":0}", "chosen" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LockstepCase) good = fixture_case (NULL, NULL);
      g_autoptr (LockstepCase) bad = NULL;
      g_autoptr (JsonNode) node = lockstep_case_to_json (good);
      g_autoptr (GError) error = NULL;

      json_object_remove_member (json_node_get_object (node), rows[i].member);
      if (rows[i].text != NULL)
        json_object_set_member (json_node_get_object (node),
                                rows[i].member,
                                json_from_string (rows[i].text, NULL));
      bad = lockstep_case_from_json (fixture_catalog (), node, &error);
      g_test_message ("%s: %s", rows[i].member, error != NULL ? error->message : "no error");
      g_assert_error (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_MEMBER);
      g_assert_nonnull (strstr (error->message, rows[i].named));
      g_assert_null (bad);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case/new", test_new);
  g_test_add_func ("/case/finalize-with-change-pending", test_finalize_with_change_pending);
  g_test_add_func ("/case/changed-once-a-turn", test_changed_once_a_turn);
  g_test_add_func ("/case/symptom", test_symptom);
  g_test_add_func ("/case/plan", test_plan);
  g_test_add_func ("/case/chosen", test_chosen);
  g_test_add_func ("/case/read-date", test_read_date);
  g_test_add_func ("/case/walk", test_walk);
  g_test_add_func ("/case/journal-is-bounded", test_journal_is_bounded);
  g_test_add_func ("/case/round-trip", test_round_trip);
  g_test_add_func ("/case/bad-members", test_bad_members);

  return g_test_run ();
}
