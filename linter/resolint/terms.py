"""Own terms: names that a house spells its own way, whatever the rules say of them."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from resolint.diagnostic import Diagnostic
from resolint.text import Source, Span

_APOSTROPHES = "'\u2018\u2019\u02bc"
_HYPHENS = "-\u2010\u2011\u00ad"


def outside(
    source: Source, found: Iterable[Diagnostic], terms: Collection[str]
) -> list[Diagnostic]:
    """Return the findings that do not lie within one of some terms.

    A term is found in its own capitals; spaces, hyphens and apostrophes are any.
    """
    found = [*found]
    if not terms or not found:
        return found
    named = [
        Span(*match.span()) for match in _pattern(tuple(terms)).finditer(source.text)
    ]
    return [
        each for each in found if not any(_within(each.span, span) for span in named)
    ]


def _within(span: Span, term: Span) -> bool:
    """Whether a span lies within a term; a bare place, not at its edge."""
    if span.start == span.end:
        return term.start < span.start < term.end
    return term.start <= span.start and span.end <= term.end


@cache
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted((term for term in terms if term.strip()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_term, longest))})(?!\w)")


def _term(term: str) -> str:
    return r"\s+".join("".join(map(_character, word)) for word in term.split())


def _character(character: str) -> str:
    for alike in (_APOSTROPHES, _HYPHENS):
        if character in alike:
            return f"[{alike}]"
    return re.escape(character)
