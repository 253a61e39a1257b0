/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-privacy.h"

#include "report/report.h"
#include "ui/export-places.h"

#include <glib/gi18n-lib.h>

struct _LockstepExportPrivacy
{
  AdwBin parent_instance;

  GtkSwitch *hosts;
  GtkSwitch *addresses;
  GtkSwitch *users;
  GtkLabel *example;
  GtkWidget *all;
  AdwButtonContent *all_content;

  LockstepCase *subject;
};

G_DEFINE_FINAL_TYPE (LockstepExportPrivacy, lockstep_export_privacy, ADW_TYPE_BIN)

static guint changed_signal;

static void
emit_changed (LockstepExportPrivacy *self)
{
  g_signal_emit (self, changed_signal, 0);
}

void
lockstep_export_privacy_set_case (LockstepExportPrivacy *self, LockstepCase *subject)
{
  g_return_if_fail (LOCKSTEP_IS_EXPORT_PRIVACY (self));

  g_set_object (&self->subject, subject);
}

LockstepRedactionKinds
lockstep_export_privacy_get_kinds (LockstepExportPrivacy *self)
{
  LockstepRedactionKinds kinds = LOCKSTEP_REDACT_NONE;

  g_return_val_if_fail (LOCKSTEP_IS_EXPORT_PRIVACY (self), kinds);

  if (gtk_switch_get_active (self->hosts))
    kinds |= LOCKSTEP_REDACT_HOSTS;
  if (gtk_switch_get_active (self->addresses))
    kinds |= LOCKSTEP_REDACT_ADDRESSES;
  if (gtk_switch_get_active (self->users))
    kinds |= LOCKSTEP_REDACT_USERS;

  return kinds;
}

static gboolean
mark_stand_in (const GMatchInfo *match, GString *result, gpointer user_data)
{
  g_autofree char *text = g_match_info_fetch (match, 0);

  /* The tint is the accent colour's, faint enough for both themes; the underline needs none. */
  g_string_append_printf (result,
                          "<span underline=\"single\" background=\"#3584e4\" "
                          "background_alpha=\"18%%\">%s</span>",
                          text);

  return FALSE;
}

char *
lockstep_export_mark (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (GRegex) stand_ins = g_regex_new ("\\b(?:host|address|user)-\\d+\\b", 0, 0, NULL);
  char *marked = g_regex_replace_eval (stand_ins, escaped, -1, 0, 0, mark_stand_in, NULL, NULL);

  return marked != NULL ? marked : g_steal_pointer (&escaped);
}

/* A sentence of the report in which names occur. */
static char *
make_example (LockstepCase *subject)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  const LockstepObservation *seen;
  const LockstepCause *cause;
  guint index;

  if (diagnosis == NULL || diagnosis->observations->len == 0)
    return lockstep_case_dup_title (subject);

  index = lockstep_diagnosis_get_worst (diagnosis);
  seen = lockstep_scene_get (diagnosis->scene, index);
  cause = diagnosis->causes->len > 0 ? g_ptr_array_index (diagnosis->causes, 0) : NULL;
  if (cause == NULL || cause->because == NULL || cause->because[0] == NULL || seen->address == NULL)
    /* Translators: a host, its address (may be unknown), a port. */
    return g_strdup_printf (_ ("%s at %s was looked at, on port %u."),
                            seen->host,
                            seen->address != NULL ? seen->address : "…",
                            seen->port);

  /* Translators: a host, an address, a sentence about it. */
  return g_strdup_printf (_ ("%s (%s): %s"), seen->host, seen->address, cause->because[0]);
}

void
lockstep_export_privacy_update (LockstepExportPrivacy *self)
{
  LockstepRedactionKinds kinds = lockstep_export_privacy_get_kinds (self);
  g_autoptr (LockstepRedaction) redaction = NULL;
  g_autofree char *example = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *label = NULL;
  guint n;

  g_return_if_fail (LOCKSTEP_IS_EXPORT_PRIVACY (self));
  g_return_if_fail (self->subject != NULL);

  redaction = lockstep_report_redaction (self->subject, kinds);
  example = make_example (self->subject);
  clean = lockstep_redaction_apply (redaction, example);
  markup = lockstep_export_mark (clean);
  gtk_label_set_markup (self->example, markup);

  n = lockstep_export_places_count (self->subject, kinds);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The only place", "All %u places", n), n);
  adw_button_content_set_label (self->all_content, label);
  gtk_widget_set_visible (self->all, n > 0);
}

static void
all_clicked_cb (GtkButton *button, gpointer user_data)
{
  LockstepExportPrivacy *self = user_data;

  lockstep_export_places_present (GTK_WIDGET (self),
                                  self->subject,
                                  lockstep_export_privacy_get_kinds (self));
}

static void
lockstep_export_privacy_dispose (GObject *object)
{
  LockstepExportPrivacy *self = LOCKSTEP_EXPORT_PRIVACY (object);

  g_clear_object (&self->subject);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_EXPORT_PRIVACY);

  G_OBJECT_CLASS (lockstep_export_privacy_parent_class)->dispose (object);
}

static void
lockstep_export_privacy_class_init (LockstepExportPrivacyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_export_privacy_dispose;

  changed_signal = g_signal_new ("changed",
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
      "/io/github/lockstepdesk/Lockstep/ui/export-privacy.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPrivacy, hosts);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPrivacy, addresses);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPrivacy, users);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPrivacy, example);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPrivacy, all);
  gtk_widget_class_bind_template_child (widget_class, LockstepExportPrivacy, all_content);
}

static void
lockstep_export_privacy_init (LockstepExportPrivacy *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->hosts, "notify::active", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->addresses, "notify::active", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->users, "notify::active", G_CALLBACK (emit_changed), self);
  g_signal_connect (self->all, "clicked", G_CALLBACK (all_clicked_cb), self);
}
