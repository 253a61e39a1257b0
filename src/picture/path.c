/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/path-model.h"
#include "picture/pictures.h"

#include <glib/gi18n-lib.h>

#define WIDE 480.0

LockstepPicture *
lockstep_path_layout (const LockstepDiagnosis *diagnosis,
                      guint index,
                      double width,
                      gboolean rtl,
                      const LockstepMeasure *measure)
{
  g_autoptr (LockstepPath) path = lockstep_path_new (diagnosis, index);
  LockstepCanvas *canvas = lockstep_canvas_new (width, rtl, measure);
  double height = canvas->width >= WIDE && lockstep_path_fits_wide (canvas, path)
                      ? lockstep_path_draw_wide (canvas, path)
                      : lockstep_path_draw_narrow (canvas, path);

  return lockstep_canvas_finish (canvas,
                                 height,
                                 g_strdup_printf (_ ("Path from this computer to %s"), path->host),
                                 lockstep_path_describe (path));
}
