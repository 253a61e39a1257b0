/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/canvas.h"
#include "picture/glyph.h"
#include "picture/hatching.h"
#include "picture/inspection.h"
#include "picture/words.h"

static LockstepPicture *
draw_text (const char *text, double room, LockstepEllipsis ellipsis)
{
  LockstepCanvas *canvas = lockstep_canvas_new (400.0, FALSE, lockstep_measure_get_table ());

  lockstep_canvas_text (canvas,
                        0.0,
                        20.0,
                        LOCKSTEP_TEXT_START,
                        LOCKSTEP_FONT_BODY,
                        LOCKSTEP_COLOUR_TEXT,
                        text,
                        room,
                        ellipsis);

  return lockstep_canvas_finish (canvas, 30.0, g_strdup ("label"), g_strdup ("description"));
}

static void
test_ellipsis_middle (void)
{
  const char *name = "as400-production-in-the-north.example.com";
  g_autoptr (LockstepPicture) picture = draw_text (name, 150.0, LOCKSTEP_ELLIPSIS_MIDDLE);
  const LockstepShape *shape = g_ptr_array_index (picture->shapes, 0);

  g_assert_cmpfloat (shape->width, <=, 150.0);
  g_assert_cmpfloat (shape->width, >, 120.0);
  g_assert_true (g_str_has_prefix (shape->text, "as400-"));
  g_assert_true (g_str_has_suffix (shape->text, ".com"));
  g_assert_nonnull (strstr (shape->text, "…"));
  g_assert_cmpstr (shape->whole, ==, name);
}

static void
test_ellipsis_end (void)
{
  g_autoptr (LockstepPicture) picture =
      draw_text ("what I can do, and how I like it best", 150.0, LOCKSTEP_ELLIPSIS_END);
  const LockstepShape *shape = g_ptr_array_index (picture->shapes, 0);

  g_assert_true (g_str_has_suffix (shape->text, "…"));
  g_assert_true (g_str_has_prefix (shape->text, "what I can do"));
  g_assert_cmpstr (lockstep_picture_query_tooltip (picture, 10.0, 18.0), ==, shape->whole);
  g_assert_null (lockstep_picture_query_tooltip (picture, 300.0, 18.0));
  g_assert_null (lockstep_picture_query_tooltip (picture, 10.0, 29.5));
}

static void
test_no_room (void)
{
  g_autoptr (LockstepPicture) nothing = draw_text ("Sign-on", 2.0, LOCKSTEP_ELLIPSIS_END);
  g_autoptr (LockstepPicture) empty = draw_text ("", 100.0, LOCKSTEP_ELLIPSIS_END);
  g_autoptr (LockstepPicture) fits = draw_text ("Sign-on", 100.0, LOCKSTEP_ELLIPSIS_END);

  g_assert_cmpuint (nothing->shapes->len, ==, 0);
  g_assert_cmpuint (empty->shapes->len, ==, 0);
  g_assert_cmpuint (fits->shapes->len, ==, 1);
  g_assert_null (((LockstepShape *) g_ptr_array_index (fits->shapes, 0))->whole);
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } rows[] = {
    { "ibmi.example.com", "ibmi.example.com" },
    { "a\nb\tc",
      "a\xef\xbf\xbd"
      "b\xef\xbf\xbd"
      "c" },
    { "moc.\xe2\x80\xae", "moc.\xef\xbf\xbd" },
    { "\xe2\x81\xa6x\xe2\x80\x8f", "\xef\xbf\xbdx\xef\xbf\xbd" },
    { "\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81", "e\xcc\x81\xcc\x81" },
    { "המחשב", "המחשב" },
    { "証明書", "証明書" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = lockstep_words_clean (rows[i].text);

      g_assert_cmpstr (clean, ==, rows[i].clean);
    }
}

static void
test_clean_bounds (void)
{
  g_autofree char *endless = g_strnfill (1000000, 'm');
  g_autofree char *clean = lockstep_words_clean (endless);

  g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 256);
}

static void
test_wide_characters (void)
{
  const LockstepMeasure *table = lockstep_measure_get_table ();
  double latin = table->text_width ("iiii", LOCKSTEP_FONT_BODY, NULL);
  double wide = table->text_width ("証明書証", LOCKSTEP_FONT_BODY, NULL);
  double marks = table->text_width ("e\xcc\x81", LOCKSTEP_FONT_BODY, NULL);

  g_assert_cmpfloat (wide, >, 3.0 * latin);
  g_assert_cmpfloat (marks, ==, table->text_width ("e", LOCKSTEP_FONT_BODY, NULL));
  g_assert_cmpfloat (table->text_width ("Sign-on", LOCKSTEP_FONT_BOLD, NULL),
                     >,
                     table->text_width ("Sign-on", LOCKSTEP_FONT_BODY, NULL));
}

static void
test_durations (void)
{
  static const struct
  {
    gint64 microseconds;
    const char *words;
  } rows[] = {
    { 0, "0 milliseconds" },  { 1000, "1 millisecond" }, { 13200, "13 milliseconds" },
    { 1000000, "1 second" },  { 5000000, "5 seconds" },  { 1200000, "1.2 seconds" },
    { -1, "0 milliseconds" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = lockstep_words_duration (rows[i].microseconds);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_hatching (void)
{
  LockstepCanvas *canvas = lockstep_canvas_new (600.0, FALSE, lockstep_measure_get_table ());
  g_autoptr (LockstepPicture) picture = NULL;

  lockstep_canvas_hatching (canvas, 20.0, 34.0, 534.0, 20.0, 0.0, 6.0, LOCKSTEP_COLOUR_BAD);
  picture = lockstep_canvas_finish (canvas, 60.0, g_strdup ("a"), g_strdup ("b"));

  g_assert_cmpuint (picture->shapes->len, ==, 57);
  for (guint i = 0; i < picture->shapes->len; i++)
    {
      const LockstepShape *shape = g_ptr_array_index (picture->shapes, i);

      for (guint j = 0; j < shape->n_points; j++)
        {
          g_assert_cmpfloat (shape->points[j].x, >=, 20.0 - 1e-6);
          g_assert_cmpfloat (shape->points[j].x, <=, 554.0 + 1e-6);
          g_assert_cmpfloat (shape->points[j].y, >=, 34.0 - 1e-6);
          g_assert_cmpfloat (shape->points[j].y, <=, 54.0 + 1e-6);
        }
    }
}

static void
test_glyphs (void)
{
  g_assert_nonnull (lockstep_glyph_get_path ("state-fine"));
  g_assert_nonnull (lockstep_glyph_get_path ("anchor"));
  g_assert_nonnull (lockstep_glyph_get_path ("wrench"));
  g_assert_null (lockstep_glyph_get_path ("no-such-glyph"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/canvas/ellipsis-middle", test_ellipsis_middle);
  g_test_add_func ("/picture/canvas/ellipsis-end", test_ellipsis_end);
  g_test_add_func ("/picture/canvas/no-room", test_no_room);
  g_test_add_func ("/picture/canvas/clean", test_clean);
  g_test_add_func ("/picture/canvas/clean-bounds", test_clean_bounds);
  g_test_add_func ("/picture/canvas/wide-characters", test_wide_characters);
  g_test_add_func ("/picture/canvas/durations", test_durations);
  g_test_add_func ("/picture/canvas/hatching", test_hatching);
  g_test_add_func ("/picture/canvas/glyphs", test_glyphs);

  return g_test_run ();
}
