/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include "ui/practice-chooser.h"

#include <glib/gi18n-lib.h>

static void
stopped_cb (LockstepPractice *practice, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (practice != self->practice)
    return;

  self->practice_state = LOCKSTEP_PRACTICE_GONE;
  lockstep_window_refresh (self);
}

void
lockstep_window_stop_practice (LockstepWindow *self)
{
  if (self->practice == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->practice, self);
  lockstep_practice_stop (self->practice);
  g_clear_object (&self->practice);
  self->practice_state = LOCKSTEP_PRACTICE_GONE;
}

void
lockstep_window_refresh_practice (LockstepWindow *self)
{
  gboolean practising = lockstep_case_get_scenario (self->subject) != NULL;

  gtk_revealer_set_reveal_child (self->practice_revealer, practising);
  lockstep_practice_banner_show (self->practice_banner,
                                 self->practice != NULL ? self->practice_state
                                                        : LOCKSTEP_PRACTICE_GONE,
                                 adw_flap_get_folded (self->flap));
}

/* The plan of a case on @practice: its services, its ports, its CA. */
static LockstepPlan *
create_plan (LockstepPractice *practice, const LockstepEntry *scenario, const LockstepPlan *now)
{
  g_autoptr (LockstepPlan) plan = lockstep_plan_copy (now);
  GHashTable *ports = lockstep_practice_get_ports (practice);
  const char *trust[] = { lockstep_practice_get_trust_file (practice), NULL };
  GHashTableIter iter;
  gpointer service, port;

  g_ptr_array_set_size (plan->targets, 0);
  g_clear_pointer (&plan->service_ports, g_hash_table_unref);
  plan->service_ports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, ports);
  while (g_hash_table_iter_next (&iter, &service, &port))
    g_hash_table_insert (plan->service_ports, g_strdup (service), port);

  g_strfreev (plan->trust_files);
  plan->trust_files = g_strdupv ((char **) trust);
  for (guint i = 0; i < lockstep_entry_length (scenario, "services"); i++)
    {
      const char *id = lockstep_entry_nth_string (scenario, "services", i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (ports, id));

      if (number > 0)
        lockstep_plan_add (plan,
                           lockstep_practice_get_host (practice),
                           (guint16) number,
                           id,
                           LOCKSTEP_ROLE_TARGET);
    }

  return g_steal_pointer (&plan);
}

static void
open_practice_case (LockstepWindow *self, LockstepPractice *practice)
{
  const LockstepEntry *scenario =
      lockstep_catalog_lookup (self->catalog,
                               LOCKSTEP_SECTION_SCENARIOS,
                               lockstep_practice_get_scenario (practice));
  g_autoptr (LockstepCase) subject = lockstep_case_new (self->catalog);
  g_autoptr (LockstepPlan) plan = NULL;

  if (!lockstep_window_set_case (self, NULL, LOCKSTEP_PAGE_SYMPTOM))
    return;

  lockstep_window_stop_practice (self);
  self->practice = g_object_ref (practice);
  self->practice_state = LOCKSTEP_PRACTICE_BROKEN;
  g_signal_connect (practice, "stopped", G_CALLBACK (stopped_cb), self);

  lockstep_case_set_scenario (subject, lockstep_practice_get_scenario (practice));
  if (scenario != NULL && lockstep_entry_text (scenario, "symptom") != NULL)
    lockstep_case_set_symptom (subject, lockstep_entry_text (scenario, "symptom"));
  plan = create_plan (practice, scenario, lockstep_case_get_plan (subject));
  lockstep_case_set_plan (subject, plan);
  lockstep_window_set_case (self, subject, LOCKSTEP_PAGE_SYMPTOM);
}

/* Words for a failure go to the chooser where it is open, else to the first page. */
static void
started_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LockstepWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LockstepPractice) practice = lockstep_practice_start_finish (result, &error);
  GtkWidget *chooser = gtk_stack_get_child_by_name (self->home, "practise");
  g_autofree char *text = NULL;

  if (chooser != NULL)
    lockstep_practice_chooser_set_starting (LOCKSTEP_PRACTICE_CHOOSER (chooser), NULL);
  if (practice != NULL)
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        open_practice_case (self, practice);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = g_strdup_printf (_ ("The practice server did not start: %s"), error->message);
  if (chooser != NULL)
    lockstep_practice_chooser_set_failure (LOCKSTEP_PRACTICE_CHOOSER (chooser), text);
  lockstep_start_page_set_notice (self->start, text);
}

void
lockstep_window_practise (LockstepWindow *self, const char *scenario)
{
  GtkWidget *chooser;

  g_return_if_fail (LOCKSTEP_IS_WINDOW (self));

  if (self->catalog == NULL)
    {
      g_free (self->pending_scenario);
      self->pending_scenario = g_strdup (scenario);
      return;
    }

  chooser = gtk_stack_get_child_by_name (self->home, "practise");
  if (chooser != NULL)
    lockstep_practice_chooser_set_starting (LOCKSTEP_PRACTICE_CHOOSER (chooser), scenario);
  lockstep_start_page_set_notice (self->start, NULL);
  lockstep_practice_start_async (scenario, self->cancellable, started_cb, g_object_ref (self));
}

static void
mended_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LockstepWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  LockstepPractice *practice = LOCKSTEP_PRACTICE (object);
  gboolean mended = lockstep_practice_repair_finish (practice, result, &error);

  if (practice != self->practice || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (self->practice_state == LOCKSTEP_PRACTICE_MENDING)
    self->practice_state = mended ? LOCKSTEP_PRACTICE_MENDED : LOCKSTEP_PRACTICE_BROKEN;
  if (mended)
    lockstep_window_toast (self, _ ("The practice server is mended"));
  else
    lockstep_window_toast (self, error->message);
  lockstep_window_refresh (self);
}

static void
win_mend (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (self->practice == NULL || self->practice_state != LOCKSTEP_PRACTICE_BROKEN)
    return;

  self->practice_state = LOCKSTEP_PRACTICE_MENDING;
  lockstep_window_refresh_practice (self);
  lockstep_practice_repair_async (self->practice,
                                  self->cancellable,
                                  mended_cb,
                                  g_object_ref (self));
}

static void
win_end_practice (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LockstepWindow *self = user_data;

  if (!lockstep_window_show_home (self, "start"))
    return;

  lockstep_start_page_clear (self->start);
  lockstep_window_toast (self, _ ("Practice has ended. The case is kept."));
}

static void
win_start_practice (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lockstep_window_practise (user_data, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { "mend", win_mend, NULL, NULL, NULL, { 0 } },
  { "end-practice", win_end_practice, NULL, NULL, NULL, { 0 } },
  { "start-practice", win_start_practice, "s", NULL, NULL, { 0 } },
};

void
lockstep_window_add_practice_actions (LockstepWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
