"""What the remarks in a file order: which rules are off, and where.

``<!-- resolint: ignore PRE003 reason -->`` in Markdown and XML, a comment
``resolint: ignore PRE003 reason`` in Word.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from resolint.regex import regex
from resolint.text import Block, Source, Span

_ORDER = regex(
    r"\bresolint:[ \t]*(?P<verb>ignore-file|ignore-next|ignore|off|on)\b(?!-)[:=]?\s*",
    re.IGNORECASE,
)
_WORD = regex(r"[\w-]+")
_CODE = regex(r"[A-Z]{3}\d{1,3}\Z")


class Verb(StrEnum):
    """What is to be done with some rules."""

    IGNORE = "ignore"
    """Not heard in the paragraph that the remark stands on or before."""
    NEXT = "ignore-next"
    """Not heard in the paragraph after the remark."""
    FILE = "ignore-file"
    """Heard nowhere."""
    OFF = "off"
    """Not heard from the paragraph that the remark stands on or before."""
    ON = "on"
    """Heard again from there."""


class Order(NamedTuple):
    """One rule, or several with a common prefix, and what a remark says of them."""

    verb: Verb
    selector: str
    """A code, a prefix or ``ALL``; what was written where there is no such rule."""
    written: str
    at: Span
    """What the remark is attached to."""
    scope: Span
    """Where it holds; of ``off`` and ``on`` from where to the end."""
    known: bool = True

    def __str__(self) -> str:
        return f"{self.verb} {self.written}".rstrip()

    def covers(self, code: str) -> bool:
        """Whether the order is about a rule."""
        return self.selector == "ALL" or code.startswith(self.selector)

    def meets(self, other: "Order") -> bool:
        """Whether two orders have rules in common."""
        return self.covers(other.selector) or other.covers(self.selector)


def orders(source: Source, names: Mapping[str, str]) -> Iterator[Order]:
    """Yield what the remarks of a file order, one rule after the other.

    ``names`` are those of all rules, by code.
    """
    blocks = sorted(source.blocks, key=lambda each: each.span)
    starts = [each.span.start for each in blocks]
    by_name = {name: code for code, name in names.items()}
    for number, (span, text) in enumerate(source.remarks):
        found = [*_ORDER.finditer(text)]
        if not found:
            continue
        ends = [*(each.start() for each in found[1:]), len(text)]
        for match, end in zip(found, ends, strict=True):
            verb = Verb(match["verb"].lower())
            leads = number in source.leading
            scope = _scope(verb, span, leads, blocks, starts, len(source.text))
            for word in _words(text[:end], match.end(), by_name, names):
                selector = _selector(word, by_name, names)
                known = selector is not None
                yield Order(verb, selector or word, word, span, scope, known)


def _words(
    text: str, at: int, by_name: Mapping[str, str], codes: Collection[str]
) -> Iterator[str]:
    """Yield the rules that a remark names; the rest of it is the reason.

    The first word must name one. Later ones may be the beginning of the reason.
    """
    match = _WORD.match(text, at)
    yield match[0] if match else ""
    while match:
        comma = re.compile(r"\s*,?\s*").match(text, match.end())
        if comma is None or not comma[0]:
            return
        match = _WORD.match(text, comma.end())
        if match is None:
            return
        word = match[0]
        listed = "," in comma[0] and _CODE.match(word)
        if not listed:
            known = _selector(word, by_name, codes)
            if known is None or (word != known and word not in by_name):
                return
        yield word


def _selector(
    word: str, by_name: Mapping[str, str], codes: Collection[str]
) -> str | None:
    """Return what a word selects: a code, a prefix, ``ALL``, the name of a rule."""
    upper = word.upper()
    if upper == "ALL":
        return upper
    if len(upper) >= len("ABC") and any(code.startswith(upper) for code in codes):
        return upper
    return by_name.get(word.lower())


def _scope(
    verb: Verb,
    span: Span,
    leads: bool,
    blocks: Sequence[Block],
    starts: Sequence[int],
    end: int,
) -> Span:
    """Return where an order holds that is attached to a span."""
    if verb is Verb.FILE or not blocks:
        return Span(0, end)
    # A remark after all text is attached to the place where it ends.
    after = not len(span) and span.start >= blocks[-1].span.end
    first = max(bisect_right(starts, span.start) - 1, 0)
    last = max(bisect_right(starts, max(span.start, span.end - 1)) - 1, first)
    match verb:
        case Verb.IGNORE if after:
            return span
        case Verb.IGNORE:
            start = min(span.start, blocks[first].span.start)
            return Span(start, max(span.end, blocks[last].span.end))
        case Verb.NEXT if leads:
            return blocks[first].span
        case Verb.NEXT if last + 1 < len(blocks) and not after:
            return blocks[last + 1].span
        case Verb.NEXT:
            return Span(end + 1, end + 1)
        case _:
            return Span(end + 1 if after else blocks[first].span.start, end + 1)
