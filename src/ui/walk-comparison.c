/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/walk-comparison.h"

#include "base/text.h"
#include "ui/parts.h"

#include <glib/gi18n-lib.h>

struct _LockstepWalkComparison
{
  AdwBin parent_instance;

  GtkLabel *read;
  GtkLabel *sign;
  GtkLabel *seen_caption;
  GtkLabel *seen;
  AdwBin *glyph;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (LockstepWalkComparison, lockstep_walk_comparison, ADW_TYPE_BIN)

/* What a comparison says. */
typedef struct
{
  gboolean seen;
  gboolean agrees;
  gboolean earlier; /* compared with the look before "check again" */
  gint64 date;
} Comparison;

/* DCM shows the date in the zone of the server, and a person reads the day only. */
static gboolean
is_same_day (gint64 read, gint64 seen)
{
  return ABS (lockstep_text_calendar_days (read, seen)) <= 1;
}

static gboolean
get_seen (const LockstepDiagnosis *diagnosis, guint index, gint64 *ret_date)
{
  const LockstepTargetDiagnosis *target;

  if (diagnosis == NULL || index >= diagnosis->observations->len)
    return FALSE;

  target = g_ptr_array_index (diagnosis->observations, index);
  if (!lockstep_fact_set_has (target->facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER))
    return FALSE;

  *ret_date = lockstep_fact_set_get_time (target->facts, LOCKSTEP_FACT_CERTIFICATE_NOT_AFTER);
  return TRUE;
}

/* The observation of @diagnosis that is about the same host and port as @like. */
static guint
find_same (const LockstepDiagnosis *diagnosis, const LockstepObservation *like)
{
  for (guint i = 0; i < diagnosis->observations->len; i++)
    {
      const LockstepObservation *seen = lockstep_scene_get (diagnosis->scene, i);

      if (seen->port == like->port && g_str_equal (seen->host, like->host))
        return i;
    }

  return diagnosis->observations->len;
}

/* After a renewal the network shows the new certificate; the date that was read before it then
 * belongs to the look before. */
static Comparison
compare (LockstepCase *subject, gint64 read)
{
  LockstepDiagnosis *now = lockstep_case_get_diagnosis (subject);
  LockstepDiagnosis *before = lockstep_case_get_before (subject);
  guint index = lockstep_case_get_walk_target (subject);
  Comparison comparison = { FALSE, FALSE, FALSE, 0 };
  gint64 date;

  if (get_seen (now, index, &date))
    comparison = (Comparison){ TRUE, is_same_day (read, date), FALSE, date };
  if (!comparison.agrees && before != NULL && now != NULL && index < now->observations->len &&
      get_seen (before, find_same (before, lockstep_scene_get (now->scene, index)), &date) &&
      is_same_day (read, date))
    comparison = (Comparison){ TRUE, TRUE, TRUE, date };

  return comparison;
}

/* Judged for the same moment as all the rest. */
static gboolean
is_expired (LockstepCase *subject, gint64 read)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (diagnosis != NULL && lockstep_fact_set_has (diagnosis->scene->facts, LOCKSTEP_FACT_RUN_AT))
    now = lockstep_fact_set_get_time (diagnosis->scene->facts, LOCKSTEP_FACT_RUN_AT);

  return now > read;
}

static const char *
word_sentence (LockstepCase *subject, const Comparison *comparison, gboolean expired)
{
  const LockstepEntry *walk = lockstep_case_get_walkthrough (subject);

  if (!comparison->seen)
    return expired ? _ ("It has expired. No certificate was seen on the network, and this may be "
                        "why.")
                   : _ ("It is still valid. No certificate was seen on the network to compare it "
                        "with.");
  if (comparison->earlier)
    return _ ("Both agreed when the date was read. The network shows another one now.");
  if (comparison->agrees && expired)
    return _ ("Both agree. So this is the certificate that the users get, and it has expired.");

  return lockstep_entry_text (walk, comparison->agrees ? "agree" : "differ");
}

static void
show_sign (LockstepWalkComparison *self, const Comparison *comparison)
{
  const char *name = comparison->agrees ? _ ("is the same as") : _ ("differs from");

  gtk_label_set_label (self->sign, comparison->agrees ? "=" : "≠");
  gtk_widget_remove_css_class (GTK_WIDGET (self->sign), "success");
  gtk_widget_remove_css_class (GTK_WIDGET (self->sign), "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->sign), comparison->agrees ? "success" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sign),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->sign), comparison->seen);
}

gboolean
lockstep_walk_comparison_show (LockstepWalkComparison *self, LockstepCase *subject)
{
  g_autofree char *read_text = NULL;
  g_autofree char *seen_text = NULL;
  Comparison comparison;
  gint64 read;
  gboolean known = lockstep_case_get_read_date (subject, &read);

  g_return_val_if_fail (LOCKSTEP_IS_WALK_COMPARISON (self), FALSE);

  gtk_widget_set_visible (GTK_WIDGET (self), known);
  if (!known)
    return FALSE;

  comparison = compare (subject, read);
  read_text = lockstep_text_date (read);
  seen_text =
      comparison.seen ? lockstep_text_date (comparison.date) : g_strdup (_ ("No certificate"));
  gtk_label_set_label (self->read, read_text);
  gtk_label_set_label (self->seen, seen_text);
  gtk_label_set_label (self->seen_caption,
                       comparison.earlier ? _ ("Seen on the network before")
                                          : _ ("Seen on the network"));
  show_sign (self, &comparison);
  gtk_label_set_label (self->sentence,
                       word_sentence (subject, &comparison, is_expired (subject, read)));
  adw_bin_set_child (
      self->glyph,
      lockstep_state_image_new (comparison.agrees ? LOCKSTEP_STATE_FINE : LOCKSTEP_STATE_LOOK));

  return comparison.agrees && !comparison.earlier;
}

static void
lockstep_walk_comparison_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOCKSTEP_TYPE_WALK_COMPARISON);

  G_OBJECT_CLASS (lockstep_walk_comparison_parent_class)->dispose (object);
}

static void
lockstep_walk_comparison_class_init (LockstepWalkComparisonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lockstep_walk_comparison_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/lockstepdesk/Lockstep/ui/walk-comparison.ui");
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkComparison, read);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkComparison, sign);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkComparison, seen_caption);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkComparison, seen);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkComparison, glyph);
  gtk_widget_class_bind_template_child (widget_class, LockstepWalkComparison, sentence);
}

static void
lockstep_walk_comparison_init (LockstepWalkComparison *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
