#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes po/POTFILES: every file with a text to translate, so that none is forgotten.

usage: potfiles.py [--check] ROOT

With --check nothing is written; the exit status is 1 where the file is not what it should be.
"""
import pathlib
import re
import sys

CALL = re.compile(r"(?<![\w])(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?|dngettext) ?\(")
MARK = re.compile(r'translatable="(?:yes|true)"')
# Made in the build folder from the catalogue; xgettext looks for it there too.
MADE = ["po/catalog-strings.h"]


def wanted(root):
    for path in sorted(root.glob("src/**/*.[ch]")):
        if CALL.search(path.read_text()):
            yield path
    for path in sorted(root.glob("data/**/*.ui")):
        if MARK.search(path.read_text()):
            yield path
    for pattern in ("data/*.desktop", "data/*.desktop.in", "data/*.metainfo.xml",
                    "data/*.metainfo.xml.in", "data/*.gschema.xml"):
        yield from sorted(root.glob(pattern))


def main():
    check = "--check" in sys.argv[1:]
    root = pathlib.Path(sys.argv[-1])
    names = [str(path.relative_to(root)) for path in wanted(root)]
    text = "\n".join(["# Written by build-aux/potfiles.py", *sorted(names + MADE)]) + "\n"
    kept = root / "po" / "POTFILES"
    if not check:
        kept.write_text(text)
        return 0
    have = kept.read_text().splitlines()
    for name in sorted(set(text.splitlines()) ^ set(have)):
        print(f"po/POTFILES: {name} is {'one too many' if name in have else 'missing'}; "
              "run build-aux/potfiles.py .")
    return have != text.splitlines()


sys.exit(main())
