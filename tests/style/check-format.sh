#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: check-format.sh CLANG-FORMAT ROOT
# The formatter decides: prints what it would change.
find "$2/src" "$2/tests" -name '*.[ch]' -not -path '*/bad/*' -print0 |
  xargs -0 "$1" --dry-run -Werror
