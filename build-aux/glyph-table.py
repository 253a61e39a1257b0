#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the table of src/picture/glyph.c from the symbolic icons: OUTPUT ICON…

The window takes a glyph from the icon theme, the report writes its path into the SVG. Both come
from the same file, so that they cannot drift apart.
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{http://www.w3.org/2000/svg}"
WIDTH = 90


def read_path(file):
    paths = ElementTree.parse(file).getroot().findall(NAMESPACE + "path")
    if len(paths) != 1 or paths[0].get("fill-rule") != "evenodd":
        sys.exit(f"{file}: a glyph is one path with fill-rule evenodd")
    return paths[0].get("d")


def main(output, *icons):
    rows = []
    for icon in sorted(map(pathlib.Path, icons)):
        name = icon.stem.removeprefix("lockstep-").removesuffix("-symbolic")
        path = read_path(icon)
        parts = [path[i : i + WIDTH] for i in range(0, len(path), WIDTH)]
        text = "\n    ".join(f'"{part}"' for part in parts)
        rows.append((name, f'  {{ "{name}",\n    {text} }},\n'))
    rows.sort()
    pathlib.Path(output).write_text("".join(row for _, row in rows), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
