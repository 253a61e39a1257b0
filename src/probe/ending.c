/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "probe/ending.h"

#include "probe/system-error.h"

#include <errno.h>

void
lockstep_ending_write_greeting (LockstepPump *pump, LockstepFactSet *facts)
{
  const GByteArray *held = pump->held;
  g_autofree char *text = NULL;

  if (pump->state != LOCKSTEP_PUMP_PLAIN)
    return;

  text = lockstep_plain_escape (held->data, held->len);
  lockstep_fact_set_word (facts,
                          LOCKSTEP_FACT_HANDSHAKE_PROTOCOL,
                          lockstep_plain_recognise (held->data, held->len));
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_HANDSHAKE_FIRST_BYTES, text);
  lockstep_transcript_add_end (pump->transcript, LOCKSTEP_STEP_PLAIN, "Not TLS", text, held->len);
}

/* Whether this side gave up because of the form of what came, not because it disliked it. */
static gboolean
is_about_form (const char *alert)
{
  static const char *const alerts[] = { "unexpected_message", "bad_record_mac",
                                        "record_overflow",    "decode_error",
                                        "decrypt_error",      "illegal_parameter",
                                        "missing_extension",  NULL };

  return alert == NULL || g_strv_contains (alerts, alert);
}

static const char *
tell_broken (const LockstepPump *pump)
{
  if (pump->transcript->alert != NULL)
    return "alert";
  if (pump->splitter.broken || is_about_form (pump->transcript->alert_sent))
    return "garbled";

  return "declined-by-us";
}

static const char *
tell_failed (LockstepPump *pump)
{
  const char *name = lockstep_system_error_get_name (pump->error);

  /* The network itself gave up on the server: nothing came from it. */
  if (pump->error == ETIMEDOUT || pump->error == EHOSTUNREACH || pump->error == ENETUNREACH)
    {
      lockstep_transcript_add_end (pump->transcript, LOCKSTEP_STEP_SILENCE, "Silence", name, 0);
      return "silent";
    }
  lockstep_transcript_add_end (pump->transcript, LOCKSTEP_STEP_RESET, "Reset", name, 0);

  return "reset";
}

/* A server that goes away in the middle of its very first record has sent no message at all;
 * later on, being interrupted says more than the broken record. */
static const char *
tell_closed (LockstepPump *pump)
{
  gboolean is_broken = pump->transcript->stage <= LOCKSTEP_STAGE_CLIENT_HELLO &&
                       (pump->inside || pump->held->len > 0);

  lockstep_transcript_add_end (pump->transcript, LOCKSTEP_STEP_CLOSED, "Closed", NULL, 0);

  return is_broken ? "garbled" : "closed";
}

static const char *
tell_outcome (LockstepPump *pump, gboolean silent)
{
  switch (pump->state)
    {
    case LOCKSTEP_PUMP_COMPLETE:
      return "complete";
    case LOCKSTEP_PUMP_BROKEN:
      return tell_broken (pump);
    case LOCKSTEP_PUMP_PLAIN:
      return "not-tls";
    case LOCKSTEP_PUMP_CLOSED:
      return tell_closed (pump);
    case LOCKSTEP_PUMP_FAILED:
      return tell_failed (pump);
    case LOCKSTEP_PUMP_FLOODED:
      return "garbled";
    case LOCKSTEP_PUMP_GOING:
    default:
      g_warn_if_fail (silent);
      lockstep_transcript_add_end (pump->transcript, LOCKSTEP_STEP_SILENCE, "Silence", NULL, 0);
      return "silent";
    }
}

void
lockstep_ending_write (LockstepPump *pump, gboolean silent, LockstepFactSet *facts)
{
  g_autofree char *reason = g_strdup (pump->reason);
  gint64 end;

  lockstep_ending_write_greeting (pump, facts);
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, tell_outcome (pump, silent));
  lockstep_transcript_to_facts (pump->transcript, pump->ssl, facts);
  if (reason == NULL && pump->state == LOCKSTEP_PUMP_FAILED)
    reason = lockstep_system_error_describe (pump->error);
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_HANDSHAKE_ERROR, reason);

  if (pump->transcript->origin == 0)
    return;
  end = g_get_monotonic_time ();
  lockstep_fact_set_integer (facts,
                             LOCKSTEP_FACT_HANDSHAKE_DURATION,
                             end - pump->transcript->origin);
}
