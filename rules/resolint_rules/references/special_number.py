"""How resolutions of special sessions of the Assembly are numbered."""

from collections.abc import Iterator
from typing import NamedTuple

from resolint import (
    Citation,
    Diagnostic,
    Field,
    Fix,
    Organ,
    Passage,
    Resolution,
    Rule,
    Safety,
)
from resolint.adoption import numeral, roman
from resolint.regex import regex
from resolint_rules.symbols.faults import place

_BEHIND = regex(r"(\d{1,4})(?: [A-Z])? ?\((ES|S)-([IVXL]+|\d{1,2})\)")
_BEFORE = regex(r"(ES|S)-([IVX]+|\d{1,2})/(\d{1,4})(?: [A-Z])?")
_LAST = {"S": 7, "ES": 5}
"""The last special and emergency special session that counted on in roman numerals."""
_RUNNING = 100
"""Numbers that run through all sessions are higher."""
_EXAMPLES = {"S": 3201, "ES": 2252}
_KINDS = {"S": "special", "ES": "emergency special"}


class _Parts(NamedTuple):
    mark: str
    session: int
    number: int
    roman: bool
    behind: bool


class SpecialNumber(Rule[Passage]):
    """A resolution of a special session with the number of another time."""

    code = "REF011"
    name = "special-number"
    cites = (Citation,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “3201 (S-VI)” up to the seventh session, then “S-8/1”."""
        if isinstance(node, Field):
            return
        for cited in node.citations:
            if cited.kind != "resolution" or "S-" not in cited.number:
                continue
            printed = " ".join(cited.number.split())
            parts = _parts(printed)
            if parts is None or not _is_theirs(cited, parts, within):
                continue
            right, form = _right(parts)
            if right == printed:
                continue
            kind = _KINDS[parts.mark]
            should = f"be written “{right}”" if right else f"have the form {form}"
            fix = Fix.replace(cited.span, right, Safety.UNSAFE) if right else None
            yield self.at(
                cited.span,
                f"the number of resolution {printed} in {place(node)}, of a {kind} "
                f"session, should {should}".replace("a emergency", "an emergency"),
                fix,
            )


def _parts(printed: str) -> _Parts | None:
    if found := _BEHIND.fullmatch(printed):
        count, mark, session = found[1], found[2], found[3]
    elif found := _BEFORE.fullmatch(printed):
        mark, session, count = found[1], found[2], found[3]
    else:
        return None
    value = int(session) if session.isdecimal() else roman(session)
    if not value:
        return None
    behind = found.re is _BEHIND
    return _Parts(mark, value, int(count), not session.isdecimal(), behind)


def _is_theirs(cited: Citation, parts: _Parts, within: Resolution) -> bool:
    """Whether an act is certainly the Assembly's.

    Other bodies have special sessions too, and number them as they please.
    """
    if cited.organ is Organ.GA:
        sure = cited.own or cited.body.endswith(Organ.GA)
        return sure or parts.mark == "ES" or parts.number >= _RUNNING
    if cited.organ is not None or cited.body:
        return False
    # With arabic figures it may be the Human Rights Council's.
    return (cited.own or parts.roman) and within.organ is Organ.GA


def _right(parts: _Parts) -> tuple[str, str]:
    """Return how a number should be written, if it is whole, and the form it has."""
    last = _LAST[parts.mark]
    if parts.session > last:
        form = f"{parts.mark}-{parts.session}/1"
        if parts.number >= _RUNNING:
            return "", form
        return f"{parts.mark}-{parts.session}/{parts.number}", form
    name = f"({parts.mark}-{numeral(parts.session)})"
    form = f"{_EXAMPLES[parts.mark]} {name}"
    if parts.number < _RUNNING:
        return "", form
    return f"{parts.number} {name}", form
