/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: heartbeat SCENARIO
 *
 * Opens the real window on a practice case, starts the checks, and measures with a heartbeat source
 * how long the main loop was ever kept from turning while they ran. Prints the longest gaps; wanted
 * are 16 ms at most. Needs a display, and LOCKSTEP_PRACTICE_PROGRAM. */
#include "config.h"

#include "ui/application.h"
#include "ui/window-private.h"

#include <openssl/ssl.h>

#define BEAT_MS 1
#define WARM_UP_BEATS 200
/* The frame that shows the last result counts too. */
#define AFTER_BEATS 300

typedef enum
{
  WAITING_FOR_CASE,
  ON_SERVER,
  CHECKING,
} Stage;

typedef struct
{
  LockstepApplication *application;
  const char *scenario;
  Stage stage;
  guint beats;
  guint after;
  gint64 last;
  GArray *gaps; /* microseconds, while the checks ran */
} Heart;

static gint
longest_first (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x < y) - (x > y);
}

static void
report (Heart *heart)
{
  g_array_sort (heart->gaps, longest_first);
  g_print ("%s: %u beats while the checks ran, longest gaps", heart->scenario, heart->gaps->len);
  for (guint i = 0; i < MIN (heart->gaps->len, 5); i++)
    g_print (" %.1f", (double) g_array_index (heart->gaps, gint64, i) / 1000.0);
  g_print (" ms (at most 16 is wanted)\n");
}

/* Moves the case on as a person's clicks would; the window itself is only asked for its state. */
static void
advance (Heart *heart, LockstepWindow *window)
{
  switch (heart->stage)
    {
    case WAITING_FOR_CASE:
      if (window->subject != NULL && lockstep_case_get_scenario (window->subject) != NULL &&
          heart->beats > WARM_UP_BEATS)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "wizard.go", "s", "server");
          heart->beats = 0;
          heart->stage = ON_SERVER;
        }
      break;
    case ON_SERVER:
      if (heart->beats > WARM_UP_BEATS)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "wizard.primary", NULL);
          heart->last = g_get_monotonic_time ();
          heart->stage = CHECKING;
        }
      break;
    case CHECKING:
      if (!lockstep_case_is_running (window->subject) && ++heart->after > AFTER_BEATS)
        {
          report (heart);
          gtk_window_close (GTK_WINDOW (window));
        }
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
beat_cb (gpointer user_data)
{
  Heart *heart = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (heart->application));
  gint64 now = g_get_monotonic_time ();
  gint64 gap = now - heart->last;

  heart->beats++;
  if (heart->stage == CHECKING)
    g_array_append_val (heart->gaps, gap);
  heart->last = now;
  if (LOCKSTEP_IS_WINDOW (window))
    advance (heart, LOCKSTEP_WINDOW (window));

  return G_SOURCE_CONTINUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (LockstepApplication) application = NULL;
  Heart heart = { 0 };
  char *arguments[] = { argv[0], (char *) "--practice", argc > 1 ? argv[1] : NULL, NULL };

  if (argc != 2)
    {
      g_printerr ("usage: heartbeat SCENARIO\n");
      return 2;
    }

  OPENSSL_init_ssl (OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
  application = lockstep_application_new ();
  heart.application = application;
  heart.scenario = argv[1];
  heart.gaps = g_array_new (FALSE, FALSE, sizeof (gint64));
  heart.last = g_get_monotonic_time ();
  g_timeout_add_full (G_PRIORITY_HIGH, BEAT_MS, beat_cb, &heart, NULL);

  return g_application_run (G_APPLICATION (application), 3, arguments);
}
