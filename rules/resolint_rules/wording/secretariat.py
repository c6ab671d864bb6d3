"""Whom the organ requests: the Secretary-General, not the Secretariat."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Operative,
    Passage,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

_NAMED = Pattern(
    r"\b(?P<name>(?:UN|U\.N\.) Secretariat)\b",
    needles=("un secretariat", "u.n. secretariat"),
)
_REQUESTED = Pattern(
    r"\s*(?:the )?(?P<who>(?:UN |United Nations )?Secretariat(?! of\b)|OCHA)\b"
)


class SecretariatName(Rule[Passage]):
    """The Secretariat by a long name, or asked in place of its head."""

    code = "WRD013"
    name = "secretariat"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.ECOSOC)
    needles = ("secretariat", "ocha")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “the Secretariat”, and requests to the Secretary-General."""
        text = folded(within.source[node.content])
        for found in _NAMED.finditer(text):
            if not is_quoted(text, found.start(), draft=within.label == "draft"):
                yield self.at(
                    Span(*found.span()).shift(node.content.start),
                    f"{node.locator} should have “Secretariat”, not “{found['name']}”",
                )
        opening = node.opening if isinstance(node, Operative) else None
        if opening and opening.phrase.lower().split()[-1].endswith("requests"):
            asked = _REQUESTED.match(text, opening.span.end - node.content.start)
            if asked:
                yield self.at(
                    Span(*asked.span("who")).shift(node.content.start),
                    f"{node.locator} should address the Secretary-General, "
                    f"not {_the(asked['who'])}",
                )


def _the(name: str) -> str:
    """Return a name with the article that it has in a sentence."""
    return name if name.isupper() else f"the {name}"
