/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/cases.h"
#include "picture/inspection.h"

static void
test_fine (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("path-fine", 644.0);
  g_autoptr (LockstepPicture) narrow = case_draw ("path-fine", 312.0);

  /* 4 lanes, 28 apart from 36 on, and 36 below the last; three stations and 4 lanes. */
  g_assert_cmpfloat (picture->height, ==, 36.0 + 3 * 28.0 + 36.0);
  g_assert_cmpfloat (narrow->height, ==, 22.0 + 2 * 54.0 + 46.0 + 3 * 28.0 + 18.0);
  g_assert_cmpuint (count_glyphs (picture, "state-fine"), ==, 10);
  g_assert_cmpfloat (find_text (picture, "This computer")->x, ==, 50.0);
  g_assert_cmpfloat (find_text (picture, "Telnet")->x, ==, 320.0);
  find_text (picture, "plain");
  find_text (picture, "TLS");
  find_text (picture, "3 ms");
  g_assert_cmpstr (picture->description,
                   ==,
                   "Path from this computer to ibmi.example.com. The name is known, after 3 "
                   "milliseconds. The address 192.0.2.7 answers. Telnet answers on port 23 and, "
                   "for TLS, on 992. Sign-on answers on port 8476 and, for TLS, on 9476. Central "
                   "answers on port 8470 and, for TLS, on 9470. Command answers on port 8475 "
                   "and, for TLS, on 9475. Nothing is broken.");
}

static void
test_unknown_name (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("path-unknown-name", 644.0);

  g_assert_cmpfloat (picture->height, ==, 120.0);
  find_text (picture, "not known");
  /* The ports were not tried. */
  g_assert_cmpuint (count_glyphs (picture, "state-unknown"), ==, 4);
  g_assert_cmpuint (count_glyphs (picture, "state-failed"), ==, 1);
  g_assert_cmpuint (count_lines (picture, LOCKSTEP_LINE_BROKEN, LOCKSTEP_COLOUR_BAD), ==, 1);
  g_assert_nonnull (strstr (picture->description, "It breaks at the name: nobody here knows it."));
  g_assert_null (strstr (picture->description, "Nothing is broken."));
}

static void
test_faults (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("path-faults", 644.0);

  find_text (picture, "silent");
  find_text (picture, "refused");
  find_text (picture, "failed");
  /* What is only looked at for comparison does not fail. */
  g_assert_cmpuint (count_glyphs (picture, "state-look"), ==, 1);
  g_assert_cmpuint (count_glyphs (picture, "state-failed"), ==, 4);
  g_assert_nonnull (
      strstr (picture->description, "It breaks at Sign-on: port 9476 stays silent for 5 seconds."));
  g_assert_nonnull (strstr (picture->description, "It breaks at Database: port 9471 refuses."));
}

static void
test_silent (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("path-silent", 644.0);

  g_assert_cmpuint (count_glyphs (picture, "state-unknown"), ==, 2);
  g_assert_nonnull (strstr (picture->description, "Nothing answers at the address 192.0.2.7."));
}

static void
test_address (void)
{
  static const char *const lines[] = { "T - 443 name.outcome=address port.outcome=open", NULL };
  g_autoptr (LockstepScene) scene = scene_new (lines);
  g_autoptr (LockstepDiagnosis) diagnosis = case_judge (scene);
  g_autoptr (LockstepPicture) picture =
      lockstep_path_layout (diagnosis, 0, 644.0, FALSE, lockstep_measure_get_table ());

  /* An address has no name to be looked up. */
  g_assert_false (has_text (picture, "Name"));
  g_assert_cmpuint (count_glyphs (picture, "globe"), ==, 0);
  g_assert_cmpfloat (find_text (picture, "Address")->x, ==, 146.0);
}

/* Several addresses, one of them dead; one lane for a port, whatever the number of addresses. */
static void
test_addresses (void)
{
  static const char *const lines[] = {
    "T signon 9476 name.outcome=found port.outcome=open "
    "name.addresses=192.0.2.7,2001:db8::7,192.0.2.8,192.0.2.9,192.0.2.10,192.0.2.11",
    NULL
  };
  g_autoptr (LockstepScene) scene = scene_new (lines);
  LockstepObservation *other =
      lockstep_observation_copy (g_ptr_array_index (scene->observations, 0));
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;
  g_autoptr (LockstepPicture) picture = NULL;
  g_autoptr (LockstepPicture) narrow = NULL;

  g_free (other->address);
  other->address = g_strdup ("2001:db8::7");
  lockstep_fact_set_word (other->facts, LOCKSTEP_FACT_PORT_OUTCOME, "unreachable");
  lockstep_scene_put (scene, other);
  lockstep_observation_unref (other);
  diagnosis = case_judge (scene);
  picture = lockstep_path_layout (diagnosis, 0, 644.0, FALSE, lockstep_measure_get_table ());
  narrow = lockstep_path_layout (diagnosis, 0, 312.0, FALSE, lockstep_measure_get_table ());
  case_write ("path-addresses-644", picture);
  case_write ("path-addresses-312", narrow);

  inspect_bounds (picture);
  inspect_bounds (narrow);
  find_text (picture, "Addresses");
  find_text (picture, "2001:db8::7, no route");
  find_text (picture, "and 2 more");
  g_assert_cmpuint (count_glyphs (picture, "state-look"), ==, 1);
  g_assert_true (has_text (picture, "9476"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/path/fine", test_fine);
  g_test_add_func ("/picture/path/unknown-name", test_unknown_name);
  g_test_add_func ("/picture/path/faults", test_faults);
  g_test_add_func ("/picture/path/silent", test_silent);
  g_test_add_func ("/picture/path/address", test_address);
  g_test_add_func ("/picture/path/addresses", test_addresses);

  return g_test_run ();
}
