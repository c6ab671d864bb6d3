"""How the closing paragraph names the item of the agenda."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Operative,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import text_of

_ITEM = Pattern(
    r"\b(?:the|an|its) (?:agenda |separate |new )?(?P<item>(?:sub-?)?item)"
    r"(?P<between>,? (?:(?P<word>entitled|called|named|on|of|headed) )?)"
    r"(?P<quote>[“\"‘])",
    needles=("item",),
)
_UNQUOTED = Pattern(
    r"\bunder the (?P<item>(?:sub-?)?item) (?P<word>entitled) (?=[A-Z])",
    needles=("item entitled",),
)


class ItemEntitled(Rule[Operative]):
    """An item of the agenda whose title is not given as a title."""

    code = "MET012"
    name = "item-entitled"
    severity = Severity.INFO
    profiles = (Profile.GA,)

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want “the item entitled “…””, with the title of the item word for word."""
        text = text_of(node, within)
        for found in _ITEM.finditer(text):
            if found["word"] == "entitled":
                continue
            span = Span(*found.span("between")).shift(node.content.start)
            there = f"{found['item']}{found['between']}".strip()
            yield self.at(
                span,
                f"{node.locator} should have “{found['item']} entitled” before the "
                f"title, not “{there}”",
                Fix.replace(span, " entitled ", Safety.UNSAFE),
            )
        for found in _UNQUOTED.finditer(text):
            span = Span(*found.span("word")).shift(node.content.start)
            yield self.at(
                span,
                f"{node.locator} should have the title of the {found['item']} in "
                "quotation marks",
            )
