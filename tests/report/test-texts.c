/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/parts.h"

static const struct
{
  const char *name;
  PartsRender render;
  gboolean tells_cause;
} renders[] = {
  { "text", lockstep_report_text, TRUE },
  { "ticket", lockstep_report_ticket, TRUE },
  { "markdown", lockstep_report_markdown, TRUE },
  { "handshakes", lockstep_report_handshakes, FALSE },
  { "journal", lockstep_report_journal, FALSE },
};

static void
test_render (gconstpointer data)
{
  PartsRender render = renders[GPOINTER_TO_SIZE (data)].render;
  g_autoptr (LockstepCase) subject = parts_hostile_case ();
  g_autofree char *text = render (subject, NULL);
  g_autofree char *again = render (subject, NULL);
  g_autofree char *redacted = parts_render_redacted (subject, render);

  g_test_message ("%s", text);
  g_assert_cmpstr (text, ==, again);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (text, '\033'));
  g_assert_null (strchr (text, '{'));
  g_assert_true (g_str_has_suffix (text, "\n"));
  g_assert_nonnull (strstr (text, FIXTURE_HOST));
  parts_assert_redacted (redacted);
  g_assert_nonnull (strstr (redacted, "host-1"));
  if (renders[GPOINTER_TO_SIZE (data)].tells_cause)
    g_assert_nonnull (strstr (text, "The server cannot use its certificate"));
}

static void
test_empty (gconstpointer data)
{
  PartsRender render = renders[GPOINTER_TO_SIZE (data)].render;
  g_autoptr (LockstepCase) subject = lockstep_case_new (fixture_catalog ());
  g_autofree char *text = render (subject, NULL);

  g_assert_nonnull (text);
}

static void
test_colour (void)
{
  g_autoptr (LockstepCase) subject = parts_hostile_case ();
  LockstepReportOptions options = { NULL, TRUE };
  g_autofree char *text = lockstep_report_text (subject, &options);

  /* Our own colours, and nothing of what the server would like to do to the terminal. */
  g_assert_nonnull (strstr (text, "\033[31m✗\033[0m"));
  g_assert_null (strstr (text, "\033[2J"));
}

static void
test_markdown_is_inert (void)
{
  g_autoptr (LockstepCase) subject = parts_hostile_case ();
  g_autofree char *text = lockstep_report_markdown (subject, NULL);

  g_assert_null (strchr (text, '<'));
}

static void
test_transcript (void)
{
  g_autoptr (LockstepScene) scene = fixture_scene (FIXTURE_RESET, FIXTURE_HEALTHY);
  g_autoptr (LockstepCase) subject = fixture_case (NULL, scene);
  g_autofree char *text = lockstep_report_handshakes (subject, NULL);

  g_assert_nonnull (strstr (text, "     13000 us  <-  reset"));
  g_assert_nonnull (strstr (text, "         0 us  ->  message              ClientHello"));
  g_assert_nonnull (strstr (text, "looked at for comparison"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (renders); i++)
    {
      g_autofree char *path = g_strconcat ("/texts/", renders[i].name, NULL);
      g_autofree char *empty = g_strconcat (path, "/empty", NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_render);
      g_test_add_data_func (empty, GSIZE_TO_POINTER (i), test_empty);
    }
  g_test_add_func ("/texts/colour", test_colour);
  g_test_add_func ("/texts/markdown-is-inert", test_markdown_is_inert);
  g_test_add_func ("/texts/transcript", test_transcript);

  return g_test_run ();
}
