"""Names of the Main Committees."""

from collections.abc import Iterator, Set

from resolint import (
    Diagnostic,
    Enacting,
    Field,
    Fix,
    Passage,
    Profile,
    Resolution,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted
from resolint_rules.spelling.respelling import WORDED
from resolint_rules.wording.terms import Term

_FIGURE = Pattern(
    r"(?<![\w/-])(?P<number>[1-6])(?:st|nd|rd|th) Committee\b", needles=(" committee",)
)
FIGURED = frozenset(f"{ending} committee" for ending in ("st", "nd", "rd", "th"))
_NAMES = (
    "First Committee",
    "Second Committee",
    "Third Committee",
    "Special Political and Decolonization Committee (Fourth Committee)",
    "Fifth Committee",
    "Sixth Committee",
)


class MainCommittees(Term):
    """A Main Committee by a figure, by letters or by half its name."""

    code = "TRE014"
    name = "main-committees"
    severity = Severity.WARNING
    profiles = (Profile.GA,)
    safety = Safety.UNSAFE

    def looks_for(self) -> frozenset[str]:
        """Return also needles for those that have a figure, which no table has."""
        return super().looks_for() | FIGURED

    def seeks(self, document: Resolution, here: Set[str]) -> Set[str]:
        """Leave those alone."""
        return super().seeks(document, here - FIGURED) | (here & FIGURED)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the names that the rules of procedure give them."""
        # How the information line names a committee, STR021 says.
        if isinstance(node, Field) and node.name == "information":
            return
        yield from super().check(node, within)
        if isinstance(node, Enacting):
            return
        if isinstance(node, Field) and node.name not in WORDED:
            return
        text = folded(within.source[node.content])
        for found in _FIGURE.finditer(text):
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            right = _NAMES[int(found["number"]) - 1]
            span = Span(*found.span()).shift(node.content.start)
            message = f"{node.locator} should have “{right}”, not “{found[0]}”"
            yield self.at(span, message, Fix.replace(span, right, self.safety))
