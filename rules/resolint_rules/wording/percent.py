"""Per cent, in two words."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Passage,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
    Stage,
    Style,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

_NUMBER = (
    r"(?:\d[\d.,]*|(?:\b(?i:one|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|fifteen|twenty|twenty-five|thirty|forty|fifty|sixty|seventy|seventy-five"
    r"|eighty|ninety|hundred)(?=[ -])))"
)
# A space may stand for a thousand: 10 000%. Behind “%” a letter or a figure makes it
# part of an address.
_PERCENT = Pattern(
    rf"(?P<number>{_NUMBER})(?P<mark>[ -]?(?:%|(?i:percent|per-cent|per centum)\b))"
    r"(?![\w%])",
    needles=("%", "percent", "per-cent", "per centum"),
)


class PerCent(Rule[Passage]):
    """A percentage with a sign, or with one word."""

    code = "WRD012"
    name = "per-cent"
    severity = Severity.WARNING
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType(
        {Profile.SC: Severity.INFO}
    )
    profiles = UNITED_NATIONS
    needles = ("%", "percent", "cent", "centum")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “5 per cent”; tables may have the sign."""
        source = within.source
        text = folded(source[node.content])
        for found in _PERCENT.finditer(text):
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            span = Span(*found.span()).shift(node.content.start)
            if any(
                span.meets(block.span)
                for block in source.blocks
                if block.style is Style.TABLE
            ):
                continue
            mark = Span(*found.span("mark")).shift(node.content.start)
            said = f"{found['number']} per cent"
            message = f"{node.locator} should have “{said}”, not “{found[0]}”"
            # The space that is there stays, a no-break one too.
            if found["mark"][0] == " ":
                mark = Span(mark.start + 1, mark.end)
                yield self.at(span, message, Fix.replace(mark, "per cent"))
            else:
                yield self.at(span, message, Fix.replace(mark, " per cent"))
