"""How resolutions come back to their subject."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Operative,
    Organ,
    Paragraph,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

FEWEST = 4
"""Shorter texts elect, appoint, proclaim or end something."""
WIDEST = 60
SEIZED = Pattern(r"\bseized of\b", needles=("seized",))
AGAIN = Pattern(
    r"(?i)\bseized of\b|\bprovisional agenda\b|"
    r"\bunder (?:\w+ )?(?:review|consideration)\b"
    r"|\b(?:continue|resume|revert)s?\b[^;]{0,40}\b(?:consider|examin|discuss)"
    r"|\b(?:report|submit|inform|brief|updat|present|inscrib|includ|consider)\w*\b"
    r"[^;]{0,300}\b(?:sessions?|report|annually|months?|years?|days)\b"
)
ENDS = Pattern(
    r"(?i)\b(?:terminat|appoint|elect|admi(?:t|ssion)|member(?:ship)? (?:of|in) the"
    r"|with immediate effect|liquidat|withdraw)"
)


class CustomaryClosing(Rule[Resolution]):
    """A resolution that never comes back to its subject."""

    code = "OPN016"
    name = "customary-closing"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.HRC, Profile.SC)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a paragraph on a later agenda, on a report or on being seized."""
        if len(node.operative) < FEWEST or node.enacting is None or node.parts:
            return
        texts = [folded(text) for text in _texts(node)]
        council = node.organ is Organ.SC
        pattern = SEIZED if council else AGAIN
        if any(pattern.search(text) for text in texts):
            return
        if council and any(ENDS.search(text) for text in texts):
            return
        last = node.operative[-1]
        wanted = "“Decides to remain seized of the matter” or a request for a report"
        if council:
            wanted = "“Decides to remain seized of the matter”"
        elif node.organ is Organ.GA:
            wanted = (
                "an item of the agenda of a later session, or a request for a report"
            )
        message = f"resolutions as a rule close with {wanted}; this one does not"
        opening = last.opening.span if last.opening else last.content
        start = opening.start
        yield self.at(Span(start, min(opening.end, start + WIDEST)), message)


def _texts(node: Resolution) -> Iterator[str]:
    """Yield the words of the operative part."""
    waiting: list[Operative | Paragraph] = list(node.operative)
    while waiting:
        paragraph = waiting.pop()
        yield node.source[paragraph.content]
        yield from (node.source[each.content] for each in paragraph.continuation)
        waiting += paragraph.items
