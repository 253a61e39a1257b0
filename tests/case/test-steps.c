/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case/fixture.h"

#define NONE FIXTURE_UNSEEN

/* What the rail says of a page. */
typedef struct
{
  LockstepStepKindOfPage page;
  LockstepStepState state;
  const char *finding; /* how it begins */
} Expected;

typedef struct
{
  const char *name;
  gboolean has_before;
  FixtureKind telnet_before;
  FixtureKind signon_before;
  gboolean has_scene;
  FixtureKind telnet;
  FixtureKind signon;
  Expected expected[11];
} Row;

#define END                                                                                        \
  {                                                                                                \
    LOCKSTEP_N_PAGES, LOCKSTEP_N_STATES, NULL                                                      \
  }
#define PAGE(page, state, finding)                                                                 \
  {                                                                                                \
    LOCKSTEP_PAGE_##page, LOCKSTEP_STATE_##state, finding                                          \
  }

static const Row rows[] = {
  { "not-started",
    FALSE,
    NONE,
    NONE,
    FALSE,
    NONE,
    NONE,
    { PAGE (SYMPTOM, FINE, "CWBCO1034"),
      PAGE (SERVER, ASKS, "Name found"),
      PAGE (REACH, WAITING, "Waiting"),
      PAGE (CERTIFICATE, WAITING, "Waiting"),
      PAGE (ON_THE_SERVER, WAITING, "Waiting"),
      PAGE (FIX, WAITING, "Waiting"),
      PAGE (EXPORT, WAITING, "Waiting"),
      END } },
  { "healthy",
    FALSE,
    NONE,
    NONE,
    TRUE,
    FIXTURE_HEALTHY,
    FIXTURE_HEALTHY,
    { PAGE (SERVER, FINE, FIXTURE_HOST),
      PAGE (REACH, FINE, "Fine: "),
      PAGE (HANDSHAKE, FINE, "Fine: TLS 1.2"),
      PAGE (CERTIFICATE, FINE, "Fine: "),
      PAGE (CHAIN, FINE, "Fine: "),
      PAGE (SERVICES, FINE, "Fine: "),
      PAGE (ON_THE_SERVER, SKIPPED, "Skipped: not needed"),
      PAGE (FIX, FINE, "Fine: nothing wrong"),
      PAGE (EXPORT, WAITING, "Not saved yet"),
      END } },
  { "expired",
    FALSE,
    NONE,
    NONE,
    TRUE,
    FIXTURE_EXPIRED,
    NONE,
    { PAGE (REACH, FINE, "Fine: "),
      PAGE (HANDSHAKE, FINE, "Fine: "),
      PAGE (CERTIFICATE, FAILED, "Failed: expired"),
      PAGE (CHAIN, FINE, "Fine: "),
      PAGE (ON_THE_SERVER, WAITING, "Needs a person"),
      PAGE (FIX, READY, "The answer is ready"),
      END } },
  { "never-shown",
    FALSE,
    NONE,
    NONE,
    TRUE,
    FIXTURE_RESET,
    FIXTURE_EXPIRED,
    { PAGE (REACH, FINE, "Fine: "),
      PAGE (HANDSHAKE, FAILED, "Failed: "),
      PAGE (CERTIFICATE, LOOK, "Look here: from Sign-on"),
      PAGE (CHAIN, FINE, "Fine on Sign-on"),
      PAGE (SERVICES, LOOK, "Look here: "),
      PAGE (ON_THE_SERVER, WAITING, "Needs a person"),
      END } },
  { "sibling-is-fine",
    FALSE,
    NONE,
    NONE,
    TRUE,
    FIXTURE_RESET,
    FIXTURE_HEALTHY,
    { PAGE (HANDSHAKE, FAILED, "Failed: "),
      PAGE (CERTIFICATE, FINE, "Fine on Sign-on"),
      PAGE (FIX, WAITING, "Likely cause known"),
      END } },
  { "refused",
    FALSE,
    NONE,
    NONE,
    TRUE,
    FIXTURE_REFUSED,
    NONE,
    { PAGE (REACH, FAILED, "Failed: "),
      PAGE (HANDSHAKE, UNKNOWN, "Could not look"),
      PAGE (CERTIFICATE, UNKNOWN, "Could not look"),
      END } },
  { "no-such-name",
    FALSE,
    NONE,
    NONE,
    TRUE,
    FIXTURE_NO_NAME,
    NONE,
    { PAGE (REACH, FAILED, "Failed: "),
      PAGE (ON_THE_SERVER, SKIPPED, "Skipped: not needed"),
      PAGE (FIX, READY, "The answer is ready"),
      END } },
  { "solved",
    TRUE,
    FIXTURE_EXPIRED,
    FIXTURE_EXPIRED,
    TRUE,
    FIXTURE_HEALTHY,
    FIXTURE_HEALTHY,
    { PAGE (CERTIFICATE, FINE, "Fine: "), PAGE (FIX, FINE, "Solved"), END } },
  { "nothing-changed",
    TRUE,
    FIXTURE_EXPIRED,
    FIXTURE_EXPIRED,
    TRUE,
    FIXTURE_EXPIRED,
    FIXTURE_EXPIRED,
    { PAGE (CERTIFICATE, FAILED, "Failed: expired"),
      PAGE (FIX, LOOK, "Look here: nothing has changed"),
      END } },
  { "something-else",
    TRUE,
    FIXTURE_EXPIRED,
    FIXTURE_EXPIRED,
    TRUE,
    FIXTURE_REFUSED,
    FIXTURE_HEALTHY,
    { PAGE (REACH, FAILED, "Failed: "), PAGE (FIX, LOOK, "Look here: another cause"), END } },
  { "healthy-twice",
    TRUE,
    FIXTURE_HEALTHY,
    NONE,
    TRUE,
    FIXTURE_HEALTHY,
    NONE,
    { PAGE (FIX, FINE, "Fine: nothing wrong"), END } },
};

static LockstepCase *
make_case (const Row *row)
{
  g_autoptr (LockstepScene) before =
      row->has_before ? fixture_scene (row->telnet_before, row->signon_before) : NULL;
  g_autoptr (LockstepScene) scene =
      row->has_scene ? fixture_scene (row->telnet, row->signon) : NULL;

  return fixture_case (before, scene);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (LockstepCase) subject = make_case (row);

  for (guint i = 0; row->expected[i].finding != NULL; i++)
    {
      const Expected *expected = &row->expected[i];
      const LockstepStepView *view = lockstep_case_get_step (subject, expected->page);

      g_assert_nonnull (view);
      g_test_message ("%s: %s (%s) %s %s",
                      view->title,
                      view->finding,
                      lockstep_state_to_string (view->state),
                      view->answer,
                      view->meaning);
      g_assert_cmpstr (lockstep_state_to_string (view->state),
                       ==,
                       lockstep_state_to_string (expected->state));
      g_assert_true (g_str_has_prefix (view->finding, expected->finding));
      g_assert_cmpstr (view->answer, !=, "");
      g_assert_null (strstr (view->answer, "{"));
      g_assert_null (strstr (view->meaning, "{"));
    }
}

static void
test_answers (void)
{
  g_autoptr (LockstepScene) before = fixture_scene (FIXTURE_EXPIRED, NONE);
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_HEALTHY, NONE);
  g_autoptr (LockstepCase) subject = fixture_case (before, scene);
  const LockstepStepView *fix = lockstep_case_get_step (subject, LOCKSTEP_PAGE_FIX);

  g_assert_cmpstr (fix->question, ==, "Did it help?");
  g_assert_cmpstr (fix->answer, ==, "Yes. It shows a valid certificate now.");
  g_assert_cmpstr (fix->meaning, ==, "Telnet answers, and the handshake is whole.");
  g_assert_cmpstr (fix->group, ==, "fix");
}

static void
test_failure (void)
{
  g_autoptr (LockstepCase) subject =
      fixture_case_with (NULL, NULL, "failure", "\"ca.pem: it cannot be read\"");
  const LockstepStepView *reach = lockstep_case_get_step (subject, LOCKSTEP_PAGE_REACH);
  const LockstepStepView *fix = lockstep_case_get_step (subject, LOCKSTEP_PAGE_FIX);

  g_assert_cmpint (reach->state, ==, LOCKSTEP_STATE_UNKNOWN);
  g_assert_cmpstr (reach->answer, ==, "That could not be looked at.");
  g_assert_cmpstr (reach->meaning, ==, "ca.pem: it cannot be read");
  g_assert_cmpint (fix->state, ==, LOCKSTEP_STATE_UNKNOWN);
}

static void
test_stopped (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_UNSEEN, NONE);
  g_autoptr (LockstepCase) subject = fixture_case_with (NULL, scene, "complete", "false");
  const LockstepStepView *handshake = lockstep_case_get_step (subject, LOCKSTEP_PAGE_HANDSHAKE);

  g_assert_cmpint (handshake->state, ==, LOCKSTEP_STATE_UNKNOWN);
  g_assert_nonnull (strstr (handshake->meaning, "stopped"));
}

static void
test_walk (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_EXPIRED, NONE);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  const LockstepStepView *view;

  lockstep_case_set_answer (subject, 0, LOCKSTEP_ANSWER_YES);
  lockstep_case_set_walk_position (subject, 7);
  view = lockstep_case_get_step (subject, LOCKSTEP_PAGE_ON_THE_SERVER);
  g_assert_cmpint (view->state, ==, LOCKSTEP_STATE_HALF);
  g_assert_cmpstr (view->finding, ==, "Step 8 of 11");
  g_assert_cmpstr (view->answer, ==, "Which certificate does Telnet use?");

  lockstep_case_set_read_date (subject, FIXTURE_NOW - 12 * 86400);
  view = lockstep_case_get_step (subject, LOCKSTEP_PAGE_ON_THE_SERVER);
  g_assert_cmpstr (view->finding, ==, "Fine: DCM agrees");

  lockstep_case_set_read_date (subject, FIXTURE_NOW + 400 * 86400);
  view = lockstep_case_get_step (subject, LOCKSTEP_PAGE_ON_THE_SERVER);
  g_assert_cmpstr (view->finding, ==, "Look here: another date");
}

static void
test_exported (void)
{
  g_autoptr (LockstepCase) subject = fixture_case (NULL, NULL);

  lockstep_case_set_exported (subject, "host.lockstep.zip");
  g_assert_cmpint (lockstep_case_get_step (subject, LOCKSTEP_PAGE_EXPORT)->state,
                   ==,
                   LOCKSTEP_STATE_FINE);
}

/* Pages hold what they were given until they are told of something new. */
static void
test_steps_outlive_a_change (void)
{
  g_autoptr (LockstepCase) subject = fixture_case (NULL, NULL);
  const LockstepStepView *old = lockstep_case_get_step (subject, LOCKSTEP_PAGE_SYMPTOM);

  lockstep_case_set_symptom (subject, NULL);
  g_assert_cmpint (lockstep_case_get_step (subject, LOCKSTEP_PAGE_SYMPTOM)->state,
                   ==,
                   LOCKSTEP_STATE_ASKS);
  g_assert_cmpint (old->state, ==, LOCKSTEP_STATE_FINE);
}

static void
test_names (void)
{
  LockstepStepKindOfPage page;

  for (guint i = 0; i < LOCKSTEP_N_PAGES; i++)
    {
      g_assert_true (
          lockstep_page_from_string (lockstep_page_to_string ((LockstepStepKindOfPage) i), &page));
      g_assert_cmpint (page, ==, i);
    }
  g_assert_false (lockstep_page_from_string ("nowhere", &page));

  for (guint i = 0; i < LOCKSTEP_N_STATES; i++)
    {
      g_assert_nonnull (lockstep_state_to_string ((LockstepStepState) i));
      g_assert_cmpstr (lockstep_state_get_word ((LockstepStepState) i), !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/steps/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/steps/answers", test_answers);
  g_test_add_func ("/steps/failure", test_failure);
  g_test_add_func ("/steps/stopped", test_stopped);
  g_test_add_func ("/steps/walk", test_walk);
  g_test_add_func ("/steps/exported", test_exported);
  g_test_add_func ("/steps/outlive-a-change", test_steps_outlive_a_change);
  g_test_add_func ("/steps/names", test_names);

  return g_test_run ();
}
