"""What `parse --output-format akn` makes of Word files, held against the UN's own.

python -m benchmarks.akn [--step N] [--misses]
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from lxml import etree

from benchmarks.marked import Said, said
from benchmarks.published import Text, present, table, texts
from benchmarks.score import Score
from resolint import parse, read
from resolint.grammar.space import plain
from resolint.render.akn import as_akn

KINDS = ("paragraphs", "sections", "markers", "notes", "italics", "dates", "links")


def compare(wanted: list[Said], found: list[Said], where: str, score: Score) -> None:
    """Hold the paragraphs of one file against those of another."""
    left, right = [_key(each) for each in wanted], [_key(each) for each in found]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, low, high, start, end in matcher.get_opcodes():
        for index in range(max(high - low, end - start)):
            a = wanted[low + index] if low + index < high else None
            b = found[start + index] if start + index < end else None
            if kind != "equal":
                same = a is not None and b is not None and _key(a) == _key(b)
                score.ask("paragraphs", a and _key(a), b and _key(b), where)
                if not same:
                    continue
            else:
                score.ask("paragraphs", True, True, where)
            if a is not None and b is not None:
                _inside(a, b, where, score)


def _key(each: Said) -> str:
    """Return the letters of a paragraph: how white space is set does not count.

    Where one file marks a number up, the other may have it among the words.
    """
    return re.sub(r"\s", "", plain(each.marker + each.words))


def _inside(wanted: Said, found: Said, where: str, score: Score) -> None:
    if wanted.section != "table":
        # Word files have some tables as lines with tabs: that is how they are read.
        score.ask("sections", wanted.section, found.section, where)
    if wanted.marker:
        score.ask("markers", wanted.marker, found.marker, where)
    if wanted.section != "table" and (wanted.italics or found.italics):
        score.ask("italics", plain(wanted.italics), plain(found.italics), where)
    for one, other in _both(wanted.notes, found.notes):
        score.ask("notes", one, other, where)
    for one, other in _both(wanted.dates, found.dates):
        score.ask("dates", one, other, where)
    for link in wanted.links:
        # More are marked here than there.
        score.ask("links", link, link if link in found.links else found.links, where)


def _both(left: Sequence[Any], right: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    for index in range(max(len(left), len(right))):
        yield (
            left[index] if index < len(left) else None,
            right[index] if index < len(right) else None,
        )


def score(chosen: Iterator[Text]) -> dict[str, Score]:
    """Hold some Word files against the files beside them."""
    scores: dict[str, Score] = defaultdict(Score)
    for text in chosen:
        theirs = text.path.with_suffix(".xml")
        if not theirs.is_file() or text.key()["collection"] or "PRST" in text.symbol:
            continue  # only the cover of a collection is in its Word file
        made = etree.fromstring(as_akn(parse(read(text.path))).encode())
        wanted = etree.parse(theirs).getroot()
        kept = scores[text.organ]
        compare(said(wanted), said(made), text.name, kept)
        for name in ("adoption", "publication"):
            path = f".//{{*}}FRBRdate[@name='{name}']"
            days = [each.find(path) for each in (wanted, made)]
            told = [None if day is None else day.get("date") for day in days]
            kept.ask("dates", told[0], told[1], f"{text.name} {name}")
    return scores


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="benchmarks.akn", description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="one file in so many")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    options = parser.parse_args(arguments)
    if not present():
        return 0
    scores = score(texts("docx", step=options.step))
    rows = []
    whole = Score()
    for organ, kept in scores.items():
        rows.append(_row(organ, kept))
        whole.asked += kept.asked
        whole.right += kept.right
    print(table(["", *KINDS], [*rows, _row("in all", whole)]))
    if options.misses:
        for kept in scores.values():
            print(*kept.misses, sep="\n")
    return 0


def _row(name: str, kept: Score) -> list[str]:
    return [
        name,
        *(
            f"{100 * kept.right[kind] / max(1, kept.asked[kind]):.2f} % of "
            f"{kept.asked[kind]}"
            for kind in KINDS
        ),
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
