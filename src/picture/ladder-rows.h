/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnosis/diagnosis.h"
#include "picture/canvas.h"

G_BEGIN_DECLS

typedef enum
{
  LOCKSTEP_ROW_MESSAGE, /* a straight arrow */
  LOCKSTEP_ROW_MORE,    /* "and 34 more", no arrow */
  LOCKSTEP_ROW_AGREED,  /* the band */
  LOCKSTEP_ROW_ALERT,   /* a straight arrow of an alert that ends it */
  LOCKSTEP_ROW_RESET,   /* a zigzag */
  LOCKSTEP_ROW_CLOSED,  /* an arrow with a double bar */
  LOCKSTEP_ROW_SILENCE, /* a clock and words, no arrow */
  LOCKSTEP_ROW_PLAIN,   /* a dotted arrow with the first characters */
  LOCKSTEP_ROW_NEVER,   /* what was expected and never came */
} LockstepRowKind;

/**
 * LockstepRow:
 * @from_server: who sent it
 * @calm: it is no fault: a goodbye after both agreed
 * @number: of a message, from 1; 0 for all else
 * @step: (nullable): id of the message or alert, as the transcript has it
 * @name: what stands on the arrow, bold
 * @gloss: what it says in plain words; may be ""
 * @sentence: the same as a sentence of the text alternative; may be ""
 * @at: microseconds since the ClientHello
 * @mark: (nullable): a word about it ("Expired"), with its state
 *
 * One line of the ladder.
 */
typedef struct
{
  LockstepRowKind kind;
  gboolean from_server;
  gboolean calm;
  guint number;
  const char *step;
  char *name;
  char *gloss;
  char *sentence;
  gint64 at;
  const char *mark;
  const char *mark_state;
} LockstepRow;

/* The lines of the ladder of an observation, from top to bottom; at most 40 arrows.
 * (element-type LockstepRow) */
GPtrArray *lockstep_ladder_rows (const LockstepTargetDiagnosis *target) G_GNUC_WARN_UNUSED_RESULT;

/* Draws the rows at a width below 480; returns the height. */
double lockstep_ladder_draw_narrow (LockstepCanvas *canvas, const GPtrArray *rows);

double lockstep_ladder_draw_wide (LockstepCanvas *canvas, const GPtrArray *rows);

/* The colours of an arrow and of the name on it. */
LockstepColour lockstep_row_get_line_colour (const LockstepRow *row);

LockstepColour lockstep_row_get_text_colour (const LockstepRow *row);

/* An arrow of a row from one x to the other, interrupted from @gap_start to @gap_end (where these
 * differ); what sets it apart stands at its beginning. */
void lockstep_row_draw_arrow (LockstepCanvas *canvas,
                              const LockstepRow *row,
                              double y,
                              double from,
                              double to,
                              double gap_start,
                              double gap_end);

/* The band that says that both agreed. */
void lockstep_row_draw_band (LockstepCanvas *canvas,
                             const LockstepRow *row,
                             double x,
                             double y,
                             double width);

G_END_DECLS
