"""Quotation marks, straight and curly, and what stands in them."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from resolint import Field, Passage, Resolution, Source, Span
from resolint.regex import regex
from resolint.tables import rows

WORDED = frozenset({"agenda_title", "information"})
"""The lines of a masthead that are not made of names and figures alone."""
_STRAIGHT = regex(r"\"|(?<!\w)'(?=\w)|(?<=[\w.,;:!?%)])'(?!\w)")
_BEFORE_OPENING = " \u00a0\t\n([{/–—“‘\"'"
_ADDRESS = regex(r"(?:://|www\.|@)\S*\Z")
_REACH = 300


class Quotation(NamedTuple):
    """What stands in straight quotation marks; a mark alone has no second one."""

    first: int
    second: int | None
    mark: str
    inner: bool
    """Whether it stands in other quotation marks."""

    @property
    def right(self) -> tuple[str, str]:
        """The curly marks that it should have."""
        return ("‘", "’") if self.inner else ("“", "”")


def passages(resolution: Resolution) -> Iterator[Passage]:
    """Yield each line of a document that is made of words."""
    for node in resolution.walk():
        if isinstance(node, Passage) and is_worded(node):
            yield node


def is_worded(passage: Passage) -> bool:
    """Whether a line is no mere name or figure of a masthead or closing."""
    return not isinstance(passage, Field) or passage.name in WORDED


def in_address(text: str, at: int) -> bool:
    """Whether an offset is inside an address of the Internet."""
    return bool(_ADDRESS.search(text[max(0, at - _REACH) : at]))


@lru_cache(maxsize=4)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Return what a text has in straight marks, and the marks without a fellow."""
    found: list[Quotation] = []
    waiting: dict[str, int] = {}
    for match in _STRAIGHT.finditer(text):
        mark, at = match[0], match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        opens = not before or before in _BEFORE_OPENING
        opens = opens and bool(after) and not after.isspace()
        if not opens and mark in waiting:
            first = waiting.pop(mark)
            found.append(Quotation(first, at, mark, _is_inner(text, first, waiting)))
        elif opens and mark not in waiting:
            waiting[mark] = at
        elif mark == '"' and not (before.isdigit() and not _is_open(text, at)):
            # After a figure a mark that closes nothing stands for inches or seconds.
            found.append(Quotation(at, None, mark, inner=False))
    if '"' in waiting:
        found.append(Quotation(waiting['"'], None, '"', inner=False))
    return tuple(sorted(found))


def curly(text: str, quotation: Quotation, at: int) -> str:
    """Return the curly mark that belongs in place of a straight one."""
    if quotation.second is None:
        return "”" if _is_open(text, at) else _alone(text, at)
    return quotation.right[at == quotation.second]


def opening_of(text: str, closing: int) -> int | None:
    """Return where the quotation opens that a mark closes, or None."""
    if text[closing] == '"':
        first = _firsts(text).get(closing)
        if first is not None:
            return first
        at = text.rfind("“", 0, closing)
        return at if at > text.rfind("”", 0, closing) else None
    depth = 0
    for at in range(closing - 1, -1, -1):
        if text[at] == "”":
            depth += 1
        elif text[at] == "“":
            if not depth:
                return at
            depth -= 1
    return None


def is_set_apart(source: Source, span: Span) -> bool:
    """Whether a span is in italics that begin with a capital: in a title."""
    return any(
        source.text[run.span.start].isupper() or source.text[run.span.start].isdigit()
        for run in source.emphasis_in(span)
    )


@cache
def word_set(name: str) -> frozenset[str]:
    """Return a set of words of the table of words that tell what is meant."""
    table = rows("prose_words.tsv", "resolint_rules")
    return frozenset(row["word"] for row in table if row["set"] == name)


@lru_cache(maxsize=4)
def _firsts(text: str) -> dict[int | None, int]:
    """Return where each quotation in straight marks begins, by where it ends."""
    return {each.second: each.first for each in quotations(text)}


def _is_inner(text: str, at: int, waiting: dict[str, int]) -> bool:
    return '"' in waiting or _is_open(text, at)


def _is_open(text: str, at: int) -> bool:
    """Whether a curly quotation mark before an offset is still open there."""
    return text.count("“", 0, at) > text.count("”", 0, at)


def _alone(text: str, at: int) -> str:
    before = text[at - 1 : at] if at else ""
    return "“" if not before or before in _BEFORE_OPENING else "”"
