/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/remedy-plan.h"

#include "base/text.h"

#define MAX_STEPS 200

/* What is affected by the cause, and where the texts take their places from. */
typedef struct
{
  LockstepCase *subject;
  LockstepDiagnosis *diagnosis;
  const LockstepCause *cause;
  guint index;         /* the first target of the cause */
  GPtrArray *services; /* element-type LockstepEntry: affected services, in order */
  gboolean has_ibmi;
  gboolean has_other;
  gboolean is_solved; /* only what is left after the fault is gone */
} Plan;

static void
step_free (gpointer data)
{
  LockstepRemedyStep *step = data;

  g_free (step->text);
  g_free (step->detail);
  g_strfreev (step->commands);
  g_free (step->expect);
  g_free (step->risk);
  g_free (step->undo);
  g_free (step);
}

static void
person_free (gpointer data)
{
  LockstepRemedyPerson *person = data;

  g_free (person->name);
  g_free (person->where);
  g_ptr_array_unref (person->steps);
  g_free (person);
}

/* Whether @cause is @first or one of which @first is a consequence. */
static gboolean
is_behind (const LockstepCause *cause, const LockstepCause *first)
{
  const char *id = lockstep_entry_id (first->entry);

  if (g_str_equal (lockstep_entry_id (cause->entry), id))
    return TRUE;

  for (guint i = 0; i < lockstep_entry_length (cause->entry, "explains"); i++)
    if (g_strcmp0 (lockstep_entry_nth_string (cause->entry, "explains", i), id) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_affected (const Plan *plan, guint index)
{
  const LockstepTargetDiagnosis *target = g_ptr_array_index (plan->diagnosis->observations, index);

  for (guint i = 0; i < plan->cause->targets->len; i++)
    if (g_array_index (plan->cause->targets, guint, i) == index)
      return TRUE;

  for (guint i = 0; i < target->causes->len; i++)
    if (is_behind (g_ptr_array_index (target->causes, i), plan->cause))
      return TRUE;

  return FALSE;
}

static void
find_services (Plan *plan)
{
  const LockstepMatch *match = lockstep_case_get_match (plan->subject);

  for (guint i = 0; i < plan->diagnosis->observations->len; i++)
    {
      const LockstepObservation *observation = lockstep_scene_get (plan->diagnosis->scene, i);
      const LockstepEntry *service;

      if (!is_affected (plan, i) || observation->service == NULL)
        continue;

      service = lockstep_catalog_lookup (lockstep_case_get_catalog (plan->subject),
                                         LOCKSTEP_SECTION_SERVICES,
                                         observation->service);
      if (service == NULL || g_ptr_array_find (plan->services, service, NULL))
        continue;

      g_ptr_array_add (plan->services, (gpointer) service);
      if (lockstep_entry_boolean (service, "ibmi"))
        plan->has_ibmi = TRUE;
      else
        plan->has_other = TRUE;
    }

  /* A port of no known service: the message tells which product stands behind it. */
  if (plan->services->len == 0 && match != NULL && match->message != NULL)
    {
      const char *product = lockstep_entry_string (match->message, "product");

      plan->has_ibmi = g_strcmp0 (product, "ibm-i-access") == 0;
      plan->has_other = g_strcmp0 (product, "ibm-http-server") == 0;
    }
}

/* A remedy for both products has steps for people whom this case does not concern. */
static gboolean
concerns (const Plan *plan, const char *role)
{
  if (plan->is_solved && g_strcmp0 (role, "help-desk") != 0)
    return FALSE;
  if (plan->has_ibmi == plan->has_other)
    return TRUE;
  if (g_strcmp0 (role, "ibmi-administrator") == 0)
    return plan->has_ibmi;
  if (g_strcmp0 (role, "http-administrator") == 0)
    return plan->has_other;

  return TRUE;
}

static char *
look_up (const char *name, gpointer user_data)
{
  const Plan *plan = user_data;
  g_autofree char *place = NULL;

  if (g_str_equal (name, "host"))
    name = "target.host";
  else if (g_str_equal (name, "service"))
    name = "target.service";
  else if (g_str_equal (name, "label"))
    name = "dcm.label";
  else if (g_str_equal (name, "application"))
    return plan->services->len > 0
               ? g_strdup (lockstep_entry_string (g_ptr_array_index (plan->services, 0), name))
               : NULL;

  place = g_strdup_printf ("{%s}", name);

  return lockstep_diagnosis_fill (plan->diagnosis, place, plan->index, -1);
}

static char *
fill (const Plan *plan, const char *pattern)
{
  return pattern != NULL ? lockstep_text_fill (pattern, look_up, (gpointer) plan) : NULL;
}

static void
add_command (GPtrArray *commands, char *command)
{
  if (command == NULL || *command == '\0' ||
      g_ptr_array_find_with_equal_func (commands, command, g_str_equal, NULL))
    g_free (command);
  else
    g_ptr_array_add (commands, command);
}

/* "{service.restart}" alone stands for the commands of every affected service. */
static gboolean
expand_command (const Plan *plan, const char *pattern, GPtrArray *commands)
{
  static const char *const members[] = { "restart", "start" };

  if (g_str_equal (pattern, "{application}"))
    {
      for (guint s = 0; s < plan->services->len; s++)
        add_command (commands,
                     g_strdup (lockstep_entry_string (g_ptr_array_index (plan->services, s),
                                                      "application")));
      return TRUE;
    }

  for (guint m = 0; m < G_N_ELEMENTS (members); m++)
    {
      g_autofree char *place = g_strdup_printf ("{service.%s}", members[m]);

      if (!g_str_equal (pattern, place))
        continue;

      for (guint s = 0; s < plan->services->len; s++)
        {
          const LockstepEntry *service = g_ptr_array_index (plan->services, s);

          for (guint i = 0; i < lockstep_entry_length (service, members[m]); i++)
            add_command (commands, g_strdup (lockstep_entry_nth_string (service, members[m], i)));
        }
      return TRUE;
    }

  return FALSE;
}

static char **
list_commands (const Plan *plan, const LockstepEntry *entry)
{
  GPtrArray *commands = g_ptr_array_new ();

  for (guint i = 0; i < lockstep_entry_length (entry, "commands"); i++)
    {
      const char *pattern = lockstep_entry_nth_string (entry, "commands", i);

      if (!expand_command (plan, pattern, commands))
        add_command (commands, fill (plan, pattern));
    }
  g_ptr_array_add (commands, NULL);

  return (char **) g_ptr_array_free (commands, FALSE);
}

static LockstepRemedyStep *
make_step (const Plan *plan, const LockstepEntry *entry)
{
  LockstepRemedyStep *step = g_new0 (LockstepRemedyStep, 1);

  step->text = fill (plan, lockstep_entry_text (entry, "text"));
  step->detail = fill (plan, lockstep_entry_text (entry, "detail"));
  step->commands = list_commands (plan, entry);
  step->expect = fill (plan, lockstep_entry_text (entry, "expect"));
  step->risk = fill (plan, lockstep_entry_text (entry, "risk"));
  step->undo = fill (plan, lockstep_entry_text (entry, "undo"));

  return step;
}

/* Steps of the same person that follow each other stand in one list. */
static LockstepRemedyPerson *
ensure_person (const Plan *plan, GPtrArray *people, const LockstepEntry *entry)
{
  LockstepCatalog *catalog = lockstep_case_get_catalog (plan->subject);
  const char *id = lockstep_entry_string (entry, "role");
  const LockstepEntry *role = lockstep_catalog_lookup (catalog, LOCKSTEP_SECTION_ROLES, id);
  LockstepRemedyPerson *person =
      people->len > 0 ? g_ptr_array_index (people, people->len - 1) : NULL;

  if (person != NULL && person->role == role)
    return person;

  person = g_new0 (LockstepRemedyPerson, 1);
  person->role = role;
  person->name = g_strdup (role != NULL ? lockstep_entry_text (role, "name") : id);
  person->where = fill (plan, lockstep_entry_text (entry, "where"));
  person->steps = g_ptr_array_new_with_free_func (step_free);
  g_ptr_array_add (people, person);

  return person;
}

static void
add_remedy (const Plan *plan, GPtrArray *people, const LockstepEntry *remedy, guint *number)
{
  /* The first step of this remedy is the second look, and that was just made. */
  guint first = plan->is_solved && g_str_equal (lockstep_entry_id (remedy), "retest") ? 1 : 0;

  for (guint p = 0; p < lockstep_entry_length (remedy, "people"); p++)
    {
      const LockstepEntry *entry = lockstep_entry_nth (remedy, "people", p);
      LockstepRemedyPerson *person;

      if (!concerns (plan, lockstep_entry_string (entry, "role")))
        continue;

      person = ensure_person (plan, people, entry);
      for (guint s = first; s < lockstep_entry_length (entry, "steps") && *number < MAX_STEPS; s++)
        {
          LockstepRemedyStep *step = make_step (plan, lockstep_entry_nth (entry, "steps", s));

          step->number = ++*number;
          g_ptr_array_add (person->steps, step);
        }
    }
}

GPtrArray *
lockstep_remedy_plan (LockstepCase *subject)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (person_free);
  g_autoptr (GPtrArray) services = g_ptr_array_new ();
  LockstepDiagnosis *diagnosis;
  guint number = 0;
  Plan plan;

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), people);

  diagnosis = lockstep_case_get_diagnosis (subject);
  plan = (Plan){ .subject = subject, .services = services };
  plan.is_solved = lockstep_case_is_solved (subject);
  if (plan.is_solved)
    diagnosis = lockstep_case_get_before (subject);
  if (diagnosis == NULL || diagnosis->causes->len == 0)
    return people;

  plan.diagnosis = diagnosis;
  plan.cause = g_ptr_array_index (diagnosis->causes, 0);
  plan.index = plan.cause->targets->len > 0 ? g_array_index (plan.cause->targets, guint, 0) : 0;
  find_services (&plan);

  for (guint i = 0; plan.cause->remedies != NULL && plan.cause->remedies[i] != NULL; i++)
    {
      const LockstepEntry *remedy = lockstep_catalog_lookup (lockstep_case_get_catalog (subject),
                                                             LOCKSTEP_SECTION_REMEDIES,
                                                             plan.cause->remedies[i]);

      if (remedy != NULL)
        add_remedy (&plan, people, remedy, &number);
    }

  return people;
}
