"""How paragraphs end: what the rules on final marks share."""

from bisect import bisect_left
from typing import NamedTuple

from resolint import Block, Fix, Passage, Resolution, Safety, Source, Span, Style
from resolint.regex import regex

MARKS = {";": "a semicolon", ".": "a full stop", ",": "a comma", ":": "a colon"}
QUOTES = "”’\"'»"
# A direction mark or a soft hyphen at the end of a Word paragraph is not seen.
INVISIBLE = "\u00ad\u200b\u200e\u200f\ufeff \u00a0\t"
# Some formats print the indicator of a note that was called before as mere figures.
INDICATOR = regex(r"(?<=[;,.:”])\d{1,3}(?:[–,-]\d{1,3})*\Z")
CONJUNCTION = regex(r"[;,]?\s+(?:and/or|and|or)[,;]?\Z")


class Ending(NamedTuple):
    """How the words of a passage end."""

    words: str
    """The words, without what is not seen and without a bare note indicator."""
    start: int
    end: int

    @property
    def mark(self) -> str:
        """The last code point; empty where there are no words."""
        return self.words[-1:]

    @property
    def inside(self) -> str:
        """The last code point before closing quotation marks."""
        return self.words.rstrip(QUOTES)[-1:]

    @property
    def found(self) -> str:
        """What the passage ends with, for people: ``, not a semicolon``, or nothing."""
        return f", not {MARKS[self.mark]}" if self.mark in MARKS else ""

    @property
    def span(self) -> Span:
        """The last mark; the place behind the last word where there is none."""
        return Span(self.end - (self.mark in MARKS), self.end)

    @property
    def conjunction(self) -> Span | None:
        """The word that leads on to the next item, ``; and``, or None."""
        joined = CONJUNCTION.search(self.words, max(0, len(self.words) - 12))
        return Span(self.start + joined.start(), self.end) if joined else None

    def fix(self, mark: str, safety: Safety = Safety.SAFE) -> Fix | None:
        """Return what gives the passage another mark, if it is sure where it goes."""
        # A colon may have been meant: then what it brings is missing.
        if self.mark == ":":
            safety = min(safety, Safety.UNSAFE)
        sure = self.mark in MARKS or self.mark.isalnum() or self.mark in f"{QUOTES})]"
        return Fix.replace(self.span, mark, safety) if sure else None


def ending(source: Source, passage: Passage) -> Ending:
    """Return how the words of a passage end."""
    words = source[passage.content].rstrip(INVISIBLE)
    if words[-1:].isdecimal():
        words = INDICATOR.sub("", words)
    start = passage.content.start
    return Ending(words=words, start=start, end=start + len(words))


def below(node: Resolution, passage: Passage, until: int | None) -> Block | None:
    """Return the block between a passage and the next, or the end of the text.

    A list that the grammar took for something else, a quotation, a table, a draft.
    """
    blocks = node.source.blocks
    at = bisect_left(blocks, passage.span.end, key=lambda block: block.span.start)
    if at == len(blocks) or blocks[at].style is Style.NOTE:
        return None
    start = blocks[at].span.start
    if until is not None:
        return blocks[at] if start < until else None
    closing = any(start == line.span.start for line in node.closing.fields)
    return None if closing else blocks[at]
