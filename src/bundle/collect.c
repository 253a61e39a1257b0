/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle/bundle.h"

#include "base/error.h"
#include "bundle/part.h"
#include "report/report.h"
#include "x509/certificate.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
add_text (GPtrArray *parts, const char *name, char *text)
{
  g_ptr_array_add (parts, lockstep_bundle_part_new_text (name, text));
}

static void
add_certificate (GPtrArray *parts, GBytes *der, guint number, gboolean hides_names)
{
  g_autoptr (LockstepCertificate) certificate = lockstep_certificate_new (der, NULL);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (certificate == NULL || hides_names)
    return;

  label = lockstep_bundle_safe_label (lockstep_certificate_get_label (certificate));
  name = g_strdup_printf ("certificates/%02u-%s.pem", number, label);
  add_text (parts, name, lockstep_certificate_to_pem (der));
}

static void
add_certificates (GPtrArray *parts, LockstepCase *subject, gboolean hides_names)
{
  LockstepDiagnosis *diagnosis = lockstep_case_get_diagnosis (subject);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_bytes_hash, g_bytes_equal);

  for (guint i = 0; diagnosis != NULL && i < diagnosis->observations->len; i++)
    {
      const LockstepObservation *observation = lockstep_scene_get (diagnosis->scene, i);

      for (guint c = 0; c < observation->chain->len; c++)
        {
          const LockstepLink *link = g_ptr_array_index (observation->chain, c);

          if (g_hash_table_add (seen, link->der))
            add_certificate (parts, link->der, g_hash_table_size (seen), hides_names);
        }
    }
}

static gboolean
add_file (GPtrArray *parts, const char *path, LockstepRedaction *redaction, GError **error)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *clean = lockstep_redaction_apply (redaction, base);
  LockstepBundlePart *part;
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_FILE,
                   _ ("%1$s cannot go into the bundle: %2$s"),
                   display,
                   g_strerror (errno));
      return FALSE;
    }

  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_FILE,
                   _ ("%s cannot go into the bundle: it is no ordinary file"),
                   display);
      return FALSE;
    }

  if ((guint64) status.st_size > LOCKSTEP_BUNDLE_MAX_FILE_SIZE)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_LIMIT,
                   _ ("%s cannot go into the bundle: it is larger than 512 MiB"),
                   display);
      return FALSE;
    }

  part = g_new0 (LockstepBundlePart, 1);
  part->name = lockstep_bundle_make_name (parts, "added", clean);
  part->path = g_strdup (path);
  part->size = (guint64) status.st_size;
  g_ptr_array_add (parts, part);

  return TRUE;
}

static gboolean
add_files (GPtrArray *parts, const char *const *files, LockstepRedaction *redaction, GError **error)
{
  guint n = files != NULL ? g_strv_length ((char **) files) : 0;

  if (n > LOCKSTEP_BUNDLE_MAX_FILES)
    {
      g_set_error (error,
                   LOCKSTEP_ERROR,
                   LOCKSTEP_ERROR_LIMIT,
                   _ ("At most %d files can be added to a bundle."),
                   LOCKSTEP_BUNDLE_MAX_FILES);
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    if (!add_file (parts, files[i], redaction, error))
      return FALSE;

  return TRUE;
}

GPtrArray *
lockstep_bundle_collect (LockstepCase *subject,
                         const LockstepBundleOptions *options,
                         GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (LockstepRedaction) redaction = NULL;
  LockstepReportOptions report = { NULL, FALSE };

  g_return_val_if_fail (LOCKSTEP_IS_CASE (subject), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) lockstep_bundle_part_free);
  redaction = lockstep_report_redaction (subject, options->redact);
  report.redaction = redaction;

  if ((options->parts & LOCKSTEP_BUNDLE_REPORT) != 0)
    {
      add_text (parts, "report.html", lockstep_report_html (subject, &report));
      add_text (parts, "report.json", lockstep_report_json (subject, &report));
      add_text (parts, "ticket.txt", lockstep_report_ticket (subject, &report));
    }
  if ((options->parts & LOCKSTEP_BUNDLE_CERTIFICATES) != 0)
    add_certificates (parts,
                      subject,
                      (options->redact & (LOCKSTEP_REDACT_HOSTS | LOCKSTEP_REDACT_ADDRESSES)) != 0);
  if ((options->parts & LOCKSTEP_BUNDLE_HANDSHAKE) != 0)
    add_text (parts, "handshake.txt", lockstep_report_handshakes (subject, &report));
  if ((options->parts & LOCKSTEP_BUNDLE_JOURNAL) != 0)
    add_text (parts, "journal.txt", lockstep_report_journal (subject, &report));

  return add_files (parts, options->files, redaction, error) ? g_steal_pointer (&parts) : NULL;
}
