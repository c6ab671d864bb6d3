"""Symbols of resolutions in running text."""

import re
from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Organ,
    Other,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Symbol,
)
from resolint.profiles import profile_of
from resolint.regex import regex
from resolint_rules.references.words import quoted, text_of
from resolint_rules.symbols.faults import fault_of, place, written

_ACT = regex(
    r"(?P<series>A/HRC|A|E|S)/(?P<kind>RES|DEC)/"
    r"(?P<number>(?:E?S-)?\d{1,4}(?:/\d{1,4})?(?: ?\(\d{4}\))?(?: [A-Z])?)"
)
_ORGANS = {"A": Organ.GA, "A/HRC": Organ.HRC, "E": Organ.ECOSOC, "S": Organ.SC}
_WORD = regex(r"\b(?:[Rr]esolutions?|[Dd]ecisions?)(?: [Nn]os?\.)? ?\(?\Z")
_LIST = regex(r"(?:, and |, or |, | and | or | to )\Z")
_REACH = 60


class NamedAct(Rule[Passage]):
    """A resolution that is called by its symbol."""

    code = "SYM010"
    name = "resolution-by-symbol"
    severity = Severity.WARNING
    profiles = EDITED
    cites = (Symbol,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “resolution 79/125”, not its symbol."""
        # A table, and a line that is not understood, are no running text.
        if isinstance(node, Other):
            return
        text, done = "", -1
        for symbol in node.inline:
            found = isinstance(symbol, Symbol) and _ACT.fullmatch(symbol.text)
            if not (isinstance(symbol, Symbol) and found):
                continue
            text = text or text_of(node, within)
            at = symbol.span.start - node.content.start
            if not text or quoted(text, at, node, within):
                continue
            # A symbol that cannot be right is the matter of SYM001.
            if fault_of(symbol, within):
                continue
            # Where the Assembly speaks, its decisions are the matter of REF030.
            decided = found["kind"] == "DEC" and found["series"] == "A"
            if decided and profile_of(within) is Profile.GA:
                continue
            # One word may lead to several symbols.
            listed = done >= 0 and _LIST.fullmatch(text, done, at) is not None
            before = text[max(0, at - _REACH) : at]
            led = listed or _WORD.search(before) is not None
            done = symbol.span.end - node.content.start if led else -1
            yield self._judged(symbol, found, before, node, within, led=led)

    def _judged(
        self,
        symbol: Symbol,
        found: re.Match[str],
        before: str,
        node: Passage,
        within: Resolution,
        *,
        led: bool,
    ) -> Diagnostic:
        organ = _ORGANS[found["series"]]
        kind = "resolution" if found["kind"] == "RES" else "decision"
        number = found["number"]
        named = organ is within.organ or (led and organ.value in before)
        words = f"{kind} {number}" if named else f"{organ} {kind} {number}"
        if not led and not before.strip():
            words = words[0].upper() + words[1:]
        right = number if led else words
        safety = Safety.SAFE if led and named else Safety.UNSAFE
        return self.at(
            symbol.span,
            f"the symbol {symbol.text} in {place(node)} should give way to “{words}”",
            written(symbol.span, symbol.text, right, safety),
        )
