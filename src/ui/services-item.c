/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/services-item.h"

#include "base/text.h"
#include "ui/check-rows.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LockstepServicesItem, lockstep_services_item, G_TYPE_OBJECT)

typedef struct
{
  const char *outcome;
  LockstepStepState state;
  const char *word;
} PortWord;

static const PortWord port_words[] = {
  { "open", LOCKSTEP_STATE_FINE, NULL },
  { "refused", LOCKSTEP_STATE_SKIPPED, N_ ("refused") },
  { "silent", LOCKSTEP_STATE_FAILED, N_ ("silent") },
  { "unreachable", LOCKSTEP_STATE_FAILED, N_ ("no way there") },
  { "failed", LOCKSTEP_STATE_UNKNOWN, N_ ("not tried") },
};

static const PortWord handshake_words[] = {
  { "complete", LOCKSTEP_STATE_FINE, NULL },
  { "reset", LOCKSTEP_STATE_FAILED, N_ ("cut") },
  { "closed", LOCKSTEP_STATE_FAILED, N_ ("closed") },
  { "silent", LOCKSTEP_STATE_FAILED, N_ ("silent") },
  { "alert", LOCKSTEP_STATE_FAILED, N_ ("declined") },
  { "not-tls", LOCKSTEP_STATE_FAILED, N_ ("not TLS") },
  { "garbled", LOCKSTEP_STATE_FAILED, N_ ("unreadable") },
  { "declined-by-us", LOCKSTEP_STATE_FAILED, N_ ("not accepted") },
};

static const PortWord *
find_word (const PortWord *words, guint n_words, const char *outcome)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].outcome, outcome) == 0)
      return &words[i];

  return NULL;
}

static char *
dup_port (guint port, const PortWord *word)
{
  if (word->word == NULL)
    return g_strdup_printf ("%u", port);

  /* Translators: a port, and how it went: "9476 silent". */
  return g_strdup_printf (_ ("%1$u %2$s"), port, _ (word->word));
}

static void
set_plain (LockstepServicesItem *self, const LockstepObservation *seen)
{
  const char *outcome = lockstep_fact_set_get_string (seen->facts, LOCKSTEP_FACT_PLAIN_OUTCOME);
  const PortWord *word = find_word (port_words, G_N_ELEMENTS (port_words), outcome);
  guint port = (guint) lockstep_fact_set_get_integer (seen->facts, LOCKSTEP_FACT_PLAIN_PORT);

  self->plain_state = word != NULL ? word->state : LOCKSTEP_STATE_UNKNOWN;
  self->plain = word != NULL && port > 0 ? dup_port (port, word) : g_strdup ("");
  /* That the port without TLS is shut is no fault. */
  if (self->plain_state == LOCKSTEP_STATE_FAILED)
    self->plain_state = LOCKSTEP_STATE_UNKNOWN;
}

static void
set_tls (LockstepServicesItem *self, const LockstepObservation *seen)
{
  const char *outcome = lockstep_fact_set_get_string (seen->facts, LOCKSTEP_FACT_PORT_OUTCOME);
  const char *end = lockstep_fact_set_get_string (seen->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME);
  const PortWord *word = find_word (port_words, G_N_ELEMENTS (port_words), outcome);
  const PortWord *then = find_word (handshake_words, G_N_ELEMENTS (handshake_words), end);

  if (word != NULL && word->word == NULL && then != NULL)
    word = then;
  self->tls_state = word != NULL ? word->state : LOCKSTEP_STATE_UNKNOWN;
  self->tls = word != NULL ? dup_port (seen->port, word) : g_strdup_printf ("%u", seen->port);
  /* A service that nobody asked about need not be there. */
  if (self->tls_state == LOCKSTEP_STATE_SKIPPED && seen->role == LOCKSTEP_ROLE_TARGET)
    self->tls_state = LOCKSTEP_STATE_FAILED;
  self->odd = self->tls_state == LOCKSTEP_STATE_FAILED;
}

static char *
dup_letter (guint n)
{
  if (n < 26)
    return g_strdup_printf ("%c", 'A' + n);

  return g_strdup_printf ("%c%c", 'A' + (n / 26 - 1) % 26, 'A' + n % 26);
}

static const char *
get_fingerprint (const LockstepDiagnosis *diagnosis, guint index)
{
  return lockstep_fact_set_get_string (lockstep_scene_get (diagnosis->scene, index)->facts,
                                       LOCKSTEP_FACT_CERTIFICATE_SHA256);
}

/* Which certificate in order of appearance each fingerprint is; the chosen service's is the
 * first. */
static GHashTable *
number_certificates (const LockstepDiagnosis *diagnosis, guint chosen)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);
  const char *first = get_fingerprint (diagnosis, chosen);

  if (first != NULL)
    g_hash_table_insert (numbers, (gpointer) first, GUINT_TO_POINTER (0));
  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      const char *fingerprint = get_fingerprint (diagnosis, i);

      if (fingerprint != NULL && !g_hash_table_contains (numbers, fingerprint))
        g_hash_table_insert (numbers,
                             (gpointer) fingerprint,
                             GUINT_TO_POINTER (g_hash_table_size (numbers)));
    }

  return numbers;
}

/* The service, with its address where it was looked at on several. */
static char *
dup_name (LockstepCase *subject, guint index)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  const LockstepObservation *seen = lockstep_scene_get (diagnosis->scene, index);
  g_autofree char *name = lockstep_diagnosis_service_name (diagnosis, index);

  if (seen->service == NULL)
    {
      g_free (name);
      name = g_strdup_printf (_ ("Port %u"), seen->port);
    }

  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      const LockstepObservation *other = lockstep_scene_get (diagnosis->scene, i);

      if (i == index || other->port != seen->port)
        continue;
      if (g_strcmp0 (other->host, seen->host) != 0)
        /* Translators: a service, and the server or address it is on. */
        return g_strdup_printf (_ ("%1$s, %2$s"), name, seen->host);
      if (seen->address != NULL)
        return g_strdup_printf (_ ("%1$s, %2$s"), name, seen->address);
    }

  return g_steal_pointer (&name);
}

static void
set_certificate (LockstepServicesItem *self, LockstepDiagnosis *diagnosis, GHashTable *numbers)
{
  const LockstepObservation *seen = lockstep_scene_get (diagnosis->scene, self->index);
  const char *fingerprint = get_fingerprint (diagnosis, self->index);
  LockstepOutcome outcome = lockstep_check_outcome (diagnosis, self->index, "validity");

  if (fingerprint == NULL)
    {
      self->until = g_strdup ("");
      return;
    }

  self->letter =
      dup_letter (GPOINTER_TO_UINT (g_hash_table_lookup (numbers, (gpointer) fingerprint)));
  self->until = lockstep_text_date (
      lockstep_fact_set_get_time (seen->facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER));
  self->until_state = lockstep_check_state (outcome);
  self->odd = self->odd || outcome == LOCKSTEP_OUTCOME_FAIL;
}

/* The first letter out of step stands in a square, so that no colour has to tell it. */
static void
set_square (GPtrArray *items)
{
  const char *letter = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      LockstepServicesItem *item = g_ptr_array_index (items, i);

      if (letter == NULL && item->odd)
        letter = item->letter;
      item->square = letter != NULL && item->odd && g_strcmp0 (letter, item->letter) == 0;
    }
}

GPtrArray *
lockstep_services_items_new (LockstepCase *subject)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) numbers = NULL;

  if (diagnosis == NULL || diagnosis->observations->len == 0)
    return items;

  numbers = number_certificates (diagnosis, lockstep_case_get_chosen (subject));
  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      const LockstepObservation *seen = lockstep_scene_get (diagnosis->scene, i);
      LockstepServicesItem *item;

      if (!lockstep_fact_set_has (seen->facts, LOCKSTEP_FACT_PORT_OUTCOME))
        continue;

      item = g_object_new (LOCKSTEP_TYPE_SERVICES_ITEM, NULL);
      item->index = i;
      item->name = dup_name (subject, i);
      set_plain (item, seen);
      set_tls (item, seen);
      set_certificate (item, diagnosis, numbers);
      g_ptr_array_add (items, item);
    }
  set_square (items);

  return items;
}

char *
lockstep_services_item_dup_key (LockstepServicesItem *self)
{
  return g_strdup_printf ("%u\n%s\n%d %s\n%d %s\n%s %d\n%d %s\n%d",
                          self->index,
                          self->name,
                          (int) self->plain_state,
                          self->plain,
                          (int) self->tls_state,
                          self->tls,
                          self->letter,
                          self->square,
                          (int) self->until_state,
                          self->until,
                          self->odd);
}

static void
lockstep_services_item_finalize (GObject *object)
{
  LockstepServicesItem *self = LOCKSTEP_SERVICES_ITEM (object);

  g_free (self->name);
  g_free (self->plain);
  g_free (self->tls);
  g_free (self->letter);
  g_free (self->until);

  G_OBJECT_CLASS (lockstep_services_item_parent_class)->finalize (object);
}

static void
lockstep_services_item_class_init (LockstepServicesItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lockstep_services_item_finalize;
}

static void
lockstep_services_item_init (LockstepServicesItem *self)
{
  self->until_state = LOCKSTEP_STATE_UNKNOWN;
}
