/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/glyph.h"
#include "picture/picture.h"

#include <math.h>

#define SANS "Cantarell, 'Adwaita Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
#define MONOSPACE "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace"

/* The roles: the word in their classes, the light colour and its opacity. The dark ones stand in
 * the style sheet below. */
static const struct
{
  const char *word;
  const char *light;
  double alpha;
} colours[LOCKSTEP_N_COLOURS] = {
  [LOCKSTEP_COLOUR_NONE] = { "none", "none", 1.0 },
  [LOCKSTEP_COLOUR_TEXT] = { "text", "#000000", 0.8 },
  [LOCKSTEP_COLOUR_SECONDARY] = { "secondary", "#000000", 0.62 },
  [LOCKSTEP_COLOUR_CLIENT] = { "client", "#1c71d8", 1.0 },
  [LOCKSTEP_COLOUR_SERVER] = { "server", "#000000", 0.62 },
  [LOCKSTEP_COLOUR_GOOD] = { "good", "#1b8553", 1.0 },
  [LOCKSTEP_COLOUR_LOOK] = { "look", "#9c6e03", 1.0 },
  [LOCKSTEP_COLOUR_BAD] = { "bad", "#c01c28", 1.0 },
  [LOCKSTEP_COLOUR_NOT_REACHED] = { "not-reached", "#000000", 0.48 },
  [LOCKSTEP_COLOUR_CARD] = { "card", "#ffffff", 1.0 },
  [LOCKSTEP_COLOUR_BORDER] = { "border", "#000000", 0.15 },
  [LOCKSTEP_COLOUR_GROUND] = { "ground", "#000000", 0.05 },
  [LOCKSTEP_COLOUR_CHIP] = { "chip", "#000000", 0.1 },
  [LOCKSTEP_COLOUR_GREY] = { "grey", "#000000", 0.2 },
};

#define RULE(word)                                                                                 \
  ".lockstep-picture .fill-" word "{fill:var(--picture-" word ")}"                                 \
  ".lockstep-picture .line-" word "{stroke:var(--picture-" word ")}"

static const char css[] =
    ".lockstep-picture{font-family:" SANS ";max-width:100%;height:auto;"
    "--picture-text:rgba(0,0,0,.8);--picture-secondary:rgba(0,0,0,.62);--picture-client:#1c71d8;"
    "--picture-server:rgba(0,0,0,.62);--picture-good:#1b8553;--picture-look:#9c6e03;"
    "--picture-bad:#c01c28;--picture-not-reached:rgba(0,0,0,.48);--picture-card:#fff;"
    "--picture-border:rgba(0,0,0,.15);--picture-ground:rgba(0,0,0,.05);"
    "--picture-chip:rgba(0,0,0,.1);--picture-grey:rgba(0,0,0,.2)}\n"
    "@media screen and (prefers-color-scheme:dark){.lockstep-picture{"
    "--picture-text:#fff;--picture-secondary:rgba(255,255,255,.78);--picture-client:#78aeed;"
    "--picture-server:rgba(255,255,255,.78);--picture-good:#8ff0a4;--picture-look:#f8e45c;"
    "--picture-bad:#ff7b63;--picture-not-reached:rgba(255,255,255,.6);--picture-card:#363636;"
    "--picture-border:rgba(255,255,255,.15);--picture-ground:rgba(255,255,255,.06);"
    "--picture-chip:rgba(255,255,255,.1);--picture-grey:rgba(255,255,255,.2)}}\n"
    /* One rule for each role and use. */
    RULE ("text") RULE ("secondary") RULE ("client") RULE ("server") RULE ("good") RULE ("look")
        RULE ("bad") RULE ("not-reached") RULE ("card") RULE ("border") RULE ("ground")
            RULE ("chip") RULE ("grey") "\n";

const char *
lockstep_picture_get_css (void)
{
  return css;
}

/* Appends a number with at most two digits after the point, the same in every locale. */
static void
add_number (GString *svg, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  end = buffer + strlen (buffer);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  g_string_append (svg, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
add_attribute (GString *svg, const char *name, double value)
{
  g_string_append_printf (svg, " %s=\"", name);
  add_number (svg, value);
  g_string_append_c (svg, '"');
}

static void
add_escaped (GString *svg, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (svg, escaped);
}

static void
add_paint (GString *svg, const LockstepShape *shape, gboolean standalone)
{
  LockstepColour fill = shape->fill;
  LockstepColour stroke = shape->stroke;
  double fill_alpha = shape->fill_alpha * (standalone ? colours[fill].alpha : 1.0);

  if (standalone || fill == LOCKSTEP_COLOUR_NONE)
    g_string_append_printf (svg, " fill=\"%s\"", colours[fill].light);
  if (standalone && stroke != LOCKSTEP_COLOUR_NONE)
    g_string_append_printf (svg, " stroke=\"%s\"", colours[stroke].light);
  if (standalone && stroke != LOCKSTEP_COLOUR_NONE && colours[stroke].alpha < 1.0)
    add_attribute (svg, "stroke-opacity", colours[stroke].alpha);
  if (!standalone && (fill != LOCKSTEP_COLOUR_NONE || stroke != LOCKSTEP_COLOUR_NONE))
    g_string_append_printf (svg,
                            " class=\"%s%s%s%s%s\"",
                            fill != LOCKSTEP_COLOUR_NONE ? "fill-" : "",
                            fill != LOCKSTEP_COLOUR_NONE ? colours[fill].word : "",
                            fill != LOCKSTEP_COLOUR_NONE && stroke != LOCKSTEP_COLOUR_NONE ? " "
                                                                                           : "",
                            stroke != LOCKSTEP_COLOUR_NONE ? "line-" : "",
                            stroke != LOCKSTEP_COLOUR_NONE ? colours[stroke].word : "");
  if (fill != LOCKSTEP_COLOUR_NONE && fill_alpha < 1.0)
    add_attribute (svg, "fill-opacity", fill_alpha);
  if (stroke == LOCKSTEP_COLOUR_NONE)
    return;

  add_attribute (svg, "stroke-width", shape->stroke_width);
  if (shape->style == LOCKSTEP_LINE_BROKEN)
    g_string_append (svg, " stroke-dasharray=\"6 4\"");
  else if (shape->style == LOCKSTEP_LINE_DOTTED)
    g_string_append (svg, " stroke-dasharray=\"2 5\"");
}

static void
add_points (GString *svg, const LockstepShape *shape, gboolean standalone)
{
  gboolean curve = shape->kind == LOCKSTEP_SHAPE_CURVE;

  g_string_append (svg, "<path d=\"");
  for (guint i = 0; i < shape->n_points; i++)
    {
      g_string_append (svg, i == 0 ? "M" : i == 1 ? (curve ? "C" : "L") : " ");
      add_number (svg, shape->points[i].x);
      g_string_append_c (svg, ' ');
      add_number (svg, shape->points[i].y);
    }
  g_string_append (svg, shape->kind == LOCKSTEP_SHAPE_POLYGON ? "z\"" : "\"");
  add_paint (svg, shape, standalone);
  if (shape->kind == LOCKSTEP_SHAPE_LINE && shape->n_points > 2)
    g_string_append (svg, " stroke-linejoin=\"round\"");
  g_string_append (svg, "/>\n");
}

static void
add_arc (GString *svg, double radius, double x, double y)
{
  g_string_append_c (svg, 'A');
  add_number (svg, radius);
  g_string_append_c (svg, ' ');
  add_number (svg, radius);
  g_string_append (svg, " 0 0 1 ");
  add_number (svg, x);
  g_string_append_c (svg, ' ');
  add_number (svg, y);
}

/* A rectangle of which only one end is round has no element of its own. */
static void
add_half_round (GString *svg, const LockstepShape *shape)
{
  double left = shape->square_left ? 0.0 : shape->radius;
  double right = shape->square_right ? 0.0 : shape->radius;
  double x = shape->x;
  double y = shape->y;
  double end = x + shape->width;

  g_string_append (svg, "<path d=\"M");
  add_number (svg, x + left);
  g_string_append_c (svg, ' ');
  add_number (svg, y);
  g_string_append_c (svg, 'H');
  add_number (svg, end - right);
  add_arc (svg, right, end, y + right);
  g_string_append_c (svg, 'V');
  add_number (svg, y + shape->height - right);
  add_arc (svg, right, end - right, y + shape->height);
  g_string_append_c (svg, 'H');
  add_number (svg, x + left);
  add_arc (svg, left, x, y + shape->height - left);
  g_string_append_c (svg, 'V');
  add_number (svg, y + left);
  add_arc (svg, left, x + left, y);
  g_string_append (svg, "z\"");
}

static void
add_rectangle (GString *svg, const LockstepShape *shape, gboolean standalone)
{
  if (shape->radius > 0.0 && (shape->square_left || shape->square_right))
    {
      add_half_round (svg, shape);
    }
  else
    {
      g_string_append (svg, "<rect");
      add_attribute (svg, "x", shape->x);
      add_attribute (svg, "y", shape->y);
      add_attribute (svg, "width", shape->width);
      add_attribute (svg, "height", shape->height);
      if (shape->radius > 0.0)
        add_attribute (svg, "rx", shape->radius);
    }
  add_paint (svg, shape, standalone);
  g_string_append (svg, "/>\n");
}

static void
add_disc (GString *svg, const LockstepShape *shape, gboolean standalone)
{
  g_string_append (svg, "<circle");
  add_attribute (svg, "cx", shape->x);
  add_attribute (svg, "cy", shape->y);
  add_attribute (svg, "r", shape->width);
  add_paint (svg, shape, standalone);
  g_string_append (svg, "/>\n");
}

static void
add_text (GString *svg, const LockstepShape *shape, gboolean standalone)
{
  static const char *const anchors[] = { "start", "middle", "end" };

  g_string_append (svg, "<text");
  add_attribute (svg, "x", shape->x);
  add_attribute (svg, "y", shape->y);
  add_attribute (svg, "font-size", shape->height);
  if (lockstep_font_is_bold (shape->font))
    g_string_append (svg, " font-weight=\"bold\"");
  if (shape->font == LOCKSTEP_FONT_MONOSPACE)
    g_string_append (svg, " font-family=\"" MONOSPACE "\"");
  if (shape->anchor != LOCKSTEP_TEXT_START)
    g_string_append_printf (svg, " text-anchor=\"%s\"", anchors[shape->anchor]);
  add_paint (svg, shape, standalone);
  g_string_append_c (svg, '>');
  if (shape->whole != NULL)
    {
      g_string_append (svg, "<title>");
      add_escaped (svg, shape->whole);
      g_string_append (svg, "</title>");
    }
  add_escaped (svg, shape->text);
  g_string_append (svg, "</text>\n");
}

static void
add_glyph (GString *svg, const LockstepShape *shape, gboolean standalone)
{
  const char *path = lockstep_glyph_get_path (shape->name);

  g_return_if_fail (path != NULL);

  g_string_append_printf (svg, "<path d=\"%s\" fill-rule=\"evenodd\" transform=\"translate(", path);
  add_number (svg, shape->x - shape->width / 2.0);
  g_string_append_c (svg, ' ');
  add_number (svg, shape->y - shape->width / 2.0);
  g_string_append (svg, ") scale(");
  add_number (svg, shape->width / 16.0);
  g_string_append (svg, ")\"");
  add_paint (svg, shape, standalone);
  g_string_append (svg, "/>\n");
}

static void
add_shape (GString *svg, const LockstepShape *shape, gboolean standalone)
{
  switch (shape->kind)
    {
    case LOCKSTEP_SHAPE_LINE:
    case LOCKSTEP_SHAPE_CURVE:
    case LOCKSTEP_SHAPE_POLYGON:
      add_points (svg, shape, standalone);
      break;
    case LOCKSTEP_SHAPE_RECTANGLE:
      add_rectangle (svg, shape, standalone);
      break;
    case LOCKSTEP_SHAPE_DISC:
      add_disc (svg, shape, standalone);
      break;
    case LOCKSTEP_SHAPE_TEXT:
      add_text (svg, shape, standalone);
      break;
    case LOCKSTEP_SHAPE_GLYPH:
      add_glyph (svg, shape, standalone);
      break;
    default:
      g_assert_not_reached ();
    }
}

char *
lockstep_picture_to_svg (const LockstepPicture *self, gboolean standalone)
{
  GString *svg = g_string_new (standalone ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : NULL);

  g_return_val_if_fail (self != NULL, g_string_free (svg, FALSE));

  g_string_append (svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lockstep-picture\"");
  add_attribute (svg, "width", ceil (self->width));
  add_attribute (svg, "height", ceil (self->height));
  g_string_append (svg, " viewBox=\"0 0 ");
  add_number (svg, ceil (self->width));
  g_string_append_c (svg, ' ');
  add_number (svg, ceil (self->height));
  /* Anchors are mirrored by the layout, so the direction of the page must not turn them again. */
  g_string_append (svg, "\" direction=\"ltr\" role=\"img\"");
  if (standalone)
    g_string_append (svg, " font-family=\"" SANS "\"");
  g_string_append (svg, " aria-label=\"");
  add_escaped (svg, self->description);
  g_string_append (svg, "\">\n<title>");
  add_escaped (svg, self->label);
  g_string_append (svg, "</title>\n");

  for (guint i = 0; i < self->shapes->len; i++)
    add_shape (svg, g_ptr_array_index (self->shapes, i), standalone);

  g_string_append (svg, "</svg>\n");

  return g_string_free (svg, FALSE);
}
