/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/practice.h"

#include "base/error.h"
#include "base/json.h"
#include "catalog/catalog.h"
#include "practice/announcement.h"
#include "practice/registry.h"
#include "practice/server.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define EXIT_FINE 0
#define EXIT_USAGE 2
#define EXIT_NOT_CARRIED_OUT 3
#define ORDER_MAX 64

typedef struct
{
  LockstepPracticeServer *server;
  GMainLoop *loop;
  char order[ORDER_MAX + 1]; /* the line that is being read */
  gsize length;
} Session;

typedef struct
{
  gboolean list;
  gboolean repair;
  gboolean json;
  gboolean version;
  char *colour;
  char **scenarios;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->colour);
  g_strfreev (options->scenarios);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
complain (const char *sentence)
{
  fprintf (stderr, "lockstepctl: %s\n", sentence);
}

/* FALSE where nobody reads any more. */
static gboolean
say (const char *line)
{
  return fprintf (stdout, "%s\n", line) >= 0 && fflush (stdout) == 0;
}

static gboolean
parse (int argc, char **argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &options->list, _ ("List the scenarios"), NULL },
    { "repair", 0, 0, G_OPTION_ARG_NONE, &options->repair, _ ("Start the mended twin"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, _ ("Print one line of JSON"), NULL },
    { "color",
      0,
      0,
      G_OPTION_ARG_STRING,
      &options->colour,
      _ ("This output has no colours"),
      "WHEN" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, _ ("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->scenarios, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("SCENARIO"));

  g_set_prgname ("lockstepctl practice");
  g_option_context_set_summary (
      context,
      _ ("Starts a server on this computer that is broken on purpose, and says where it\n"
         "listens. It ends when standard input closes; the line “repair” on standard input\n"
         "mends it."));
  g_option_context_set_description (context,
                                    _ ("Example:\n  lockstepctl practice expired-certificate"));
  g_option_context_add_main_entries (context, entries, NULL);

  return g_option_context_parse (context, &argc, &argv, error);
}

static char *
list_as_json (const LockstepCatalog *catalog)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *scenarios = json_array_new ();
  const char *const *names = lockstep_practice_scenarios ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const LockstepEntry *entry =
          lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_SCENARIOS, names[i]);
      JsonObject *scenario = json_object_new ();

      json_object_set_string_member (scenario, "id", names[i]);
      if (entry != NULL)
        json_object_set_string_member (scenario, "title", lockstep_entry_text (entry, "title"));
      json_array_add_object_element (scenarios, scenario);
    }

  json_object_set_array_member (object, "scenarios", scenarios);
  json_node_take_object (root, object);

  return lockstep_json_print (root, FALSE);
}

static char *
list_as_text (const LockstepCatalog *catalog)
{
  const char *const *names = lockstep_practice_scenarios ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const LockstepEntry *entry =
          lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_SCENARIOS, names[i]);

      g_string_append_printf (text,
                              "%s%-26s%s",
                              i > 0 ? "\n" : "",
                              names[i],
                              entry != NULL ? lockstep_entry_text (entry, "title") : "");
    }

  return g_string_free (text, FALSE);
}

static int
list (gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepCatalog) catalog = lockstep_catalog_new_default (&error);
  g_autofree char *text = NULL;

  if (catalog == NULL)
    {
      complain (error->message);
      return EXIT_USAGE;
    }

  text = json ? list_as_json (catalog) : list_as_text (catalog);
  say (text);

  return EXIT_FINE;
}

static gboolean
announce (Session *session, const char *scenario, gboolean json)
{
  g_autofree char *line = NULL;
  g_autofree char *trust = NULL;

  if (json)
    {
      line = lockstep_announcement_print (scenario, session->server);
      return say (line);
    }

  for (guint i = 0; i < lockstep_practice_server_count (session->server); i++)
    {
      guint16 port = 0;
      const char *service = lockstep_practice_server_nth (session->server, i, &port);
      g_autofree char *place =
          g_strdup_printf ("%s " LOCKSTEP_PRACTICE_HOST ":%u", service, (guint) port);

      if (!say (place))
        return FALSE;
    }

  trust = g_strconcat ("trust ", lockstep_practice_server_get_trust_file (session->server), NULL);

  return say (trust) && say ("ready");
}

static void
obey (Session *session, const char *order)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (order, "repair") != 0)
    complain (_ ("The practice server knows only one order, “repair”."));
  else if (!lockstep_practice_server_repair (session->server, &error))
    complain (error->message);
  else if (!say ("repaired"))
    g_main_loop_quit (session->loop);
}

static void
take (Session *session, char c)
{
  /* What is beyond the limit may be dropped: no order is nearly so long. */
  if (c != '\n')
    {
      if (session->length < ORDER_MAX)
        session->order[session->length++] = c;
      return;
    }

  session->order[session->length] = '\0';
  session->length = 0;
  obey (session, session->order);
}

static gboolean
input_cb (int descriptor, GIOCondition condition, gpointer user_data)
{
  Session *session = user_data;
  char data[256];
  gssize got = read (descriptor, data, sizeof data);

  for (gssize i = 0; i < got; i++)
    take (session, data[i]);

  if (got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR)))
    return G_SOURCE_CONTINUE;

  g_main_loop_quit (session->loop);

  return G_SOURCE_REMOVE;
}

static gboolean
signal_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

/* Without its note the server works; only its services cannot be found from one another. */
static void
note_down (LockstepPracticeServer *server)
{
  g_autoptr (GHashTable) ports = lockstep_announcement_tabulate (server);
  g_autoptr (GError) error = NULL;

  if (!lockstep_registry_add (ports, &error))
    complain (error->message);
}

/* Until it is told to end; the status to exit with. */
static int
serve (GMainLoop *loop, const char *scenario, const Options *options)
{
  g_autoptr (LockstepPracticeServer) server = NULL;
  g_autoptr (GError) error = NULL;
  Session session = { .loop = loop };
  guint input;

  server = lockstep_practice_server_new (scenario, options->repair, &error);
  if (server == NULL)
    {
      complain (error->message);
      return g_error_matches (error, LOCKSTEP_ERROR, LOCKSTEP_ERROR_USAGE) ? EXIT_USAGE
                                                                           : EXIT_NOT_CARRIED_OUT;
    }

  session.server = server;
  note_down (server);
  input = g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, input_cb, &session);
  if (announce (&session, scenario, options->json))
    g_main_loop_run (loop);

  lockstep_registry_remove ();
  if (g_main_context_find_source_by_id (NULL, input) != NULL)
    g_source_remove (input);

  return EXIT_FINE;
}

static int
run (const char *scenario, const Options *options)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  const int ends[] = { SIGINT, SIGTERM, SIGHUP };
  guint sources[G_N_ELEMENTS (ends)];
  int status;

  /* Before anything is written that has to be taken away again. */
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    sources[i] = g_unix_signal_add (ends[i], signal_cb, loop);

  status = serve (loop, scenario, options);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_source_remove (sources[i]);

  return status;
}

int
lockstep_cli_practice (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!parse (argc, argv, &options, &error))
    {
      complain (error->message);
      return EXIT_USAGE;
    }

  if (options.version)
    {
      say ("lockstepctl " LOCKSTEP_VERSION);
      return EXIT_FINE;
    }

  if (options.list)
    return list (options.json);

  if (options.scenarios == NULL || g_strv_length (options.scenarios) != 1)
    {
      complain (_ ("Name one practice scenario; “lockstepctl practice --list” shows them all."));
      return EXIT_USAGE;
    }

  return run (options.scenarios[0], &options);
}
