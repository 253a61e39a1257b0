/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/parts.h"
#include "report/remedy-plan.h"

static gboolean
has_command (const GPtrArray *people, const char *command)
{
  for (guint p = 0; p < people->len; p++)
    {
      const LockstepRemedyPerson *person = g_ptr_array_index (people, p);

      for (guint s = 0; s < person->steps->len; s++)
        if (g_strv_contains ((const char *const *) ((const LockstepRemedyStep *)
                                                        g_ptr_array_index (person->steps, s))
                                 ->commands,
                             command))
          return TRUE;
    }

  return FALSE;
}

static void
test_expired_on_two (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_EXPIRED);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (subject);
  guint number = 0;

  g_assert_cmpuint (people->len, ==, 2);
  for (guint p = 0; p < people->len; p++)
    {
      const LockstepRemedyPerson *person = g_ptr_array_index (people, p);

      g_assert_nonnull (person->role);
      /* Steps for the administrator of IBM HTTP Server have no place in this case. */
      g_assert_cmpstr (lockstep_entry_id (person->role), !=, "http-administrator");
      for (guint s = 0; s < person->steps->len; s++)
        {
          const LockstepRemedyStep *step = g_ptr_array_index (person->steps, s);

          g_assert_cmpuint (step->number, ==, ++number);
          g_assert_nonnull (step->text);
          for (guint c = 0; step->commands[c] != NULL; c++)
            g_assert_null (strchr (step->commands[c], '{'));
        }
    }

  /* Both services are affected, though only one is the target. */
  g_assert_true (has_command (people, "QIBM_QTV_TELNET_SERVER"));
  g_assert_true (has_command (people, "QIBM_OS400_QZBS_SVR_SIGNON"));
  g_assert_true (has_command (people, "STRHOSTSVR SERVER(*SIGNON)"));
}

static void
test_expired_on_one (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (subject);

  g_assert_true (has_command (people, "QIBM_QTV_TELNET_SERVER"));
  g_assert_false (has_command (people, "QIBM_OS400_QZBS_SVR_SIGNON"));
}

static void
test_nothing_wrong (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_HEALTHY, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (subject);

  g_assert_cmpuint (people->len, ==, 0);
}

static void
test_solved (void)
{
  g_autoptr (LockstepScene) before = fixture_scene (FIXTURE_EXPIRED, FIXTURE_HEALTHY);
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_HEALTHY, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (before, scene);
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (subject);
  const LockstepRemedyPerson *person;

  g_assert_cmpuint (people->len, ==, 1);
  person = g_ptr_array_index (people, 0);
  g_assert_cmpstr (lockstep_entry_id (person->role), ==, "help-desk");
  g_assert_cmpuint (person->steps->len, ==, 1);
  g_assert_cmpuint (((const LockstepRemedyStep *) g_ptr_array_index (person->steps, 0))->number,
                    ==,
                    1);
}

static void
test_person_as_text (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, FIXTURE_UNSEEN);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autoptr (GPtrArray) people = lockstep_remedy_plan (subject);
  g_autofree char *text = lockstep_remedy_person_to_text (subject, g_ptr_array_index (people, 0));

  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "IBM i administrator"));
  g_assert_nonnull (strstr (text, "QIBM_QTV_TELNET_SERVER"));
  g_assert_nonnull (strstr (text, " 1. "));
}

static void
test_walkthrough_as_text (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_RESET, FIXTURE_EXPIRED);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autofree char *text = NULL;

  lockstep_case_set_answer (subject, 0, LOCKSTEP_ANSWER_YES);
  text = lockstep_walkthrough_to_text (subject);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "11. "));
  g_assert_nonnull (strstr (text, "Answer: Yes"));
  g_assert_nonnull (strstr (text, "Answer: ____"));
  g_assert_nonnull (strstr (text, FIXTURE_HOST));
  g_assert_null (strchr (text, '{'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/remedies/expired-on-two", test_expired_on_two);
  g_test_add_func ("/remedies/expired-on-one", test_expired_on_one);
  g_test_add_func ("/remedies/nothing-wrong", test_nothing_wrong);
  g_test_add_func ("/remedies/solved", test_solved);
  g_test_add_func ("/remedies/person-as-text", test_person_as_text);
  g_test_add_func ("/remedies/walkthrough-as-text", test_walkthrough_as_text);

  return g_test_run ();
}
