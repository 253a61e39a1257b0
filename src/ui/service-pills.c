/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/service-pills.h"

#include "base/target.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkCheckButton *button; /* owned by the flow box */
  char *service;          /* NULL for another port */
  guint16 port;
} Pill;

struct _LockstepServicePills
{
  AdwBin parent_instance;

  GtkFlowBox *flow;
  GtkMenuButton *other;
  GtkEditable *port_entry;
  GtkLabel *port_error;

  GPtrArray *pills; /* element-type Pill */
  guint16 typed;    /* the port beside the name; 0 for none */
  gboolean added;   /* its pill was made for it alone */
  char **before;    /* the services that were ticked before it was typed */
  gboolean ticking; /* what is ticked changes without a person */
};

G_DEFINE_FINAL_TYPE (LockstepServicePills, lockstep_service_pills, ADW_TYPE_BIN)

enum
{
  SIGNAL_TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pill_free (Pill *pill)
{
  g_free (pill->service);
  g_free (pill);
}

static void
toggled_cb (GtkCheckButton *button, gpointer user_data)
{
  LockstepServicePills *self = user_data;

  if (!self->ticking)
    g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

static Pill *
add_pill (LockstepServicePills *self, const char *service, const char *title, guint16 port)
{
  Pill *pill = g_new0 (Pill, 1);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *text = service != NULL ? g_strdup_printf ("%s  <small>%u</small>", escaped, port)
                                          : g_strdup (escaped);
  g_autofree char *name =
      service != NULL ? g_strdup_printf ("%s %u", title, port) : g_strdup (title);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), text);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "lockstep-check");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);

  pill->button = GTK_CHECK_BUTTON (button);
  pill->service = g_strdup (service);
  pill->port = port;
  g_ptr_array_add (self->pills, pill);

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_widget_set_focusable (child, FALSE);
  /* "Other port…" stays at the end. */
  gtk_flow_box_insert (self->flow, child, (int) self->pills->len - 1);

  return pill;
}

static Pill *
find_port (LockstepServicePills *self, guint16 port)
{
  for (guint i = 0; i < self->pills->len; i++)
    {
      Pill *pill = g_ptr_array_index (self->pills, i);

      if (pill->port == port)
        return pill;
    }

  return NULL;
}

static void
add_port_cb (GtkWidget *widget, gpointer user_data)
{
  LockstepServicePills *self = user_data;
  guint16 port;

  if (!lockstep_port_read (gtk_editable_get_text (self->port_entry), &port, NULL))
    {
      gtk_label_set_label (self->port_error, _ ("Ports go from 1 to 65535."));
      gtk_widget_show (GTK_WIDGET (self->port_error));
      gtk_widget_add_css_class (GTK_WIDGET (self->port_entry), "error");
      return;
    }

  gtk_editable_set_text (self->port_entry, "");
  gtk_menu_button_popdown (self->other);
  lockstep_service_pills_tick_port (self, port);
  /* Its pill is not the last one any more, and now stays. */
  self->added = FALSE;
  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

static void
port_changed_cb (GtkEditable *editable, gpointer user_data)
{
  LockstepServicePills *self = user_data;

  gtk_widget_hide (GTK_WIDGET (self->port_error));
  gtk_widget_remove_css_class (GTK_WIDGET (self->port_entry), "error");
}

/* The flow box keeps "Other port…" only. */
static void
clear_pills (LockstepServicePills *self)
{
  for (guint i = 0; i < self->pills->len; i++)
    gtk_flow_box_remove (self->flow, GTK_WIDGET (gtk_flow_box_get_child_at_index (self->flow, 0)));
  g_ptr_array_set_size (self->pills, 0);
  self->typed = 0;
  self->added = FALSE;
}

static void
lockstep_service_pills_dispose (GObject *object)
{
  LockstepServicePills *self = LOCKSTEP_SERVICE_PILLS (object);

  g_clear_pointer (&self->pills, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_strfreev);
  /* The child of the bin is bound by its id: disposing the template would drop it twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_SERVICE_PILLS);

  G_OBJECT_CLASS (lockstep_service_pills_parent_class)->dispose (object);
}

static void
lockstep_service_pills_class_init (LockstepServicePillsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_service_pills_dispose;

  signals[SIGNAL_TICKED] = g_signal_new ("ticked",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/service-pills.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepServicePills, flow);
  gtk_widget_class_bind_template_child (widget_class, LockstepServicePills, other);
  gtk_widget_class_bind_template_child (widget_class, LockstepServicePills, port_entry);
  gtk_widget_class_bind_template_child (widget_class, LockstepServicePills, port_error);
  gtk_widget_class_bind_template_callback (widget_class, add_port_cb);
  gtk_widget_class_bind_template_callback (widget_class, port_changed_cb);
}

static void
lockstep_service_pills_init (LockstepServicePills *self)
{
  self->pills = g_ptr_array_new_with_free_func ((GDestroyNotify) pill_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lockstep_service_pills_load (LockstepServicePills *self,
                             LockstepCatalog *catalog,
                             const LockstepPlan *plan)
{
  g_return_if_fail (LOCKSTEP_IS_SERVICE_PILLS (self));

  clear_pills (self);
  for (guint i = 0; i < lockstep_catalog_count (catalog, LOCKSTEP_SECTION_SERVICES); i++)
    {
      const LockstepEntry *entry = lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_SERVICES, i);
      const char *id = lockstep_entry_id (entry);
      const char *name = lockstep_entry_text (entry, "short");
      guint16 port = lockstep_plan_service_port (plan, catalog, id);

      if (port != 0)
        add_pill (self, id, name != NULL ? name : id, port);
    }
}

static void
set_ticked (LockstepServicePills *self, Pill *pill, gboolean ticked)
{
  self->ticking = TRUE;
  gtk_check_button_set_active (pill->button, ticked);
  self->ticking = FALSE;
}

void
lockstep_service_pills_tick (LockstepServicePills *self, const char *const *services)
{
  g_return_if_fail (LOCKSTEP_IS_SERVICE_PILLS (self));

  for (guint i = 0; i < self->pills->len; i++)
    {
      Pill *pill = g_ptr_array_index (self->pills, i);

      set_ticked (self, pill, pill->service != NULL && g_strv_contains (services, pill->service));
    }
}

void
lockstep_service_pills_tick_port (LockstepServicePills *self, guint16 port)
{
  Pill *pill;

  g_return_if_fail (LOCKSTEP_IS_SERVICE_PILLS (self));

  pill = find_port (self, port);
  if (pill == NULL)
    {
      g_autofree char *title = g_strdup_printf (_ ("Port %u"), port);

      pill = add_pill (self, NULL, title, port);
    }
  set_ticked (self, pill, TRUE);
}

/* The pill of a port is the last one where it was added last. */
static void
remove_last_pill (LockstepServicePills *self)
{
  int last = (int) self->pills->len - 1;

  gtk_flow_box_remove (self->flow, GTK_WIDGET (gtk_flow_box_get_child_at_index (self->flow, last)));
  g_ptr_array_remove_index (self->pills, (guint) last);
}

void
lockstep_service_pills_set_typed_port (LockstepServicePills *self, guint16 port)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (LOCKSTEP_IS_SERVICE_PILLS (self));

  if (self->typed == port)
    return;

  if (self->typed == 0)
    {
      g_strfreev (self->before);
      self->before = lockstep_service_pills_dup_ticked (self);
    }
  if (self->added)
    remove_last_pill (self);
  self->typed = port;
  self->added = port != 0 && find_port (self, port) == NULL;
  lockstep_service_pills_tick (self, port != 0 ? none : (const char *const *) self->before);
  if (port != 0)
    lockstep_service_pills_tick_port (self, port);
}

char **
lockstep_service_pills_dup_ticked (LockstepServicePills *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (LOCKSTEP_IS_SERVICE_PILLS (self), NULL);

  for (guint i = 0; i < self->pills->len; i++)
    {
      Pill *pill = g_ptr_array_index (self->pills, i);

      if (pill->service != NULL && gtk_check_button_get_active (pill->button))
        g_strv_builder_add (builder, pill->service);
    }

  return g_strv_builder_end (builder);
}

void
lockstep_service_pills_add_to (LockstepServicePills *self, LockstepPlan *plan, const char *host)
{
  g_return_if_fail (LOCKSTEP_IS_SERVICE_PILLS (self));

  for (guint i = 0; i < self->pills->len; i++)
    {
      Pill *pill = g_ptr_array_index (self->pills, i);

      if (gtk_check_button_get_active (pill->button))
        lockstep_plan_add (plan, host, pill->port, pill->service, LOCKSTEP_ROLE_TARGET);
    }
}

gboolean
lockstep_service_pills_is_any_ticked (LockstepServicePills *self)
{
  g_return_val_if_fail (LOCKSTEP_IS_SERVICE_PILLS (self), FALSE);

  for (guint i = 0; i < self->pills->len; i++)
    if (gtk_check_button_get_active (((Pill *) g_ptr_array_index (self->pills, i))->button))
      return TRUE;

  return FALSE;
}
