/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/html-writer.h"

#include "picture/pictures.h"

#define WIDTH 644

static void
replace (const LockstepReport *report, char **text)
{
  char *clean;

  if (*text == NULL)
    return;

  clean = lockstep_report_clean (report, *text);
  g_free (*text);
  *text = clean;
}

/* A name that was shortened to fit would slip through: its whole form decides. */
static void
redact_shape (const LockstepReport *report, LockstepShape *shape)
{
  if (shape->whole != NULL)
    {
      g_autofree char *clean = lockstep_report_clean (report, shape->whole);

      if (!g_str_equal (clean, shape->whole))
        {
          g_free (shape->text);
          shape->text = g_strdup (clean);
        }
      g_free (shape->whole);
      shape->whole = g_steal_pointer (&clean);
    }

  replace (report, &shape->text);
}

static void
add_picture (LockstepHtml *self, LockstepPicture *drawn)
{
  g_autoptr (LockstepPicture) picture = drawn;
  g_autofree char *svg = NULL;

  if (picture == NULL || picture->shapes->len == 0)
    return;

  for (guint i = 0; i < picture->shapes->len; i++)
    redact_shape (self->report, g_ptr_array_index (picture->shapes, i));
  replace (self->report, &picture->label);
  replace (self->report, &picture->description);

  svg = lockstep_picture_to_svg (picture, FALSE);
  lockstep_html_open (self, "div", "card");
  g_string_append (self->page, svg);
  lockstep_html_close (self, "div");
}

static gboolean
is_first_of_host (const LockstepReport *report, guint index)
{
  const char *host = lockstep_report_nth (report, index)->observation->host;

  for (guint i = 0; i < index; i++)
    if (g_strcmp0 (lockstep_report_nth (report, i)->observation->host, host) == 0)
      return FALSE;

  return TRUE;
}

void
lockstep_html_add_paths (LockstepHtml *self)
{
  for (guint i = 0; i < lockstep_report_count (self->report); i++)
    if (is_first_of_host (self->report, i))
      add_picture (self,
                   lockstep_path_layout (self->report->diagnosis,
                                         i,
                                         WIDTH,
                                         FALSE,
                                         lockstep_measure_get_table ()));
}

void
lockstep_html_add_pictures (LockstepHtml *self, guint index)
{
  const LockstepObservation *observation = lockstep_report_nth (self->report, index)->observation;
  const LockstepMeasure *measure = lockstep_measure_get_table ();
  const LockstepDiagnosis *diagnosis = self->report->diagnosis;

  if (observation->steps->len > 0)
    add_picture (self, lockstep_ladder_layout (diagnosis, index, WIDTH, FALSE, measure));
  if (lockstep_fact_set_has (observation->facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER))
    add_picture (self, lockstep_time_bar_layout (diagnosis, index, WIDTH, FALSE, measure));
  if (observation->chain->len > 0)
    add_picture (self, lockstep_chain_layout (diagnosis, index, WIDTH, FALSE, measure));
}
