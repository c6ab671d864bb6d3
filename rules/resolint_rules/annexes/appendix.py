"""What an annex begins with, and the appendices of annexes."""

import re
from collections.abc import Iterator

from resolint import Annex, Diagnostic, Other, Profile, Resolution, Rule, Severity
from resolint.regex import regex
from resolint_rules.endings import ending
from resolint_rules.structure.annexed import HEAD, word

ALONE = regex(r"\W*(?:annex|appendix)(?:\s+(?:[IVX]+|[A-Z]|\d+))?\W*", re.I)


class AnnexOrder(Rule[Resolution]):
    """An appendix without an annex, or an annex without a title."""

    code = "ANX008"
    name = "annex-order"
    severity = Severity.INFO
    profiles = (Profile.GA,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want annex, title and text, then the appendices of the annex."""
        annexed = False
        for annex in node.annexes:
            if word(node, annex) == "annex":
                annexed = True
                yield from self._title(node, annex)
            elif not annexed:
                head = HEAD.match(node.source[annex.heading.span])
                name = head["word"] if head else "appendix"
                message = (
                    f"“{name}” should be “Annex”: an appendix belongs to an annex, "
                    "and none stands before it"
                )
                yield self.at(annex.heading.span, message)

    def _title(self, node: Resolution, annex: Annex) -> Iterator[Diagnostic]:
        """Yield a finding for an annex that begins with its text."""
        if not annex.lines or not ALONE.fullmatch(node.source[annex.heading.span]):
            return
        first = annex.lines[0]
        sentence = ending(node.source, first).mark in (".", ";")
        if isinstance(first, Other) and first.marker is not None and sentence:
            message = (
                f"a title should stand between “{_name(node, annex)}” and its text"
            )
            yield self.at(annex.heading.span, message)


def _name(node: Resolution, annex: Annex) -> str:
    return " ".join(node.source[annex.heading.span].split())
