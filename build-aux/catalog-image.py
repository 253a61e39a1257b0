#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles the catalogue into C, so that the program finds it read already.

usage: catalog-image.py CATALOG OUTPUT

The values become one constant array of LockstepEntry (src/catalog/entry.h) with the strings behind
it. What the values mean is not checked here but by the loader: a test reads the same file with it
and compares.
"""
import json
import pathlib
import sys

SIZE = 16  # of a LockstepEntry
COLUMNS = 96


class Image:
    def __init__(self):
        self.values = []
        self.strings = {}
        self.length = 0

    def string(self, text):
        """The place of a string among the strings; equal ones share it."""
        if "\0" in text:
            sys.exit(f"a string with a NUL: {text!r}")
        if text not in self.strings:
            self.strings[text] = self.length
            self.length += len(text.encode()) + 1
        return self.strings[text]

    def block(self, values, names=None):
        """Adds values that stand one behind the other, then what is inside them."""
        first = len(self.values)
        self.values += [None] * len(values)
        for at, value in enumerate(values, first):
            name = self.string(names[at - first]) if names else None
            self.values[at] = (name, *self.describe(value, at))
        return first

    def describe(self, value, at):
        """Kind, length, content; the content of a string is its place, as a list of one."""
        if isinstance(value, str):
            return "STRING", 0, [self.string(value)]
        if isinstance(value, bool):
            return "BOOLEAN", 0, int(value)
        if isinstance(value, int):
            return "INTEGER", 0, value
        if isinstance(value, dict):
            first = self.block(list(value.values()), list(value))
            return "OBJECT", len(value), (first - at) * SIZE
        if isinstance(value, list):
            return "ARRAY", len(value), (self.block(value) - at) * SIZE
        sys.exit(f"the catalogue has no use for {value!r}")

    def rows(self):
        """The values as C, with the distances that are known only when all are there."""
        for at, (name, kind, length, content) in enumerate(self.values):
            behind = (len(self.values) - at) * SIZE
            name = 0 if name is None else behind + name
            content = behind + content[0] if isinstance(content, list) else content
            yield f"{{ {name}, LOCKSTEP_VALUE_{kind}, {length}, {content} }},"


def quote(data):
    """Bytes as lines of string literals; octal for what could mean something else to a compiler."""
    def escape(byte):
        char = chr(byte)
        return char if char.isascii() and char.isprintable() and char not in '"\\?' else f"\\{byte:03o}"

    for start in range(0, len(data), COLUMNS):
        yield '"' + "".join(map(escape, data[start : start + COLUMNS])) + '"'


def order(section, entries):
    """The numbers of the entries in the order of their ids, as src/catalog/shelf.c looks them up."""
    def key(number):
        id = entries[number]["id"].encode()
        return id.lower() if section == "messages" else id

    return sorted(range(len(entries)), key=key)


def main(catalog, output):
    root = json.loads(pathlib.Path(catalog).read_text(encoding="utf-8"))
    sections = {name: entries for name, entries in root.items() if name != "format"}
    image, shelves, by_id = Image(), [], []
    for name, entries in sections.items():
        first = image.block(entries)
        shelves.append(
            f"  [LOCKSTEP_SECTION_{name.upper()}] = "
            f"{{ image.values + {first}, by_id + {len(by_id)}, {len(entries)} }},"
        )
        by_id += order(name, entries)
    data = b"".join(text.encode() + b"\0" for text in image.strings)
    lines = [
        "/* Made by build-aux/catalog-image.py out of data/catalog.json. */",
        '#include "config.h"',
        "",
        '#include "catalog/shelf.h"',
        "",
        f"G_STATIC_ASSERT (sizeof (LockstepEntry) == {SIZE});",
        "",
        "static const struct",
        "{",
        f"  LockstepEntry values[{len(image.values)}];",
        f"  char strings[{len(data) + 1}];",
        "} image = {",
        "  {",
        *image.rows(),
        "  },",
        *(quote(data)),
        "};",
        "",
        "static const guint32 by_id[] = {",
        *(f"{number}," for number in by_id),
        "};",
        "",
        "const LockstepShelf lockstep_builtin_shelves[LOCKSTEP_N_SECTIONS] = {",
        *shelves,
        "};",
    ]
    pathlib.Path(output).write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
