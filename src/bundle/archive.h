/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>

G_BEGIN_DECLS

/* Every function of libarchive that is used: adding one is one line here. */
#define LOCKSTEP_ARCHIVE_FUNCTIONS(X)                                                              \
  X (archive_error_string)                                                                         \
  X (archive_write_new)                                                                            \
  X (archive_write_set_format_zip)                                                                 \
  X (archive_write_set_bytes_in_last_block)                                                        \
  X (archive_write_open)                                                                           \
  X (archive_write_header)                                                                         \
  X (archive_write_data)                                                                           \
  X (archive_write_close)                                                                          \
  X (archive_write_free)                                                                           \
  X (archive_entry_new)                                                                            \
  X (archive_entry_set_pathname)                                                                   \
  X (archive_entry_set_size)                                                                       \
  X (archive_entry_set_filetype)                                                                   \
  X (archive_entry_set_perm)                                                                       \
  X (archive_entry_set_mtime)                                                                      \
  X (archive_entry_free)

/**
 * LockstepArchive:
 *
 * libarchive, loaded when the first bundle is written: it brings a dozen libraries along, which
 * would take half of the time of starting. Each member is the function of its name.
 */
typedef struct
{
#define LOCKSTEP_ARCHIVE_MEMBER(name) __typeof__ (&name) name;
  LOCKSTEP_ARCHIVE_FUNCTIONS (LOCKSTEP_ARCHIVE_MEMBER)
#undef LOCKSTEP_ARCHIVE_MEMBER
} LockstepArchive;

/* NULL where this computer has no libarchive that fits. */
const LockstepArchive *lockstep_archive_get (void);

G_END_DECLS
