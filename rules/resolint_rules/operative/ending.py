"""How operative paragraphs end."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from resolint import (
    Block,
    Diagnostic,
    Fix,
    Operative,
    Resolution,
    Rule,
    Safety,
    Span,
    Style,
)

MARKS = {";": "a semicolon", ".": "a full stop", ",": "a comma", ":": "a colon"}
QUOTES = "”’\"'»"
# A direction mark or a soft hyphen at the end of a Word paragraph is not seen.
INVISIBLE = "\u00ad\u200b\u200e\u200f\ufeff"
# Some formats print the indicator of a note that was called before as mere figures.
INDICATOR = re.compile(r"(?<=[;,.:”])\d{1,3}(?:[–,-]\d{1,3})*\Z")
JOINED = re.compile(r"[;,]?\s+(?:and|or)\Z")


class OperativeEnding(Rule[Resolution]):
    """A paragraph that ends with the wrong mark."""

    code = "OPN005"
    name = "operative-ending"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a semicolon after each paragraph, and a full stop after the last."""
        last = len(node.operative)
        for index, paragraph in enumerate(node.operative, 1):
            # The marks inside and after a list are the business of SUB003.
            if paragraph.items or paragraph.continuation:
                continue
            mark = "." if index == last else ";"
            until = None if index == last else node.operative[index].span.start
            below = _below(node, paragraph, until)
            if not (below and below.style is Style.TABLE):
                yield from self._judged(node, paragraph, mark, below)

    def _judged(
        self, node: Resolution, paragraph: Operative, mark: str, below: Block | None
    ) -> Iterator[Diagnostic]:
        """Yield a finding if a paragraph should end with another mark."""
        words = node.source[paragraph.content].rstrip(INVISIBLE)
        words = INDICATOR.sub("", words)
        end = paragraph.content.start + len(words)
        found, inside = words[-1:], words.rstrip(QUOTES)[-1:]
        # “Decides that:” may stand, without a number, above numbered paragraphs.
        brings = below is not None or (paragraph.number is None and mark == ";")
        if not words or mark in (found, inside) or found == "?":
            return
        if found == ":" and brings:
            return
        message = f"{paragraph.locator} should end with {MARKS[mark]}"
        if joined := JOINED.search(words):
            span = Span(paragraph.content.start + joined.start(), end)
            message = f"{message}, not “{joined[0].strip()}”"
            yield self.at(span, message, Fix.replace(span, mark, Safety.UNSAFE))
        elif found in MARKS:
            span = Span(end - 1, end)
            message = f"{message}, not {MARKS[found]}"
            yield self.at(span, message, Fix.replace(span, mark))
        else:
            span = Span(end, end)
            sure = found.isalnum() or found in f"{QUOTES})]"
            yield self.at(span, message, Fix.replace(span, mark) if sure else None)


def _below(node: Resolution, paragraph: Operative, until: int | None) -> Block | None:
    """Return the block between a paragraph and the next, or the end of the text.

    A list that the grammar took for something else, a quotation, a table, a draft.
    """
    blocks = node.source.blocks
    at = bisect_left(blocks, paragraph.span.end, key=lambda block: block.span.start)
    if at == len(blocks) or blocks[at].style is Style.NOTE:
        return None
    start = blocks[at].span.start
    if until is not None:
        return blocks[at] if start < until else None
    closing = any(start == line.span.start for line in node.closing.fields)
    return None if closing else blocks[at]
