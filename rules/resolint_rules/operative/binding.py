"""Verbs that bind States, in organs that can only recommend."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    EDITED,
    Diagnostic,
    Operative,
    Organ,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

ORDERS = Pattern(
    r"(?i:(?:also |further |strongly )?"
    r"(?P<what>orders|commands|obliges|compels|forbids)\b)"
)
DECIDES = Pattern(
    r"(?i:(?:also |further )?(?P<what>decides that (?:all )?(?:member )?"
    r"(?:states|governments|countries|nations)\b[^,;]{0,40}? (?:shall|must))\b"
    r"|(?:also |further )?(?P<force>authorizes the use of (?:armed )?force)\b)"
)


class BindingVerb(Rule[Operative]):
    """A paragraph that orders States to do something."""

    code = "OPN013"
    name = "binding-verb"
    severity = Severity.INFO
    severities = MappingProxyType({Profile.MUN: Severity.WARNING})
    profiles = (*EDITED, Profile.MUN)

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want States called upon, urged or invited."""
        # The Security Council binds, also in a Model United Nations.
        if within.organ is Organ.SC:
            return
        text = folded(within.source[node.content])
        found = ORDERS.match(text)
        # What a Model United Nations may decide and authorize MUN011 says.
        if found is None and within.organ is not None:
            found = DECIDES.match(text)
        if found is None:
            return
        name = found.lastgroup or "what"
        span = Span(*found.span(name)).shift(node.content.start)
        body = f"the {within.organ}" if within.organ else "this body"
        message = (
            f"{node.locator} should not bind States, as “{found[name]}” does: {body} "
            "can call upon them, urge or invite them"
        )
        yield self.at(span, message)
