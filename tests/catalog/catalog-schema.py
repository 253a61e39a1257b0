#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the catalogue, its schema and the loader against each other.

usage: catalog-schema.py CATALOG SCHEMA LOADER

The catalogue must be good for both. Then it is broken in many ways, one at a time: each broken
catalogue must be refused by the loader, with the file, the entry and the member in the message, and
by the schema too where JSON Schema can say such a thing (references and double ids it cannot).
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import fastjsonschema


def samples(catalog):
    """The first and the last entry of each section, which is enough to meet every table."""
    for section, list_ in catalog.items():
        if isinstance(list_, list) and list_:
            for index in sorted({0, len(list_) - 1}):
                yield section, index


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value if isinstance(value, list) else value.values():
            yield from strings(inner)


def reduce(catalog):
    """A catalogue of the samples and all that they name: each broken one takes less to read."""
    by_id = {}
    for section, list_ in catalog.items():
        for entry in list_ if isinstance(list_, list) else []:
            by_id.setdefault(entry["id"], []).append((section, entry))
    kept = set()
    waiting = [(section, catalog[section][index]) for section, index in samples(catalog)]
    while waiting:
        section, entry = waiting.pop()
        if (section, entry["id"]) not in kept:
            kept.add((section, entry["id"]))
            waiting += [named for text in strings(entry) for named in by_id.get(text, [])]
    return {section: [e for e in list_ if (section, e["id"]) in kept]
            if isinstance(list_, list) else list_ for section, list_ in catalog.items()}


class Mutations:
    """Broken catalogues: (name, text, expects, what the schema must refuse or None, section)."""

    def __init__(self, catalog, schema):
        self.catalog = catalog
        self.schema = schema
        self.made = []
        # Writing only what is broken anew takes a hundredth of the time of writing it all.
        self.texts = {section: [json.dumps(entry) for entry in list_]
                      for section, list_ in catalog.items() if isinstance(list_, list)}

    def write(self, section, index, entry):
        parts = [f'"format": {json.dumps(self.catalog["format"])}']
        for name, texts in self.texts.items():
            if name == section:
                texts = [*texts[:index], json.dumps(entry), *texts[index + 1:]]
            parts.append(f'"{name}": [{",".join(texts)}]')
        return "{" + ",".join(parts) + "}"

    def add(self, name, section, index, change, expects, expressible=True):
        entry = copy.deepcopy(self.catalog[section][index])
        change(entry)
        self.made.append((name, self.write(section, index, entry), expects,
                          entry if expressible else None, section))

    def entry(self, section, index):
        name = self.catalog[section][index]["id"]
        where = f'{section} "{name}"'
        self.add("unknown member", section, index, lambda e: e.update(nonsense=1),
                 [where, "nonsense"])
        self.walk(section, index, self.catalog[section][index],
                  self.schema["properties"][section]["items"], [], where)

    def walk(self, section, index, value, rule, path, where):
        """Breaks each member in turn, by what the schema says that it is."""
        def at(entry, steps):
            for step in steps:
                entry = entry[step]
            return entry

        def put(new):
            def change(entry):
                at(entry, path[:-1])[path[-1]] = new
            return change

        def drop(member):
            return lambda entry: at(entry, path).pop(member)

        label = "/".join(map(str, path))
        definition = rule.get("$ref", "").rpartition("/")[2]
        if path and path != ["id"]:
            self.add(f"wrong type at {label}", section, index, put(None), [where, str(path[0])])
        if definition == "when":
            self.when(section, index, put, where)
        elif definition == "fact":
            self.add("unknown fact", section, index, put("no.such-fact"), [where, "no.such-fact"])
        elif definition.startswith("text"):
            self.add("unknown place", section, index, put("See {no-such-place}."),
                     [where, "{no-such-place}"])
            self.add("lone brace", section, index, put("See { there."), [where, "brace"])
            if not definition.endswith("-or-empty"):
                self.add("empty text", section, index, put(""), [where, "empty"])
        elif "enum" in rule:
            self.add("unknown word", section, index, put("nonsense"), [where, "nonsense"])
        elif "$comment" in rule:
            self.add("dangling reference", section, index, put("no-such-entry"),
                     [where, "no-such-entry"], expressible=False)
        elif rule.get("type") == "integer":
            self.add("beyond the bounds", section, index, put(rule["maximum"] + 1), [where])
            self.add("no whole number", section, index, put(1.5), [where])
        elif rule.get("type") == "object" and "properties" in rule:
            for member in rule["required"]:
                if member != "id" or path:
                    self.add(f"{member} is missing", section, index, drop(member), [where, member])
            for member, inner in rule["properties"].items():
                if member in value:
                    self.walk(section, index, value[member], inner, path + [member], where)
        elif rule.get("type") == "object":
            for member, inner in list(value.items())[:1]:
                self.walk(section, index, inner, rule["additionalProperties"], path + [member],
                          where)
        elif rule.get("type") == "array":
            if "minItems" in rule:
                self.add("empty list", section, index, put([]), [where])
            for i, inner in list(enumerate(value))[:1]:
                self.walk(section, index, inner, rule["items"], path + [i], where)

    def when(self, section, index, put, where):
        validity = "certificate.validity"
        for name, broken, expects, expressible in (
                ("wrong word of a fact", {"fact": validity, "is": "expird"}, "expird", True),
                ("wrong word in a list", {"fact": validity, "one-of": ["expired", "expird"]},
                 "expird", True),
                ("unknown fact", {"fact": "certificate.colour", "is": "red"},
                 "certificate.colour", True),
                ("no comparison", {"fact": validity}, "comparison", True),
                ("two comparisons", {"fact": validity, "is": "expired", "known": True}, "one", True),
                ("order of words", {"fact": validity, "less-than": 3}, validity, True),
                ("text for a number", {"fact": "certificate.days-left", "less-than": "3"},
                 "number", True),
                ("different kinds", {"fact": validity, "same-as": "certificate.days-left"},
                 "kinds", False),
                ("unknown condition", {"neither": []}, "neither", True),
                ("two conditions", {"all": [{"fact": validity, "known": True}],
                                    "any": [{"fact": validity, "known": True}]}, "one", True),
                ("empty all", {"all": []}, "all", True),
                ("wrong deep inside", {"not": {"any": [{"sibling": {"fact": validity, "is": ""}}]}},
                 "not.any[0].sibling.is", True)):
            self.add(name, section, index, put(broken), [where, expects], expressible)
        deep = {"fact": validity, "known": True}
        for _ in range(20):
            deep = {"not": deep}
        self.add("too deep", section, index, put(deep), [where, "deep"], expressible=False)

    def whole(self):
        """What no single entry is to blame for."""
        def broken(name, change, expects, expressible=True):
            catalog = copy.deepcopy(self.catalog)
            change(catalog)
            # The schema looks at each entry alone, so that a few of each section are enough.
            few = {section: list_[:3] if isinstance(list_, list) else list_
                   for section, list_ in catalog.items()}
            self.made.append((name, json.dumps(catalog), expects, few if expressible else None,
                              None))

        broken("unknown section", lambda c: c.update(recipes=[]), ["recipes"])
        broken("wrong format", lambda c: c.update(format=2), ["format"])
        broken("no format", lambda c: c.pop("format"), ["format"])
        broken("section is no array", lambda c: c.update(causes={}), ["causes"])
        broken("entry is no object", lambda c: c["causes"].insert(0, "x"), ["causes[0]"])
        broken("entry without id", lambda c: c["causes"][0].pop("id"), ["causes[0]", "id"])
        for section, list_ in self.catalog.items():
            if isinstance(list_, list) and list_:
                broken(f"double id in {section}",
                       lambda c, s=section: c[s].append(copy.deepcopy(c[s][0])),
                       [section, "twice"], expressible=False)
        broken("ids that differ in case only",
               lambda c: c["messages"].append(
                   dict(c["messages"][0], id=c["messages"][0]["id"].lower())),
               ["twice"], expressible=False)
        broken("double number",
               lambda c: c["conditions"][1].update(number=c["conditions"][0]["number"]),
               ["number"], expressible=False)
        broken("code base and condition",
               lambda c: c["messages"][0].update(
                   {"code-base": 25000, "condition": c["conditions"][0]["id"]}), ["exclude"])
        broken("message with no way on",
               lambda c: [c["messages"][0].pop(m, None)
                          for m in ("code-base", "condition", "headline")], ["headline"])
        broken("condition for nobody",
               lambda c: [c["conditions"][0].pop(m, None) for m in ("client", "server")],
               ["client"])


def main():
    catalog = json.loads(pathlib.Path(sys.argv[1]).read_text())
    schema = json.loads(pathlib.Path(sys.argv[2]).read_text())
    validate = fastjsonschema.compile(schema)
    # Judging the one entry that is broken takes a thousandth of the time of judging them all.
    validate_entry = {section: fastjsonschema.compile({**rule["items"],
                                                       "definitions": schema["definitions"]})
                      for section, rule in schema["properties"].items() if "items" in rule}
    mutations = Mutations(reduce(catalog), schema)
    mutations.whole()
    for section, index in samples(mutations.catalog):
        mutations.entry(section, index)

    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, (_, text, *_) in enumerate(mutations.made):
            paths.append(pathlib.Path(folder, f"{number}.json"))
            paths[-1].write_text(text)
        said = subprocess.run([sys.argv[3], sys.argv[1], *paths], text=True, check=True,
                              capture_output=True).stdout.splitlines()

    print("TAP version 13")
    print(f"1..{len(mutations.made) + 2}")

    def report(number, name, problems):
        print(f"{'not ok' if problems else 'ok'} {number} - {name}")
        for problem in problems:
            print(f"# {problem}")
        return bool(problems)

    problems = []
    try:
        validate(catalog)
    except fastjsonschema.JsonSchemaException as error:
        problems.append(str(error)[:300])
    failed += report(1, "the catalogue fits its schema", problems)
    failed += report(2, "the loader takes the catalogue", [] if said[0] == "ok" else [said[0]])

    for number, ((name, _, expects, refused, section), line) in enumerate(
            zip(mutations.made, said[1:]), 3):
        problems = []
        if line == "ok":
            problems.append("the loader takes it")
        problems += [f"the loader does not say {text!r}: {line}"
                     for text in [f"{number - 3}.json", *expects] if text not in line]
        if refused is not None:
            try:
                (validate_entry[section] if section else validate)(refused)
                problems.append("the schema takes it")
            except fastjsonschema.JsonSchemaException:
                pass
        failed += report(number, name, problems)

    return 1 if failed else 0


sys.exit(main())
