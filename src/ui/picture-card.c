/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/picture-card.h"

#include "ui/copy-button.h"
#include "ui/parts.h"
#include "ui/picture-view.h"
#include "ui/target-picker.h"

#include <glib/gi18n-lib.h>

struct _LockstepPictureCard
{
  AdwBin parent_instance;

  GtkWidget *body;
  GtkWidget *head;
  GtkLabel *title_label;
  LockstepTargetPicker *picker;
  GtkLabel *tag;
  GtkWidget *copy;
  LockstepPictureView *picture;
  GtkLabel *instead;

  char *title;
  gboolean flat;
};

G_DEFINE_FINAL_TYPE (LockstepPictureCard, lockstep_picture_card, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FLAT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
lockstep_picture_card_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  LockstepPictureCard *self = LOCKSTEP_PICTURE_CARD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_FLAT:
      g_value_set_boolean (value, self->flat);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_picture_card_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  LockstepPictureCard *self = LOCKSTEP_PICTURE_CARD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value); /* construct-only */
      break;

    case PROP_FLAT:
      self->flat = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_picture_card_constructed (GObject *object)
{
  LockstepPictureCard *self = LOCKSTEP_PICTURE_CARD (object);

  G_OBJECT_CLASS (lockstep_picture_card_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (self->title_label), self->title != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->picker), self->title == NULL);
  if (self->title != NULL)
    gtk_label_set_label (self->title_label, self->title);
  if (!self->flat)
    {
      gtk_widget_add_css_class (self->body, "card");
      return;
    }

  gtk_widget_set_margin_top (self->head, 0);
  gtk_widget_set_margin_start (self->head, 0);
  gtk_widget_set_margin_start (GTK_WIDGET (self->picture), 0);
  gtk_widget_set_margin_end (GTK_WIDGET (self->picture), 0);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->picture), 0);
  gtk_widget_set_margin_start (GTK_WIDGET (self->instead), 10);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->instead), 0);
}

static void
lockstep_picture_card_dispose (GObject *object)
{
  /* The child of the bin is bound by its id: disposing the template would drop it twice. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_PICTURE_CARD);

  G_OBJECT_CLASS (lockstep_picture_card_parent_class)->dispose (object);
}

static void
lockstep_picture_card_finalize (GObject *object)
{
  g_free (LOCKSTEP_PICTURE_CARD (object)->title);

  G_OBJECT_CLASS (lockstep_picture_card_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LockstepPictureCard, body);
  gtk_widget_class_bind_template_child (widget_class, LockstepPictureCard, head);
  gtk_widget_class_bind_template_child (widget_class, LockstepPictureCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, LockstepPictureCard, picker);
  gtk_widget_class_bind_template_child (widget_class, LockstepPictureCard, tag);
  gtk_widget_class_bind_template_child (widget_class, LockstepPictureCard, copy);
  gtk_widget_class_bind_template_child (widget_class, LockstepPictureCard, picture);
  gtk_widget_class_bind_template_child (widget_class, LockstepPictureCard, instead);
}

static void
lockstep_picture_card_class_init (LockstepPictureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lockstep_picture_card_constructed;
  object_class->dispose = lockstep_picture_card_dispose;
  object_class->finalize = lockstep_picture_card_finalize;
  object_class->get_property = lockstep_picture_card_get_property;
  object_class->set_property = lockstep_picture_card_set_property;

  properties[PROP_TITLE] =
      g_param_spec_string ("title",
                           NULL,
                           NULL,
                           NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FLAT] =
      g_param_spec_boolean ("flat",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LOCKSTEP_TYPE_COPY_BUTTON);
  g_type_ensure (LOCKSTEP_TYPE_PICTURE_VIEW);
  g_type_ensure (LOCKSTEP_TYPE_TARGET_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/picture-card.ui");
  bind_children (widget_class);
}

static void
lockstep_picture_card_init (LockstepPictureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lockstep_picture_card_show (LockstepPictureCard *self,
                            LockstepCase *subject,
                            LockstepPictureLayout layout)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  gboolean seen = diagnosis != NULL && diagnosis->observations->len > 0;

  g_return_if_fail (LOCKSTEP_IS_PICTURE_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), seen);
  if (self->title == NULL)
    lockstep_target_picker_refresh (self->picker, subject);
  lockstep_picture_view_set (self->picture,
                             layout,
                             seen ? diagnosis : NULL,
                             seen ? lockstep_case_get_chosen (subject) : 0);
  lockstep_copy_button_set_text (self->copy, lockstep_picture_view_get_description (self->picture));
}

void
lockstep_picture_card_set_tag (LockstepPictureCard *self, const char *text)
{
  g_return_if_fail (LOCKSTEP_IS_PICTURE_CARD (self));

  gtk_label_set_label (self->tag, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->tag), text);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), text != NULL);
}

void
lockstep_picture_card_set_instead (LockstepPictureCard *self, const char *text)
{
  g_return_if_fail (LOCKSTEP_IS_PICTURE_CARD (self));

  gtk_label_set_label (self->instead, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->instead), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), text == NULL);
  gtk_widget_set_visible (self->copy, text == NULL);
}
