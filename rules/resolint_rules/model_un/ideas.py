"""One idea a clause, and none without one."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Operative,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted
from resolint_rules.verbs import WORD

# “… to plant trees and urges them to …”: the organ is the subject of both.
_SECOND = Pattern(
    r"(?:,|;)? and (?:also |further |strongly )?(?P<verb>requests|urges|encourages"
    r"|calls upon|calls on|calls for|invites|recommends|demands|decides|condemns) "
    r"(?:that|all|the|its|an?|Member|Governments|States|countries|every|each)\b",
    needles=(" and ",),
)
# The verb has another subject: “a treaty which bans … and requests the …”.
_CLAUSE = Pattern(r"\b(?:that|which|who|whose|where|when|it|he|she|they|as|if)\b")
_SENTENCE = Pattern(r"[a-z]{3}[)”]?(?P<stop>\.) (?=[A-Z][a-z]+ [a-z])")


class OneIdea(Rule[Preambular | Operative]):
    """A clause that says nothing, or that says two things."""

    code = "MUN014"
    name = "one-idea"
    severity = Severity.INFO
    profiles = (Profile.MUN,)

    def check(
        self, node: Preambular | Operative, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want words behind the opening phrase, and no second one."""
        text = folded(within.source[node.content])
        said = node.opening.span.end if node.opening else node.content.start
        if not WORD.search(within.source.text, said, node.content.end):
            if not node.items and node.span.start < node.content.end:
                yield self.at(node.span, f"{node.locator} should not be empty")
            return
        if isinstance(node, Preambular):
            return
        for found in _SENTENCE.finditer(text):
            if is_quoted(text, found.start()):
                continue
            span = Span(*found.span("stop")).shift(node.content.start)
            message = f"{node.locator} should be one sentence: make a clause of each"
            yield self.at(span, message)
            return
        second = _SECOND.search(text)
        if second and not _CLAUSE.search(text, 0, second.start()):
            span = Span(*second.span("verb")).shift(node.content.start)
            yield self.at(
                span,
                f"{node.locator} should hold one idea: what it “{second['verb']}” can "
                "be a clause of its own",
            )
