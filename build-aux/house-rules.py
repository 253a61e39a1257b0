#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the house rules that no compiler knows.

usage: house-rules.py [--expect] ROOT

Prints FILE:LINE: what is wrong. With --expect ROOT holds files that break rules on purpose: each
line with a comment `expect: TEXT` must get a complaint that holds TEXT, and no other line any.
Exit status: 0 where nothing (else) is wrong, 1 otherwise.
"""
import pathlib
import re
import sys

MAX_LINES = 400
MAX_FUNCTION = 75
SOURCES = {".c", ".h", ".py", ".ui", ".sh", ".css", ".build", ""}
BANNED = {
    "g_error": "return a GError",
    "g_spawn_sync": "use GSubprocess, asynchronously",
    "g_spawn_command_line_sync": "use GSubprocess, asynchronously",
    "system": "use GSubprocess, asynchronously",
    "popen": "use GSubprocess, asynchronously",
    "g_usleep": "wait for the event",
    "usleep": "wait for the event",
    "sleep": "wait for the event",
    "time": "take the time as an argument, or g_get_real_time()",
    "sprintf": "use g_strdup_printf()",
    "strcpy": "use g_strdup()",
    "strcat": "use GString",
    "gets": "bound what is read",
    "atoi": "use g_ascii_string_to_signed(), which says when it fails",
    "gtk_dialog_run": "nothing waits on the main thread",
}
# A path of somebody's machine; what the program reads there at run time stands in no source.
MACHINE = re.compile(r"/(?:work|root|home/[a-z])/")
ROW = re.compile(r"^\s*\['([a-z0-9]+)',\s*\[([^\]]*)\]", re.M)
GTK = ("gtk/", "adwaita.h", "gdk/", "ui/")


def layer_table():
    build = pathlib.Path(__file__).resolve().parent.parent / "src" / "meson.build"
    return {
        name: set(re.findall(r"'([a-z0-9]+)'", below)) | {name}
        for name, below in ROW.findall(build.read_text(encoding="utf-8"))
    }


def include_complaint(line, layer, table):
    found = re.match(r'#include [<"]([^">]+)[">]', line)
    if not found:
        return None
    header = found.group(1)
    if header.startswith("../"):
        return "includes climb no folders: the layer table says what is visible"
    if layer not in table:
        return None
    if layer != "ui" and header.startswith(GTK):
        return f"{layer}/ must not see {header}"
    folder = header.split("/")[0]
    if "/" in header and folder in table and folder not in table[layer]:
        return f"{layer}/ must not see {folder}/: see the layer table in src/meson.build"
    return None


def line_complaints(line, layer, table):
    code = re.sub(r'"(?:\\.|[^"\\])*"', '""', line)
    if not code.lstrip().startswith(("*", "/*", "//")):
        for name, instead in BANNED.items():
            if re.search(rf"(?<![\w>.]){name} ?\(", code):
                yield f"{name}(): {instead}"
    wrong = include_complaint(line, layer, table)
    if wrong:
        yield wrong


def function_complaints(lines):
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            if number - start > MAX_FUNCTION:
                yield start, f"a function of {number - start} lines: a screen holds {MAX_FUNCTION}"
            start = None


def complaints(path, inside, table):
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    if len(lines) - 1 > MAX_LINES:
        yield MAX_LINES + 1, f"{len(lines) - 1} lines, the limit is {MAX_LINES}"
    if text and "SPDX-License-Identifier" not in "\n".join(lines[:4]):
        yield 1, "the SPDX line is missing"
    layer = inside.parts[1] if inside.parts[0] == "src" and len(inside.parts) > 2 else ""
    is_c = path.suffix in {".c", ".h"}
    for number, line in enumerate(lines, 1):
        if is_c:
            for what in line_complaints(line, layer, table):
                yield number, what
        if re.search(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b", line) and "issues/" not in line:
            yield number, "a mark for later needs an issue link"
        if MACHINE.search(line) and "MACHINE" not in line:
            yield number, "the path of a machine"
    if is_c:
        yield from function_complaints(lines)


def sources(root):
    skipped = {"_build", ".git", "bad"}
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.is_file() and not skipped & set(inside.parts[:-1]) and path.suffix in SOURCES:
            if path.suffix or (inside.parts[0] in {"scripts", ".ci", "benchmarks"}):
                yield path


def check(root, expect):
    table, bad = layer_table(), 0
    for path in sources(root):
        expected = {}
        if expect:
            for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
                for text in re.findall(r"expect: ([^*]+?) ?(?:\*/|$)", line):
                    expected[number] = text
        for number, what in complaints(path, path.relative_to(root), table):
            if expect and expected.get(number, "\0") in what:
                expected.pop(number)
                continue
            print(f"{path}:{number}: {what}")
            bad += 1
        for number, text in expected.items():
            print(f"{path}:{number}: expected a complaint about: {text}")
            bad += 1
    return bad


def main(arguments):
    expect = "--expect" in arguments
    roots = [a for a in arguments if a != "--expect"]
    return 1 if check(pathlib.Path(roots[0]), expect) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
