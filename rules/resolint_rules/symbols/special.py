"""The numbers of special sessions."""

from collections.abc import Iterator

from resolint import Citation, Diagnostic, Passage, Resolution, Safety, Severity, Symbol
from resolint.adoption import number
from resolint.regex import regex
from resolint.symbol import Slip
from resolint_rules.symbols.faults import place, written
from resolint_rules.symbols.slips import SymbolSlips

_PRINTED = regex(r"E?S-\d+/")


class SpecialSession(SymbolSlips):
    """A special session that is not written ``S-10``, ``ES-11``."""

    code = "SYM014"
    name = "special-session"
    severity = Severity.WARNING
    slip = Slip.SPECIAL
    safety = Safety.SAFE
    cites = (Citation, Symbol)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want capitals and a hyphen in numbers and symbols of resolutions."""
        yield from super().check(node, within)
        for cited in node.inline:
            if not isinstance(cited, Citation) or _PRINTED.match(cited.number):
                continue
            found = number(cited.number)
            # Up to the ninth, the session stands behind the number: 3201 (S-VI).
            if found.shape in ("special", "emergency") and "(" not in cited.number:
                yield self.at(
                    cited.span,
                    f"the number {cited.number} of a {cited.kind} in {place(node)} "
                    f"should be {found.normal}",
                    written(cited.span, cited.number, found.normal, self.safety),
                )
