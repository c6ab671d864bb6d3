"""The last paragraph of a resolution of the Security Council."""

from collections.abc import Iterator

from resolint import Diagnostic, Operative, Profile, Resolution, Rule, Severity
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

_SEIZED = Pattern(r"\bsei[zs]ed of\b", needles=("seized of", "seised of"))
# Members are admitted, judges elected, missions closed: the matter is done with.
_DONE = Pattern(
    r"\b(?:be admitted to membership|vacanc(?:y|ies)|elections? to|be elected"
    r"|appoint(?:s|ed)?"
    r"|nominat\w+|terminate[sd]?|termination|expired?|dissol(?:ve|ved|ution)"
    r"|final period|closure|lift(?:ed)?|liquidation|withdrawal of the mission)\b"
)
_SHORT = 5
"""A text with more paragraphs does more than that."""


class RemainSeized(Rule[Resolution]):
    """A text that does not say that the Council remains seized of the matter."""

    code = "SCR002"
    name = "remain-seized"
    severity = Severity.INFO
    profiles = (Profile.SC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “Decides to remain seized of the matter” at the end."""
        if node.enacting is None or len(node.operative) < 2 or node.label == "draft":
            return
        *others, last = node.operative
        if _seized(last, node):
            return
        for each in others:
            if _seized(each, node):
                yield self.at(
                    each.content,
                    f"{each.locator} should be the last: the Council decides at the "
                    "end to remain seized of the matter",
                )
                return
        words = folded(node.source.text[others[0].span.start : last.span.end])
        if len(others) < _SHORT and _DONE.search(words):
            return
        yield self.at(
            last.ending,
            f"{last.locator} should be followed by a last one: “Decides to remain "
            "seized of the matter.”",
        )


def _seized(paragraph: Operative, within: Resolution) -> bool:
    text = folded(within.source[paragraph.content])
    return _SEIZED.search(text) is not None
