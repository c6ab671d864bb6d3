"""Symbols of documents that two organs have."""

from collections.abc import Iterator
from itertools import pairwise

from resolint import (
    Diagnostic,
    Passage,
    Profile,
    Resolution,
    Safety,
    Severity,
    Span,
    Symbol,
)
from resolint.regex import regex
from resolint.symbol import Slip
from resolint_rules.symbols.faults import Fault, place, written
from resolint_rules.symbols.slips import SymbolSlips

_ASSEMBLY = regex(r"A/(\d{2,3})/\d+(?:/Add\.\d+)?")
_COUNCIL = regex(r"[ES]/(\d{4})/\d+(?:/Add\.\d+)?")
# Documents in the plural are two; so are those of a longer list.
_SEVERAL = regex(r"(?i)\b(?:report|document|note|letter|paper|see also|symbol)s\b")
_LISTED = regex(r"[,;] ?$|\b(?:and|both) $")
FIRST_YEAR = 1945
REACH = 80


class DoubleSymbol(SymbolSlips):
    """Two symbols of one document that are not joined as they should be."""

    code = "SYM008"
    name = "double-symbol"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.ECOSOC, Profile.SC)
    slip = Slip.DOUBLE
    safety = Safety.SAFE

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want a plain hyphen between the two, and the Assembly's first."""
        yield from super().check(node, within)
        symbols = [each for each in node.inline if isinstance(each, Symbol)]
        for first, second in pairwise(symbols):
            if _is_one(first, second, node, within):
                meant = f"{first.text}-{second.text}"
                span = Span(first.span.start, second.span.end)
                there = f"{first.text} and {second.text}"
                yield self.at(
                    span,
                    f"the symbols {there} in {place(node)} should be {meant}, if they "
                    "are two symbols of one document",
                    written(span, there, meant, Safety.UNSAFE),
                )

    def told(self, symbol: Symbol, fault: Fault, node: Passage) -> Diagnostic:
        """Say how two symbols are joined."""
        found = super().told(symbol, fault, node)
        if fault.meant[:2] == symbol.text[:2]:
            return found
        # To put the organs in order moves more than a mark.
        fix = written(symbol.span, symbol.text, fault.meant, Safety.UNSAFE)
        return self.at(found.span, found.message, fix)


def _is_one(first: Symbol, second: Symbol, node: Passage, within: Resolution) -> bool:
    assembly = _ASSEMBLY.fullmatch(first.text)
    council = _COUNCIL.fullmatch(second.text)
    if not (assembly and council):
        return False
    if not 0 <= int(council[1]) - FIRST_YEAR - int(assembly[1]) <= 1:
        return False
    source = within.source
    if source[Span(first.span.end, second.span.start)].split() != ["and"]:
        return False
    before = source[
        Span(max(node.span.start, first.span.start - REACH), first.span.start)
    ]
    return not (_SEVERAL.search(before) or _LISTED.search(before))
