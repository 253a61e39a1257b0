/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/page-table.h"

#include "ui/certificate-page.h"
#include "ui/chain-page.h"
#include "ui/export-page.h"
#include "ui/fix-page.h"
#include "ui/handshake-page.h"
#include "ui/on-the-server-page.h"
#include "ui/reach-page.h"
#include "ui/server-page.h"
#include "ui/services-page.h"
#include "ui/symptom-page.h"

typedef GType (*GetType) (void);

static const GetType pages[LOCKSTEP_N_PAGES] = {
  [LOCKSTEP_PAGE_SYMPTOM] = lockstep_symptom_page_get_type,
  [LOCKSTEP_PAGE_SERVER] = lockstep_server_page_get_type,
  [LOCKSTEP_PAGE_REACH] = lockstep_reach_page_get_type,
  [LOCKSTEP_PAGE_HANDSHAKE] = lockstep_handshake_page_get_type,
  [LOCKSTEP_PAGE_CERTIFICATE] = lockstep_certificate_page_get_type,
  [LOCKSTEP_PAGE_CHAIN] = lockstep_chain_page_get_type,
  [LOCKSTEP_PAGE_SERVICES] = lockstep_services_page_get_type,
  [LOCKSTEP_PAGE_ON_THE_SERVER] = lockstep_on_the_server_page_get_type,
  [LOCKSTEP_PAGE_FIX] = lockstep_fix_page_get_type,
  [LOCKSTEP_PAGE_EXPORT] = lockstep_export_page_get_type,
};

GType
lockstep_page_table_get_type (LockstepStepKindOfPage page)
{
  if ((guint) page >= G_N_ELEMENTS (pages) || pages[page] == NULL)
    return G_TYPE_INVALID;

  return pages[page]();
}

LockstepPage *
lockstep_page_table_create (LockstepStepKindOfPage page, LockstepCase *subject)
{
  GType type = lockstep_page_table_get_type (page);

  if (type == G_TYPE_INVALID)
    return NULL;

  return g_object_new (type, "case", subject, NULL);
}

const LockstepStepView *
lockstep_page_table_step (LockstepCase *subject, LockstepStepKindOfPage page, int direction)
{
  const GPtrArray *steps = lockstep_case_get_steps (subject);
  int at = -1;

  for (guint i = 0; i < steps->len; i++)
    {
      const LockstepStepView *view = g_ptr_array_index (steps, i);

      if (view->page == page)
        at = (int) i;
    }

  for (int i = at + direction; i >= 0 && i < (int) steps->len; i += direction)
    {
      const LockstepStepView *view = g_ptr_array_index (steps, i);

      if (lockstep_page_table_get_type (view->page) != G_TYPE_INVALID)
        return view;
    }

  return NULL;
}
