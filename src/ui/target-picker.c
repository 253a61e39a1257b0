/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/target-picker.h"

#include <glib/gi18n-lib.h>

struct _LockstepTargetPicker
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;
  LockstepCase *subject; /* the case that was shown last */
  gboolean showing;      /* the picker itself changes what is selected */
};

G_DEFINE_FINAL_TYPE (LockstepTargetPicker, lockstep_target_picker, ADW_TYPE_BIN)

static void
selected_cb (GObject *drop_down, GParamSpec *pspec, gpointer user_data)
{
  LockstepTargetPicker *self = user_data;
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (!self->showing && self->subject != NULL && selected != GTK_INVALID_LIST_POSITION)
    lockstep_case_set_chosen (self->subject, selected);
}

static void
lockstep_target_picker_dispose (GObject *object)
{
  LockstepTargetPicker *self = LOCKSTEP_TARGET_PICKER (object);

  g_clear_object (&self->subject);

  G_OBJECT_CLASS (lockstep_target_picker_parent_class)->dispose (object);
}

static void
lockstep_target_picker_class_init (LockstepTargetPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lockstep_target_picker_dispose;
}

static void
lockstep_target_picker_init (LockstepTargetPicker *self)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  self->drop_down = GTK_DROP_DOWN (drop_down);
  gtk_widget_add_css_class (drop_down, "lockstep-picker");
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Service to show"),
                                  -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), drop_down);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

static const LockstepObservation *
get_observation (LockstepDiagnosis *diagnosis, guint index)
{
  return ((LockstepTargetDiagnosis *) g_ptr_array_index (diagnosis->observations, index))
      ->observation;
}

static char *
dup_name (LockstepDiagnosis *diagnosis, guint index)
{
  const LockstepObservation *observation = get_observation (diagnosis, index);
  g_autofree char *service = lockstep_diagnosis_service_name (diagnosis, index);

  if (observation->service == NULL)
    return g_steal_pointer (&service);

  /* Translators: a service and its port, "Sign-on, port 9476". */
  return g_strdup_printf (_ ("%s, port %u"), service, observation->port);
}

/* What tells two targets of the same name apart: the address, else the host. */
static const char *
get_place (const LockstepObservation *observation)
{
  return observation->address != NULL ? observation->address : observation->host;
}

/* A name may lead to several addresses, and each of them is looked at. */
static char *
dup_distinct_name (LockstepDiagnosis *diagnosis, guint index, const GPtrArray *names)
{
  const char *name = g_ptr_array_index (names, index);

  for (guint i = 0; i < names->len; i++)
    if (i != index && g_str_equal (g_ptr_array_index (names, i), name))
      /* Translators: a service, its port and where it was, "Sign-on, port 9476, 192.0.2.7". */
      return g_strdup_printf (_ ("%s, %s"), name, get_place (get_observation (diagnosis, index)));

  return g_strdup (name);
}

static GPtrArray *
create_names (LockstepDiagnosis *diagnosis)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *distinct = g_ptr_array_new_with_free_func (g_free);
  guint count = diagnosis != NULL ? diagnosis->observations->len : 0;

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (names, dup_name (diagnosis, i));
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (distinct, dup_distinct_name (diagnosis, i, names));
  g_ptr_array_add (distinct, NULL);

  return distinct;
}

static gboolean
shows_already (LockstepTargetPicker *self, char **names, guint count)
{
  GListModel *model = gtk_drop_down_get_model (self->drop_down);

  if (model == NULL || g_list_model_get_n_items (model) != count)
    return FALSE;

  for (guint i = 0; i < count; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), names[i]))
      return FALSE;

  return TRUE;
}

void
lockstep_target_picker_refresh (LockstepTargetPicker *self, LockstepCase *subject)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  g_autoptr (GPtrArray) names = create_names (diagnosis);
  guint count = names->len - 1;

  g_return_if_fail (LOCKSTEP_IS_TARGET_PICKER (self));

  g_set_object (&self->subject, subject);
  self->showing = TRUE;
  if (!shows_already (self, (char **) names->pdata, count))
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) names->pdata);

      gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
    }
  if (count > 0)
    gtk_drop_down_set_selected (self->drop_down,
                                MIN (lockstep_case_get_chosen (subject), count - 1));
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), count > 1);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  self->showing = FALSE;
}
