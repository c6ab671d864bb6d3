"""The symbol of a draft."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Organ,
    Resolution,
    Rule,
    Safety,
    Stage,
)
from resolint.grammar.space import plain
from resolint.regex import regex
from resolint_rules.drafts.sponsors import heads
from resolint_rules.metadata.identity import within_line

_TAIL = r"(?P<tail>(?:/(?:Rev|Add|Corr|Amend)\.\d+)*)"
LIMITED = regex(
    r"(?:A/(?:(?:C\.[1-6]|BUR|AC\.\d+|CONF\.\d+|HRC|SPC)/)?(?:(?:ES-|S-)?\d{1,3}/)?"
    r"|E/(?:(?:CN|ICEF|AC)\.\d+/)?\d{4}/)L\.\d+(?:/(?:Rev|Add|Corr|Amend)\.\d+)*"
)
COUNCIL = regex(r"S/\d{4}/\d+(?:/(?:Rev|Add|Corr)\.\d+)*")
_WITHOUT = regex(
    r"(?P<head>A/(?:C\.[1-6]/|HRC/)?(?:ES-|S-)?\d{1,3}/|E/\d{4}/)"
    rf"(?:L/)?(?P<number>\d{{1,3}}){_TAIL}"
)


class DraftSymbol(Rule[Resolution]):
    """A draft whose symbol is not that of a draft."""

    code = "DRF001"
    name = "draft-symbol"
    profiles = UNITED_NATIONS
    stages = (Stage.DRAFT,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want an L before the number; in the Security Council the year."""
        line = node.masthead.field("symbol")
        if not node.whole or line is None or next(heads(node), None) is None:
            return
        symbol = plain(line.value).rstrip("*")
        if node.organ is Organ.SC:
            if not COUNCIL.fullmatch(symbol):
                yield self.at(
                    within_line(node, line, line.value),
                    "the symbol of a draft of the Security Council should have the "
                    f"year and a number, as S/2024/343, not {symbol}",
                )
            return
        if LIMITED.fullmatch(symbol):
            return
        # Where the L is there and something else is not, SYM002 and SYM012 speak.
        span = within_line(node, line, line.value)
        found = _WITHOUT.fullmatch(symbol)
        if found:
            right = f"{found['head']}L.{found['number']}{found['tail']}"
            message = f"the symbol of a draft should be {right}, not {symbol}"
            yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
        elif symbol.startswith(("A/", "E/")) and "L" not in symbol:
            message = (
                f"the symbol of a draft should have L. before its number, but {symbol} "
                "does not"
            )
            yield self.at(span, message)
