/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/server-page.h"

#include "ui/answer.h"
#include "ui/host-row.h"
#include "ui/name-trouble.h"
#include "ui/options-row.h"
#include "ui/page-table.h"
#include "ui/plan-form.h"
#include "ui/service-pills.h"
#include "ui/trust-row.h"

#include <glib/gi18n-lib.h>

struct _LockstepServerPage
{
  LockstepPage parent_instance;

  LockstepAnswer *answer;
  LockstepHostRow *host;
  LockstepNameTrouble *trouble;
  AdwComboRow *task;
  LockstepServicePills *services;
  GtkSwitch *compare;
  LockstepTrustRow *trust;
  LockstepOptionsRow *more;

  char *loaded;     /* the plan of the case that the form shows */
  char *meant;      /* the host that stands in the pasted text */
  gboolean loading; /* the form changes without a person */
};

G_DEFINE_FINAL_TYPE (LockstepServerPage, lockstep_server_page, LOCKSTEP_TYPE_PAGE)

/* ---- the form ---- */

static LockstepPlan *
create_plan (LockstepServerPage *self)
{
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (self));
  LockstepPlan *plan = lockstep_plan_copy (lockstep_case_get_plan (subject));
  const char *host = lockstep_host_row_get_host (self->host);

  g_ptr_array_set_size (plan->targets, 0);
  if (host != NULL)
    lockstep_service_pills_add_to (self->services, plan, host);
  plan->compare_services = gtk_switch_get_active (self->compare);
  g_strfreev (plan->trust_files);
  plan->trust_files = lockstep_trust_row_dup_files (self->trust);
  lockstep_options_row_apply (self->more, plan);

  return plan;
}

static gboolean
is_changed (LockstepServerPage *self)
{
  g_autoptr (LockstepPlan) plan = create_plan (self);
  g_autofree char *now = lockstep_plan_form_describe (plan);

  return g_strcmp0 (now, self->loaded) != 0;
}

static void
show_primary (LockstepServerPage *self)
{
  LockstepPage *page = LOCKSTEP_PAGE (self);
  gboolean started = lockstep_case_has_started (lockstep_page_get_case (page));
  LockstepHostState state = lockstep_host_row_get_state (self->host);
  gboolean options = lockstep_options_row_check (self->more);
  gboolean ready = options && lockstep_host_row_get_host (self->host) != NULL &&
                   lockstep_service_pills_is_any_ticked (self->services);
  gboolean unknown = state == LOCKSTEP_HOST_UNKNOWN || state == LOCKSTEP_HOST_SILENT;

  if (started && !is_changed (self))
    lockstep_page_set_primary (page, NULL, NULL, TRUE, FALSE);
  else
    lockstep_page_set_primary (page,
                               unknown ? _ ("Start anyway") : _ ("Start the checks"),
                               NULL,
                               ready,
                               TRUE);
  /* An unknown name may be the finding itself, but nobody is urged to go on with it. */
  lockstep_page_set_next_suggested (page, !unknown);
}

static void
load_plan (LockstepServerPage *self, LockstepCase *subject)
{
  const LockstepPlan *plan = lockstep_case_get_plan (subject);
  LockstepCatalog *catalog = lockstep_case_get_catalog (subject);
  const char *host = lockstep_plan_form_get_host (subject);
  guint16 port = lockstep_case_get_recognition (subject)->port;
  g_auto (GStrv) services = lockstep_plan_form_dup_services (subject);

  self->loading = TRUE;
  lockstep_service_pills_load (self->services, catalog, plan);
  lockstep_service_pills_tick (self->services, (const char *const *) services);
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const LockstepPlanTarget *target = g_ptr_array_index (plan->targets, i);

      if (target->service == NULL)
        lockstep_service_pills_tick_port (self->services, target->port);
    }
  if (plan->targets->len == 0 && port != 0)
    lockstep_service_pills_tick_port (self->services, port);
  adw_combo_row_set_selected (self->task,
                              lockstep_plan_form_find_task (catalog,
                                                            (const char *const *) services,
                                                            lockstep_case_get_task (subject)));

  gtk_editable_set_text (GTK_EDITABLE (self->host), host != NULL ? host : "");
  gtk_switch_set_active (self->compare,
                         plan->compare_services || !lockstep_case_has_started (subject));
  lockstep_trust_row_set_files (self->trust, (const char *const *) plan->trust_files);
  lockstep_options_row_load (self->more, plan);
  self->loading = FALSE;
}

/* ---- the name ---- */

static void
name_judged_cb (LockstepHostRow *row, gpointer user_data)
{
  LockstepServerPage *self = user_data;

  /* "host:port" names exactly this port. */
  lockstep_service_pills_set_typed_port (self->services, lockstep_host_row_get_port (row));
  lockstep_name_trouble_show (self->trouble, row, self->meant);
  if (!self->loading)
    show_primary (self);
}

static void
use_meant_cb (LockstepServerPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->host), self->meant);
}

static void
look_again_cb (LockstepServerPage *self)
{
  lockstep_host_row_look_again (self->host);
}

/* ---- what else is chosen ---- */

static void
task_selected_cb (GObject *row, GParamSpec *pspec, gpointer user_data)
{
  LockstepServerPage *self = user_data;
  LockstepCatalog *catalog =
      lockstep_case_get_catalog (lockstep_page_get_case (LOCKSTEP_PAGE (self)));
  guint selected = adw_combo_row_get_selected (self->task);
  g_auto (GStrv) services = NULL;

  if (self->loading || selected >= lockstep_catalog_count (catalog, LOCKSTEP_SECTION_TASKS))
    return;

  services = lockstep_plan_form_dup_task_services (catalog, selected);
  lockstep_service_pills_tick (self->services, (const char *const *) services);
  show_primary (self);
}

/* Ticking by hand may make another task of it, or none that is known. */
static void
ticked_cb (LockstepServicePills *pills, gpointer user_data)
{
  LockstepServerPage *self = user_data;
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (self));
  g_auto (GStrv) services = lockstep_service_pills_dup_ticked (pills);

  self->loading = TRUE;
  adw_combo_row_set_selected (self->task,
                              lockstep_plan_form_find_task (lockstep_case_get_catalog (subject),
                                                            (const char *const *) services,
                                                            lockstep_case_get_task (subject)));
  self->loading = FALSE;
  show_primary (self);
}

static void
edited_cb (LockstepServerPage *self)
{
  if (!self->loading)
    show_primary (self);
}

/* ---- the page ---- */

static void
apply_task (LockstepServerPage *self, LockstepCase *subject)
{
  const LockstepEntry *task = lockstep_catalog_nth (lockstep_case_get_catalog (subject),
                                                    LOCKSTEP_SECTION_TASKS,
                                                    adw_combo_row_get_selected (self->task));

  lockstep_case_set_task (subject, task != NULL ? lockstep_entry_id (task) : NULL);
}

/* Makes what the form shows the plan of the case, where it is not that already. */
static void
apply_plan (LockstepServerPage *self)
{
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (self));
  g_autoptr (LockstepPlan) plan = create_plan (self);
  g_autofree char *now = lockstep_plan_form_describe (plan);

  if (g_strcmp0 (now, self->loaded) == 0)
    return;

  g_free (self->loaded);
  self->loaded = g_steal_pointer (&now);
  apply_task (self, subject);
  lockstep_case_set_plan (subject, plan);
}

static void
lockstep_server_page_activate_primary (LockstepPage *page)
{
  LockstepServerPage *self = LOCKSTEP_SERVER_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);
  const LockstepStepView *next;

  if (lockstep_page_get_bar (page)->primary_label != NULL)
    {
      apply_plan (self);
      lockstep_case_start (subject);
    }
  next = lockstep_page_table_step (subject, LOCKSTEP_PAGE_SERVER, 1);
  if (next != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                "wizard.go",
                                "s",
                                lockstep_page_to_string (next->page));
}

static void
lockstep_server_page_refresh (LockstepPage *page)
{
  LockstepServerPage *self = LOCKSTEP_SERVER_PAGE (page);
  LockstepCase *subject = lockstep_page_get_case (page);
  const char *meant = lockstep_case_get_recognition (subject)->host;
  g_autofree char *now = lockstep_plan_form_describe (lockstep_case_get_plan (subject));

  if (g_strcmp0 (self->meant, meant) != 0)
    {
      g_free (self->meant);
      self->meant = g_strdup (meant);
      /* Another name in the text counts until the checks have begun. */
      if (self->loaded != NULL && !lockstep_case_has_started (subject) && meant != NULL)
        gtk_editable_set_text (GTK_EDITABLE (self->host), meant);
    }
  if (g_strcmp0 (now, self->loaded) != 0)
    {
      g_free (self->loaded);
      self->loaded = g_steal_pointer (&now);
      load_plan (self, subject);
      lockstep_answer_set_texts (
          self->answer,
          "ask",
          NULL,
          _ ("Which server is it about?"),
          meant != NULL && lockstep_case_get_scenario (subject) == NULL
              ? _ ("The name was in the text that you pasted. Change it if it is wrong.")
              : _ ("The name that the user typed, or the address."));
    }
  show_primary (self);
}

static void
lockstep_server_page_entered (LockstepPage *page)
{
  LockstepServerPage *self = LOCKSTEP_SERVER_PAGE (page);

  /* Leaving the page ended a look-up that was under way. */
  if (lockstep_host_row_get_state (self->host) == LOCKSTEP_HOST_LOOKING)
    lockstep_host_row_look_again (self->host);
  gtk_widget_grab_focus (GTK_WIDGET (self->host));
}

/* What was chosen is kept with the case. For a case that was looked at it is another plan only
 * where the checks could be started with it. */
static void
lockstep_server_page_left (LockstepPage *page)
{
  LockstepServerPage *self = LOCKSTEP_SERVER_PAGE (page);
  gboolean started = lockstep_case_has_started (lockstep_page_get_case (page));

  lockstep_host_row_stop (self->host);
  if (lockstep_host_row_get_host (self->host) != NULL &&
      (!started || (lockstep_options_row_check (self->more) &&
                    lockstep_service_pills_is_any_ticked (self->services))))
    apply_plan (self);
}

static void
lockstep_server_page_constructed (GObject *object)
{
  LockstepServerPage *self = LOCKSTEP_SERVER_PAGE (object);
  LockstepCatalog *catalog =
      lockstep_case_get_catalog (lockstep_page_get_case (LOCKSTEP_PAGE (self)));
  g_autoptr (GtkStringList) tasks = gtk_string_list_new (NULL);

  G_OBJECT_CLASS (lockstep_server_page_parent_class)->constructed (object);

  for (guint i = 0; i < lockstep_catalog_count (catalog, LOCKSTEP_SECTION_TASKS); i++)
    gtk_string_list_append (
        tasks,
        lockstep_entry_text (lockstep_catalog_nth (catalog, LOCKSTEP_SECTION_TASKS, i), "title"));
  gtk_string_list_append (tasks, _ ("something else"));
  self->loading = TRUE;
  adw_combo_row_set_model (self->task, G_LIST_MODEL (tasks));
  self->loading = FALSE;
}

static void
lockstep_server_page_dispose (GObject *object)
{
  LockstepServerPage *self = LOCKSTEP_SERVER_PAGE (object);

  if (self->host != NULL)
    lockstep_host_row_stop (self->host);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_SERVER_PAGE);

  G_OBJECT_CLASS (lockstep_server_page_parent_class)->dispose (object);
}

static void
lockstep_server_page_finalize (GObject *object)
{
  LockstepServerPage *self = LOCKSTEP_SERVER_PAGE (object);

  g_free (self->loaded);
  g_free (self->meant);

  G_OBJECT_CLASS (lockstep_server_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LockstepServerPage, answer);
  gtk_widget_class_bind_template_child (widget_class, LockstepServerPage, host);
  gtk_widget_class_bind_template_child (widget_class, LockstepServerPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, LockstepServerPage, task);
  gtk_widget_class_bind_template_child (widget_class, LockstepServerPage, services);
  gtk_widget_class_bind_template_child (widget_class, LockstepServerPage, compare);
  gtk_widget_class_bind_template_child (widget_class, LockstepServerPage, trust);
  gtk_widget_class_bind_template_child (widget_class, LockstepServerPage, more);
}

static void
lockstep_server_page_class_init (LockstepServerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LockstepPageClass *page_class = LOCKSTEP_PAGE_CLASS (klass);

  object_class->constructed = lockstep_server_page_constructed;
  object_class->dispose = lockstep_server_page_dispose;
  object_class->finalize = lockstep_server_page_finalize;
  page_class->entered = lockstep_server_page_entered;
  page_class->left = lockstep_server_page_left;
  page_class->refresh = lockstep_server_page_refresh;
  page_class->activate_primary = lockstep_server_page_activate_primary;

  g_type_ensure (LOCKSTEP_TYPE_ANSWER);
  g_type_ensure (LOCKSTEP_TYPE_HOST_ROW);
  g_type_ensure (LOCKSTEP_TYPE_NAME_TROUBLE);
  g_type_ensure (LOCKSTEP_TYPE_OPTIONS_ROW);
  g_type_ensure (LOCKSTEP_TYPE_SERVICE_PILLS);
  g_type_ensure (LOCKSTEP_TYPE_TRUST_ROW);
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass),
      "/io/github/lockstepdesk/Lockstep/ui/server-page.ui");
  bind_children (GTK_WIDGET_CLASS (klass));
}

static void
lockstep_server_page_init (LockstepServerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* A look-up keeps the row until it ends, which may be after this page has gone. */
  g_signal_connect_object (self->host, "judged", G_CALLBACK (name_judged_cb), self, 0);
  g_signal_connect (self->task, "notify::selected", G_CALLBACK (task_selected_cb), self);
  g_signal_connect (self->services, "ticked", G_CALLBACK (ticked_cb), self);
  g_signal_connect_swapped (self->compare, "notify::active", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->trust, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->more, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->trouble, "use-meant", G_CALLBACK (use_meant_cb), self);
  g_signal_connect_swapped (self->trouble, "look-again", G_CALLBACK (look_again_cb), self);
}
