"""A resolution that cites itself."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Citation,
    Diagnostic,
    Fix,
    Organ,
    Paragraph,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.adoption import number
from resolint.regex import regex
from resolint_rules.metadata.identity import own_identity, title_number
from resolint_rules.references.council import citations
from resolint_rules.references.facts import base
from resolint_rules.symbols.faults import place

_ITS = regex(r"\b(?:its|Security Council|General Assembly)\s\Z")
_LETTERS = regex(r"[/\d) ]([A-Z](?:[ ,–-].*)?)\Z")


class Itself(Rule[Resolution]):
    """A resolution that cites itself by its number."""

    code = "REF029"
    name = "cites-itself"
    severity = Severity.WARNING
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “the present resolution”; one part may cite another by its letter."""
        if not node.whole or node.parts:
            return
        own = own_act(node)
        if own is None:
            return
        organ, act, letters = own
        right = "this resolution" if organ is Organ.SC else "the present resolution"
        for passage, cited in citations(node):
            if not isinstance(passage, Paragraph):
                continue
            # Of two bodies that number alike nobody else has just this number here.
            if cited.organ is not organ and (cited.organ or cited.body):
                continue
            printed = " ".join(cited.number.split())
            if cited.kind != "resolution" or base(printed) != (act, letters):
                continue
            span = Span(
                (cited.text or cited.span).start, (cited.text or cited.span).end
            )
            alone = node.source[span].startswith("resolution")
            before = node.source.text[max(0, span.start - 20) : span.start]
            its = _ITS.search(before)
            fix = None
            if alone and its:
                start = span.start - len(its[0])
                fix = Fix.replace(Span(start, span.end), right, Safety.UNSAFE)
            yield self.at(
                span,
                f"resolution {printed} in {place(passage)} is the resolution itself: "
                f"it should be “{right}”, or another number",
                fix,
            )


def cites_itself(cited: Citation, within: Resolution) -> bool:
    """Whether a citation is of the very text that it stands in."""
    own = own_act(within)
    if own is None or cited.kind != "resolution" or cited.organ is not own[0]:
        return False
    return base(" ".join(cited.number.split())) == own[1:]


def own_act(node: Resolution) -> tuple[Organ, str, str] | None:
    """Return the organ, the number and the letters of a resolution."""
    named = own_identity(node)
    if named is None or not named.number:
        return None
    symbol = node.masthead.value("symbol")
    if named.organ is Organ.SC:
        return named.organ, f"{named.number} ({named.year})", ""
    title = title_number(node)
    if title and title != named.number:
        return None
    normal = number(named.number).normal
    found = _LETTERS.search(symbol)
    return named.organ, normal, found[1] if found else ""
