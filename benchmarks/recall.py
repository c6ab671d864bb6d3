"""How many planted defects are found, by the right rule, in the right paragraph.

python -m benchmarks.recall [--format md,docx,txt,xml] [--each N] [--select CODES]

Each kind of ``defects.tsv`` is planted in published texts, one defect at a time, in up
to ``--each`` documents of a format that have a place for it.
"""

import argparse
import random
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from benchmarks import planted
from benchmarks.defects import Kind, chosen, kinds
from benchmarks.published import FORMATS, Text, present, table, texts
from resolint import Profile, Resolution, Rule, lint, parse, read
from resolint.packs import installed


class Miss(NamedTuple):
    """A defect that was not found."""

    text: str
    kind: Kind
    line: str
    instead: str


@dataclass
class Recall:
    """How many defects were planted, and how many found."""

    asked: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """By code, name and format."""
    found: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    missed: list[Miss] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of all that were planted, those that were found."""
        return self.found.total() / max(1, self.asked.total())


class _Found(NamedTuple):
    """A finding, by rule and line of the text."""

    code: str
    line: int


def recall(
    formats: Iterable[str],
    every: Iterable[Kind],
    rules: Sequence[Rule[Any]],
    each: int,
) -> Recall:
    """Plant defects and look for them."""
    made = Recall()
    every = list(every)
    for format in formats:
        left = Counter({kind: each for kind in every if format in kind.formats})
        for text in _shuffled(texts(format)):
            wanted = [
                kind for kind in left if left[kind] > 0 and text.organ in kind.organs
            ]
            if wanted:
                for kind in _tried(text, wanted, rules, made):
                    left[kind] -= 1
    return made


def _shuffled(every: Iterable[Text]) -> list[Text]:
    """Return the texts in an order that is no order, the same each time."""
    listed = sorted(every, key=lambda text: (text.organ, text.symbol))
    random.Random("resolutions").shuffle(listed)
    return listed


def _tried(
    text: Text, wanted: Iterable[Kind], rules: Sequence[Rule[Any]], made: Recall
) -> Iterator[Kind]:
    """Plant one defect of each kind in a text; yield the kinds that had a place."""
    source = read(text.path)
    document = parse(source)
    before: dict[str, Counter[_Found]] = {}
    for kind in wanted:
        if kind.profile not in before:
            before[kind.profile] = _findings(document, rules, kind.profile)
        if kind.within == "raw":
            places = list(kind.find.finditer(source.raw))
            if not places:
                continue
            match = random.Random(f"{text.symbol} {kind.name}").choice(places)
            put = match.expand(kind.put)
            changed = source.raw[: match.start()] + put + source.raw[match.end() :]
            after = parse(planted.raw(changed, text.path))
            lines = None
            said = match[0]
        else:
            plant = chosen(kind, document, text.symbol)
            if plant is None:
                continue
            grown = planted.planted(source, plant, text.path)
            if grown is None or (kind.italic is None and grown.text == source.text):
                continue
            after = parse(grown)
            at = _line(source.text, plant.edit.span.start)
            lines = range(at - kind.near, at + kind.near + 1)
            said = source[plant.node.span]
        new = _findings(after, rules, kind.profile) - before[kind.profile]
        key = kind.code, kind.name, text.format
        made.asked[key] += 1
        if any(
            each.code == kind.code and (lines is None or each.line in lines)
            for each in new
        ):
            made.found[key] += 1
        else:
            instead = " ".join(sorted({each.code for each in new}))
            made.missed.append(Miss(f"{text.name}.{text.format}", kind, said, instead))
        yield kind


def _findings(
    document: Resolution, rules: Sequence[Rule[Any]], profile: str
) -> Counter[_Found]:
    text = document.source.text
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return Counter(
        _Found(each.code, bisect_right(starts, each.span.start) - 1)
        for each in lint(document, rules, profile=Profile(profile) if profile else None)
    )


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at)


def report(made: Recall) -> str:
    """Return how many were found, by kind, the worst first."""
    rows = []
    names = dict.fromkeys(key[:2] for key in made.asked)
    shares = {
        name: sum(made.found[*name, f] for f in FORMATS)
        / sum(made.asked[*name, f] for f in FORMATS)
        for name in names
    }
    for name in sorted(names, key=lambda name: (shares[name], name)):
        cells = [
            f"{made.found[*name, format]}/{made.asked[*name, format]}"
            if made.asked[*name, format]
            else "–"
            for format in FORMATS
        ]
        rows.append([" ".join(name), *cells, f"{shares[name]:.0%}"])
    for format in ("", *FORMATS):
        asked = sum(n for key, n in made.asked.items() if format in ("", key[2]))
        found = sum(n for key, n in made.found.items() if format in ("", key[2]))
        share = f"{found / max(1, asked):.1%}"
        rows.append([format or "in all", str(found), str(asked), "", "", share])
    return table(["defect", *FORMATS, "found"], rows)


def main(arguments: Sequence[str]) -> int:
    """Plant, look, and print how many were found."""
    parser = argparse.ArgumentParser(prog="benchmarks.recall", description=__doc__)
    parser.add_argument("--format", default=",".join(FORMATS))
    parser.add_argument("--each", type=int, default=6, help="documents for each kind")
    parser.add_argument("--select", default="", help="kinds of these rules only")
    parser.add_argument("--missed", action="store_true", help="list what was missed")
    options = parser.parse_args(arguments)
    if not present():
        return 0
    codes = tuple(options.select.split(","))
    every = [kind for kind in kinds() if kind.code.startswith(codes)]
    rules = list(installed().values())
    made = recall(options.format.split(","), every, rules, options.each)
    print(report(made))
    if options.missed:
        for miss in made.missed:
            where = f"{miss.text} {miss.kind.code} {miss.kind.name}"
            print(f"{where} [{miss.instead}]: {miss.line[:150]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
