"""Text in square brackets that is not the drafter's insertion in a quotation."""

import re
from collections.abc import Iterator, Sequence

from resolint import Field, Footnote, Passage, Source, Span
from resolint.regex import regex

MARK = regex(r"[\[\]]")
# "[sic]", a note in figures, the lines in brackets that a resolution has.
LEGITIMATE = regex(
    r"\[(?:sic\b|\d{1,3}\]|on (?:the|a|an) |without |adopted\b|resolution adopted\b"
    r"|\s*\]|…|\.\.\.)",
    re.I,
)


def may_be_bracketed(text: str) -> bool:
    """Whether brackets open anywhere in a text that do not as a rule."""
    at = text.find("[")
    while at >= 0:
        if not LEGITIMATE.match(text, at):
            return True
        at = text.find("[", at + 1)
    return False


def bracketed(
    source: Source, passages: Sequence[Passage]
) -> Iterator[tuple[Passage, Span]]:
    """Yield what stands in square brackets, with the passage it begins in.

    Of brackets that are closed in a later passage, only the opening one. Of marks
    without their fellows STR020 speaks.
    """
    waiting: list[tuple[Passage, int]] = []
    quoted = False
    for passage in passages:
        if isinstance(passage, Field | Footnote):
            continue
        text = source[passage.span]
        quoted = quoted and text[:1] == "“"
        for found in MARK.finditer(text):
            at = passage.span.start + found.start()
            if found[0] == "[":
                waiting.append((passage, at))
                continue
            if not waiting:
                continue
            begins, start = waiting.pop()
            if waiting or LEGITIMATE.match(source.text, start):
                continue
            before = source.text[begins.span.start : start]
            if quoted or before.count("“") > before.count("”") or before.count('"') % 2:
                continue
            here = begins is passage
            yield begins, Span(start, at + 1 if here else start + 1)
        quoted = quoted or text.count("“") > text.count("”")
