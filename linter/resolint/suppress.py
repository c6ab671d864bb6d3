"""Remarks in a file that switch rules off for a paragraph.

``<!-- resolint: ignore PRE003 reason -->`` in Markdown and XML, a comment ``resolint:
ignore PRE003 reason`` in Word: the paragraph that the remark is attached to, or that
follows it, has none of the findings named.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from resolint.diagnostic import Diagnostic, Severity
from resolint.document import Resolution
from resolint.rule import Rule
from resolint.text import Source, Span


class UnusedIgnore(Rule[Resolution]):
    """A remark that switches nothing off: known when all other rules have spoken."""

    code = "RSL001"
    name = "unused-ignore"
    severity = Severity.WARNING

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Say nothing: `kept` speaks for it."""
        yield from ()


UNUSED = UnusedIgnore()

_REMARK = re.compile(r"(?i)\bresolint:\s*ignore\b[:=]?\s*")
_CODES = re.compile(r"(?:[A-Z]{3}\d{0,3}|ALL)\b")


def kept(
    source: Source, found: Sequence[Diagnostic], on: Collection[str]
) -> list[Diagnostic]:
    """Return the findings that no remark switches off, and the remarks left over.

    ``on`` are the codes of the rules that were asked: a remark about one that was not
    is not reported, and none is unless `UNUSED` was.
    """
    ignored = [*_ignored(source)]
    used: set[tuple[Span, str]] = set()
    left: list[Diagnostic] = []
    for diagnostic in found:
        reasons = {
            (span, code)
            for span, code in ignored
            if _covers(code, diagnostic.code)
            and span.start <= diagnostic.span.start <= span.end
        }
        used |= reasons
        if not reasons:
            left.append(diagnostic)
    for span, code in ignored if UNUSED.code in on else ():
        if (span, code) in used or not any(_covers(code, each) for each in on):
            continue
        at = Span(span.start, span.start)
        message = f"the remark “ignore {code}” switches nothing off here"
        left.append(UNUSED.at(at, message))
    return sorted(left, key=lambda each: (each.span, each.code))


def _ignored(source: Source) -> Iterator[tuple[Span, str]]:
    """Yield what is switched off, and where: each code with the paragraph."""
    for span, text in source.remarks:
        remark = _REMARK.search(text)
        at = remark.end() if remark else len(text)
        while code := _CODES.match(text, at):
            yield span, code[0]
            at = code.end()
            while at < len(text) and text[at] in ", ":
                at += 1


def _covers(selector: str, code: str) -> bool:
    return selector == "ALL" or code.startswith(selector)
