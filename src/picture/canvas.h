/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/picture.h"

G_BEGIN_DECLS

/* Where a text loses characters when it does not fit: host names, certificate names and addresses
 * in the middle, everything else at the end. */
typedef enum
{
  LOCKSTEP_ELLIPSIS_END,
  LOCKSTEP_ELLIPSIS_MIDDLE,
} LockstepEllipsis;

/**
 * LockstepCanvas:
 * @width: the width in lengths of 11 pt
 *
 * Collects the shapes of a picture. A layout works in lengths of 11 pt and from left to right; the
 * end scales and, for languages that run from right to left, mirrors everything about the middle.
 */
typedef struct
{
  double width;
  /*< private >*/
  LockstepPicture *picture;
  const LockstepMeasure *measure;
  gboolean rtl;
} LockstepCanvas;

/* @width in logical pixels. */
LockstepCanvas *lockstep_canvas_new (double width, gboolean rtl, const LockstepMeasure *measure)
    G_GNUC_WARN_UNUSED_RESULT;

/* Frees the canvas and takes @label and @description. */
LockstepPicture *
lockstep_canvas_finish (LockstepCanvas *self, double height, char *label, char *description)
    G_GNUC_WARN_UNUSED_RESULT;

/* The shape that was added last, to set what is seldom needed. */
LockstepShape *lockstep_canvas_last (LockstepCanvas *self);

double lockstep_canvas_measure (LockstepCanvas *self, LockstepFont font, const char *text);

void lockstep_canvas_line (LockstepCanvas *self,
                           double x1,
                           double y1,
                           double x2,
                           double y2,
                           double stroke_width,
                           LockstepColour colour,
                           LockstepLineStyle style);

/* A line through points, or, for LOCKSTEP_SHAPE_CURVE and LOCKSTEP_SHAPE_POLYGON, those. */
void lockstep_canvas_points (LockstepCanvas *self,
                             LockstepShapeKind kind,
                             const LockstepPoint *points,
                             guint n_points,
                             LockstepColour colour,
                             LockstepLineStyle style);

void lockstep_canvas_rectangle (LockstepCanvas *self,
                                double x,
                                double y,
                                double width,
                                double height,
                                double radius,
                                LockstepColour fill,
                                double alpha);

/* Gives the rectangle, disc or polygon that was added last a border. */
void lockstep_canvas_border (LockstepCanvas *self,
                             double stroke_width,
                             LockstepColour colour,
                             LockstepLineStyle style);

void
lockstep_canvas_disc (LockstepCanvas *self, double x, double y, double radius, LockstepColour fill);

void lockstep_canvas_glyph (LockstepCanvas *self,
                            double x,
                            double y,
                            double size,
                            const char *name,
                            LockstepColour colour);

/**
 * lockstep_canvas_text:
 * @x: where the text is anchored
 * @y: the baseline
 * @max_width: the room that it has
 *
 * Adds a text, cleaned (picture/words.h) and shortened to its room; nothing where not even an
 * ellipsis fits.
 *
 * Returns: the width that it takes
 */
double lockstep_canvas_text (LockstepCanvas *self,
                             double x,
                             double y,
                             LockstepTextAnchor anchor,
                             LockstepFont font,
                             LockstepColour colour,
                             const char *text,
                             double max_width,
                             LockstepEllipsis ellipsis);

/* A state's glyph and colour in one: "fine", "look", "failed", "unknown", "waiting". */
LockstepColour
lockstep_canvas_state (LockstepCanvas *self, double x, double y, double size, const char *state);

/* The colour of a state. */
LockstepColour lockstep_state_get_colour (const char *state);

G_END_DECLS
