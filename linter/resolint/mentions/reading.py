"""What a reference prints: its numbers and letters, and where each of them stands."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolint.document import ParagraphReference
from resolint.grammar import references
from resolint.grammar.space import folded
from resolint.inline.line import parsed, read_line
from resolint.regex import regex
from resolint.text import Source, Span

_LETTERS = regex(r"\((?P<letters>[a-z]{1,5})\)")
_TO = ("to", "-", "–")
_BIS = regex(r" (?P<word>bis|ter|quater)\b")
_ITEMS = regex(
    r"\b(?:[Ss]ub-?p|[Pp])aragraphs? (?P<items>\([a-z]{1,5}\)"
    r"(?:(?:,? and |,? or | to |, |-|–| )?\([a-z]{1,5}\))*)"
    r",? (?P<where>above|below|of the present paragraph)\b"
)


class Letter(NamedTuple):
    """The letter of an item: ``b`` of *3 (b)*."""

    span: Span
    value: str
    joint: str
    """What stands before it: nothing where it is an item of the one before."""

    @property
    def ranged(self) -> bool:
        """Whether it is the end of a range."""
        return self.joint in _TO


class Member(NamedTuple):
    """A number, and the letters behind it."""

    span: Span
    value: str
    """As printed: ``3``, ``3 bis``."""
    letters: tuple[Letter, ...]
    ranged: bool
    """Whether it is the end of a range."""


class Items(NamedTuple):
    """A reference to items of the paragraph that it stands in."""

    span: Span
    letters: tuple[Letter, ...]
    where: str


def members(source: Source, reference: ParagraphReference) -> list[Member]:
    """Return the numbers that a reference prints."""
    line = read_line(source.text, reference.span)
    found = parsed(references.reference, line.text)
    if found is None:
        return []
    made: list[Member] = []
    numbers: list[re.Match[str]] = found[1::2]
    joints = ["", *(each[0].strip() for each in found[2 : 2 * len(numbers) : 2])]
    for joint, match in zip(joints, numbers, strict=True):
        letters = (
            _letters(match["items"], match.start("items")) if match["items"] else ()
        )
        made.append(
            Member(
                line.span(*match.span("number")),
                match["number"],
                tuple(
                    each._replace(span=line.span(each.span.start, each.span.end))
                    for each in letters
                ),
                joint in _TO,
            )
        )
    end = reference.span.end
    bis = _BIS.match(folded(source.text[end : end + 8]))
    if bis and made and not made[-1].letters and made[-1].span.end == end:
        made[-1] = made[-1]._replace(value=f"{made[-1].value} {bis['word']}")
    return made


def items_named(source: Source, span: Span) -> Iterator[Items]:
    """Yield the references to items “above”, “below” or of the present paragraph."""
    if "aragraph" not in source.text[span.start : span.end]:
        return
    line = read_line(source.text, span)
    for found in _ITEMS.finditer(line.text):
        letters = _letters(found["items"], found.start("items"))
        yield Items(
            line.span(*found.span()),
            tuple(
                each._replace(span=line.span(each.span.start, each.span.end))
                for each in letters
            ),
            found["where"],
        )


def _letters(text: str, at: int) -> Iterator[Letter]:
    done = 0
    for found in _LETTERS.finditer(text):
        joint = text[done : found.start()]
        done = found.end()
        start, end = found.span("letters")
        span = Span(at + start, at + end)
        yield Letter(span, found["letters"], joint.strip())
