"""What a text says of itself: its number, its session, the day of its adoption."""

import re
from collections import Counter
from datetime import date
from typing import NamedTuple

from resolint import Field, Organ, Resolution, Span
from resolint.adoption import roman
from resolint.regex import regex
from resolint_rules.once import once

_SERIES = {
    "A/RES/": Organ.GA,
    "A/HRC/RES/": Organ.HRC,
    "E/RES/": Organ.ECOSOC,
    "S/RES/": Organ.SC,
}
_RESOLUTION = regex(
    r"(?P<series>A/(?:HRC/)?RES/|E/RES/|S/RES/)"
    r"(?:(?P<session>(?:ES-|S-)?\d{1,4})/(?P<number>\d{1,4})(?: ?[A-Z][A-Z ,-]*)?"
    r"|(?P<count>\d{1,4}) ?(?:[A-Z-]+ ?)?\((?:(?P<year>\d{4})|(?P<kind>E?S-)?"
    r"(?P<roman>[IVXL]+))\))(?:/.*)?"
)
_DRAFT = regex(
    r"A/(?:(?P<council>HRC)/|C\.\d/)?(?P<session>(?:ES-|S-)?\d{1,3})/L\.\d+.*"
)
_HYPHENS = str.maketrans("‑–\u00a0\u202f", "--  ")


class Identity(NamedTuple):
    """What the symbol of a resolution, or of a draft of one, says."""

    organ: Organ
    session: str
    """``79``, ``ES-11``, ``2024``; empty for the Security Council."""
    number: str = ""
    """``79/125``, ``2731``; empty of a draft."""
    year: int = 0
    """Of the Security Council."""


def identity(symbol: str) -> Identity | None:
    """Read a symbol; None where it says nothing of the kind."""
    symbol = symbol.translate(_HYPHENS).strip(" *")
    if found := _DRAFT.fullmatch(symbol):
        organ = Organ.HRC if found["council"] else Organ.GA
        return Identity(organ=organ, session=found["session"])
    found = _RESOLUTION.fullmatch(symbol)
    if not found:
        return None
    organ = _SERIES[found["series"]]
    if found["session"]:
        number = f"{found['session']}/{found['number']}"
        return Identity(organ=organ, session=found["session"], number=number)
    if found["year"]:
        year = int(found["year"])
        return Identity(organ=organ, session="", number=found["count"], year=year)
    session = f"{found['kind'] or ''}{roman(found['roman']) or ''}"
    return Identity(organ=organ, session=session)


@once
def own_identity(resolution: Resolution) -> Identity | None:
    """Return what the symbol in the masthead says."""
    return identity(resolution.masthead.value("symbol"))


def title_number(resolution: Resolution) -> str:
    """Return the number before the title, without the letters of parts."""
    if resolution.title is None:
        return ""
    number = resolution.title.number.translate(_HYPHENS)
    found = re.match(r"(?:E?S-)?\d+/\d+", number)
    return found[0] if found else ""


@once
def session(resolution: Resolution) -> str:
    """Return the session that most of symbol, number and session line name."""
    named = own_identity(resolution)
    said = [
        named.session if named else "",
        title_number(resolution).partition("/")[0],
        resolution.masthead.value("session"),
    ]
    counted = Counter(filter(None, said)).most_common(1)
    return counted[0][0] if counted else ""


@once
def adopted(resolution: Resolution) -> date | None:
    """Return the day of adoption; None where it is unknown or told in two ways."""
    days = {line_day(line) for line in adoption_lines(resolution)} - {None}
    return days.pop() if len(days) == 1 else None


def adoption_lines(resolution: Resolution) -> list[Field]:
    """Return the line that says when a text was adopted, and the date at its end."""
    adoption = resolution.masthead.field("adoption")
    closing = resolution.closing.field("date")
    return [line for line in (adoption, closing) if line is not None]


def line_day(line: Field | None) -> date | None:
    """Return the date of a line of the masthead or of the closing."""
    if line is None or not line.value:
        return None
    try:
        return date.fromisoformat(line.value)
    except ValueError:
        return None


@once
def issued(resolution: Resolution) -> date | None:
    """Return the day of issue."""
    return line_day(resolution.masthead.field("issued"))


def within_line(resolution: Resolution, line: Field, words: str) -> Span:
    """Return where some words stand in a line; the line where they do not."""
    at = resolution.source[line.span].find(words)
    if at < 0 or not words:
        return line.span
    return Span(line.span.start + at, line.span.start + at + len(words))
