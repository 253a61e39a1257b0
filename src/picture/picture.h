/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a colour means; the painter chooses it from the theme (mockups/README.md 5.1 and 6). */
typedef enum
{
  LOCKSTEP_COLOUR_NONE,
  LOCKSTEP_COLOUR_TEXT,
  LOCKSTEP_COLOUR_SECONDARY,
  LOCKSTEP_COLOUR_CLIENT, /* accent */
  LOCKSTEP_COLOUR_SERVER, /* secondary */
  LOCKSTEP_COLOUR_GOOD,
  LOCKSTEP_COLOUR_LOOK,
  LOCKSTEP_COLOUR_BAD,
  LOCKSTEP_COLOUR_NOT_REACHED, /* foreground at 60 % */
  LOCKSTEP_COLOUR_CARD,
  LOCKSTEP_COLOUR_BORDER, /* foreground at 15 % */
  LOCKSTEP_COLOUR_GROUND, /* foreground at 5 % */
  LOCKSTEP_COLOUR_CHIP,   /* foreground at 10 % */
  LOCKSTEP_COLOUR_GREY,   /* foreground at 20 % */
  LOCKSTEP_N_COLOURS
} LockstepColour;

typedef enum
{
  LOCKSTEP_LINE_WHOLE,
  LOCKSTEP_LINE_BROKEN, /* dashes 6 4 */
  LOCKSTEP_LINE_DOTTED, /* dots 2 5 */
} LockstepLineStyle;

typedef enum
{
  LOCKSTEP_TEXT_START,
  LOCKSTEP_TEXT_MIDDLE,
  LOCKSTEP_TEXT_END,
} LockstepTextAnchor;

/* Font of a text: a size and a weight. */
typedef enum
{
  LOCKSTEP_FONT_BODY,  /* 11 pt */
  LOCKSTEP_FONT_BOLD,  /* 11 pt bold */
  LOCKSTEP_FONT_SMALL, /* 9.2 pt */
  LOCKSTEP_FONT_SMALL_BOLD,
  LOCKSTEP_FONT_MONOSPACE, /* 9.3 pt */
  LOCKSTEP_N_FONTS
} LockstepFont;

typedef enum
{
  LOCKSTEP_SHAPE_LINE,      /* points: 2 or more; a polyline */
  LOCKSTEP_SHAPE_CURVE,     /* points: start, control, control, end */
  LOCKSTEP_SHAPE_POLYGON,   /* points: closed and filled */
  LOCKSTEP_SHAPE_RECTANGLE, /* x y width height, radius */
  LOCKSTEP_SHAPE_DISC,      /* x y = centre, width = radius */
  LOCKSTEP_SHAPE_TEXT,      /* x y = anchor on the baseline */
  LOCKSTEP_SHAPE_GLYPH,     /* x y = centre, width = size, name */
} LockstepShapeKind;

typedef struct
{
  double x;
  double y;
} LockstepPoint;

#define LOCKSTEP_SHAPE_MAX_POINTS 64

/**
 * LockstepShape:
 * @fill: colour of the inside, or of text and glyph
 * @fill_alpha: opacity of that colour, 1.0 for all of it
 * @stroke: colour of the line, %LOCKSTEP_COLOUR_NONE for none
 * @stroke_width: its width
 * @text: the text as it is to be drawn, already ellipsised
 * @whole: (nullable): the whole text, where @text was ellipsised: for the tooltip of that place
 * @name: glyph: "state-fine", "server", "computer", …: the icon lockstep-…-symbolic
 * @square_left, @square_right: that end of a rectangle has no round corners
 *
 * A text has its measured width in @width and the size of its font in @height.
 * One primitive. Coordinates are logical pixels, y downwards.
 */
typedef struct
{
  LockstepShapeKind kind;
  double x, y, width, height, radius;
  LockstepPoint *points;
  guint n_points;
  LockstepColour fill;
  double fill_alpha;
  LockstepColour stroke;
  double stroke_width;
  LockstepLineStyle style;
  LockstepFont font;
  LockstepTextAnchor anchor;
  char *text;
  char *whole;
  char *name;
  gboolean square_left;
  gboolean square_right;
} LockstepShape;

/**
 * LockstepPicture:
 * @width: the width it was laid out for
 * @height: the height that it needs
 * @shapes: (element-type LockstepShape): in the order of painting
 * @label: what it is ("Handshake with Sign-on on ibmi.example.com")
 * @description: the text alternative, whole sentences
 *
 * A drawn picture as shapes and text. The window paints it, the report writes it as SVG: they
 * cannot drift apart.
 */
typedef struct
{
  double width;
  double height;
  GPtrArray *shapes;
  char *label;
  char *description;
} LockstepPicture;

/**
 * LockstepMeasure:
 * @text_width: the width of @text in logical pixels
 * @scale: font size / 11 pt
 *
 * How the painter's texts are measured: with Pango in the window, with a table in the report.
 */
typedef struct
{
  double (*text_width) (const char *text, LockstepFont font, gpointer user_data);
  gpointer user_data;
  double scale;
} LockstepMeasure;

/* The measure of the report: a table of widths of a common sans-serif font. */
const LockstepMeasure *lockstep_measure_get_table (void);

/* The size of a font in logical pixels at 11 pt, and whether it is bold or monospace. */
double lockstep_font_get_size (LockstepFont font);

gboolean lockstep_font_is_bold (LockstepFont font);

void lockstep_picture_free (LockstepPicture *self);

/* An <svg> element with role="img", aria-label and title; colours are CSS classes of the report
 * unless @standalone, then they are written out (light theme) with an XML declaration. */
char *lockstep_picture_to_svg (const LockstepPicture *self, gboolean standalone)
    G_GNUC_WARN_UNUSED_RESULT;

/* The style sheet that the classes of lockstep_picture_to_svg() need, light and dark; static. */
const char *lockstep_picture_get_css (void);

/* The whole text below a point, for a tooltip; NULL where nothing was shortened. */
const char *lockstep_picture_query_tooltip (const LockstepPicture *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LockstepPicture, lockstep_picture_free)

G_END_DECLS
