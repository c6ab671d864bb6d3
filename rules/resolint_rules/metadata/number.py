"""The number before the title, and the one in the symbol."""

from collections.abc import Iterator

from resolint import EDITED, Diagnostic, Resolution, Rule, Span, Stage
from resolint_rules.metadata.identity import (
    own_identity,
    session,
    title_number,
    within_line,
)


class TitleNumber(Rule[Resolution]):
    """A number before the title that is not the one in the symbol."""

    code = "MET001"
    name = "title-number"
    profiles = EDITED
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one number in both places; what the session line says decides."""
        named, number = own_identity(node), title_number(node)
        symbol = node.masthead.field("symbol")
        if not (node.whole and named and number and node.title and symbol):
            return
        if not named.number or named.number == number:
            return
        here = number.partition("/")[0]
        if named.session != here == session(node):
            right = symbol.value.replace(named.number, number)
            yield self.at(
                within_line(node, symbol, symbol.value),
                f"the symbol should be {right}, as the number before the title is "
                f"{number}, not {symbol.value}",
            )
            return
        start = (node.title.number_span or node.title.span).start
        length = len(node.title.number)
        yield self.at(
            Span(start, start + length),
            f"the number before the title should be {named.number}, as in the symbol "
            f"{symbol.value}, not {node.title.number}",
        )
