"""What people say of each finding in the published texts: real, or a false alarm.

python -m benchmarks.verdicts [--write] [--step N]

The list is ``verdicts.tsv`` beside this module: document, code and place, never text.
A change of a rule shows in it as a diff. ``--write`` drops what is found no more and
adds what is new, with a question mark for its verdict.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.findings import Survey, survey
from benchmarks.published import FORMATS, ORGANS, present, table, texts
from resolint import Severity
from resolint.packs import installed

FILE = Path(__file__).with_name("verdicts.tsv")
VERDICTS = ("real", "false")
UNJUDGED = "?"
_HEAD = """\
# What the rules find in the published texts at the default level, and what it is.
# verdict: real (a deviation from the style that stands in the text), false (an alarm
# that should not be), ? (nobody has looked). formats: those in which it is found.
# Source: our own reading of each place. Made by benchmarks.verdicts --write.
"""
_COLUMNS = ("document", "code", "where", "count", "formats", "verdict", "reason")


class Key(NamedTuple):
    """A finding, whatever the format."""

    document: str
    code: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is said of a finding."""

    count: int
    """How many there are at the place, in the format that has most."""
    formats: tuple[str, ...]
    verdict: str = UNJUDGED
    reason: str = ""


def known() -> dict[Key, Verdict]:
    """Return the list as it was written last."""
    if not FILE.is_file():
        return {}
    lines = FILE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and line[0] != "#"][1:]
    return {
        Key(document, code, where): Verdict(
            count=int(count), formats=tuple(formats.split()), verdict=said, reason=why
        )
        for document, code, where, count, formats, said, why in rows
    }


def judged(made: Survey, before: dict[Key, Verdict]) -> dict[Key, Verdict]:
    """Return what is found, with what was said of it before."""
    counts: Counter[tuple[Key, str]] = Counter(
        (Key(each.name, each.code, each.locator), format)
        for (format, _), found in made.found.items()
        for each in found
    )
    formats: dict[Key, list[str]] = {}
    most: Counter[Key] = Counter()
    for (key, format), count in counts.items():
        formats.setdefault(key, []).append(format)
        most[key] = max(most[key], count)
    return {
        key: Verdict(
            count=most[key],
            formats=tuple(sorted(shown, key=FORMATS.index)),
            verdict=before[key].verdict if key in before else UNJUDGED,
            reason=before[key].reason if key in before else "",
        )
        for key, shown in sorted(formats.items())
    }


def written(verdicts: dict[Key, Verdict]) -> str:
    """Return the list as a file has it."""
    rows = (
        (*key, str(said.count), " ".join(said.formats), said.verdict, said.reason)
        for key, said in verdicts.items()
    )
    return _HEAD + "".join("\t".join(row) + "\n" for row in (_COLUMNS, *rows))


def report(made: Survey, verdicts: dict[Key, Verdict]) -> str:
    """Return how many findings are real, and how many there are in 1,000 words."""
    rows = []
    for format in FORMATS:
        for organ in (*ORGANS, ""):
            said = Counter[str]()
            for (shown, adopted_by), found in made.found.items():
                if shown == format and organ in ("", adopted_by):
                    keys = (Key(each.name, each.code, each.locator) for each in found)
                    said.update(verdicts[key].verdict for key in keys)
            share = said["real"] / said.total() if said.total() else 1.0
            rate = made.rate(format, organ)
            cells = [str(said[word]) for word in (*VERDICTS, UNJUDGED)]
            row = [f"{format} {organ or 'in all'}", *cells, f"{share:.1%}"]
            rows.append([*row, f"{rate:.3f}"])
    head = ["", *VERDICTS, "unjudged", "real share", "per 1,000 words"]
    return table(head, rows)


def differences(now: dict[Key, Verdict], before: dict[Key, Verdict]) -> Iterable[str]:
    """Yield what is found now and was not, then what was and is not."""
    for mark, these, those in (("+", now, before), ("-", before, now)):
        for key, said in these.items():
            if key not in those:
                yield f"{mark} {' '.join(key)} ({said.verdict})"


def main(arguments: Sequence[str]) -> int:
    """Print the figures and what has changed; write the list anew if asked."""
    parser = argparse.ArgumentParser(prog="benchmarks.verdicts", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the list anew")
    parser.add_argument("--step", type=int, default=1, help="one text in so many")
    options = parser.parse_args(arguments)
    if not present():
        return 0
    made = survey(texts(step=options.step), installed().values(), Severity.WARNING)
    before = known()
    now = judged(made, before)
    print(report(made, now))
    if options.step == 1:
        print(*differences(now, before), sep="\n")
    if options.write:
        FILE.write_text(written(now), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
