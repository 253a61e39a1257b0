/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/explain.h"

#include "base/error.h"
#include "cli/explanation.h"
#include "cli/load-catalog.h"
#include "cli/reference.h"
#include "cli/terminal.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

typedef struct
{
  char **words;
  char *format;
  char *colour;
  gboolean json;
  gboolean all;
  gboolean version;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->words);
  g_free (self->format);
  g_free (self->colour);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *self, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, _ ("Print one JSON document"), NULL },
    { "all",
      0,
      0,
      G_OPTION_ARG_NONE,
      &self->all,
      _ ("Print all that is known, as one document"),
      NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, _ ("text, json or markdown"), "FORMAT" },
    { "color", 0, 0, G_OPTION_ARG_STRING, &self->colour, _ ("auto, always or never"), "WHEN" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, _ ("Print the version"), NULL },
    /* As bytes, like a file's name: the locale of a timer is often "C", which knows no quotes. */
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("TEXT"));
  g_autofree char **copy = g_new0 (char *, (gsize) argc + 1);

  for (int i = 0; i < argc; i++)
    copy[i] = argv[i];

  g_set_prgname ("lockstepctl explain");
  g_option_context_set_summary (
      context,
      _ ("Says what a message means, what can cause it, what to check and how to mend it.\n"
         "TEXT is an id, an id with a code, a whole dialog or a line of a log; “-” reads\n"
         "standard input."));
  g_option_context_set_description (context,
                                    _ ("Example:\n  lockstepctl explain \"CWBCO1034 25406\""));
  g_option_context_add_main_entries (context, entries, NULL);

  return g_option_context_parse (context, &argc, &copy, error);
}

static char *
read_input (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[16384];
  gssize got;

  do
    {
      got = read (STDIN_FILENO, buffer, sizeof buffer);
      if (got > 0)
        g_string_append_len (text, buffer, got);
    }
  while ((got > 0 && text->len < LOCKSTEP_RECOGNITION_MAX) || (got < 0 && errno == EINTR));

  if (got < 0)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_FILE,
                   _ ("Standard input cannot be read: %s"),
                   g_strerror (errno));
      return NULL;
    }

  return g_utf8_make_valid (text->str, (gssize) text->len);
}

static char *
take_text (const Options *self, GError **error)
{
  g_autofree char *text = NULL;

  if (self->words == NULL || self->words[0] == NULL)
    {
      g_set_error_literal (error,
                           LOCKSTEP_ERROR,
                           LOCKSTEP_ERROR_USAGE,
                           _ ("The text of a message is missing; "
                              "`lockstepctl explain --help` shows an example."));
      return NULL;
    }
  if (g_str_equal (self->words[0], "-") && self->words[1] == NULL)
    return read_input (error);

  text = g_strjoinv (" ", self->words);

  return g_utf8_make_valid (text, -1);
}

/* One document holds everything, or the words about one text; each has its formats. */
static gboolean
judge (const Options *self, GError **error)
{
  gboolean markdown = g_strcmp0 (self->format, "markdown") == 0;
  static const char *const formats[] = { "text", "json", "markdown", NULL };

  if (self->format != NULL && !g_strv_contains (formats, self->format))
    g_set_error (error,
                 LOCKSTEP_ERROR,
                 LOCKSTEP_ERROR_USAGE,
                 _ ("--format takes text, json or markdown, not “%s”."),
                 self->format);
  else if (self->all != markdown || (self->all && (self->json || self->words != NULL)))
    g_set_error_literal (error,
                         LOCKSTEP_ERROR,
                         LOCKSTEP_ERROR_USAGE,
                         _ ("--all and --format markdown go together, without a text and without "
                            "--json."));
  else
    return TRUE;

  return FALSE;
}

static int
run_all (GError **error)
{
  g_autoptr (LockstepCatalog) catalog = lockstep_cli_load_catalog (error);
  g_autofree char *words = NULL;

  if (catalog == NULL)
    return LOCKSTEP_EXIT_USAGE;

  words = lockstep_reference_to_markdown (catalog);
  lockstep_cli_print (words);

  return LOCKSTEP_EXIT_FINE;
}

static int
run (const Options *self, GError **error)
{
  g_autoptr (LockstepCatalog) catalog = NULL;
  g_autoptr (LockstepRecognition) recognition = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  gboolean colour;
  gboolean json = self->json || g_strcmp0 (self->format, "json") == 0;

  if (!judge (self, error) || !lockstep_cli_read_colour (self->colour, &colour, error))
    return LOCKSTEP_EXIT_USAGE;
  if (self->all)
    return run_all (error);
  text = take_text (self, error);
  if (text == NULL)
    return LOCKSTEP_EXIT_USAGE;
  catalog = lockstep_cli_load_catalog (error);
  if (catalog == NULL)
    return LOCKSTEP_EXIT_USAGE;

  recognition = lockstep_recognise (catalog, text);
  if (json)
    words = lockstep_explanation_to_json (catalog, recognition, text);
  else if (recognition->matches->len == 0)
    words = lockstep_explanation_suggest (catalog, text);
  else
    words = lockstep_explanation_to_text (catalog, recognition, colour);
  lockstep_cli_print (words);

  return recognition->matches->len > 0 ? LOCKSTEP_EXIT_FINE : LOCKSTEP_EXIT_NOTHING;
}

int
lockstep_cli_explain (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = LOCKSTEP_EXIT_USAGE;

  if (parse (&options, argc, argv, &error))
    {
      if (options.version)
        return lockstep_cli_print_version ();
      status = run (&options, &error);
    }
  if (error != NULL)
    lockstep_cli_complain (error->message);

  return status;
}
