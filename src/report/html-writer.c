/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/html-writer.h"

void
lockstep_html_open (LockstepHtml *self, const char *element, const char *class)
{
  if (class != NULL)
    g_string_append_printf (self->page, "<%s class=\"%s\">", element, class);
  else
    g_string_append_printf (self->page, "<%s>", element);
}

void
lockstep_html_close (LockstepHtml *self, const char *element)
{
  g_string_append_printf (self->page, "</%s>\n", element);
}

void
lockstep_html_text (LockstepHtml *self, const char *text)
{
  g_autofree char *clean = lockstep_report_clean (self->report, text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  g_string_append (self->page, escaped);
}

void
lockstep_html_element (LockstepHtml *self, const char *element, const char *class, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  lockstep_html_open (self, element, class);
  lockstep_html_text (self, text);
  lockstep_html_close (self, element);
}
