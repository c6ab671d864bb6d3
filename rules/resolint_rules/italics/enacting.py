"""The name of the organ in the enacting line."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Enacting,
    Fix,
    Profile,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)


class EnactingItalics(Rule[Enacting]):
    """A name in roman, or a comma in italics."""

    code = "ITA001"
    name = "enacting-italics"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    profiles = UNITED_NATIONS
    needs = frozenset({Shows.ITALICS})

    def check(self, node: Enacting, within: Resolution) -> Iterator[Diagnostic]:
        """Want the name in italics, and the comma after it in roman."""
        source = within.source
        name = node.name
        if not source.italic(name):
            organ = " ".join(source[name].split())
            message = f"{node.locator} should have “{organ}” in italics"
            yield self.at(name, message, Fix.italicise(name))
        after = Span(name.end, node.content.end)
        mark = source[after].strip()
        if mark[:1] == ",":
            at = source.text.index(",", after.start)
            if source.is_italic(at):
                comma = Span(at, at + 1)
                message = f"{node.locator} should have its comma in roman"
                yield self.at(comma, message, Fix.romanise(comma))
