#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the catalogue's texts for people as C, for xgettext to read.

usage: catalog-strings.py CATALOG SCHEMA

The schema says which members are texts: those defined by one of its "text…" definitions. gettext
0.21 reads no JSON, hence this way round.
"""
import json
import pathlib
import sys


def texts(value, rule, path=()):
    """Yields (path, text) for every text inside a value, in the order of the schema's members."""
    if rule.get("$ref", "").rpartition("/")[2].startswith("text"):
        if value:
            yield path, value
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, rule.get("items", {}), path)
    elif isinstance(value, dict):
        for member, inner in value.items():
            inside = rule.get("properties", {}).get(member, rule.get("additionalProperties"))
            if isinstance(inside, dict):
                yield from texts(inner, inside, (*path, member))


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def main():
    catalog = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    schema = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    lines = ["/* SPDX-License-Identifier: GPL-3.0-or-later */",
             "/* Made by build-aux/catalog-strings.py; for xgettext, not for the compiler. */"]
    for section, entries in catalog.items():
        if not isinstance(entries, list):
            continue
        for entry in entries:
            for path, text in texts(entry, schema["properties"][section]["items"]):
                where = f'{section} {quote(entry["id"])}: {".".join(path)}'
                places = " Words in {braces} stay as they are." if "{" in text else ""
                lines.append(f"/* Translators: {where}.{places} */")
                lines.append("/* xgettext:no-c-format */")
                lines.append(f"N_({quote(text)})")
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode())


main()
