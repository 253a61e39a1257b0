#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every text of the catalogue reaches the translators.

usage: catalog-strings.py CATALOG SCHEMA SCRIPT

What is a text is judged here without the schema: whatever reads like words and does not stand in a
member that is known to hold none.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

NO_TEXT = {"source", "commands", "code", "url", "symptom", "start", "restart", "when", "id", "icon",
           "application", "job", "mapper", "names", "signatures", "tls-minimum"}
ALWAYS = {"headline", "meaning", "question", "answer", "short", "name", "because"}


def strings(value, member=""):
    if isinstance(value, str):
        yield member, value
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, member)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in NO_TEXT:
                yield from strings(inner, name)


def main():
    catalog = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    # What a product prints is recognised, and shown as the user sees it, in no other language.
    for message in catalog["messages"]:
        del message["title"]
        message.pop("says", None)
    printed = subprocess.run([sys.executable, sys.argv[3], sys.argv[1], sys.argv[2]], check=True,
                             capture_output=True).stdout.decode()
    said = {json.loads(text) for text in re.findall(r"^N_\((.*)\)$", printed, re.M)}
    wanted = {text for member, text in strings(catalog)
              if text and (" " in text or member in ALWAYS)}
    every = {text for _, text in strings(catalog)}

    problems = [f"not printed: {text}" for text in sorted(wanted - said)]
    problems += [f"no text of the catalogue: {text}" for text in sorted(said - every)]
    if len(said) < 100:
        problems.append(f"only {len(said)} texts are printed")

    if shutil.which("xgettext"):
        with tempfile.TemporaryDirectory() as folder:
            header = pathlib.Path(folder, "strings.h")
            header.write_text(printed, encoding="utf-8")
            out = subprocess.run(["xgettext", "--from-code=UTF-8", "--keyword=N_", "--no-wrap",
                                  "--add-comments=Translators", "--language=C", "-o", "-", header],
                                 check=True, capture_output=True).stdout.decode()
        read = len(re.findall(r"^msgid ", out, re.M)) - 1
        if read != len(said):
            problems.append(f"xgettext reads {read} of {len(said)} texts")
        if "c-format" in out.replace("no-c-format", ""):
            problems.append("a text is taken for a format of printf")

    for problem in problems:
        print(problem)
    return 1 if problems else 0


sys.exit(main())
