/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/check-rows.h"

#include "ui/page.h"

#include <glib/gi18n-lib.h>

#define TAG_WIDTH 70

static G_DEFINE_QUARK (lockstep - row - key, row_key)

void
lockstep_row_list_begin (LockstepRowList *self, GtkListBox *list)
{
  self->list = list;
  self->length = 0;
}

static gboolean
has_key (GtkListBoxRow *row, const char *key)
{
  return g_strcmp0 (g_object_get_qdata (G_OBJECT (row), row_key_quark ()), key) == 0;
}

GtkWidget *
lockstep_row_list_keep (LockstepRowList *self, const char *key)
{
  GtkListBoxRow *row;
  int found = self->length;

  while ((row = gtk_list_box_get_row_at_index (self->list, found)) != NULL && !has_key (row, key))
    found++;
  if (row == NULL)
    return NULL;

  for (; found > self->length; found--)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, self->length)));
  self->length++;

  return GTK_WIDGET (row);
}

void
lockstep_row_list_add (LockstepRowList *self, const char *key, GtkWidget *row)
{
  g_object_set_qdata_full (G_OBJECT (row), row_key_quark (), g_strdup (key), g_free);
  gtk_list_box_insert (self->list, row, self->length++);
}

void
lockstep_row_list_end (LockstepRowList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, self->length)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->length > 0);
}

static char *
make_key (const char *kind, LockstepStepState state, const char *title, const char *subtitle)
{
  return g_strdup_printf ("%s\n%d\n%s\n%s", kind, (int) state, title, subtitle);
}

void
lockstep_row_list_add_evidence (LockstepRowList *self,
                                LockstepStepState state,
                                const char *title,
                                const char *subtitle)
{
  const char *proof = subtitle != NULL ? subtitle : "";
  g_autofree char *key = make_key ("evidence", state, title, proof);

  if (lockstep_row_list_keep (self, key) == NULL)
    lockstep_row_list_add (self, key, lockstep_evidence_row_new (state, title, proof));
}

LockstepStepState
lockstep_check_state (LockstepOutcome outcome)
{
  switch (outcome)
    {
    case LOCKSTEP_OUTCOME_PASS:
      return LOCKSTEP_STATE_FINE;
    case LOCKSTEP_OUTCOME_ATTENTION:
      return LOCKSTEP_STATE_LOOK;
    case LOCKSTEP_OUTCOME_FAIL:
      return LOCKSTEP_STATE_FAILED;
    case LOCKSTEP_OUTCOME_SKIPPED:
      return LOCKSTEP_STATE_SKIPPED;
    case LOCKSTEP_OUTCOME_PENDING:
    case LOCKSTEP_OUTCOME_UNKNOWN:
    default:
      return LOCKSTEP_STATE_UNKNOWN;
    }
}

static const LockstepCheckResult *
get_result (const LockstepDiagnosis *diagnosis, guint index, const char *id)
{
  return lockstep_target_get_check (g_ptr_array_index (diagnosis->observations, index), id);
}

const char *
lockstep_check_summary (const LockstepDiagnosis *diagnosis, guint index, const char *id)
{
  const LockstepCheckResult *result = get_result (diagnosis, index, id);

  return result != NULL ? result->summary : NULL;
}

LockstepOutcome
lockstep_check_outcome (const LockstepDiagnosis *diagnosis, guint index, const char *id)
{
  const LockstepCheckResult *result = get_result (diagnosis, index, id);

  return result != NULL ? result->outcome : LOCKSTEP_OUTCOME_UNKNOWN;
}

char *
lockstep_check_title (LockstepCase *subject, guint index, const char *id)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  const LockstepCheckResult *result = get_result (diagnosis, index, id);
  const LockstepEntry *check =
      lockstep_catalog_lookup (lockstep_case_get_catalog (subject), LOCKSTEP_SECTION_CHECKS, id);
  const LockstepEntry *findings = check != NULL ? lockstep_entry_object (check, "findings") : NULL;
  const LockstepEntry *finding = findings != NULL && result != NULL && result->finding != NULL
                                     ? lockstep_entry_object (findings, result->finding)
                                     : NULL;
  const char *title = finding != NULL ? lockstep_entry_text (finding, "title") : NULL;

  return title != NULL ? lockstep_diagnosis_fill (diagnosis, title, index, -1) : NULL;
}

gboolean
lockstep_row_list_add_check (LockstepRowList *self,
                             LockstepCase *subject,
                             guint index,
                             const char *id)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  LockstepOutcome outcome = lockstep_check_outcome (diagnosis, index, id);
  g_autofree char *title = lockstep_check_title (subject, index, id);

  if (title == NULL || outcome == LOCKSTEP_OUTCOME_PENDING || outcome == LOCKSTEP_OUTCOME_UNKNOWN ||
      outcome == LOCKSTEP_OUTCOME_SKIPPED)
    return FALSE;

  lockstep_row_list_add_evidence (self,
                                  lockstep_check_state (outcome),
                                  title,
                                  lockstep_check_summary (diagnosis, index, id));

  return TRUE;
}

static GtkWidget *
cause_row_new (LockstepConfidence confidence, const char *title, const char *because)
{
  gboolean likely = confidence >= LOCKSTEP_CONFIDENCE_LIKELY;
  GtkWidget *row = lockstep_row_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), because);
  gtk_widget_set_size_request (column, TAG_WIDTH, -1);
  gtk_box_append (
      GTK_BOX (column),
      lockstep_tag_new (likely ? _ ("Likely") : _ ("Possible"), likely ? "look" : NULL));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), column);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
add_cause (LockstepRowList *self,
           LockstepConfidence confidence,
           const char *title,
           const char *because)
{
  g_autofree char *key = make_key ("cause", (LockstepStepState) confidence, title, because);

  if (lockstep_row_list_keep (self, key) == NULL)
    lockstep_row_list_add (self, key, cause_row_new (confidence, title, because));
}

guint
lockstep_row_list_add_causes (LockstepRowList *self, LockstepCase *subject, guint index)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  const LockstepTargetDiagnosis *target = g_ptr_array_index (diagnosis->observations, index);
  guint added = 0;

  for (int confidence = LOCKSTEP_CONFIDENCE_LIKELY; confidence >= LOCKSTEP_CONFIDENCE_POSSIBLE;
       confidence--)
    for (guint i = 0; i < target->causes->len; i++)
      {
        const LockstepCause *cause = g_ptr_array_index (target->causes, i);
        g_autofree char *title = NULL;
        g_autofree char *because = NULL;

        if ((int) cause->confidence != confidence)
          continue;

        title = lockstep_diagnosis_fill (diagnosis,
                                         lockstep_entry_text (cause->entry, "title"),
                                         index,
                                         -1);
        because = cause->because != NULL ? g_strjoinv (" ", cause->because) : g_strdup ("");
        add_cause (self, cause->confidence, title, because);
        added++;
      }

  return added;
}

void
lockstep_row_list_add_usual_cause (LockstepRowList *self, const LockstepEntry *cause)
{
  add_cause (self, LOCKSTEP_CONFIDENCE_POSSIBLE, lockstep_entry_text (cause, "title"), "");
}

void
lockstep_row_list_add_service (LockstepRowList *self, LockstepDiagnosis *diagnosis, guint index)
{
  const LockstepObservation *other = lockstep_scene_get (diagnosis->scene, index);
  gboolean shows = lockstep_fact_set_has (other->facts, LOCKSTEP_FACT_CERTIFICATE_SHA256);
  LockstepOutcome outcome =
      lockstep_check_outcome (diagnosis, index, shows ? "validity" : "handshake");
  LockstepStepState state = lockstep_check_state (outcome);
  g_autofree char *name = lockstep_diagnosis_service_name (diagnosis, index);
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;
  const char *summary = lockstep_check_summary (diagnosis, index, shows ? "validity" : "handshake");
  GtkWidget *button;
  GtkWidget *row;

  /* Translators: another service, and its port. */
  title = g_strdup_printf (_ ("%1$s on the same server, port %2$u"), name, other->port);
  /* What is wrong with a neighbour is a hint about this service, not its fault. */
  if (shows && state == LOCKSTEP_STATE_FAILED)
    state = LOCKSTEP_STATE_LOOK;
  key = g_strdup_printf ("service\n%u\n%d\n%d\n%s\n%s", index, shows, (int) state, title, summary);
  if (lockstep_row_list_keep (self, key) != NULL)
    return;

  row = lockstep_evidence_row_new (state, title, summary);
  if (shows)
    {
      g_autofree char *label = NULL;

      button = gtk_button_new_with_label (_ ("Show"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "check.show");
      /* Translators: %s is a service. */
      label = g_strdup_printf (_ ("Show the certificate of %s"), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label,
                                      -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  lockstep_row_list_add (self, key, row);
}

static void
show_service (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LockstepCase *subject = lockstep_page_get_case (LOCKSTEP_PAGE (widget));
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  guint index = g_variant_get_uint32 (parameter);

  if (diagnosis == NULL || index >= diagnosis->observations->len)
    return;

  lockstep_case_set_chosen (subject, index);
  gtk_widget_activate_action (widget,
                              "wizard.go",
                              "s",
                              lockstep_page_to_string (LOCKSTEP_PAGE_CERTIFICATE));
}

void
lockstep_page_install_show (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "check.show", "u", show_service);
}
