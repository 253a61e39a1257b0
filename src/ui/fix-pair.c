/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/fix-pair.h"

#define LINE_SPACING 6

struct _LockstepPair
{
  GtkWidget parent_instance;

  int first_width;
  int threshold;
  int spacing;
};

G_DEFINE_FINAL_TYPE (LockstepPair, lockstep_pair, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FIRST_WIDTH,
  PROP_THRESHOLD,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The children that take room, at most two. */
static guint
list_children (LockstepPair *self, GtkWidget *children[2])
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL && n < 2;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      children[n++] = child;

  return n;
}

static void
share_width (LockstepPair *self, int width, int widths[2])
{
  int inner = width - self->spacing;

  widths[0] = self->first_width > 0 ? MIN (self->first_width, inner) : inner / 2;
  widths[1] = inner - widths[0];
}

static GtkSizeRequestMode
lockstep_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (LockstepPair *self, GtkWidget *children[2], guint n, int *minimum, int *natural)
{
  int least[2] = { 0, 0 };
  int liked[2] = { 0, 0 };

  for (guint i = 0; i < n; i++)
    gtk_widget_measure (children[i],
                        GTK_ORIENTATION_HORIZONTAL,
                        -1,
                        &least[i],
                        &liked[i],
                        NULL,
                        NULL);

  *minimum = MAX (least[0], least[1]);
  if (n < 2)
    *natural = liked[0];
  else if (self->first_width > 0)
    *natural = self->first_width + self->spacing + liked[1];
  else
    *natural = 2 * MAX (liked[0], liked[1]) + self->spacing;
}

static gboolean
is_wide (LockstepPair *self, GtkWidget *children[2], guint n, int width)
{
  int widths[2];

  if (n < 2 || width < self->threshold)
    return FALSE;

  share_width (self, width, widths);
  for (guint i = 0; i < n; i++)
    {
      int least;

      gtk_widget_measure (children[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least > widths[i])
        return FALSE;
    }

  return TRUE;
}

static void
measure_height (LockstepPair *self,
                GtkWidget *children[2],
                guint n,
                int width,
                int *minimum,
                int *natural)
{
  gboolean wide = width < 0 || is_wide (self, children, n, width);
  int widths[2] = { width, width };

  if (wide && width >= 0)
    share_width (self, width, widths);
  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < n; i++)
    {
      int least, liked;

      gtk_widget_measure (children[i],
                          GTK_ORIENTATION_VERTICAL,
                          widths[i],
                          &least,
                          &liked,
                          NULL,
                          NULL);
      *minimum = wide ? MAX (*minimum, least) : *minimum + least;
      *natural = wide ? MAX (*natural, liked) : *natural + liked;
    }
  if (!wide && n > 1)
    {
      *minimum += LINE_SPACING;
      *natural += LINE_SPACING;
    }
}

static void
lockstep_pair_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  LockstepPair *self = LOCKSTEP_PAIR (widget);
  GtkWidget *children[2];
  guint n = list_children (self, children);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, children, n, minimum, natural);
  else
    measure_height (self, children, n, for_size, minimum, natural);
}

static void
lockstep_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LockstepPair *self = LOCKSTEP_PAIR (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *children[2];
  guint n = list_children (self, children);
  int widths[2] = { width, width };
  int y = 0;

  if (is_wide (self, children, n, width))
    {
      share_width (self, width, widths);
      for (guint i = 0; i < n; i++)
        {
          int x = (i == 0) == mirrored ? width - widths[i] : 0;

          gtk_widget_size_allocate (children[i], &(GtkAllocation){ x, 0, widths[i], height }, -1);
        }
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      int liked;

      gtk_widget_measure (children[i], GTK_ORIENTATION_VERTICAL, width, NULL, &liked, NULL, NULL);
      if (i + 1 == n)
        liked = MAX (liked, height - y);
      gtk_widget_size_allocate (children[i], &(GtkAllocation){ 0, y, width, liked }, -1);
      y += liked + LINE_SPACING;
    }
}

static int *
field_of_property (LockstepPair *self, guint property)
{
  switch (property)
    {
    case PROP_FIRST_WIDTH:
      return &self->first_width;
    case PROP_THRESHOLD:
      return &self->threshold;
    case PROP_SPACING:
      return &self->spacing;
    default:
      return NULL;
    }
}

static void
lockstep_pair_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  int *field = field_of_property (LOCKSTEP_PAIR (object), prop_id);

  if (field != NULL)
    g_value_set_int (value, *field);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lockstep_pair_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  int *field = field_of_property (LOCKSTEP_PAIR (object), prop_id);

  if (field == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (*field == g_value_get_int (value))
    return;

  *field = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
  g_object_notify_by_pspec (object, pspec);
}

static void
lockstep_pair_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lockstep_pair_parent_class)->dispose (object);
}

static void
lockstep_pair_class_init (LockstepPairClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_FIRST_WIDTH] = "first-width",
    [PROP_THRESHOLD] = "threshold",
    [PROP_SPACING] = "spacing",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lockstep_pair_dispose;
  object_class->get_property = lockstep_pair_get_property;
  object_class->set_property = lockstep_pair_set_property;
  widget_class->get_request_mode = lockstep_pair_get_request_mode;
  widget_class->measure = lockstep_pair_measure;
  widget_class->size_allocate = lockstep_pair_size_allocate;

  for (guint i = PROP_FIRST_WIDTH; i < N_PROPS; i++)
    properties[i] =
        g_param_spec_int (names[i],
                          NULL,
                          NULL,
                          0,
                          G_MAXINT16,
                          0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lockstep_pair_init (LockstepPair *self)
{
}
