/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "base/text.h"
#include "report/html-writer.h"

#include <glib/gi18n-lib.h>

/* Even if a text slipped through, the page may neither run anything nor load anything. */
#define POLICY                                                                                     \
  "<meta http-equiv=\"Content-Security-Policy\" "                                                  \
  "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"

/* The language of the texts, as HTML writes it. */
static char *
find_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = g_strndup (name, strcspn (name, ".@"));

  if (g_str_equal (language, "C") || g_str_equal (language, "POSIX") || *language == '\0')
    return g_strdup ("en");

  return g_strdelimit (g_steal_pointer (&language), "_", '-');
}

static void
add_head (LockstepHtml *html, const char *title)
{
  g_autofree char *language = find_language ();
  g_autofree char *escaped = g_markup_escape_text (language, -1);

  g_string_append_printf (html->page,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\"/>\n" POLICY
                          "<meta name=\"viewport\" content=\"width=device-width, "
                          "initial-scale=1\"/>\n",
                          escaped);
  lockstep_html_element (html, "title", NULL, title);
  lockstep_html_add_style (html);
  g_string_append (html->page, "</head>\n<body>\n<main>\n");
}

static void
add_opening (LockstepHtml *html, const char *title)
{
  g_autofree char *time = lockstep_text_date_time (lockstep_report_get_time (html->report));
  g_autofree char *left_out = lockstep_report_describe_redaction (html->report);
  g_autofree char *tool = g_strdup_printf ("Lockstep %s, %s", LOCKSTEP_VERSION, time);

  lockstep_html_element (html, "h1", NULL, title);
  lockstep_html_element (html, "p", "second", tool);
  lockstep_html_element (html, "p", "answer", lockstep_report_verdict (html->report));
  lockstep_html_element (html, "p", NULL, lockstep_case_get_failure (html->report->subject));
  lockstep_html_element (html, "p", "second", left_out);
  if (lockstep_case_get_scenario (html->report->subject) != NULL)
    lockstep_html_element (html,
                           "p",
                           "second",
                           _ ("This is a practice case: the server was broken on purpose."));
}

char *
lockstep_report_html (LockstepCase *subject, const LockstepReportOptions *options)
{
  g_autofree char *title = NULL;
  LockstepReport report;
  LockstepHtml html;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), NULL);

  report = lockstep_report_begin (subject, options);
  report.colour = FALSE;
  html = (LockstepHtml){ &report, g_string_new (NULL) };
  title = lockstep_case_dup_title (subject);

  add_head (&html, title);
  add_opening (&html, title);
  lockstep_html_add_causes (&html);
  lockstep_html_add_comparison (&html);
  lockstep_html_add_remedies (&html);
  lockstep_html_add_answers (&html);
  if (lockstep_report_count (&report) > 0)
    lockstep_html_element (&html, "h2", NULL, _ ("The way to the server"));
  lockstep_html_add_paths (&html);
  for (guint i = 0; i < lockstep_report_count (&report); i++)
    lockstep_html_add_observation (&html, i);
  g_string_append (html.page, "</main>\n</body>\n</html>\n");

  return g_string_free (html.page, FALSE);
}
