"""The comma after the name of the organ."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Organ,
    Resolution,
    Rule,
    Span,
)

MARKS = {":": "a colon", ";": "a semicolon", ".": "a full stop"}


class EnactingComma(Rule[Resolution]):
    """An enacting line without its comma."""

    code = "STR003"
    name = "enacting-comma"
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a comma after the name of the organ where a preamble follows."""
        line = node.enacting
        if line is None or not node.preamble or not _follows(node):
            return
        end = line.name.end
        mark = node.source[Span(end, line.content.end)].strip("”\"' \t\u00a0")[:1]
        # The Council has let a colon stand before its long preambles.
        if mark == "," or (mark == ":" and node.organ is Organ.SC):
            return
        message = f"{line.locator} should end with a comma"
        if mark in MARKS:
            at = node.source.text.index(mark, end)
            span = Span(at, at + 1)
            message = f"{message}, not {MARKS[mark]}"
        else:
            span = Span(end, end)
        yield self.at(span, message, Fix.replace(span, ","))


def _follows(node: Resolution) -> bool:
    """Whether a paragraph that is surely of the preamble comes next."""
    first = node.preamble[0]
    if node.operative and node.operative[0].span < first.span:
        return False
    return first.opening is not None or node.source[first.ending] == ","
