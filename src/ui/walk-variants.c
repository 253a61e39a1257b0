/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/walk-variants.h"

struct _LockstepWalkVariants
{
  AdwBin parent_instance;

  GtkBox *buttons;
  GtkLabel *reason;

  LockstepCase *subject; /* belongs to the page around */
  const LockstepEntry *walk;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LockstepWalkVariants, lockstep_walk_variants, ADW_TYPE_BIN)

static void
toggled_cb (GtkToggleButton *button, gpointer user_data)
{
  LockstepWalkVariants *self = user_data;
  guint variant = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "variant"));

  if (!self->showing && gtk_toggle_button_get_active (button))
    lockstep_case_set_variant (self->subject, variant);
}

static void
build_buttons (LockstepWalkVariants *self)
{
  GtkWidget *first = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, child);

  for (guint i = 0; i < lockstep_entry_length (self->walk, "variants"); i++)
    {
      const LockstepEntry *variant = lockstep_entry_nth (self->walk, "variants", i);
      const char *title = lockstep_entry_text (variant, "title");
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new (title);

      gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("emblem-ok-symbolic"));
      gtk_box_append (GTK_BOX (content), label);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (button, title);
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                   first != NULL ? GTK_TOGGLE_BUTTON (first) : NULL);
      if (first == NULL)
        first = button;
      g_object_set_data (G_OBJECT (button), "variant", GUINT_TO_POINTER (i));
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (self->buttons, button);
    }
}

/* The tick says without colour which one is chosen. */
static void
mark (LockstepWalkVariants *self, guint chosen)
{
  guint i = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons)); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    {
      GtkWidget *content = gtk_button_get_child (GTK_BUTTON (button));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == chosen);
      gtk_widget_set_visible (gtk_widget_get_first_child (content), i == chosen);
    }
}

void
lockstep_walk_variants_show (LockstepWalkVariants *self, LockstepCase *subject)
{
  const LockstepEntry *walk = lockstep_case_get_walkthrough (subject);
  guint n = walk != NULL ? lockstep_entry_length (walk, "variants") : 0;
  guint chosen = lockstep_case_get_variant (subject);

  g_return_if_fail (LOCKSTEP_IS_WALK_VARIANTS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return;

  self->subject = subject;
  self->showing = TRUE;
  if (self->walk != walk)
    {
      self->walk = walk;
      build_buttons (self);
    }
  mark (self, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), n > 1);
  gtk_label_set_label (
      self->reason,
      lockstep_entry_text (lockstep_entry_nth (walk, "variants", chosen), "reason"));
  self->showing = FALSE;
}

static void
lockstep_walk_variants_class_init (LockstepWalkVariantsClass *klass)
{
}

static void
lockstep_walk_variants_init (LockstepWalkVariants *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->buttons), "linked");
  gtk_widget_set_halign (GTK_WIDGET (self->buttons), GTK_ALIGN_START);
  self->reason = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_label_set_xalign (self->reason, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "lockstep-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "lockstep-secondary");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  adw_bin_set_child (ADW_BIN (self), box);
}
