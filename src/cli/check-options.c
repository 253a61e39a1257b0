/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/check-options.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

void
lockstep_check_options_clear (LockstepCheckOptions *self)
{
  g_strfreev (self->hosts);
  g_free (self->symptom);
  g_strfreev (self->services);
  g_strfreev (self->ports);
  g_strfreev (self->service_ports);
  g_free (self->name);
  g_strfreev (self->trust);
  g_free (self->at);
  g_free (self->timeout);
  g_free (self->format);
  g_free (self->bundle);
  g_free (self->colour);
  g_strfreev (self->crl);
  g_free (self->client_certificate);
  g_free (self->client_key);
}

#define FLAG(name, member, help)                                                                   \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_NONE, &self->member, help, NULL                                       \
  }
#define TEXT(name, kind, member, help, value)                                                      \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_##kind, &self->member, help, value                                    \
  }

static gboolean
parse (LockstepCheckOptions *self, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    /* As bytes, like a file's name: the locale of a timer is often "C", which knows no quotes. */
    TEXT ("symptom", FILENAME, symptom, _ ("The message that the user saw"), "TEXT"),
    TEXT ("service", STRING_ARRAY, services, _ ("A service, or all-host-servers"), "NAME"),
    TEXT ("port", STRING_ARRAY, ports, _ ("Another port with TLS"), "N"),
    TEXT ("service-port",
          STRING_ARRAY,
          service_ports,
          _ ("Where a service listens, if not at its usual port"),
          "NAME=N"),
    TEXT ("name", FILENAME, name, _ ("The name that the user's client asks for"), "NAME"),
    TEXT ("trust", FILENAME_ARRAY, trust, _ ("CA certificates to trust"), "FILE"),
    FLAG ("no-system-trust", no_system_trust, _ ("Leave out this computer's own CAs")),
    TEXT ("crl", FILENAME_ARRAY, crl, _ ("Not available yet"), "FILE"),
    TEXT ("client-certificate", FILENAME, client_certificate, _ ("Not available yet"), "FILE"),
    TEXT ("client-key", FILENAME, client_key, _ ("Not available yet"), "FILE"),
    TEXT ("at", STRING, at, _ ("Judge validity at this time (ISO 8601)"), "TIME"),
    FLAG ("offline", offline, _ ("Contact nobody but the server itself")),
    TEXT ("timeout", STRING, timeout, _ ("Limit of each network step; 5 unless given"), "SECONDS"),
    FLAG ("compare-services", compare, _ ("Also look at the other services of an IBM i")),
    FLAG ("deep", deep, _ ("Not available yet")),
    FLAG ("json", json, _ ("Print one JSON document")),
    TEXT ("format", STRING, format, _ ("text or json"), "FORMAT"),
    TEXT ("bundle", FILENAME, bundle, _ ("Also write the trace bundle"), "FILE"),
    TEXT ("color", STRING, colour, _ ("auto, always or never"), "WHEN"),
    FLAG ("version", version, _ ("Print the version")),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->hosts, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("HOST[:PORT]…"));

  g_set_prgname ("lockstepctl check");
  g_option_context_set_summary (
      context,
      _ ("Looks at a server as a client does and names what is wrong.\n"
         "Exit status: 0 no fault, 1 a fault, 2 wrong use, 3 not carried out or inconclusive."));
  g_option_context_set_description (
      context,
      _ ("Services: signon, central, database, data-queue, file, print, command, ddm, telnet,\n"
         "admin, dcm, https.\n\n"
         "Example:\n"
         "  lockstepctl check --symptom \"CWBCO1034 25406\" --trust ca.pem ibmi.example.com"));
  g_option_context_add_main_entries (context, entries, NULL);

  return g_option_context_parse (context, &argc, &argv, error);
}

gboolean
lockstep_check_options_parse (LockstepCheckOptions *self, int argc, char **argv, GError **error)
{
  /* The arguments belong to the caller: GOption takes out what it has read. */
  g_autofree char **copy = g_new0 (char *, (gsize) argc + 1);

  for (int i = 0; i < argc; i++)
    copy[i] = argv[i];

  return parse (self, argc, copy, error);
}

static gboolean
refuse (GError **error, const char *option)
{
  g_set_error (error,
               LOCKSTEP_ERROR,
               LOCKSTEP_ERROR_USAGE,
               _ ("The option %s is not available yet."),
               option);
  return FALSE;
}

gboolean
lockstep_check_options_judge (const LockstepCheckOptions *self, GError **error)
{
  static const char *const formats[] = { "text", "json", NULL };
  static const char *const reserved[] = { "nagios", "openmetrics", NULL };

  if (self->crl != NULL)
    return refuse (error, "--crl");
  if (self->client_certificate != NULL)
    return refuse (error, "--client-certificate");
  if (self->client_key != NULL)
    return refuse (error, "--client-key");
  if (self->deep)
    return refuse (error, "--deep");
  if (self->format != NULL && g_strv_contains (reserved, self->format))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_USAGE,
                   _ ("The format “%s” is not available yet."),
                   self->format);
      return FALSE;
    }
  if (self->format != NULL && !g_strv_contains (formats, self->format))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_USAGE,
                   _ ("--format takes text or json, not “%s”."),
                   self->format);
      return FALSE;
    }
  if (self->json && g_strcmp0 (self->format, "text") == 0)
    {
      g_set_error_literal (error,
                           LOCKSTEP_ERROR,
                           LOCKSTEP_ERROR_USAGE,
                           _ ("--json and --format text exclude each other."));
      return FALSE;
    }
  if (self->hosts == NULL || self->hosts[0] == NULL)
    {
      g_set_error_literal (error,
                           LOCKSTEP_ERROR,
                           LOCKSTEP_ERROR_USAGE,
                           _ ("A host name or address is missing; "
                              "`lockstepctl check --help` shows an example."));
      return FALSE;
    }

  return TRUE;
}
