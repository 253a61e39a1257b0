/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/picture-painter.h"

#include "ui/icons.h"
#include "ui/picture-colours.h"

#include <math.h>

/* A picture has fewer texts; the table is there for the next picture of the same case. */
#define MAX_WIDTHS 500

struct _LockstepPainter
{
  GtkWidget *widget;
  LockstepMeasure measure;
  PangoLayout *layouts[LOCKSTEP_N_FONTS];
  GHashTable *widths[LOCKSTEP_N_FONTS]; /* of texts, in units of Pango */
};

static double
read_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0.0 ? resolution : 96.0) / 72.0;

  return size > 0.0 ? size / lockstep_font_get_size (LOCKSTEP_FONT_BODY) : 1.0;
}

static PangoLayout *
make_layout (LockstepPainter *self, LockstepFont font)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, NULL);
  PangoContext *context = gtk_widget_get_pango_context (self->widget);
  g_autoptr (PangoFontDescription) description =
      pango_font_description_copy (pango_context_get_font_description (context));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  double size = lockstep_font_get_size (font) * self->measure.scale;

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description,
                                     lockstep_font_is_bold (font) ? PANGO_WEIGHT_BOLD
                                                                  : PANGO_WEIGHT_NORMAL);
  if (font == LOCKSTEP_FONT_MONOSPACE)
    pango_font_description_set_family (description, "monospace");
  pango_layout_set_font_description (layout, description);
  /* Times and ports stand below each other. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

static PangoLayout *
get_layout (LockstepPainter *self, LockstepFont font, const char *text)
{
  if (self->layouts[font] == NULL)
    self->layouts[font] = make_layout (self, font);
  pango_layout_set_text (self->layouts[font], text, -1);

  return self->layouts[font];
}

static double
text_width (const char *text, LockstepFont font, gpointer user_data)
{
  LockstepPainter *self = user_data;
  gpointer known;
  int width;

  if (self->widths[font] == NULL)
    self->widths[font] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (self->widths[font], text, NULL, &known))
    return (double) GPOINTER_TO_INT (known) / PANGO_SCALE;

  pango_layout_get_size (get_layout (self, font, text), &width, NULL);
  if (g_hash_table_size (self->widths[font]) >= MAX_WIDTHS)
    g_hash_table_remove_all (self->widths[font]);
  g_hash_table_insert (self->widths[font], g_strdup (text), GINT_TO_POINTER (width));

  return (double) width / PANGO_SCALE;
}

LockstepPainter *
lockstep_painter_new (GtkWidget *widget)
{
  LockstepPainter *self = g_new0 (LockstepPainter, 1);

  self->widget = widget;
  self->measure.text_width = text_width;
  self->measure.user_data = self;

  return self;
}

void
lockstep_painter_reset (LockstepPainter *self)
{
  for (guint i = 0; i < LOCKSTEP_N_FONTS; i++)
    {
      g_clear_object (&self->layouts[i]);
      g_clear_pointer (&self->widths[i], g_hash_table_unref);
    }
  self->measure.scale = 0.0;
}

void
lockstep_painter_free (LockstepPainter *self)
{
  if (self == NULL)
    return;

  lockstep_painter_reset (self);
  g_free (self);
}

const LockstepMeasure *
lockstep_painter_get_measure (LockstepPainter *self)
{
  if (self->measure.scale <= 0.0)
    self->measure.scale = read_scale (self->widget);

  return &self->measure;
}

static void
trace_rectangle (cairo_t *cr, const LockstepShape *shape)
{
  double left = shape->square_left ? 0.0 : shape->radius;
  double right = shape->square_right ? 0.0 : shape->radius;
  double x = shape->x;
  double y = shape->y;
  double end = x + shape->width;
  double bottom = y + shape->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, end - right, y + right, right, -G_PI_2, 0.0);
  cairo_arc (cr, end - right, bottom - right, right, 0.0, G_PI_2);
  cairo_arc (cr, x + left, bottom - left, left, G_PI_2, G_PI);
  cairo_arc (cr, x + left, y + left, left, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
trace (cairo_t *cr, const LockstepShape *shape)
{
  const LockstepPoint *points = shape->points;

  cairo_new_path (cr);
  switch (shape->kind)
    {
    case LOCKSTEP_SHAPE_LINE:
    case LOCKSTEP_SHAPE_POLYGON:
      for (guint i = 0; i < shape->n_points; i++)
        cairo_line_to (cr, points[i].x, points[i].y);
      if (shape->kind == LOCKSTEP_SHAPE_POLYGON)
        cairo_close_path (cr);
      break;
    case LOCKSTEP_SHAPE_CURVE:
      cairo_move_to (cr, points[0].x, points[0].y);
      cairo_curve_to (cr,
                      points[1].x,
                      points[1].y,
                      points[2].x,
                      points[2].y,
                      points[3].x,
                      points[3].y);
      break;
    case LOCKSTEP_SHAPE_RECTANGLE:
      trace_rectangle (cr, shape);
      break;
    case LOCKSTEP_SHAPE_DISC:
      cairo_arc (cr, shape->x, shape->y, shape->width, 0.0, 2.0 * G_PI);
      break;
    case LOCKSTEP_SHAPE_TEXT:
    case LOCKSTEP_SHAPE_GLYPH:
    default:
      break;
    }
}

static void
set_dashes (cairo_t *cr, LockstepLineStyle style, double scale)
{
  double dashes[] = { 6.0 * scale, 4.0 * scale };
  double dots[] = { 2.0 * scale, 5.0 * scale };

  if (style == LOCKSTEP_LINE_WHOLE)
    cairo_set_dash (cr, NULL, 0, 0.0);
  else
    cairo_set_dash (cr, style == LOCKSTEP_LINE_BROKEN ? dashes : dots, 2, 0.0);
}

static void
paint_shape (LockstepPainter *self, cairo_t *cr, const LockstepShape *shape)
{
  trace (cr, shape);
  if (shape->fill != LOCKSTEP_COLOUR_NONE)
    {
      GdkRGBA fill = lockstep_picture_get_colour (self->widget, shape->fill);

      fill.alpha *= (float) shape->fill_alpha;
      gdk_cairo_set_source_rgba (cr, &fill);
      cairo_fill_preserve (cr);
    }
  if (shape->stroke != LOCKSTEP_COLOUR_NONE)
    {
      GdkRGBA stroke = lockstep_picture_get_colour (self->widget, shape->stroke);

      gdk_cairo_set_source_rgba (cr, &stroke);
      cairo_set_line_width (cr, shape->stroke_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      set_dashes (cr, shape->style, self->measure.scale);
      cairo_stroke_preserve (cr);
    }
}

static void
paint_text (LockstepPainter *self, GtkSnapshot *snapshot, const LockstepShape *shape)
{
  PangoLayout *layout = get_layout (self, shape->font, shape->text);
  GdkRGBA colour = lockstep_picture_get_colour (self->widget, shape->fill);
  double x = shape->x;
  double y = shape->y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  graphene_point_t point;

  if (shape->anchor == LOCKSTEP_TEXT_MIDDLE)
    x -= shape->width / 2.0;
  else if (shape->anchor == LOCKSTEP_TEXT_END)
    x -= shape->width;

  gtk_snapshot_save (snapshot);
  graphene_point_init (&point, (float) round (x), (float) round (y));
  gtk_snapshot_translate (snapshot, &point);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static GtkIconPaintable *
look_up_glyph (LockstepPainter *self, const LockstepShape *shape)
{
  g_autofree char *name = g_strconcat ("lockstep-", shape->name, "-symbolic", NULL);

  return lockstep_icons_look_up (self->widget, name, (int) ceil (shape->width));
}

void
lockstep_painter_prepare (LockstepPainter *self, const LockstepPicture *picture)
{
  for (guint i = 0; i < picture->shapes->len; i++)
    {
      const LockstepShape *shape = g_ptr_array_index (picture->shapes, i);

      if (shape->kind == LOCKSTEP_SHAPE_GLYPH)
        g_object_unref (look_up_glyph (self, shape));
    }
}

static void
paint_glyph (LockstepPainter *self, GtkSnapshot *snapshot, const LockstepShape *shape)
{
  g_autoptr (GtkIconPaintable) icon = look_up_glyph (self, shape);
  GdkRGBA colours[4];
  graphene_point_t point;

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    colours[i] = lockstep_picture_get_colour (self->widget, shape->fill);

  gtk_snapshot_save (snapshot);
  graphene_point_init (&point,
                       (float) (shape->x - shape->width / 2.0),
                       (float) (shape->y - shape->width / 2.0));
  gtk_snapshot_translate (snapshot, &point);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon),
                                            snapshot,
                                            shape->width,
                                            shape->width,
                                            colours,
                                            G_N_ELEMENTS (colours));
  gtk_snapshot_restore (snapshot);
}

/* Lines and grounds first, in one node: no shape covers a text or a glyph. */
void
lockstep_painter_paint (LockstepPainter *self,
                        GtkSnapshot *snapshot,
                        const LockstepPicture *picture)
{
  graphene_rect_t bounds;
  cairo_t *cr;

  graphene_rect_init (&bounds,
                      0.0f,
                      0.0f,
                      (float) ceil (picture->width),
                      (float) ceil (picture->height));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  for (guint i = 0; i < picture->shapes->len; i++)
    {
      const LockstepShape *shape = g_ptr_array_index (picture->shapes, i);

      if (shape->kind != LOCKSTEP_SHAPE_TEXT && shape->kind != LOCKSTEP_SHAPE_GLYPH)
        paint_shape (self, cr, shape);
    }
  cairo_destroy (cr);

  for (guint i = 0; i < picture->shapes->len; i++)
    {
      const LockstepShape *shape = g_ptr_array_index (picture->shapes, i);

      if (shape->kind == LOCKSTEP_SHAPE_TEXT)
        paint_text (self, snapshot, shape);
      else if (shape->kind == LOCKSTEP_SHAPE_GLYPH)
        paint_glyph (self, snapshot, shape);
    }
}

void
lockstep_painter_paint_focus (LockstepPainter *self, GtkSnapshot *snapshot)
{
  const float widths[] = { 2.0f, 2.0f, 2.0f, 2.0f };
  GtkWidget *widget = self->widget;
  GdkRGBA colour = lockstep_picture_get_colour (widget, LOCKSTEP_COLOUR_CLIENT);
  GdkRGBA colours[4];
  graphene_rect_t bounds;
  GskRoundedRect outline;

  colour.alpha = 0.5f;
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    colours[i] = colour;
  graphene_rect_init (&bounds,
                      -4.0f,
                      -4.0f,
                      (float) gtk_widget_get_width (widget) + 8.0f,
                      (float) gtk_widget_get_height (widget) + 8.0f);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 12.0f);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}
