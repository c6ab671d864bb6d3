"""The name of the Council beside its resolutions."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Operative,
    Organ,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.references.rows import Row, rows

_NAME = "Human Rights Council"
_SHORT = Pattern(r"(?<!Rights )(?<!Security )(?<!Social )\b(?:the )?Council(?:’s)? \Z")
_ITS = Pattern(r"\bits (?:own )?\Z")
_BESIDE = Pattern(r"[^;.“”]{0,80}?(?:,| and| as well as)(?: also| to)* \Z")


class CouncilNamed(Rule[Preambular | Operative]):
    """A resolution of the Council that is first cited without its name."""

    code = "HRC006"
    name = "council-named"
    severity = Severity.INFO
    profiles = (Profile.HRC,)

    def check(
        self, node: Preambular | Operative, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want the name in full at first mention, and beside other organs’ acts."""
        if within.organ is not Organ.HRC or not node.citations:
            return
        other: Row | None = None
        for row in rows(node, within):
            first = row.members[0]
            if first.organ is not Organ.HRC:
                other = row if first.organ is not None else None
                continue
            text = folded(within.source.text[node.content.start : row.word.start])
            short = _SHORT.search(text) if first.body == "Council" else None
            its = _ITS.search(text) if first.own and not first.body else None
            if short and _NAME not in text and not _earlier(node, within, row):
                yield self._short(node, within, row, short.group())
            elif its and other is not None:
                between = within.source.text[
                    other.span.end : node.content.start + its.start()
                ]
                if _BESIDE.fullmatch(folded(between) + ""):
                    span = Span(its.start(), its.end() - 1).shift(node.content.start)
                    message = (
                        f"{node.locator} should name the {_NAME}, whose resolution it "
                        "is, beside that of another organ, not say “its”"
                    )
                    yield self.at(
                        span, message, Fix.replace(span, _NAME, Safety.UNSAFE)
                    )
            other = None

    def _short(
        self, node: Preambular | Operative, within: Resolution, row: Row, found: str
    ) -> Diagnostic:
        start = row.word.start - len(found) + found.index("Council")
        span = Span(start, start + len("Council"))
        words = within.source[row.word]
        message = (
            f"{node.locator} should have “{_NAME} {words}”, not “Council {words}”, "
            "where the text first cites it"
        )
        return self.at(span, message, Fix.replace(span, _NAME, Safety.UNSAFE))


def _earlier(node: Preambular | Operative, within: Resolution, row: Row) -> bool:
    """Whether the text has cited a resolution of the list before."""
    numbers = {each.number for each in row.members}
    return any(
        cited.number in numbers and cited.organ is Organ.HRC
        for paragraph in (*within.preamble, *within.operative)
        if paragraph.span.start < node.span.start
        for cited in paragraph.citations
    )
