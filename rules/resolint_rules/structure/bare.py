"""The name of the organ where no preamble follows."""

from collections.abc import Iterator

from resolint import Diagnostic, Fix, Profile, Resolution, Rule, Severity, Span


class EnactingWithoutComma(Rule[Resolution]):
    """A comma after the name of the organ where the operative part follows."""

    code = "STR004"
    name = "enacting-without-comma"
    severity = Severity.WARNING
    profiles = (Profile.GA, Profile.ECOSOC)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want no comma after the name of the organ where there is no preamble."""
        line = node.enacting
        if line is None or not node.whole or node.preamble or not node.operative:
            return
        end, first = line.name.end, node.operative[0].span.start
        # A section has a heading, and a preamble of its own may follow it.
        between = (*node.headings, *node.others, *node.parts)
        if any(end <= other.span.start < first for other in between):
            return
        if node.source.text[end : end + 1] == ",":
            span = Span(end, end + 1)
            message = f"{line.locator} should have no comma: there is no preamble"
            yield self.at(span, message, Fix.replace(span, ""))
