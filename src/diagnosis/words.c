/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/diagnosis.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>

/* What a peer wrote stands in a sentence; longer text would bury it. */
#define MAX_QUOTED 200

typedef struct
{
  const LockstepDiagnosis *diagnosis;
  guint index;
  gint sibling;
} Places;

/* Text of the peer is shown on terminals too, where control characters are commands. */
static char *
quote (char *text)
{
  g_autofree char *owned = text;
  GString *quoted = g_string_new (NULL);
  guint length = 0;

  for (const char *p = owned; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (length++ == MAX_QUOTED)
        {
          g_string_append (quoted, "…");
          break;
        }
      g_string_append_unichar (quoted, g_unichar_isprint (c) ? c : 0xfffd);
    }

  return g_string_free (quoted, FALSE);
}

static char *
describe_version (const char *version)
{
  if (version == NULL)
    return NULL;
  if (g_str_equal (version, "TLSv1"))
    return g_strdup ("TLS 1.0");
  if (g_str_has_prefix (version, "TLSv"))
    return g_strconcat ("TLS ", version + strlen ("TLSv"), NULL);
  if (g_str_has_prefix (version, "SSLv"))
    return g_strconcat ("SSL ", version + strlen ("SSLv"), NULL);

  return g_strdup (version);
}

static char *
describe_protocol (const char *protocol)
{
  static const char *const words[] = {
    "telnet", "Telnet", "host-server", N_ ("IBM i host server"),
    "ssh",    "SSH",    "database",    N_ ("database"),
  };

  if (protocol == NULL)
    return NULL;
  if (g_str_equal (protocol, "unknown"))
    return g_strdup (_ ("something unknown"));
  for (guint i = 0; i < G_N_ELEMENTS (words); i += 2)
    if (g_str_equal (protocol, words[i]))
      return g_strdup (_ (words[i + 1]));

  return g_ascii_strup (protocol, -1);
}

/* How far two clocks are apart, without saying which is ahead. */
static char *
describe_offset (gint64 seconds)
{
  guint64 n = seconds < 0 ? 0u - (guint64) seconds : (guint64) seconds;

  if (n < 120)
    return g_strdup_printf (ngettext ("%u second", "%u seconds", (guint) n), (guint) n);
  n /= 60;
  if (n < 120)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", (guint) n), (guint) n);
  n /= 60;
  if (n < 48)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", (guint) n), (guint) n);

  return lockstep_text_days ((gint) MIN (n / 24, G_MAXINT));
}

static char *
describe_fact (const LockstepTargetDiagnosis *target, const char *path)
{
  const LockstepFactSet *facts = target->facts;
  LockstepFact fact;
  char *words;

  if (!lockstep_fact_from_path (path, &fact) || !lockstep_fact_set_has (facts, fact))
    return NULL;

  if (fact == LOCKSTEP_FACT_HANDSHAKE_VERSION)
    words = describe_version (lockstep_fact_set_get_string (facts, fact));
  else if (fact == LOCKSTEP_FACT_HANDSHAKE_PROTOCOL)
    words = describe_protocol (lockstep_fact_set_get_string (facts, fact));
  else if (fact == LOCKSTEP_FACT_CLOCK_OFFSET)
    words = describe_offset (lockstep_fact_set_get_integer (facts, fact));
  else
    words = lockstep_fact_set_describe (facts, fact);

  return words != NULL ? quote (words) : NULL;
}

static char *
describe_target (const LockstepDiagnosis *self, guint index, const char *part)
{
  const LockstepTargetDiagnosis *target = g_ptr_array_index (self->observations, index);
  const LockstepObservation *observation = target->observation;

  if (g_str_equal (part, "host"))
    return g_strdup (observation->host);
  if (g_str_equal (part, "address"))
    return g_strdup (observation->address);
  if (g_str_equal (part, "port"))
    return g_strdup_printf ("%u", observation->port);
  if (g_str_equal (part, "service"))
    return lockstep_diagnosis_service_name (self, index);

  return NULL;
}

static char *
look_up (const char *name, gpointer user_data)
{
  const Places *places = user_data;
  const GPtrArray *observations = places->diagnosis->observations;
  char *part;

  if (g_str_has_prefix (name, "sibling."))
    {
      guint sibling = (guint) places->sibling;

      if (places->sibling < 0 || sibling >= observations->len)
        return NULL;
      name += strlen ("sibling.");
      part = describe_target (places->diagnosis, sibling, name);

      return part != NULL ? part : describe_fact (g_ptr_array_index (observations, sibling), name);
    }

  if (places->index >= observations->len)
    return NULL;
  if (g_str_has_prefix (name, "target."))
    {
      part = describe_target (places->diagnosis, places->index, name + strlen ("target."));
      if (part != NULL)
        return part;
    }

  return describe_fact (g_ptr_array_index (observations, places->index), name);
}

/* A sentence that begins with a place begins with a capital nevertheless ("Port 8443 …"), but a
 * host's name stays as it is written. */
static char *
capitalise (char *text)
{
  g_autofree char *owned = text;
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (owned)), first);

  return g_strconcat (first, g_utf8_next_char (owned), NULL);
}

char *
lockstep_diagnosis_fill (const LockstepDiagnosis *self,
                         const char *pattern,
                         guint index,
                         gint sibling)
{
  Places places = { self, index, sibling };
  char *filled;

  g_return_val_if_fail (self != NULL && pattern != NULL, NULL);

  filled = lockstep_text_fill (pattern, look_up, &places);
  if (*filled != '\0' && (g_str_has_prefix (pattern, "{target.service}") ||
                          g_str_has_prefix (pattern, "{sibling.service}")))
    return capitalise (filled);

  return filled;
}

char *
lockstep_diagnosis_service_name (const LockstepDiagnosis *self, guint index)
{
  const LockstepTargetDiagnosis *target;
  const LockstepEntry *entry = NULL;
  const char *name = NULL;

  g_return_val_if_fail (self != NULL && index < self->observations->len, NULL);

  target = g_ptr_array_index (self->observations, index);
  if (target->observation->service != NULL)
    entry = lockstep_catalog_lookup (self->catalog,
                                     LOCKSTEP_SECTION_SERVICES,
                                     target->observation->service);
  if (entry != NULL)
    name = lockstep_entry_text (entry, "short");
  if (name != NULL)
    return g_strdup (name);

  /* Translators: names a service that has no name of its own, within or at the beginning of a
   * sentence */
  return g_strdup_printf (_ ("port %u"), target->observation->port);
}
