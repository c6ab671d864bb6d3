"""Symbols of documents that came after the text."""

from collections.abc import Iterator
from datetime import date

from resolint import (
    Diagnostic,
    Field,
    OfficialRecord,
    Organ,
    Passage,
    Profile,
    Resolution,
    Rule,
    Symbol,
)
from resolint.profiles import profile_of
from resolint.regex import regex
from resolint_rules.metadata import calendar
from resolint_rules.metadata.identity import adopted, issued, own_identity, session
from resolint_rules.once import once
from resolint_rules.symbols.faults import place

_SESSION = regex(r"A/(?P<council>HRC/)?(?:RES/|C\.[1-6]/)?(?P<session>\d{1,3})/\S")
_YEAR = regex(
    r"(?:E|S|E/C\.\d{1,2}|E/CN\.\d{1,2}|E/RES|A/AC\.\d{1,3}|A/CN\.\d{1,2})"
    r"/(?P<year>(?:19|20)\d\d)/\S"
    r"|S/RES/\d{1,4} ?\((?P<adopted>(?:19|20)\d\d)\)"
)
_JOINED = regex(r"[-–‑](?=[AES]/)")
_JULY = 7
_OCTOBER = 10
_RECORD = regex(r"[AE]/(\d+)/")
_LINES = frozenset(["information"])


class LaterSymbol(Rule[Passage]):
    """A symbol with a session, or a year, that is still to come."""

    code = "SYM011"
    name = "later-symbol"
    cites = (Symbol,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want no session or year later than that of the text."""
        if isinstance(node, Field) and node.name not in _LINES:
            return
        for symbol in node.inline:
            if not isinstance(symbol, Symbol) or _is_misquoted(symbol, node):
                continue
            # A document of two organs has the symbols of both.
            for each in _JOINED.split(symbol.text):
                if late := _late(each, within):
                    yield self.at(
                        symbol.span,
                        f"the symbol {symbol.text} in {place(node)} cannot be right: "
                        f"its {late} is after this text",
                    )
                    break


def _late(symbol: str, within: Resolution) -> str:
    """Return the session or the year of a symbol that is still to come, if it is."""
    if found := _SESSION.match(symbol):
        organ = Organ.HRC if found["council"] else Organ.GA
        latest = _session(organ, within)
        late = latest is not None and int(found["session"]) > latest
        return f"session {found['session']}" if late else ""
    found = _YEAR.match(symbol)
    day = _day(within)
    if found is None or day is None:
        return ""
    year = int(found["year"] or found["adopted"])
    named = own_identity(within)
    # If symbol and date do not agree, MET006 speaks of it.
    if named and named.year >= year:
        return ""
    return f"year {year}" if year > day.year + _ahead(symbol, day) else ""


@once
def _day(within: Resolution) -> date | None:
    # Conferences of Model UN are held in years to come.
    if profile_of(within) is Profile.MUN:
        return None
    return adopted(within) or issued(within)


def _ahead(symbol: str, day: date) -> int:
    """Return by how many years documents are ahead: reports come before the session.

    A session of the Economic and Social Council begins in July of the year before.
    """
    if symbol[0] == "E":
        return int(day.month >= _JULY)
    return int(symbol[0] == "A" and day.month >= _OCTOBER)


def _session(organ: Organ, within: Resolution) -> int | None:
    """Return the latest session of an organ that has documents at the time of a text.

    Those of a session begin to come out half a year before it opens.
    """
    day = _day(within)
    if day is not None:
        latest = calendar.current(organ, day)
        if latest is None:
            return None
        latest += int(organ is Organ.HRC or day.month < _OCTOBER)
        # If session and date do not agree, other rules speak of it.
        return max(latest, _own(organ, within) or 0)
    own = _own(organ, within)
    return own + 1 if own else None


def _own(organ: Organ, within: Resolution) -> int | None:
    named, own = own_identity(within), session(within)
    if named is None or named.organ is not organ or not own.isdecimal():
        return None
    return int(own)


def _is_misquoted(symbol: Symbol, node: Passage) -> bool:
    """Whether a supplement is cited with another session: other rules say so."""
    for record in node.inline:
        if isinstance(record, OfficialRecord) and symbol.text == record.symbol:
            found = _RECORD.match(symbol.text)
            if found and record.session and int(found[1]) != record.session:
                return True
    return False
