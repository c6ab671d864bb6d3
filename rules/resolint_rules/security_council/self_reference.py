"""How a resolution of the Security Council speaks of itself."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Footnote,
    Passage,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.references.council import passages
from resolint_rules.references.words import annexed, quoted

_THIS = Pattern(r"\b[Tt]his resolution\b", needles=("this resolution",))
_PRESENT = Pattern(
    r"\b(?P<words>[Tt]he present) resolution\b", needles=("the present resolution",)
)


class SelfReference(Rule[Resolution]):
    """*The present resolution* in a text that has *this resolution* too."""

    code = "SCR009"
    name = "self-reference"
    severity = Severity.INFO
    profiles = (Profile.SC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one form in a text, the one that the Council has as a rule."""
        whole = folded(node.source.text[node.span.start : node.span.end])
        if not (_PRESENT.search(whole) and _THIS.search(whole)):
            return
        ours = [each for each in passages(node) if _is_ours(each, node)]
        for passage in sorted(ours, key=lambda each: each.span):
            text = folded(node.source[passage.content])
            for found in _PRESENT.finditer(text):
                if quoted(text, found.start(), passage, node):
                    continue
                span = Span(*found.span("words")).shift(passage.content.start)
                right = "This" if found["words"][0] == "T" else "this"
                yield self.at(
                    span,
                    f"{passage.locator} should have “{right} resolution”, as other "
                    f"paragraphs have, not “{found[0]}”",
                    Fix.replace(span, right),
                )


def _is_ours(passage: Passage, within: Resolution) -> bool:
    return not (isinstance(passage, Field | Footnote) or annexed(passage, within))
