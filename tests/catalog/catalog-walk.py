#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the whole catalogue for what neither the loader nor the schema can tell.

usage: catalog-walk.py CATALOG

No flow has a dead end, every remedy is somebody's, no text is wider than the pages can show.
"""
import json
import pathlib
import re
import sys

# The widest text that a page shows on one line, in characters.
HEADLINE = 45
FIX_ANSWER = 41
QUESTION = 44
RAIL = 24


def wide(texts, width):
    return [f"{where}: {len(text)} characters, {width} fit: {text}"
            for where, text in texts if len(text) > width]


def widths(catalog):
    headlines = [(m["id"], m["headline"]) for m in catalog["messages"] if "headline" in m]
    headlines += [(f'{c["id"]} {role}', c[role]["headline"]) for c in catalog["conditions"]
                  for role in ("client", "server") if role in c]
    yield from wide(headlines, HEADLINE)
    yield from wide([(c["id"], c["fix"]["answer"]) for c in catalog["causes"]
                     if "{" not in c["fix"]["answer"]], FIX_ANSWER)
    yield from wide([(w["id"], s["question"]) for w in catalog["walkthroughs"]
                     for v in w["variants"] for s in v["steps"]], QUESTION)
    yield from wide([(f'{c["id"]} {name}', f["short"]) for c in catalog["checks"]
                     for name, f in c["findings"].items() if "{" not in f["short"]], RAIL)


def flows(catalog):
    order = ["symptom", "server", "reach", "handshake", "certificate", "chain", "services",
             "on-the-server", "fix", "export"]
    for flow in catalog["flows"]:
        steps = flow["steps"]
        if len(set(steps)) != len(steps):
            yield f'{flow["id"]}: a step stands there twice'
        if steps[0] != "symptom" or steps[-2:] != order[-2:]:
            yield f'{flow["id"]}: it must lead from the symptom to the fix and the ticket'
        if ("on-the-server" in steps) != ("walkthrough" in flow):
            yield f'{flow["id"]}: "on-the-server" and "walkthrough" go together'


def causes(catalog):
    known = {cause["id"]: cause["explains"] if "explains" in cause else []
             for cause in catalog["causes"]}

    def walk(id, path):
        if id in path:
            yield f'{" > ".join([*path, id])}: a cause explains itself'
            return
        for consequence in known[id]:
            yield from walk(consequence, [*path, id])

    for id in known:
        yield from walk(id, [])


def remedies(catalog):
    used = {r for c in catalog["causes"] for r in c["remedies"]}
    for remedy in catalog["remedies"]:
        if remedy["id"] not in used:
            yield f'{remedy["id"]}: no cause leads to this remedy'
        if not all(person["steps"] for person in remedy["people"]):
            yield f'{remedy["id"]}: somebody has nothing to do'


def messages(catalog):
    said = {}
    names = {name.lower() for c in catalog["conditions"] for name in [c["id"], *c.get("names", [])]}
    conditions = {c["id"]: c for c in catalog["conditions"]}
    for message in catalog["messages"]:
        for words in message.get("says", []):
            key = re.sub(r"\s+", " ", words.strip().lower())
            if len(key) < 4:
                yield f'{message["id"]}: "{words}" is too short to be found'
            if key in said:
                yield f'{message["id"]}: "{words}" is said by {said[key]} too'
            if key in names:
                yield f'{message["id"]}: "{words}" is the name of a condition'
            said[key] = message["id"]
        condition = conditions.get(message.get("condition"))
        if "headline" not in message and condition and message["role"] not in condition:
            yield f'{message["id"]}: its condition has no words for the {message["role"]}'
    yield from (f"{number}: a message of IBM HTTP Server is missing" for number in range(192, 277)
                if number not in GAPS and
                not any(m["id"][:7] == f"SSL{number:04}" for m in catalog["messages"]))
    yield from (f"{id} is missing" for id in CLIENT
                if not any(m["id"] == id for m in catalog["messages"]))


# Numbers that the page of the handshake messages leaves out.
GAPS = {194, 195, 199, 244, 268, 269, 274, 275}
CLIENT = [f"CWBCO{number}" for number in (1003, 1004, 1034, 1040, 1047, 1048, 1049, 1050, 1054)]


def main():
    catalog = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    problems = [problem for part in (widths, flows, causes, remedies, messages)
                for problem in part(catalog)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


sys.exit(main())
