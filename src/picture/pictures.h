/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/diagnosis.h"
#include "picture/picture.h"

G_BEGIN_DECLS

/* The pictures of the pages (mockups/README.md 5.2 to 5.5). Each is a pure function of diagnosis,
 * width, direction and measure: @width in logical pixels (480 * scale and more is the wide form,
 * below it the narrow one), @rtl for languages that run from right to left. @index is the
 * observation. */

/* Path from this computer to the host of observation @index and the ports of its targets. */
LockstepPicture *lockstep_path_layout (const LockstepDiagnosis *diagnosis,
                                       guint index,
                                       double width,
                                       gboolean rtl,
                                       const LockstepMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

LockstepPicture *lockstep_ladder_layout (const LockstepDiagnosis *diagnosis,
                                         guint index,
                                         double width,
                                         gboolean rtl,
                                         const LockstepMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

LockstepPicture *lockstep_time_bar_layout (const LockstepDiagnosis *diagnosis,
                                           guint index,
                                           double width,
                                           gboolean rtl,
                                           const LockstepMeasure *measure)
    G_GNUC_WARN_UNUSED_RESULT;

LockstepPicture *lockstep_chain_layout (const LockstepDiagnosis *diagnosis,
                                        guint index,
                                        double width,
                                        gboolean rtl,
                                        const LockstepMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

typedef LockstepPicture *(*LockstepPictureLayout) (const LockstepDiagnosis *diagnosis,
                                                   guint index,
                                                   double width,
                                                   gboolean rtl,
                                                   const LockstepMeasure *measure);

G_END_DECLS
