/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/practice-banner.h"

#include "ui/column-layout.h"

#include <glib/gi18n-lib.h>

struct _LockstepPracticeBanner
{
  AdwBin parent_instance;

  GtkWidget *words;
  GtkLabel *label;
  GtkWidget *spinner;
  GtkWidget *mend;
  GtkButton *end;

  gboolean shown;
  LockstepPracticeState state;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (LockstepPracticeBanner, lockstep_practice_banner, ADW_TYPE_BIN)

static void
lockstep_practice_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_PRACTICE_BANNER);

  G_OBJECT_CLASS (lockstep_practice_banner_parent_class)->dispose (object);
}

static void
lockstep_practice_banner_class_init (LockstepPracticeBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_practice_banner_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/practice-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeBanner, words);
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeBanner, label);
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeBanner, spinner);
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeBanner, mend);
  gtk_widget_class_bind_template_child (widget_class, LockstepPracticeBanner, end);
}

static void
lockstep_practice_banner_init (LockstepPracticeBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->words, lockstep_column_layout_new (0));
  lockstep_practice_banner_show (self, LOCKSTEP_PRACTICE_BROKEN, FALSE);
}

static const char *
text_of_state (LockstepPracticeState state)
{
  switch (state)
    {
    case LOCKSTEP_PRACTICE_MENDED:
      return _ ("<b>Practice.</b> The server is mended now. Check again to see the difference.");
    case LOCKSTEP_PRACTICE_GONE:
      return _ ("<b>Practice.</b> The server of this case has ended. What it showed is kept.");
    case LOCKSTEP_PRACTICE_BROKEN:
    case LOCKSTEP_PRACTICE_MENDING:
    default:
      return _ ("<b>Practice.</b> This server runs on this computer and is broken on purpose.");
    }
}

static const char *
short_text_of_state (LockstepPracticeState state)
{
  switch (state)
    {
    case LOCKSTEP_PRACTICE_MENDED:
      return _ ("<b>Practice.</b> Mended now.");
    case LOCKSTEP_PRACTICE_GONE:
      return _ ("<b>Practice.</b> Its server has ended.");
    case LOCKSTEP_PRACTICE_BROKEN:
    case LOCKSTEP_PRACTICE_MENDING:
    default:
      return _ ("<b>Practice.</b> Broken on purpose.");
    }
}

void
lockstep_practice_banner_show (LockstepPracticeBanner *self,
                               LockstepPracticeState state,
                               gboolean folded)
{
  g_return_if_fail (LOCKSTEP_IS_PRACTICE_BANNER (self));

  if (self->shown && state == self->state && folded == self->folded)
    return;

  self->shown = TRUE;
  self->state = state;
  self->folded = folded;
  gtk_label_set_markup (self->label, folded ? short_text_of_state (state) : text_of_state (state));
  if (folded)
    gtk_button_set_icon_name (self->end, "window-close-symbolic");
  else
    gtk_button_set_label (self->end, _ ("End practice"));
  gtk_widget_set_visible (self->spinner, state == LOCKSTEP_PRACTICE_MENDING);
  gtk_widget_set_visible (self->mend,
                          state == LOCKSTEP_PRACTICE_BROKEN || state == LOCKSTEP_PRACTICE_MENDING);
  gtk_widget_set_sensitive (self->mend, state == LOCKSTEP_PRACTICE_BROKEN);
  gtk_widget_set_visible (GTK_WIDGET (self->end), state != LOCKSTEP_PRACTICE_GONE);
}
