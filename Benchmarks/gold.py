#!/usr/bin/env python3
"""Measures verdicts on labelled tender texts.

    gold.py [--show] [--rules DIR] [--only ID,...] TOETSSTEEN FOLDER...

Each YAML file below a FOLDER is a tender: `documents` (name, text), `country`, and its `truth` (level, elements,
stages, flags, price_weight). The documents are written to files and judged by `TOETSSTEEN check --format json`.
Prints how many levels are right, precision and recall of elements and flags, and with --show each case that differs.
Needs PyYAML.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import tempfile

import yaml


def judge(program, rules, case):
    with tempfile.TemporaryDirectory() as folder:
        for document in case["documents"]:
            path = pathlib.Path(folder, document["name"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(document["text"], encoding="utf-8")
        command = [program, "check", folder, "--format", "json"]
        if case.get("country"):
            command += ["--country", case["country"]]
        if rules:
            command += ["--rules", rules]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            return None, done.stderr.strip()
        verdicts = json.loads(done.stdout)[0]["verdicts"]
        return max(verdicts, key=lambda v: (v["rank"] if v["rank"] is not None else -1, len(v["elements"]))), ""


def stages(values):
    """Specification and performance may be confused without harm."""
    return {"performance" if v == "specification" else v for v in values}


class Tally:
    def __init__(self):
        self.right = self.extra = self.lacking = 0

    def add(self, expected, actual):
        self.right += len(expected & actual)
        self.extra += len(actual - expected)
        self.lacking += len(expected - actual)

    def __str__(self):
        precision = self.right / (self.right + self.extra) if self.right + self.extra else 1
        recall = self.right / (self.right + self.lacking) if self.right + self.lacking else 1
        return "precision %.1f %%, recall %.1f %%" % (100 * precision, 100 * recall)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("folders", nargs="+")
    p.add_argument("--rules")
    p.add_argument("--only")
    p.add_argument("--show", action="store_true")
    a = p.parse_args()
    files = sorted(f for folder in a.folders for f in pathlib.Path(folder).rglob("*.yaml"))
    confusion = collections.Counter()
    elements, flags, stage = Tally(), Tally(), Tally()
    count = right = price = 0
    diligence = collections.Counter()
    parts = collections.defaultdict(lambda: [0, 0])
    for file in files:
        case = yaml.safe_load(file.read_text(encoding="utf-8"))
        if a.only and case["id"] not in a.only.split(","):
            continue
        truth = case["truth"]
        verdict, error = judge(a.program, a.rules, case)
        count += 1
        if verdict is None:
            print(case["id"], "FAILED:", error)
            continue
        ok = verdict["level"] == truth["level"]
        right += ok
        part = parts[case["id"].split("-")[0]]
        part[0] += ok
        part[1] += 1
        confusion[truth["level"], verdict["level"]] += 1
        process = lambda level: level.startswith("due-diligence")
        diligence[process(truth["level"]), process(verdict["level"])] += 1
        elements.add(set(truth["elements"]), set(verdict["elements"]))
        flags.add(set(truth["flags"]), set(verdict["flags"]))
        stage.add(stages(truth["stages"]), stages(verdict["stages"]))
        price += verdict["priceWeight"] == truth["price_weight"]
        if a.show and (not ok or set(truth["elements"]) != set(verdict["elements"]) or set(truth["flags"]) != set(verdict["flags"])):
            print("%s %s: %s, not %s" % (case["id"], "ok" if ok else "LEVEL", verdict["level"], truth["level"]))
            print("    elements %s, not %s" % (" ".join(verdict["elements"]), " ".join(truth["elements"])))
            print("    flags %s, not %s" % (" ".join(verdict["flags"]), " ".join(truth["flags"])))
            for e in verdict["evidence"] if not ok else []:
                print("      %s %s: %s" % (e["gives"], e["rule"], " ".join(e["quote"].split())[:150]))
    print("level (truth → verdict) where they differ:")
    for (t, v), n in sorted(confusion.items()):
        if t != v:
            print("  %-24s → %-24s %d" % (t, v, n))
    said = diligence[True, True] + diligence[False, True]
    print("due diligence: said %d, of which true %d; missed %d" % (said, diligence[True, True], diligence[True, False]))
    print("elements:", elements)
    print("flags:", flags)
    print("stages:", stage)
    print("price weight right: %d of %d" % (price, count))
    for name, (ok, n) in sorted(parts.items()):
        print("part %s: %d of %d" % (name, ok, n))
    print("levels right: %d of %d (%.1f %%)" % (right, count, 100 * right / max(1, count)))


if __name__ == "__main__":
    main()
