"""What is found in the published texts, which are nearly right, in each format.

python -m benchmarks.findings [--level error|warning|info] [--write FILE]
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.published import FORMATS, ORGANS, Text, present, table, texts
from resolint import Rule, Severity, Shows, lint, parse, read
from resolint.packs import installed
from resolint.where import Atlas


class Finding(NamedTuple):
    """A finding, as it can be known again in another format."""

    name: str
    code: str
    locator: str
    message: str
    line: int


@dataclass
class Survey:
    """What was found in some texts."""

    words: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By format and organ."""
    found: dict[tuple[str, str], list[Finding]] = field(
        default_factory=lambda: defaultdict(list)
    )
    shown: dict[str, frozenset[Shows]] = field(default_factory=dict)
    """What each format shows."""

    def rate(self, format: str, organ: str = "") -> float:
        """Return the findings per 1,000 words."""
        keys = [key for key in self.words if key[0] == format and organ in ("", key[1])]
        words = sum(self.words[key] for key in keys)
        return 1000 * sum(len(self.found[key]) for key in keys) / max(1, words)


def survey(
    chosen: Iterable[Text], rules: Iterable[Rule[Any]], level: Severity
) -> Survey:
    """Lint some texts."""
    rules = tuple(rules)
    made = Survey()
    for text in chosen:
        source = read(text.path)
        document = parse(source)
        atlas = Atlas(document)
        key = text.format, text.organ
        made.words[key] += len(source.text.split())
        made.shown[text.format] = (
            made.shown.get(text.format, frozenset()) | source.shows
        )
        for each in lint(document, rules, least=level):
            made.found[key].append(
                Finding(
                    text.name,
                    each.code,
                    atlas.where(each.span).locator,
                    each.message,
                    source.place_of(each.span.start).line,
                )
            )
    return made


def report(made: Survey) -> str:
    """Return the figures."""
    rows = []
    for format in FORMATS:
        for organ in ORGANS:
            key = format, organ
            cells = [str(made.words[key]), str(len(made.found[key]))]
            rows.append([f"{format} {organ}", *cells, f"{made.rate(*key):.3f}"])
        words = sum(count for key, count in made.words.items() if key[0] == format)
        count = sum(len(found) for key, found in made.found.items() if key[0] == format)
        rows.append(
            [f"{format} in all", str(words), str(count), f"{made.rate(format):.3f}"]
        )
    return table(["", "words", "findings", "per 1,000 words"], rows)


def by_rule(made: Survey) -> str:
    """Return how often each rule speaks, by format and organ."""
    counts: Counter[tuple[str, str]] = Counter()
    for (format, organ), found in made.found.items():
        for each in found:
            counts[each.code, format] += 1
            counts[each.code, organ] += 1
    columns = [*FORMATS, *ORGANS]
    rows = [
        [code, *(str(counts[code, column] or "–") for column in columns)]
        for code in sorted({code for code, _ in counts})
    ]
    return table(["rule", *columns], rows)


def differences(made: Survey, rules: dict[str, Rule[Any]]) -> list[str]:
    """Return the findings that one format has and another, which could, has not."""
    places: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for (format, _), found in made.found.items():
        for each in found:
            places[each.name, each.code, each.locator][format] += 1
    lines = []
    for (name, code, locator), counts in sorted(places.items()):
        needs = rules[code].needs if code in rules else frozenset()
        able = [f for f in made.shown if needs <= made.shown[f]]
        if len({counts[format] for format in able}) > 1:
            shown = ", ".join(f"{format} {counts[format]}" for format in able)
            lines.append(f"{name} {code} {locator}: {shown}")
    return lines


def listed(made: Survey) -> list[str]:
    """Return all findings, one a line."""
    return [
        f"{each.name}.{format}:{each.line}: {each.code} {each.locator}: {each.message}"
        for (format, _), found in made.found.items()
        for each in found
    ]


def main(arguments: Sequence[str]) -> int:
    """Print the figures; write the list of findings."""
    parser = argparse.ArgumentParser(prog="benchmarks.findings", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="list all findings")
    parser.add_argument("--level", choices=list(Severity), default="warning")
    parser.add_argument("--step", type=int, default=1, help="one text in so many")
    options = parser.parse_args(arguments)
    if not present():
        return 0
    rules = installed()
    made = survey(texts(step=options.step), rules.values(), Severity(options.level))
    print(by_rule(made), report(made), sep="\n\n")
    apart = differences(made, rules)
    print(f"\nDifferences between formats: {len(apart)}")
    print("\n".join(apart))
    if options.write:
        options.write.parent.mkdir(parents=True, exist_ok=True)
        options.write.write_text("\n".join([*listed(made), ""]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
