"""The parts of a good symbol or number, in words."""

import re

from resolint.adoption import MOST_OF_OTHERS, Number, possible, roman
from resolint.document import Organ
from resolint.regex import regex
from resolint.tables import committees, organ_symbols, own_series, symbol_parts

Parts = tuple[tuple[str, str], ...]
"""Names and values, in the order of the symbol."""

_SERIES = {
    "A": Organ.GA.value,
    "S": Organ.SC.value,
    "E": Organ.ECOSOC.value,
    "ST": "Secretariat",
}
_PIECE = regex(r"/([^/( ]+\(\d+\)|[^/(]+)|\(([^)]*)\)")
_SESSION = regex(r"A/(?:C\.\d/|HRC/)?(?:(?:RES|DEC|PRST|INF|BUR)/)?(\d{1,3})/")
_KINDS = {
    "RES": "resolution",
    "DEC": "decision",
    "PRST": "presidential statement",
    "L": "draft",
    "PV": "record of a meeting",
    "SR": "record of a meeting",
}
_MARKED = regex(r"([A-Z][A-Za-z]*)\.? ?(\S.*)?")
_DOUBLE = regex(r"-(?=(?:A|S|E|ST)/)")
_LETTERED = regex(r"(\d+) ([A-Z].*)")


def parts_of(symbol: str) -> tuple[str, str, Parts]:
    """Return the kind of a document, its organ, and the parts of its symbol."""
    singles = _DOUBLE.split(symbol)
    if len(singles) > 1:
        found = [_single(single) for single in singles]
        organs = " and ".join(dict.fromkeys(organ for _, organ, _ in found))
        both = tuple(part for _, _, parts in found for part in parts)
        return "double symbol", organs, both
    return _single(symbol)


def _single(symbol: str) -> tuple[str, str, Parts]:
    series = re.split(r"[/.]", symbol)[0]
    organ = _SERIES.get(series, "")
    if not organ and (row := own_series().get(series)):
        organ = row.body
    if symbol.startswith("A/HRC/"):
        organ = Organ.HRC.value
    kind = "document symbol"
    parts = [("series", f"{series} ({_SERIES.get(series) or organ or 'of its own'})")]
    body = next((body for body in committees() if symbol.startswith(f"{body}/")), "")
    if body:
        parts.append(("body", committees()[body]))
    session = _SESSION.match(symbol)
    for found in _PIECE.finditer(symbol, len(body)):
        piece = (found[1] or found[2]).strip()
        mark = piece.upper().partition(".")[0]
        kind = _KINDS.get(mark, kind)
        if session and found.start(1) == session.start(1):
            assembly = organ != Organ.HRC.value
            parts.append(("session", _years(int(piece)) if assembly else piece))
        elif "." in piece or mark not in _KINDS:
            parts.extend(_piece(piece, symbol))
    return kind, organ, tuple(parts)


def _piece(piece: str, symbol: str) -> Parts:
    if re.fullmatch(r"(?:ES|S)-\d+", piece):
        kind = "emergency special session" if piece[0] == "E" else "special session"
        return ((kind, piece.rpartition("-")[2]),)
    if re.fullmatch(r"(?:19|20)\d\d", piece):
        return (("year", piece),)
    if "/RES/" in symbol and (old := re.fullmatch(r"(E?S-)?([IVXLC]+)", piece)):
        return (("session", _roman(old[1] or "", old[2], symbol)),)
    if lettered := _LETTERED.fullmatch(piece):
        return (("number", lettered[1]), ("part", lettered[2]))
    found = _MARKED.fullmatch(piece)
    if found and (meaning := symbol_parts().get(found[1])):
        word = ("part", f"{piece} ({meaning})")
        return ((meaning, found[2]) if found[2] else word,)
    return (("number" if piece[:1].isdigit() else "part", piece),)


def _roman(special: str, numeral: str, symbol: str) -> str:
    value = roman(numeral)
    if value is None or special or symbol[0] != "A":
        return f"{special}{numeral}"
    return _years(value)


def _years(session: int) -> str:
    return f"{session} ({1945 + session}–{(1946 + session) % 100:02})"


def parts_of_number(found: Number) -> tuple[str, Parts, str]:
    """Return who may have adopted a number, its parts, and its symbol if it is sure."""
    organs = [organ for organ in Organ if possible(organ, found)]
    lettered = found.normal[-1:].isalpha()
    if Organ.HRC in organs and (found.number > MOST_OF_OTHERS or lettered):
        organs.remove(Organ.HRC)
    if found.shape == "roman" and Organ.GA in organs:
        # So the rules on citing have it: the Economic and Social Council is named.
        organs = [Organ.GA]
    number = ("number", str(found.number))
    match found.shape:
        case "council" | "year":
            parts: Parts = (number, ("year", str(found.session)))
        case "session" | "roman" if Organ.GA in organs:
            session = _years(found.session)
            if len(organs) > 1:
                session = f"{session[:-1]} in the General Assembly)"
            parts = (("session", session), number)
        case "special":
            parts = (("special session", str(found.session)), number)
        case "emergency":
            parts = (("emergency special session", str(found.session)), number)
        case _:
            parts = (("session", str(found.session)), number)
    symbols = [
        organ_symbols()[organ.value].resolutions + found.normal for organ in organs
    ]
    parts = (*parts, ("symbol", " or ".join(symbols)))
    return " or ".join(organs), parts, symbols[0] if len(symbols) == 1 else ""
