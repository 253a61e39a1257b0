/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/cases.h"
#include "picture/inspection.h"

/* In a report the colours are classes, alone they are written out. */
static void
test_colours (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("bar-expired", 644.0);
  g_autofree char *inside = lockstep_picture_to_svg (picture, FALSE);
  g_autofree char *alone = lockstep_picture_to_svg (picture, TRUE);

  inspect_svg (inside);
  inspect_svg (alone);
  g_assert_true (g_str_has_prefix (inside, "<svg "));
  g_assert_true (g_str_has_prefix (alone, "<?xml "));
  g_assert_nonnull (strstr (inside, "class=\"fill-bad\""));
  g_assert_null (strstr (inside, "#c01c28"));
  g_assert_nonnull (strstr (alone, "#c01c28"));
  g_assert_null (strstr (alone, "class=\"fill-"));
}

static void
test_accessible (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("ladder-reset", 644.0);
  g_autofree char *svg = lockstep_picture_to_svg (picture, FALSE);
  g_autofree char *label = g_markup_escape_text (picture->description, -1);
  g_autofree char *attribute = g_strdup_printf ("aria-label=\"%s\"", label);

  g_assert_nonnull (strstr (svg, "role=\"img\""));
  g_assert_nonnull (strstr (svg, attribute));
  g_assert_nonnull (strstr (svg, "<title>Handshake with Sign-on"));
}

/* Every class that is used has a rule, in light and in dark. */
static void
test_css (void)
{
  static const char *const words[] = { "text", "secondary", "client",      "server", "good",
                                       "look", "bad",       "not-reached", "card",   "border",
                                       "chip", "grey",      "ground" };
  const char *css = lockstep_picture_get_css ();
  const char *dark = strstr (css, "prefers-color-scheme:dark");

  g_assert_nonnull (dark);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *variable = g_strdup_printf ("--picture-%s:", words[i]);
      g_autofree char *rule =
          g_strdup_printf (".fill-%s{fill:var(--picture-%s)}", words[i], words[i]);

      g_assert_nonnull (g_strstr_len (css, dark - css, variable));
      g_assert_nonnull (strstr (dark, variable));
      g_assert_nonnull (strstr (css, rule));
    }
}

static void
test_shortened (void)
{
  g_autoptr (LockstepPicture) picture = case_draw ("ladder-long-names", 360.0);
  g_autofree char *svg = lockstep_picture_to_svg (picture, FALSE);

  g_assert_nonnull (strstr (svg, "<title>EncryptedExtensionsWithAVeryLongNameThatNobodyEverSaw"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/svg/colours", test_colours);
  g_test_add_func ("/picture/svg/accessible", test_accessible);
  g_test_add_func ("/picture/svg/css", test_css);
  g_test_add_func ("/picture/svg/shortened", test_shortened);

  return g_test_run ();
}
