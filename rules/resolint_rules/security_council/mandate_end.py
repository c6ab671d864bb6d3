"""The end of a mandate."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Operative,
    Profile,
    Resolution,
    Rule,
    Severity,
    Stage,
)
from resolint_rules.metadata.calendar import day_words
from resolint_rules.metadata.identity import adopted
from resolint_rules.patterns import Pattern
from resolint_rules.security_council.extensions import extensions, shifted

_MONTHS = 14
"""No mandate of a mission goes on for longer."""
# Judges are appointed for years, and so are some committees; what ends may end later.
_LONG = Pattern(
    r"(?i)\b(?:judges?|prosecutors?|registrar|tribunals?|residual mechanism|committee"
    r"|court|years|final period|drawdown|liquidation|closure)\b"
)


class MandateEnd(Rule[Operative]):
    """A mandate that ends before it is extended, or years later."""

    code = "SCR010"
    name = "mandate-end"
    severity = Severity.WARNING
    profiles = (Profile.SC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want an end after the adoption, and about a year after it at most."""
        day = adopted(within)
        if day is None:
            return
        for each in extensions(node, within):
            where = each.passage.locator
            # Whether a period and its end agree is the business of SCR011.
            if each.period and each.start:
                continue
            if each.end <= day:
                yield self.at(
                    each.until.span,
                    f"the extension in {where} should end after {day_words(day)}, the "
                    f"day of adoption, not on {day_words(each.end)}",
                )
                continue
            late = each.end > shifted(day, _MONTHS) and each.period is None
            if late and not _LONG.search(each.words):
                yield self.at(
                    each.until.span,
                    f"the extension in {where} should end within about 13 months of "
                    f"the adoption on {day_words(day)}, not on {day_words(each.end)}",
                )
