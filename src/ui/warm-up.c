/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/warm-up.h"

#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/picture-painter.h"

typedef enum
{
  GLYPHS,
  SPINNER,
  FONTS,
  DONE,
} Stage;

typedef struct
{
  GtkWidget *widget;
  Stage stage;
  guint next; /* within the stage */
} Work;

static G_DEFINE_QUARK (lockstep - warm - glyphs, glyphs)

/* The widget keeps them: the icon theme forgets what was looked up long ago. */
static void
load_glyphs (GtkWidget *widget)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);
  /* The sizes of pictures, of rows, of the rail, of the answer. */
  static const int sizes[] = { 15, 16, 17, 18, 26 };

  for (guint state = 0; state < LOCKSTEP_N_STATES; state++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        const char *name = lockstep_state_icon_name ((LockstepStepState) state);

        g_ptr_array_add (kept, lockstep_icons_look_up (widget, name, sizes[i]));
      }
  g_ptr_array_add (kept, lockstep_icons_look_up (widget, "lockstep-computer-symbolic", 17));
  g_ptr_array_add (kept, lockstep_icons_look_up (widget, "lockstep-server-symbolic", 17));
  g_ptr_array_add (kept, lockstep_icons_look_up (widget, "lockstep-lightbulb-symbolic", 16));
  g_object_set_qdata_full (G_OBJECT (widget),
                           glyphs_quark (),
                           kept,
                           (GDestroyNotify) g_ptr_array_unref);
}

/* What a spinner turns comes from the style sheet, which does not ask for a thread. */
static gboolean
load_spinner (GtkWidget *widget, guint nth)
{
  static const int sizes[] = { 16, 18, 26 };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme,
                                  "process-working-symbolic",
                                  NULL,
                                  sizes[nth],
                                  gtk_widget_get_scale_factor (widget),
                                  GTK_TEXT_DIR_NONE,
                                  0);

  gdk_paintable_snapshot (GDK_PAINTABLE (icon), snapshot, sizes[nth], sizes[nth]);

  return nth + 1 < G_N_ELEMENTS (sizes);
}

static gboolean
load_font (GtkWidget *widget, guint nth)
{
  g_autoptr (LockstepPainter) painter = lockstep_painter_new (widget);
  const LockstepMeasure *measure = lockstep_painter_get_measure (painter);

  measure->text_width ("0", (LockstepFont) nth, measure->user_data);

  return nth + 1 < LOCKSTEP_N_FONTS;
}

static gboolean
work_cb (gpointer user_data)
{
  Work *work = user_data;
  gboolean more = FALSE;

  if (work->stage == GLYPHS)
    load_glyphs (work->widget);
  else if (work->stage == SPINNER)
    more = load_spinner (work->widget, work->next);
  else
    more = load_font (work->widget, work->next);

  work->next = more ? work->next + 1 : 0;
  work->stage += more ? 0 : 1;

  return work->stage < DONE ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
work_free (gpointer user_data)
{
  Work *work = user_data;

  g_object_unref (work->widget);
  g_free (work);
}

void
lockstep_warm_up (GtkWidget *widget)
{
  Work *work = g_new0 (Work, 1);

  work->widget = g_object_ref (widget);
  g_idle_add_full (G_PRIORITY_LOW, work_cb, work, work_free);
}
