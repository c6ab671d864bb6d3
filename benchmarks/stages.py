"""Where the time goes in published texts: reading, grammar, building, each rule.

python -m benchmarks.stages [--format md|docx|txt|xml] [--step N] [--dearest N]

The rule that is first to ask for what several share (the words of a passage, what a
citation stands for) pays for it.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Set
from contextlib import contextmanager
from time import process_time
from typing import Any

from pyparsing import ParserElement, ParseResults

from benchmarks.published import FORMATS, Text, as_checked, present, table, texts
from resolint import Diagnostic, Resolution, Rule, Severity, lint, parse
from resolint.document import Node, Stage
from resolint.packs import installed
from resolint.profiles import Profile
from resolint.readers import read

Spent = defaultdict[str, float]
"""Seconds by what they were spent on."""


class Timed(Rule[Any]):
    """A rule that adds up the seconds it takes."""

    def __init__(self, rule: Rule[Any], spent: Spent) -> None:
        """Be as a rule is."""
        self.rule, self.spent = rule, spent
        told = ("code", "name", "severity", "severities", "profiles", "stages")
        for name in (*told, "needs", "needles", "cites", "when", "visits", "asked"):
            setattr(self, name, getattr(rule, name))

    def looks_for(self) -> Collection[str]:
        """Return its needles."""
        return self.rule.looks_for()

    def seeks(self, document: Resolution, here: Set[str]) -> Collection[str]:
        """Return those of its needles that are worth looking for."""
        begun = process_time()
        found = self.rule.seeks(document, here)
        self.spent[self.code] += process_time() - begun
        return found

    def concerns(self, document: Resolution) -> bool:
        """Whether a document can have anything for it."""
        begun = process_time()
        found = self.rule.concerns(document)
        self.spent[self.code] += process_time() - begun
        return found

    def severity_in(self, profile: Profile, stage: Stage) -> Severity:
        """Return how much a finding matters."""
        return self.rule.severity_in(profile, stage)

    def check(self, node: Node, within: Resolution) -> Iterator[Diagnostic]:
        """Yield what is wrong with a node."""
        begun = process_time()
        found = [*self.rule.check(node, within)]
        self.spent[self.code] += process_time() - begun
        yield from found


@contextmanager
def grammar_timed(spent: Spent) -> Iterator[None]:
    """Add up the seconds that pyparsing takes, as long as this is open."""
    whole = ParserElement.parse_string

    def timed(self: ParserElement, *given: Any, **named: Any) -> ParseResults:
        begun = process_time()
        try:
            return whole(self, *given, **named)
        finally:
            spent["grammar"] += process_time() - begun

    setattr(ParserElement, "parse_string", timed)  # noqa: B010
    try:
        yield
    finally:
        setattr(ParserElement, "parse_string", whole)  # noqa: B010


def measured(some: list[Text], level: Severity) -> tuple[Spent, Spent]:
    """Return the seconds that stages took, and those of rules, by code."""
    spent, by_rule = Spent(float), Spent(float)
    rules = [Timed(rule.itself, by_rule) for rule in installed().values()]
    lint(read(b"*The General Assembly*,\n\n1. *Decides* so.\n", "warm.md"), rules)
    by_rule.clear()
    as_checked()
    with grammar_timed(spent):
        for each in some:
            data = each.path.read_bytes()
            begun = process_time()
            source = read(data, each.path.name)
            spent["read"] += process_time() - begun
            begun = process_time()
            document = parse(source)
            spent["parse"] += process_time() - begun
            begun = process_time()
            lint(document, rules, least=level)
            spent["lint"] += process_time() - begun
    return spent, by_rule


def stages(spent: Spent, by_rule: Spent, count: int) -> str:
    """Return the stages as a table."""
    rules = sum(by_rule.values())
    parts = {
        "read": spent["read"],
        "parse: grammar": spent["grammar"],
        "parse: build": spent["parse"] - spent["grammar"],
        "lint: walk": spent["lint"] - rules,
        "lint: rules": rules,
    }
    parts["in all"] = sum(parts.values())
    rows = [
        [name, f"{1000 * each / count:.2f}", f"{100 * each / parts['in all']:.1f}"]
        for name, each in parts.items()
    ]
    return table(["stage", "ms a document", "%"], rows)


def shares(spent: Spent, count: int, most: int) -> str:
    """Return what took most as a table."""
    whole = sum(spent.values())
    rows = [
        [name, f"{1000 * each / count:.3f}", f"{100 * each / whole:.1f}"]
        for name, each in sorted(spent.items(), key=lambda item: -item[1])[:most]
    ]
    return table(["", "ms a document", "% of rules"], rows)


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--format", choices=FORMATS, action="append")
    options.add_argument("--step", type=int, default=1, help="one text in so many")
    options.add_argument("--dearest", type=int, default=30, help="rules to name")
    options.add_argument("--level", choices=list(Severity), default="warning")
    given = options.parse_args()
    if not present():
        return 0
    names = {code: rule.name for code, rule in installed().items()}
    for format in given.format or ("md", "docx"):
        some = [*texts(format, step=given.step)]
        spent, by_rule = measured(some, Severity(given.level))
        families = Spent(float)
        for code, each in by_rule.items():
            families[code[:3]] += each
        print(f"{len(some)} .{format} files\n")
        print(stages(spent, by_rule, len(some)), "", sep="\n")
        print(shares(families, len(some), len(families)), "", sep="\n")
        named = Spent(float, {f"{code} {names[code]}": by_rule[code] for code in names})
        print(shares(named, len(some), given.dearest), "", sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
