/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/page.h"

#include "ui/page-layout.h"

typedef struct
{
  LockstepCase *subject;
  LockstepPageBar bar;
} LockstepPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LockstepPage, lockstep_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CASE,
  N_PROPS
};

enum
{
  SIGNAL_BAR_CHANGED,
  SIGNAL_TOAST,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
bar_action_free (LockstepPageBarAction *action)
{
  g_free (action->label);
  g_free (action->icon_name);
  g_free (action->action_name);
  g_free (action);
}

static void
bar_changed (LockstepPage *self)
{
  g_signal_emit (self, signals[SIGNAL_BAR_CHANGED], 0);
}

static void
activate_primary_by_default (LockstepPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.next", NULL);
}

static void
lockstep_page_dispose (GObject *object)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (LOCKSTEP_PAGE (object));

  g_clear_object (&priv->subject);

  G_OBJECT_CLASS (lockstep_page_parent_class)->dispose (object);
}

static void
lockstep_page_finalize (GObject *object)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (LOCKSTEP_PAGE (object));

  g_clear_pointer (&priv->bar.primary_label, g_free);
  g_clear_pointer (&priv->bar.primary_icon, g_free);
  g_clear_pointer (&priv->bar.next_label, g_free);
  g_clear_pointer (&priv->bar.actions, g_ptr_array_unref);

  G_OBJECT_CLASS (lockstep_page_parent_class)->finalize (object);
}

static void
lockstep_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CASE:
      g_value_set_object (value, lockstep_page_get_case (LOCKSTEP_PAGE (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (LOCKSTEP_PAGE (object));

  switch (prop_id)
    {
    case PROP_CASE:
      priv->subject = g_value_dup_object (value); /* construct-only */
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
lockstep_page_class_init (LockstepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lockstep_page_dispose;
  object_class->finalize = lockstep_page_finalize;
  object_class->get_property = lockstep_page_get_property;
  object_class->set_property = lockstep_page_set_property;

  klass->activate_primary = activate_primary_by_default;

  properties[PROP_CASE] =
      g_param_spec_object ("case",
                           NULL,
                           NULL,
                           LOCKSTEP_TYPE_CASE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_BAR_CHANGED] = g_signal_new ("bar-changed",
                                              G_TYPE_FROM_CLASS (klass),
                                              G_SIGNAL_RUN_LAST,
                                              0,
                                              NULL,
                                              NULL,
                                              NULL,
                                              G_TYPE_NONE,
                                              0);
  signals[SIGNAL_TOAST] = g_signal_new ("toast",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        G_TYPE_STRING);
}

static void
lockstep_page_init (LockstepPage *self)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (self);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), lockstep_page_layout_new ());
  priv->bar.primary_sensitive = TRUE;
  priv->bar.next_suggested = TRUE;
  priv->bar.actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bar_action_free);
}

LockstepCase *
lockstep_page_get_case (LockstepPage *self)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (self);

  g_return_val_if_fail (LOCKSTEP_IS_PAGE (self), NULL);

  return priv->subject;
}

void
lockstep_page_enter (LockstepPage *self)
{
  g_return_if_fail (LOCKSTEP_IS_PAGE (self));

  if (LOCKSTEP_PAGE_GET_CLASS (self)->entered != NULL)
    LOCKSTEP_PAGE_GET_CLASS (self)->entered (self);
}

void
lockstep_page_leave (LockstepPage *self)
{
  g_return_if_fail (LOCKSTEP_IS_PAGE (self));

  if (LOCKSTEP_PAGE_GET_CLASS (self)->left != NULL)
    LOCKSTEP_PAGE_GET_CLASS (self)->left (self);
}

void
lockstep_page_refresh (LockstepPage *self)
{
  g_return_if_fail (LOCKSTEP_IS_PAGE (self));

  if (LOCKSTEP_PAGE_GET_CLASS (self)->refresh != NULL)
    LOCKSTEP_PAGE_GET_CLASS (self)->refresh (self);
}

void
lockstep_page_activate_primary (LockstepPage *self)
{
  g_return_if_fail (LOCKSTEP_IS_PAGE (self));

  LOCKSTEP_PAGE_GET_CLASS (self)->activate_primary (self);
}

/* Whether the text changed, so that a setter which changes nothing says nothing. */
static gboolean
replace_text (char **text, const char *with)
{
  if (g_strcmp0 (*text, with) == 0)
    return FALSE;

  g_free (*text);
  *text = g_strdup (with);
  return TRUE;
}

void
lockstep_page_set_primary (LockstepPage *self,
                           const char *label,
                           const char *icon_name,
                           gboolean sensitive,
                           gboolean replaces_next)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (self);
  gboolean changed;

  g_return_if_fail (LOCKSTEP_IS_PAGE (self));

  sensitive = !!sensitive;
  replaces_next = !!replaces_next;
  changed = replace_text (&priv->bar.primary_label, label);
  changed |= replace_text (&priv->bar.primary_icon, icon_name);
  changed |= priv->bar.primary_sensitive != sensitive;
  changed |= priv->bar.primary_replaces_next != replaces_next;
  if (!changed)
    return;

  priv->bar.primary_sensitive = sensitive;
  priv->bar.primary_replaces_next = replaces_next;
  bar_changed (self);
}

void
lockstep_page_set_next_suggested (LockstepPage *self, gboolean suggested)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (self);

  g_return_if_fail (LOCKSTEP_IS_PAGE (self));

  suggested = !!suggested;
  if (priv->bar.next_suggested == suggested)
    return;

  priv->bar.next_suggested = suggested;
  bar_changed (self);
}

void
lockstep_page_set_next_label (LockstepPage *self, const char *label)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (self);

  g_return_if_fail (LOCKSTEP_IS_PAGE (self));

  if (replace_text (&priv->bar.next_label, label))
    bar_changed (self);
}

void
lockstep_page_add_bar_action (LockstepPage *self,
                              const char *label,
                              const char *icon_name,
                              const char *action_name)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (self);
  LockstepPageBarAction *action;

  g_return_if_fail (LOCKSTEP_IS_PAGE (self));
  g_return_if_fail (priv->bar.actions->len < 2);

  action = g_new0 (LockstepPageBarAction, 1);
  action->label = g_strdup (label);
  action->icon_name = g_strdup (icon_name);
  action->action_name = g_strdup (action_name);
  g_ptr_array_add (priv->bar.actions, action);
  bar_changed (self);
}

const LockstepPageBar *
lockstep_page_get_bar (LockstepPage *self)
{
  LockstepPagePrivate *priv = lockstep_page_get_instance_private (self);

  g_return_val_if_fail (LOCKSTEP_IS_PAGE (self), NULL);

  return &priv->bar;
}

void
lockstep_page_toast (LockstepPage *self, const char *text)
{
  g_return_if_fail (LOCKSTEP_IS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_TOAST], 0, text);
}
