"""The supplements of the Official Records, and their symbols."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolint import OfficialRecord, Passage, Resolution, Span, Symbol
from resolint.regex import regex

_NUMBER = regex(r"(\d{1,3})([A-Z]?)\Z")
_SYMBOL = regex(r"[AE]/(\d{1,4})/(\d{1,3})(?:/Add\.(\d{1,2}))?(?![\d/.–-])")
_APART = regex(r"[Ss]pecial [Ss]ession|\baddend")
_SESSION = regex(r", ([A-Z][a-z]+(?:[ -][a-z]+)*|\d+[a-z]{2}) [Ss]ession")
_YEAR = regex(r", (\d{4})\b")
_SUPPLEMENT = regex(r"Nos?\. ?(\d+ ?[A-Z]?)\b")
_BETWEEN = 80


class Supplement(NamedTuple):
    """A supplement that is cited, and its symbol taken apart."""

    record: OfficialRecord
    number: int
    letter: str
    """``A`` in ``Supplement No. 53A``; empty in most."""
    symbol: Symbol
    of: int
    """The session, or the year, in the symbol."""
    document: int
    """The number in the symbol."""
    addendum: int
    """The number behind ``Add.``; nought where there is none."""

    def session(self, within: Resolution) -> Span | None:
        """Return where its session is named in words, or its year in figures."""
        return self._place(within, _SESSION) or self._place(within, _YEAR)

    def supplement(self, within: Resolution) -> Span | None:
        """Return where its number is."""
        return self._place(within, _SUPPLEMENT)

    def _place(self, within: Resolution, pattern: re.Pattern[str]) -> Span | None:
        start = self.record.span.start
        found = pattern.search(within.source.text, start, self.record.span.end)
        return Span(*found.span(1)) if found else None


def supplements(
    passage: Passage, series: str, within: Resolution
) -> Iterator[Supplement]:
    """Yield the supplements in a passage whose symbols begin with ``A``, or ``E``."""
    for record in passage.inline:
        if not isinstance(record, OfficialRecord) or not record.symbol:
            continue
        number = _NUMBER.match(record.supplement)
        symbol = _symbol(passage, record)
        parts = _SYMBOL.match(record.symbol)
        if not number or not parts or not symbol or not symbol.valid:
            continue
        if record.symbol[0] != series:
            continue
        # “Supplement No. 25, addendum (A/77/25/Add.1)” has no letter.
        if _APART.search(within.source[Span(record.span.start, symbol.span.start)]):
            continue
        yield Supplement(
            record=record,
            number=int(number[1]),
            letter=number[2],
            symbol=symbol,
            of=int(parts[1]),
            document=int(parts[2]),
            addendum=int(parts[3] or 0),
        )


def _symbol(passage: Passage, record: OfficialRecord) -> Symbol | None:
    """Return the symbol in parentheses behind a record."""
    for node in passage.inline:
        near = record.span.start < node.span.start < record.span.end + _BETWEEN
        if near and isinstance(node, Symbol) and node.text == record.symbol:
            return node
    return None
