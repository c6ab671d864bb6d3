"""Lists of subparagraphs: what their markers count."""

from collections.abc import Iterator
from dataclasses import dataclass

from resolint import Item, Paragraph, Preambular, Resolution, Span
from resolint.regex import regex
from resolint_rules.counting import letter, letters, numerals, roman
from resolint_rules.preambular import lettered

# (a), then (i), then a., then i.
FORMS = ("(a)", "(a)", "a.", "a.")
KINDS = ("letter", "roman", "letter", "roman")
HEAD = regex(r"\((?:a|i)\)\s")
FIGURES = regex(r"\d+\.")
BULLETS = frozenset("–—•·▪◦●○■□*+-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The items right below one paragraph, and what their markers count with."""

    items: tuple[Item, ...]
    kind: str
    """``letter``, ``roman`` or ``figure``; empty where there is nothing to count."""
    first: int = 1
    """What the first should be: 2 where (a) stands on the line of the number."""

    @property
    def level(self) -> int:
        """The degree of the items, from 1."""
        return degree(self.items[0])

    def count(self, item: Item) -> int | None:
        """Return which item the marker of one says it is."""
        return _count(self.kind, item.marker.value)

    def marker(self, number: int) -> str:
        """Return the marker that an item should have by its level and place."""
        at = (self.level - 1) % len(FORMS)
        return FORMS[at].replace("a", counted(KINDS[at], number))

    @property
    def proper(self) -> bool:
        """Whether all markers have the form of their level."""
        return all(map(well_formed, self.items))


def series(paragraph: Paragraph, within: Resolution) -> Series | None:
    """Return the list right below a paragraph, or None.

    A list of plain figures is quoted, an agenda say: it is none of ours. Of letters
    before paragraphs of the preamble PRE002 speaks.
    """
    if isinstance(paragraph, Preambular) and lettered(within.source, paragraph):
        return None
    items = tuple(
        item
        for item in paragraph.items
        if any(char.isalnum() for char in within.source[item.content])
    )
    if not items or any(item.marker.form == "1." for item in items):
        return None
    values = [item.marker.value for item in items]
    kinds = [
        kind
        for kind in ("letter", "roman", "figure")
        if any(_count(kind, value) is not None for value in values)
    ]
    # Of two ways to read (i) or (c) the one is right that reads more, from 1.
    kind = max(
        kinds,
        key=lambda kind: (
            sum(_count(kind, value) is not None for value in values),
            _count(kind, values[0]) == 1,
        ),
        default="",
    )
    head = HEAD.match(within.source.text, paragraph.content.start, items[0].span.start)
    return Series(items=items, kind=kind, first=2 if head else 1)


def all_items(paragraph: Paragraph) -> Iterator[Item]:
    """Yield the items of a paragraph, each before those below it."""
    for item in paragraph.items:
        yield item
        yield from all_items(item)


def degree(item: Item) -> int:
    """Return the degree of an item; paragraphs in figures above it do not count."""
    return sum(FIGURES.fullmatch(marker) is None for marker in item.path) or 1


def well_formed(item: Item) -> bool:
    """Whether a marker has the form of its level."""
    at = (degree(item) - 1) % len(FORMS)
    value = item.marker.value
    if item.marker.form != FORMS[at]:
        return False
    return KINDS[at] == "letter" or roman(value) is not None


def counted(kind: str, number: int) -> str:
    """Return a number as a letter, a roman numeral or a figure."""
    match kind:
        case "letter":
            return letters(number)
        case "roman":
            return numerals()[number - 1]
        case _:
            return str(number)


def value_of(item: Item) -> Span:
    """Return what the marker of an item counts with, without its brackets."""
    start = item.marker.span.start + max(0, item.marker.text.find(item.marker.value))
    return Span(start, start + len(item.marker.value))


def closes(node: Resolution, paragraph: Paragraph, item: Item) -> bool:
    """Whether an item is the last line of the operative part."""
    if not node.operative or paragraph is not node.operative[-1]:
        return False
    last: Paragraph = paragraph
    while last.items:
        if last.continuation and last.continuation[-1].span > last.items[-1].span:
            return False
        last = last.items[-1]
    return last is item


def _count(kind: str, value: str) -> int | None:
    match kind:
        case "letter":
            return letter(value)
        case "roman":
            return roman(value) if value.islower() or value.isupper() else None
        case "figure" if value.isdigit():
            return int(value)
        case _:
            return None
