/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog/format.h"

#include "facts/fact.h"

#define MUST LOCKSTEP_MEMBER_REQUIRED
#define MAY LOCKSTEP_MEMBER_OPTIONAL
#define LIST LOCKSTEP_MEMBER_LIST
#define EMPTY LOCKSTEP_MEMBER_EMPTY

#define NO_PLACES LOCKSTEP_PLACES_NONE
#define CODE LOCKSTEP_PLACES_CODE
#define SEEN LOCKSTEP_PLACES_SEEN
#define SIBLING LOCKSTEP_PLACES_SIBLING
#define WORK LOCKSTEP_PLACES_WORK

#define IDENTIFIER(name_)                                                                          \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_STRING, .flags = MUST                                   \
  }
#define STRING(name_, flags_, places_)                                                             \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_STRING, .flags = flags_, .places = places_              \
  }
#define TEXT(name_, flags_, places_)                                                               \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_TEXT, .flags = flags_, .places = places_                \
  }
#define WORD(name_, flags_, words_)                                                                \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_WORD, .flags = flags_, .words = words_                  \
  }
#define INTEGER(name_, flags_, minimum_, maximum_)                                                 \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_INTEGER, .flags = flags_, .minimum = minimum_,          \
    .maximum = maximum_                                                                            \
  }
#define BOOLEAN(name_, flags_)                                                                     \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_BOOLEAN, .flags = flags_                                \
  }
#define FACT(name_, flags_)                                                                        \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_FACT, .flags = flags_                                   \
  }
#define WHEN(name_, flags_)                                                                        \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_WHEN, .flags = flags_                                   \
  }
#define REFERENCE(name_, flags_, section_)                                                         \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_REFERENCE, .flags = flags_,                             \
    .section = LOCKSTEP_SECTION_##section_                                                         \
  }
#define OBJECT(name_, flags_, members_)                                                            \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_OBJECT, .flags = flags_, .members = members_            \
  }
#define MAP(name_, flags_, members_)                                                               \
  {                                                                                                \
    .name = name_, .kind = LOCKSTEP_MEMBER_MAP, .flags = flags_, .members = members_               \
  }
#define END                                                                                        \
  {                                                                                                \
    .name = NULL                                                                                   \
  }

/* Where a statement comes from and how far it can be trusted. */
#define PROVENANCE                                                                                 \
  STRING ("source", MUST | LIST, NO_PLACES),                                                       \
      WORD ("confidence", MUST, "documented observed inferred general-knowledge")

#define PORT_MAX 65535
#define CODE_MAX 999999

static const LockstepMember likely_cause[] = {
  REFERENCE ("cause", MUST, CAUSES),
  WORD ("likelihood", MUST, "often sometimes seldom"),
  END,
};

static const LockstepMember look_inside[] = {
  TEXT ("text", MUST, CODE | WORK),
  STRING ("commands", MAY | LIST | EMPTY, CODE | WORK),
  END,
};

#define PRODUCTS                                                                                   \
  "ibm-i-access ibm-http-server ibm-i acs jtopen java openssl curl wget gnutls chromium firefox "  \
  "windows node python go"

static const LockstepMember legacy[] = {
  INTEGER ("code", MUST, 1, CODE_MAX),
  TEXT ("meaning", MUST, NO_PLACES),
  REFERENCE ("condition", MAY, CONDITIONS),
  END,
};

static const LockstepMember message[] = {
  IDENTIFIER ("id"),
  WORD ("product", MUST, PRODUCTS),
  WORD ("severity", MUST, "error warning information"),
  WORD ("role", MUST, "client server"),
  STRING ("title", MUST, NO_PLACES),
  TEXT ("where", MUST, NO_PLACES),
  INTEGER ("code-base", MAY, 0, CODE_MAX),
  WORD ("code-families", MAY | LIST, "winsock client-access"),
  INTEGER ("job-log-code", MAY, -CODE_MAX, -1),
  OBJECT ("legacy", MAY | LIST, legacy),
  STRING ("says", MAY | LIST, NO_PLACES),
  REFERENCE ("condition", MAY, CONDITIONS),
  TEXT ("headline", MAY, CODE),
  TEXT ("meaning", MAY, CODE),
  OBJECT ("causes", MAY | LIST, likely_cause),
  REFERENCE ("flow", MAY, FLOWS),
  TEXT ("look-outside", MAY | LIST | EMPTY, CODE),
  OBJECT ("look-inside", MAY | LIST | EMPTY, look_inside),
  REFERENCE ("related", MAY | LIST | EMPTY, MESSAGES),
  PROVENANCE,
  END,
};

static const LockstepMember condition_role[] = {
  TEXT ("headline", MUST, CODE),
  TEXT ("meaning", MUST, CODE),
  OBJECT ("causes", MUST | LIST, likely_cause),
  REFERENCE ("flow", MUST, FLOWS),
  TEXT ("look-outside", MUST | LIST | EMPTY, CODE),
  OBJECT ("look-inside", MUST | LIST | EMPTY, look_inside),
  PROVENANCE,
  END,
};

static const LockstepMember condition[] = {
  IDENTIFIER ("id"),
  INTEGER ("number", MUST, 1, CODE_MAX),
  WORD ("family", MAY, "gskit winsock client-access"),
  STRING ("names", MAY | LIST | EMPTY, NO_PLACES),
  OBJECT ("client", MAY, condition_role),
  OBJECT ("server", MAY, condition_role),
  PROVENANCE,
  END,
};

static const LockstepMember finding[] = {
  TEXT ("short", MUST, SEEN | SIBLING),   TEXT ("title", MUST, SEEN | SIBLING),
  TEXT ("answer", MUST, SEEN | SIBLING),  TEXT ("meaning", MUST | EMPTY, SEEN | SIBLING),
  TEXT ("summary", MUST, SEEN | SIBLING), END,
};

static const LockstepMember check[] = {
  IDENTIFIER ("id"),
  TEXT ("title", MUST, NO_PLACES),
  MAP ("findings", MUST, finding),
  END,
};

static const LockstepMember fix[] = {
  TEXT ("answer", MUST, SEEN | SIBLING | WORK),
  TEXT ("meaning", MUST | EMPTY, SEEN | SIBLING | WORK),
  END,
};

static const LockstepMember cause[] = {
  IDENTIFIER ("id"),
  INTEGER ("rank", MUST, 0, CODE_MAX),
  WORD ("verdict", MUST, "faulty attention"),
  TEXT ("title", MUST, SEEN | SIBLING),
  TEXT ("explanation", MUST, SEEN | SIBLING),
  TEXT ("recognise", MUST, SEEN | SIBLING),
  OBJECT ("fix", MUST, fix),
  REFERENCE ("mended-by", MUST, ROLES),
  REFERENCE ("remedies", MUST | LIST, REMEDIES),
  REFERENCE ("explains", MAY | LIST | EMPTY, CAUSES),
  PROVENANCE,
  END,
};

static const LockstepMember rule[] = {
  IDENTIFIER ("id"),
  REFERENCE ("cause", MUST, CAUSES),
  WORD ("confidence", MUST, "certain likely possible"),
  WHEN ("when", MUST),
  TEXT ("because", MUST, SEEN | SIBLING),
  END,
};

static const LockstepMember remedy_step[] = {
  TEXT ("text", MUST, SEEN | SIBLING | WORK),
  TEXT ("detail", MAY, SEEN | SIBLING | WORK),
  STRING ("commands", MAY | LIST | EMPTY, SEEN | SIBLING | WORK),
  TEXT ("expect", MAY, SEEN | SIBLING | WORK),
  TEXT ("risk", MAY, SEEN | SIBLING | WORK),
  TEXT ("undo", MAY, SEEN | SIBLING | WORK),
  END,
};

static const LockstepMember person[] = {
  REFERENCE ("role", MUST, ROLES),
  TEXT ("where", MAY, SEEN | SIBLING | WORK),
  OBJECT ("steps", MUST | LIST, remedy_step),
  END,
};

static const LockstepMember remedy[] = {
  IDENTIFIER ("id"),
  TEXT ("title", MUST, SEEN | SIBLING | WORK),
  OBJECT ("people", MUST | LIST, person),
  PROVENANCE,
  END,
};

static const LockstepMember walk_step[] = {
  IDENTIFIER ("id"),
  WORD ("kind", MUST, "yes-no date"),
  TEXT ("question", MUST, SEEN | SIBLING | WORK),
  TEXT ("do", MUST, SEEN | SIBLING | WORK),
  TEXT ("detail", MAY, SEEN | SIBLING | WORK),
  STRING ("code", MAY | LIST | EMPTY, SEEN | SIBLING | WORK),
  STRING ("url", MAY, SEEN | SIBLING | WORK),
  TEXT ("expect", MUST, SEEN | SIBLING | WORK),
  TEXT ("note", MAY, NO_PLACES),
  FACT ("note-fact", MAY),
  TEXT ("no", MAY, SEEN | SIBLING | WORK),
  FACT ("fact-on-no", MAY),
  END,
};

static const LockstepMember variant[] = {
  IDENTIFIER ("id"),
  TEXT ("title", MUST, NO_PLACES),
  TEXT ("reason", MUST, SEEN | SIBLING | WORK),
  OBJECT ("steps", MUST | LIST, walk_step),
  END,
};

static const LockstepMember walkthrough[] = {
  IDENTIFIER ("id"),
  TEXT ("title", MUST, NO_PLACES),
  OBJECT ("variants", MUST | LIST, variant),
  TEXT ("agree", MUST, SEEN | SIBLING | WORK),
  TEXT ("differ", MUST, SEEN | SIBLING | WORK),
  PROVENANCE,
  END,
};

#define FLOW_STEPS                                                                                 \
  "symptom server reach handshake certificate chain services on-the-server fix export"

static const LockstepMember flow[] = {
  IDENTIFIER ("id"),
  WORD ("steps", MUST | LIST, FLOW_STEPS),
  REFERENCE ("walkthrough", MAY, WALKTHROUGHS),
  REFERENCE ("services", MUST | LIST | EMPTY, SERVICES),
  END,
};

static const LockstepMember service[] = {
  IDENTIFIER ("id"),
  TEXT ("title", MUST, NO_PLACES),
  TEXT ("short", MUST, NO_PLACES),
  INTEGER ("tls-port", MUST, 1, PORT_MAX),
  INTEGER ("plain-port", MAY, 1, PORT_MAX),
  STRING ("application", MAY, NO_PLACES),
  BOOLEAN ("http", MUST),
  BOOLEAN ("ibmi", MUST),
  STRING ("mapper", MAY, NO_PLACES),
  STRING ("start", MUST | LIST | EMPTY, NO_PLACES),
  STRING ("restart", MUST | LIST | EMPTY, NO_PLACES),
  STRING ("job", MAY, NO_PLACES),
  PROVENANCE,
  END,
};

static const LockstepMember task[] = {
  IDENTIFIER ("id"),
  TEXT ("title", MUST, NO_PLACES),
  REFERENCE ("services", MUST | LIST, SERVICES),
  END,
};

static const LockstepMember role[] = {
  IDENTIFIER ("id"),
  TEXT ("name", MUST, NO_PLACES),
  STRING ("icon", MUST, NO_PLACES),
  END,
};

static const LockstepMember scenario[] = {
  IDENTIFIER ("id"),
  TEXT ("title", MUST, NO_PLACES),
  TEXT ("subtitle", MUST, NO_PLACES),
  WORD ("group", MUST, "begin certificates connections"),
  STRING ("icon", MUST, NO_PLACES),
  STRING ("symptom", MUST | EMPTY, NO_PLACES),
  REFERENCE ("services", MUST | LIST, SERVICES),
  REFERENCE ("cause", MAY, CAUSES),
  REFERENCE ("also-explains", MAY | LIST | EMPTY, CAUSES),
  END,
};

static const LockstepMember profile[] = {
  IDENTIFIER ("id"),
  TEXT ("title", MUST, NO_PLACES),
  TEXT ("description", MAY, NO_PLACES),
  STRING ("tls-minimum", MAY, NO_PLACES),
  INTEGER ("rsa-bits", MAY, 1, CODE_MAX),
  INTEGER ("ec-bits", MAY, 1, CODE_MAX),
  STRING ("signatures", MAY | LIST, NO_PLACES),
  PROVENANCE,
  END,
};

static const struct
{
  const char *name;
  const char *noun;
  const LockstepMember *members;
} sections[LOCKSTEP_N_SECTIONS] = {
  [LOCKSTEP_SECTION_MESSAGES] = { "messages", "message", message },
  [LOCKSTEP_SECTION_CONDITIONS] = { "conditions", "condition", condition },
  [LOCKSTEP_SECTION_CHECKS] = { "checks", "check", check },
  [LOCKSTEP_SECTION_CAUSES] = { "causes", "cause", cause },
  [LOCKSTEP_SECTION_RULES] = { "rules", "rule", rule },
  [LOCKSTEP_SECTION_REMEDIES] = { "remedies", "remedy", remedy },
  [LOCKSTEP_SECTION_WALKTHROUGHS] = { "walkthroughs", "walkthrough", walkthrough },
  [LOCKSTEP_SECTION_FLOWS] = { "flows", "flow", flow },
  [LOCKSTEP_SECTION_SERVICES] = { "services", "service", service },
  [LOCKSTEP_SECTION_TASKS] = { "tasks", "task", task },
  [LOCKSTEP_SECTION_ROLES] = { "roles", "role", role },
  [LOCKSTEP_SECTION_SCENARIOS] = { "scenarios", "scenario", scenario },
  [LOCKSTEP_SECTION_PROFILES] = { "profiles", "profile", profile },
};

const char *
lockstep_section_to_string (LockstepSection section)
{
  g_return_val_if_fail (section < LOCKSTEP_N_SECTIONS, NULL);

  return sections[section].name;
}

const char *
lockstep_format_get_noun (LockstepSection section)
{
  g_return_val_if_fail (section < LOCKSTEP_N_SECTIONS, NULL);

  return sections[section].noun;
}

const LockstepMember *
lockstep_format_get_members (LockstepSection section)
{
  g_return_val_if_fail (section < LOCKSTEP_N_SECTIONS, NULL);

  return sections[section].members;
}

gboolean
lockstep_format_has_place (const char *name, LockstepPlaces allowed)
{
  static const char *const work[] = { "application",     "label",   "host",
                                      "service",         "dcm-url", "service.start",
                                      "service.restart", NULL };
  static const char *const parts[] = { "host", "port", "service", "address", NULL };
  LockstepFact fact;

  g_return_val_if_fail (name != NULL, FALSE);

  if (strcmp (name, "code") == 0)
    return (allowed & LOCKSTEP_PLACES_CODE) != 0;

  if (g_strv_contains (work, name))
    return (allowed & LOCKSTEP_PLACES_WORK) != 0;

  if (g_str_has_prefix (name, "sibling."))
    {
      const char *rest = name + strlen ("sibling.");

      return (allowed & LOCKSTEP_PLACES_SIBLING) != 0 &&
             (g_strv_contains (parts, rest) || lockstep_fact_from_path (rest, &fact));
    }

  if ((allowed & LOCKSTEP_PLACES_SEEN) == 0)
    return FALSE;

  if (g_str_has_prefix (name, "target.") && g_strv_contains (parts, name + strlen ("target.")))
    return TRUE;

  return lockstep_fact_from_path (name, &fact);
}
