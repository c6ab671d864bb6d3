"""The parts of a good symbol or number, in words."""

import re

from resolint.adoption import MOST_OF_OTHERS, Number, possible
from resolint.document import Organ
from resolint.tables import committees, organ_symbols, own_series, symbol_parts

Parts = tuple[tuple[str, str], ...]
"""Names and values, in the order of the symbol."""

_SERIES = {
    "A": Organ.GA.value,
    "S": Organ.SC.value,
    "E": Organ.ECOSOC.value,
    "ST": "Secretariat",
}
_PIECE = re.compile(r"/([^/(]+)|\(([^)]*)\)")
_SESSION = re.compile(r"A/(?:C\.\d/|(?:HRC/)?(?:RES/|DEC/|PRST/)?|HRC/)(\d{1,3})/")
_KINDS = {
    "RES": "resolution",
    "DEC": "decision",
    "PRST": "presidential statement",
}
_MARKED = re.compile(r"([A-Z][A-Za-z]*)\.? ?(\S.*)?")
_DOUBLE = re.compile(r"-(?=(?:A|S|E|ST)/)")


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
    parts = [("series", series)]
    for beginning, body in committees().items():
        if symbol.startswith(f"{beginning}/"):
            parts.append(("body", body))
    session = _SESSION.match(symbol)
    for found in _PIECE.finditer(symbol):
        piece = (found[1] or found[2]).strip()
        kind = _KINDS.get(piece.upper(), kind)
        if session and found.start(1) == session.start(1):
            parts.append(("session", piece))
        else:
            parts.append(_piece(piece))
    return kind, organ, tuple(parts)


def _piece(piece: str) -> tuple[str, str]:
    if re.fullmatch(r"(?:ES|S)-\d+", piece):
        kind = "emergency special session" if piece[0] == "E" else "special session"
        return kind, piece.rpartition("-")[2]
    if re.fullmatch(r"(?:19|20)\d\d", piece):
        return "year", piece
    found = _MARKED.fullmatch(piece)
    if found and found[1] in symbol_parts():
        return symbol_parts()[found[1]], found[2] or found[1]
    return ("number" if piece[:1].isdigit() else "part"), piece


def parts_of_number(found: Number) -> tuple[str, Parts, str]:
    """Return who may have adopted a number, its parts, and its symbol if it is sure."""
    organs = [organ for organ in Organ if possible(organ, found)]
    if Organ.HRC in organs and found.number > MOST_OF_OTHERS:
        organs.remove(Organ.HRC)
    if found.shape == "roman" and Organ.GA in organs:
        # So the rules on citing have it: the Economic and Social Council is named.
        organs = [Organ.GA]
    match found.shape:
        case "council" | "year":
            parts: Parts = (("number", str(found.number)), ("year", str(found.session)))
        case "session" if Organ.GA in organs:
            years = f"{1945 + found.session}–{(1946 + found.session) % 100:02}"
            session = f"{found.session} ({years} in the General Assembly)"
            parts = (("session", session), ("number", str(found.number)))
        case "special" | "emergency" as shape:
            kind = (
                f"{shape} special session" if shape != "special" else f"{shape} session"
            )
            parts = ((kind, str(found.session)), ("number", str(found.number)))
        case _:
            parts = (("session", str(found.session)), ("number", str(found.number)))
    if len(organs) != 1:
        return " or ".join(organs), parts, ""
    symbol = organ_symbols()[organs[0].value].resolutions + found.normal
    return organs[0].value, (*parts, ("symbol", symbol)), symbol
