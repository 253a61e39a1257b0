/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/cases.h"
#include "picture/inspection.h"

static const double widths[] = { 680.0, 644.0, 599.0, 480.0, 479.0, 360.0, 280.0 };

static double
double_width (const char *text, LockstepFont font, gpointer user_data)
{
  const LockstepMeasure *table = lockstep_measure_get_table ();

  return 2.0 * table->text_width (text, font, NULL);
}

static void
inspect_width (const Case *self, LockstepDiagnosis *diagnosis, double width)
{
  const LockstepMeasure *table = lockstep_measure_get_table ();
  LockstepMeasure large = { double_width, NULL, 2.0 };
  g_autoptr (LockstepPicture) picture = self->layout (diagnosis, 0, width, FALSE, table);
  g_autoptr (LockstepPicture) mirrored = self->layout (diagnosis, 0, width, TRUE, table);
  g_autoptr (LockstepPicture) scaled = NULL;
  g_autofree char *svg = lockstep_picture_to_svg (picture, FALSE);
  g_autofree char *name = g_strdup_printf ("%s-%.0f", self->name, width);

  inspect_bounds (picture);
  inspect_bounds (mirrored);
  inspect_mirror (picture, mirrored);
  inspect_svg (svg);
  g_assert_cmpstr (picture->label, !=, "");
  g_assert_true (g_str_has_suffix (picture->description, "."));
  g_assert_cmpstr (picture->description, ==, mirrored->description);
  case_write (name, picture);

  /* Twice the font, twice the room: the same picture, twice as large. */
  scaled = self->layout (diagnosis, 0, 2.0 * width, FALSE, &large);
  g_assert_cmpfloat_with_epsilon (scaled->height, 2.0 * picture->height, 1e-6);
  g_assert_cmpuint (scaled->shapes->len, ==, picture->shapes->len);
  inspect_bounds (scaled);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (LockstepDiagnosis) diagnosis = case_diagnose (self);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    inspect_width (self, diagnosis, widths[i]);
}

static void
test_mirrored_file (void)
{
  const Case *self = case_find ("bar-expired");
  g_autoptr (LockstepDiagnosis) diagnosis = case_diagnose (self);
  g_autoptr (LockstepPicture) picture =
      self->layout (diagnosis, 0, 312.0, TRUE, lockstep_measure_get_table ());

  case_write ("bar-expired-312-rtl", picture);
  g_assert_cmpint (find_text (picture, "Today, 21 Nov 2026")->anchor, ==, LOCKSTEP_TEXT_END);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; cases[i].name != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/picture/layouts/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/picture/layouts/mirrored", test_mirrored_file);

  return g_test_run ();
}
