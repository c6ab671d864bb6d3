"""The numbers of the Assembly's decisions."""

from collections.abc import Iterator

from resolint import (
    Citation,
    Diagnostic,
    Field,
    Fix,
    Organ,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Symbol,
)
from resolint.adoption import FIRST_NUMBERED_SESSION, number
from resolint.regex import regex
from resolint_rules.references.verdicts import certain
from resolint_rules.symbols.faults import place

_SYMBOL = regex(r"A/DEC/((?:E?S-)?\d{1,2}/\d{1,3})")
_WORD = regex(r"\bdecisions?\s\Z")
_FIRST = 301


class DecisionNumber(Rule[Passage]):
    """A decision of the Assembly with a symbol, or with the number of a resolution."""

    code = "REF030"
    name = "decision-number"
    severity = Severity.INFO
    profiles = (Profile.GA,)
    cites = (Citation, Symbol)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “decision 78/505”."""
        if isinstance(node, Field):
            return
        for each in node.inline:
            match each:
                case Symbol(text=text) if found := _SYMBOL.fullmatch(text):
                    before = within.source.text[: each.span.start][-12:]
                    word = "" if _WORD.search(before) else "decision "
                    right = f"{word}{found[1]}"
                    yield self.at(
                        each.span,
                        f"{text} in {place(node)} should be cited as decision "
                        f"{found[1]}: decisions of the Assembly have no symbol",
                        Fix.replace(each.span, right, Safety.UNSAFE),
                    )
                case Citation() if _is_low(each):
                    yield self.at(
                        each.span,
                        f"decision {each.number} in {place(node)} has the number of a "
                        f"resolution: decisions of the Assembly are numbered from 401 "
                        f"or 501 on",
                    )


def _is_low(cited: Citation) -> bool:
    """Whether no decision of the Assembly has a number; the early ones began at 301."""
    if cited.kind != "decision" or cited.organ is not Organ.GA:
        return False
    found = number(" ".join(cited.number.split()))
    if found.shape != "session" or not certain(cited, found):
        return False
    return found.session >= FIRST_NUMBERED_SESSION and found.number < _FIRST
