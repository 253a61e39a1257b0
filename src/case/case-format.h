/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Name of the format of saved cases; the number rises only when old programs could not read it. */
#define LOCKSTEP_CASE_SCHEMA "lockstep.case/1"
