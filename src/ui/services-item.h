/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case/case.h"

G_BEGIN_DECLS

#define LOCKSTEP_TYPE_SERVICES_ITEM (lockstep_services_item_get_type ())
G_DECLARE_FINAL_TYPE (LockstepServicesItem,
                      lockstep_services_item,
                      LOCKSTEP,
                      SERVICES_ITEM,
                      GObject)

/**
 * LockstepServicesItem:
 * @index: the observation that it is about
 * @name: "Telnet"
 * @plain: port without TLS, and a word where it does not answer; "" where it was not looked at
 * @tls: the same of the port with TLS
 * @letter: of its certificate; NULL for none
 * @square: the letter stands in a square
 * @until: end of the validity of its certificate; "" for none
 * @odd: this one is out of step
 *
 * One service as a row of the table; const once it is made.
 */
struct _LockstepServicesItem
{
  GObject parent_instance;

  guint index;
  char *name;
  LockstepStepState plain_state;
  char *plain;
  LockstepStepState tls_state;
  char *tls;
  char *letter;
  gboolean square;
  LockstepStepState until_state;
  char *until;
  gboolean odd;
};

/* One item for each service that was looked at, in the order of the scene (element-type
 * LockstepServicesItem). */
GPtrArray *lockstep_services_items_new (LockstepCase *subject) G_GNUC_WARN_UNUSED_RESULT;

/* All that the item shows, to tell whether something changed. */
char *lockstep_services_item_dup_key (LockstepServicesItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
