"""How much of the published texts is understood: `resolint parse` against the keys.

python -m benchmarks.answers [--format md|docx|txt|xml|variants|all] [--misses]
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from re import split
from typing import Any

from benchmarks.published import FORMATS, Key, Text, present, table, texts
from benchmarks.score import Score
from resolint import parse, read
from resolint.grammar.space import plain
from resolint.render.tree import as_object

KINDS = ("masthead", "paragraphs", "numbers", "openings", "items", "notes")
_FIELDS = (
    "symbol",
    "organ",
    "session",
    "issued",
    "adopted",
    "number",
    "title",
    "origin",
)


Scores = dict[tuple[str, str], Score]
"""By format and organ."""


def score(chosen: Iterable[Text]) -> Scores:
    """Hold some texts against their answer keys."""
    scores: Scores = defaultdict(Score)
    for text in chosen:
        scores[text.format, text.organ].add(answered(text))
    return scores


def answered(text: Text) -> Score:
    """Hold one text against its key."""
    said = as_object(parse(read(text.path)))
    made, key, name = Score(), text.key(), text.name
    _masthead(made, key, said, name)
    if key["collection"]:
        return made  # its parts are not broken down in the key
    for part in ("preamble", "operative"):
        for wanted, found in _pairs(key[part], said[part]):
            _paragraph(made, wanted, found, f"{name} {part}")
    notes = [plain(note) for note in key["footnotes"]]
    told = [plain(note["text"]) for note in said["footnotes"]]
    for index in range(max(len(notes), len(told))):
        made.ask("notes", _at(notes, index), _at(told, index), name)
    return made


def _masthead(made: Score, key: Key, said: Key, name: str) -> None:
    for each in _FIELDS:
        if key.get(each) is not None:
            wanted, found = plain(key[each]), plain(said[each] or "")
            made.ask("masthead", wanted, found, f"{name} {each}")
    if key.get("agenda_item"):
        wanted_items = _numbers([key["agenda_item"]])
        found_items = _numbers(said["agenda_items"])
        made.ask("masthead", wanted_items, found_items, f"{name} agenda items")


def _numbers(items: Sequence[str]) -> list[str]:
    return [each for item in items for each in split(r",\s*(?:and )?|\s+and ", item)]


def _paragraph(made: Score, wanted: Key | None, found: Key | None, where: str) -> None:
    """Hold a paragraph against one of the key, or one that only one of them has."""
    if wanted is None or found is None:
        made.ask("paragraphs", wanted and _text(wanted), found and _text(found), where)
        return
    made.ask("paragraphs", _text(wanted), _text(found), where)
    if "number" in wanted:
        made.ask("numbers", wanted["number"], found["number"], where)
    if wanted["opening"]:
        opening = plain(wanted["opening"]).rstrip(",;:.")
        made.ask("openings", opening, plain(found["opening"] or ""), where)
    if "items" not in wanted:
        return  # of the preamble, the keys list no items
    listed = [(plain(each["marker"]), _text(each)) for each in wanted["items"]]
    told = list(_flat(found["items"]))
    if listed or told:
        made.ask("items", listed, told, where)


def _pairs(
    wanted: Sequence[Key], found: Sequence[Key]
) -> Iterator[tuple[Key | None, Key | None]]:
    """Yield paragraphs that are the same, and those that only one side has."""
    left, right = [_text(each) for each in wanted], [_text(each) for each in found]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for _, low, high, start, end in matcher.get_opcodes():
        for index in range(max(high - low, end - start)):
            yield _at(wanted[low:high], index), _at(found[start:end], index)


def _at(row: Sequence[Any], index: int) -> Any:
    return row[index] if index < len(row) else None


def _text(each: Key) -> str:
    return plain(each["text"])


def _flat(items: Iterable[Key]) -> Iterator[tuple[str, str]]:
    """Yield items with their subitems, as the keys list them."""
    for item in items:
        yield plain(item["marker"]), _text(item)
        yield from _flat(item["items"])


def report(scores: Scores) -> str:
    """Return the figures: right of asked, by format and organ."""
    rows = []
    for format in dict.fromkeys(format for format, _ in scores):
        whole = Score()
        for (each, organ), made in scores.items():
            if each == format:
                rows.append(_row(f"{format} {organ}", made))
                whole.add(made)
        rows.append(_row(f"{format} in all", whole))
    return table(["", *KINDS, "in all", "%"], rows)


def _row(name: str, made: Score) -> list[str]:
    cells = [
        f"{made.right[kind]}/{made.asked[kind]}" if made.asked[kind] else "–"
        for kind in KINDS
    ]
    total = f"{made.right.total()}/{made.asked.total()}"
    return [name, *cells, total, f"{100 * made.share:.2f}"]


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="benchmarks.answers", description=__doc__)
    parser.add_argument(
        "--format", choices=[*FORMATS, "variants", "all"], default="all"
    )
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    options = parser.parse_args(arguments)
    if not present():
        return 0
    variants = options.format in {"variants", "all"}
    chosen = texts(*FORMATS if variants else [options.format], variants=variants)
    if options.format == "variants":
        chosen = (text for text in chosen if " " in text.format)
    scores = score(chosen)
    print(report(scores))
    if options.misses:
        for (format, _), made in scores.items():
            for miss in made.misses:
                print(f"{format} {miss}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
