/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/services-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  LOCKSTEP_SERVICES_SERVICE,
  LOCKSTEP_SERVICES_PLAIN,
  LOCKSTEP_SERVICES_TLS,
  LOCKSTEP_SERVICES_CERTIFICATE,
  LOCKSTEP_SERVICES_UNTIL,
  LOCKSTEP_N_SERVICES_COLUMNS
} LockstepServicesColumn;

/* What @item shows in a column of the table. */
GtkWidget *lockstep_services_cell_new (LockstepServicesColumn column, LockstepServicesItem *item)
    G_GNUC_WARN_UNUSED_RESULT;

/* The letter of a certificate in its form. */
GtkWidget *lockstep_services_letter_new (const char *letter, gboolean odd, gboolean square)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
