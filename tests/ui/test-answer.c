/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/answer.h"

#include "ui/fixture.h"

static void
test_new (void)
{
  GtkWidget *answer = g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_ANSWER, NULL));

  g_assert_finalize_object (answer);
}

/* Each property: its getter, and one notify for a change, none for the same value. */
static void
test_property (gconstpointer data)
{
  const char *name = data;
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);
  g_autoptr (GObject) answer = g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_ANSWER, NULL));
  g_autofree char *value = NULL;
  guint count = 0;

  g_signal_connect (answer, signal, G_CALLBACK (lockstep_test_count_notify), &count);
  g_object_set (answer, name, "look", NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (answer, name, "look", NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_get (answer, name, &value, NULL);
  g_assert_cmpstr (value, ==, "look");
  g_object_set (answer, name, NULL, NULL);
  g_assert_cmpuint (count, ==, 2);
}

static void
test_empty_takes_no_room (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_ANSWER, NULL));
  LockstepAnswer *answer = LOCKSTEP_ANSWER (widget);

  lockstep_answer_set_texts (answer, "failed", "Is it valid?", "No. It expired.", "Renew it.");
  g_assert_nonnull (lockstep_test_find (widget, lockstep_test_is_label, "Is it valid?"));
  g_assert_nonnull (lockstep_test_find (widget, lockstep_test_is_label, "No. It expired."));
  g_assert_nonnull (lockstep_test_find (widget, lockstep_test_is_label, "Renew it."));

  lockstep_answer_set_texts (answer, "ask", NULL, "Which server is it about?", "");
  g_assert_null (lockstep_test_find (widget, lockstep_test_is_label, "Is it valid?"));
  g_assert_null (lockstep_test_find (widget, lockstep_test_is_label, ""));
}

static void
test_view (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_ANSWER, NULL));
  static const char *const moods[LOCKSTEP_N_STATES] = {
    [LOCKSTEP_STATE_WAITING] = "unknown", [LOCKSTEP_STATE_RUNNING] = "running",
    [LOCKSTEP_STATE_FINE] = "fine",       [LOCKSTEP_STATE_LOOK] = "look",
    [LOCKSTEP_STATE_FAILED] = "failed",   [LOCKSTEP_STATE_SKIPPED] = "unknown",
    [LOCKSTEP_STATE_UNKNOWN] = "unknown", [LOCKSTEP_STATE_HALF] = "ask",
    [LOCKSTEP_STATE_READY] = "fix",       [LOCKSTEP_STATE_ASKS] = "ask",
  };

  for (int state = 0; state < LOCKSTEP_N_STATES; state++)
    {
      LockstepStepView view = { .state = (LockstepStepState) state,
                                .question = (char *) "Does it answer?",
                                .answer = (char *) "Yes.",
                                .meaning = (char *) "At once." };
      g_autofree char *mood = NULL;

      lockstep_answer_set_view (LOCKSTEP_ANSWER (widget), &view);
      g_object_get (widget, "mood", &mood, NULL);
      g_assert_cmpstr (mood, ==, moods[state]);
    }
  lockstep_answer_set_view (LOCKSTEP_ANSWER (widget), NULL);
  g_assert_nonnull (lockstep_test_find (widget, lockstep_test_is_label, "Yes."));
}

int
main (int argc, char **argv)
{
  static const char *const properties[] = { "mood", "icon-name", "question", "answer", "meaning" };

  lockstep_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/answer/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/answer/property/", properties[i], NULL);

      g_test_add_data_func (path, properties[i], test_property);
    }
  g_test_add_func ("/ui/answer/empty-takes-no-room", test_empty_takes_no_room);
  g_test_add_func ("/ui/answer/view", test_view);

  return g_test_run ();
}
