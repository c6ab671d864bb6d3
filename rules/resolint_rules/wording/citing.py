"""Resolutions, decisions, agenda items and annexes, in small letters."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Field,
    Fix,
    Heading,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
    Stage,
    Title,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

# A capital is right where a sentence begins, and in the names of others' instruments:
# “Council Decision 2010/231/CFSP”, “Annex 1-A of the Peace Agreement”.
_CAPITALS = Pattern(
    r"(?<=[a-z,(] )(?P<word>Resolutions?|Decisions?)"
    r"(?= (?:\d{1,4}/\d{1,4}|\d{3,4} \(\d{4}\)|\d{1,4} (?:[A-Z] )?\([IVXL]+\)"
    r"|E?S-\d{1,2}/\d{1,3})(?![/\w-]))"
    r"|(?:(?<=General Assembly )|(?<=Security Council )|(?<=Social Council )"
    r"|(?<=Human Rights Council ))(?P<body>Resolutions?|Decisions?)"
    r"(?= (?:\d{1,4}/\d{1,4}|\d{3,4} \(\d{4}\))(?![/\w-]))"
    r"|(?<=[a-z,(] )(?P<item>Agenda [Ii]tems?|agenda Items?)(?= \d)"
    r"|(?<=[a-z,(] )(?P<annex>Annex(?:es)?)(?=(?: [IVX]+)? to the present\b)"
    r"|(?<=the present )(?P<present>Resolution|Decision)\b(?! [A-Z])"
)
_WORDS = ("Resolution", "Decision", "Agenda item", "genda Item", "Annex")


class CitingCapitals(Rule[Passage]):
    """A resolution, decision, agenda item or annex with a capital in a sentence."""

    code = "WRD005"
    name = "citing-capitals"
    severity = Severity.WARNING
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType(
        {Profile.SC: Severity.INFO}
    )
    profiles = UNITED_NATIONS
    needles = (
        "resolution",
        "resolutions",
        "decision",
        "decisions",
        "agenda item",
        "agenda items",
        "annex",
        "annexes",
    )

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want small letters where no sentence begins."""
        source = within.source
        text = source[node.content]
        if isinstance(node, Title | Heading | Field) or not any(
            word in text for word in _WORDS
        ):
            return
        text = folded(text)
        for found in _CAPITALS.finditer(text):
            span = Span(*found.span()).shift(node.content.start)
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            if any(run.span.meets(span) for run in source.emphasis_in(span)):
                continue
            right = found[0].lower()
            message = f"{node.locator} should have “{right}”, not “{found[0]}”"
            yield self.at(span, message, Fix.replace(span, right, Safety.SAFE))
