/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/handshake-facts.h"

#include <glib/gi18n-lib.h>

#define MAX_SERVICES 6

typedef struct
{
  const char *word;
  LockstepStepState state;
  const char *once;
  const char *twice;
} Look;

static const Look waits[] = {
  { "quiet", LOCKSTEP_STATE_FINE, N_ ("The line stays up"), NULL },
  { "reset", LOCKSTEP_STATE_FAILED, N_ ("Cut even so, with nothing sent"), NULL },
  { "closed", LOCKSTEP_STATE_FAILED, N_ ("Closed even so, with nothing sent"), NULL },
  { "spoke",
    LOCKSTEP_STATE_LOOK,
    N_ ("The other side speaks first, which a TLS server never does"),
    NULL },
  { "unreached", LOCKSTEP_STATE_UNKNOWN, N_ ("This time no connection came about"), NULL },
};

static const Look handshakes[] = {
  { "complete", LOCKSTEP_STATE_LOOK, N_ ("That works"), N_ ("Both work") },
  { "reset", LOCKSTEP_STATE_FAILED, N_ ("The line is cut"), N_ ("Cut both times") },
  { "closed", LOCKSTEP_STATE_FAILED, N_ ("The line is closed"), N_ ("Closed both times") },
  { "silent", LOCKSTEP_STATE_FAILED, N_ ("No answer comes"), N_ ("No answer either time") },
  { "alert", LOCKSTEP_STATE_FAILED, N_ ("The server declines"), N_ ("Declined both times") },
  { "not-tls", LOCKSTEP_STATE_FAILED, N_ ("The answer is not TLS"), N_ ("Not TLS both times") },
  { "garbled",
    LOCKSTEP_STATE_FAILED,
    N_ ("The answer cannot be read"),
    N_ ("Neither answer can be read") },
  { "declined-by-us",
    LOCKSTEP_STATE_FAILED,
    N_ ("The answer could not be accepted"),
    N_ ("Neither answer could be accepted") },
  { "unreached",
    LOCKSTEP_STATE_UNKNOWN,
    N_ ("This time no connection came about"),
    N_ ("No connection came about either time") },
};

static const Look *
find_look (const Look *looks, guint n_looks, const char *word)
{
  for (guint i = 0; i < n_looks; i++)
    if (g_strcmp0 (looks[i].word, word) == 0)
      return &looks[i];

  return NULL;
}

static void
add_looks (LockstepRowList *self, const LockstepFactSet *facts)
{
  const char *wait = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_LOOK_WAIT);
  const char *old = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_LOOK_TLS12);
  const char *nameless = lockstep_fact_set_get_string (facts, LOCKSTEP_FACT_LOOK_NO_NAME);
  const Look *quiet = find_look (waits, G_N_ELEMENTS (waits), wait);
  const Look *first = find_look (handshakes, G_N_ELEMENTS (handshakes), old);
  const Look *second = find_look (handshakes, G_N_ELEMENTS (handshakes), nameless);

  /* Cut after the first message, but not before: that message is what sets it off. */
  if (g_strcmp0 (wait, "quiet") == 0 &&
      (lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "reset") ||
       lockstep_fact_set_is (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "closed")))
    lockstep_row_list_add_evidence (
        self,
        LOCKSTEP_STATE_FINE,
        _ ("Connect, then wait"),
        _ ("The line stays up. So it is the first message that sets it off"));
  else if (quiet != NULL)
    lockstep_row_list_add_evidence (self, quiet->state, _ ("Connect, then wait"), _ (quiet->once));
  if (first != NULL && first == second)
    {
      lockstep_row_list_add_evidence (self,
                                      first->state,
                                      _ ("Ask for TLS 1.2 only, then without a server name"),
                                      _ (first->twice));
      return;
    }

  if (first != NULL)
    lockstep_row_list_add_evidence (self,
                                    first->state,
                                    _ ("Ask for TLS 1.2 only"),
                                    _ (first->once));
  if (second != NULL)
    lockstep_row_list_add_evidence (self,
                                    second->state,
                                    _ ("Ask without a server name"),
                                    _ (second->once));
}

/* Those that show a certificate tell most, so they come first. */
static void
add_services (LockstepRowList *self, LockstepDiagnosis *diagnosis, guint index)
{
  const LockstepObservation *own = lockstep_scene_get (diagnosis->scene, index);
  guint added = 0;

  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < diagnosis->observations->len && added < MAX_SERVICES; i++)
      {
        const LockstepObservation *other = lockstep_scene_get (diagnosis->scene, i);
        gboolean shows = lockstep_fact_set_has (other->facts, LOCKSTEP_FACT_CERTIFICATE_SHA256);

        if (i == index || shows != (round == 0) || g_strcmp0 (own->host, other->host) != 0 ||
            (own->port == other->port && !shows) ||
            !lockstep_fact_set_has (other->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME))
          continue;

        lockstep_row_list_add_service (self, diagnosis, i);
        added++;
      }
}

void
lockstep_row_list_add_tried (LockstepRowList *self, LockstepDiagnosis *diagnosis, guint index)
{
  add_looks (self, lockstep_scene_get (diagnosis->scene, index)->facts);
  add_services (self, diagnosis, index);
}
