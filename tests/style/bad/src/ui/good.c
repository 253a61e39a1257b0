/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/case.h"

#include <gtk/gtk.h>
