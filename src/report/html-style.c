/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/html-writer.h"

#include "picture/picture.h"

/* No character in it may be special in XML: the page is read by strict readers too. */
static const char style[] =
    ":root{color-scheme:light dark;--fg:#2e3436;--bg:#fafafa;--card:#ffffff;--line:#d5d0cc;"
    "--second:#5e5c64;--good:#1b8553;--look:#9c6e03;--bad:#c01c28;--accent:#1c71d8;"
    "--code:#f0f0f0}\n"
    "@media (prefers-color-scheme:dark){:root{--fg:#ffffff;--bg:#242424;--card:#363636;"
    "--line:#4f4f4f;--second:#c0bfbc;--good:#8ff0a4;--look:#f8e45c;--bad:#ff7b63;"
    "--accent:#78aeed;--code:#2b2b2b}}\n"
    "body{margin:0;background:var(--bg);color:var(--fg);"
    "font:16px/1.5 Cantarell,\"Adwaita Sans\",\"DejaVu Sans\",sans-serif}\n"
    "main{max-width:720px;margin:0 auto;padding:24px 16px 48px}\n"
    "h1{font-size:1.6em;margin:0 0 4px}h2{font-size:1.25em;margin:32px 0 8px}"
    "h3{font-size:1.05em;margin:20px 0 4px}\n"
    "p{margin:4px 0 8px}.second{color:var(--second)}\n"
    ".card{background:var(--card);border:1px solid var(--line);border-radius:12px;"
    "padding:12px 18px;margin:12px 0;overflow-x:auto}\n"
    ".answer{font-size:1.25em;font-weight:bold}\n"
    ".tag{display:inline-block;border-radius:999px;border:1px solid var(--line);"
    "padding:0 10px;font-weight:bold;font-size:.85em}\n"
    ".pass{color:var(--good)}.attention{color:var(--look)}.fail{color:var(--bad)}"
    ".skipped,.unknown,.pending{color:var(--second)}\n"
    "table{border-collapse:collapse;width:100%}"
    "td,th{text-align:start;vertical-align:top;padding:6px 8px;"
    "border-top:1px solid var(--line)}\n"
    "pre,code{font-family:\"DejaVu Sans Mono\",monospace;font-size:.9em}\n"
    "pre{background:var(--code);border-radius:6px;padding:6px 10px;margin:6px 0;"
    "white-space:pre-wrap;overflow-wrap:anywhere}\n"
    "svg{display:block;max-width:100%;height:auto}\n"
    "@media print{.card{break-inside:avoid}body{background:none}}\n";

void
lockstep_html_add_style (LockstepHtml *self)
{
  lockstep_html_open (self, "style", NULL);
  g_string_append (self->page, style);
  g_string_append (self->page, lockstep_picture_get_css ());
  lockstep_html_close (self, "style");
}
