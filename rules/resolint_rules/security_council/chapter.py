"""Chapter VII: what it is named for, and what it is named after."""

from collections.abc import Iterator

from resolint import Diagnostic, Profile, Resolution, Rule, Severity, Span
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

_CHAPTER = Pattern(
    r"\b(?:Chapter VII\b|Articles? 4[0-2]\b)",
    needles=("chapter vii", "article 4", "articles 4"),
)
_IMPOSING = Pattern(
    r"\b(?P<measure>(?:all )?(?:Member )?States shall\b[^.;:]{0,120}?"
    r"\b(?:prevent (?:the )?(?:entry|direct|sale|supply|transfer|procurement)|freeze\b)"
    r"|shall freeze (?:without delay )?(?:all |the )?[^.;:]{0,30}?(?:funds|assets)"
    r"|impose (?:an? |the )?(?:arms embargo|travel ban|assets? freeze|sanctions)"
    r"|renew (?:[a-z ,]{0,20})(?:measures|sanctions)[^.;:]{0,60}? imposed)",
    needles=("states shall", "shall freeze", "impose ", "renew "),
)
_DECIDES = Pattern(r"(?:Also |Further )?[Dd]ecides\b")
_ACTING = Pattern(
    r"Acting (?:accordingly )?under (?:Articles? [^.;]{0,20} of )?Chapter VII\b",
    needles=("chapter vii",),
)
_THREAT = Pattern(
    r"\bthreats? to (?:the )?(?:international |regional )?"
    r"(?:peace|security|stability)\b"
    r"|\bbreach of (?:the |international )?peace\b|\bact of aggression\b",
    needles=("threat", "breach", "aggression"),
)
# The tribunals go on under the determination with which they were set up.
_TRIBUNAL = Pattern(r"\bTribunals?\b|\bResidual Mechanism\b")


class MeasuresChapter(Rule[Resolution]):
    """Measures that are imposed under no chapter of the Charter."""

    code = "SCR004"
    name = "measures-chapter"
    severity = Severity.INFO
    profiles = (Profile.SC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “Acting under Chapter VII” before the first of the measures."""
        for paragraph in node.operative:
            text = folded(node.source[paragraph.content])
            if not _DECIDES.match(text):
                continue
            found = _IMPOSING.search(text)
            if found is None:
                continue
            at = paragraph.content.start + found.start()
            begin = node.enacting.span.start if node.enacting else node.span.start
            if not _CHAPTER.search(folded(node.source.text[begin:at])):
                span = Span(*found.span("measure")).shift(paragraph.content.start)
                yield self.at(
                    span,
                    f"{paragraph.locator} imposes measures: “Acting under Chapter VII "
                    "of the Charter of the United Nations” should stand before it",
                )
            return


class Determination(Rule[Resolution]):
    """Chapter VII without a threat to the peace."""

    code = "SCR005"
    name = "chapter-determination"
    severity = Severity.INFO
    profiles = (Profile.SC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “Determining that … constitutes a threat” in the preamble."""
        for paragraph in node.preamble:
            text = folded(node.source[paragraph.content])
            found = _ACTING.match(text)
            if found is None:
                continue
            begin = node.preamble[0].span.start
            before = folded(node.source.text[begin : paragraph.span.end])
            if not _THREAT.search(before) and not _TRIBUNAL.search(before):
                span = Span(*found.span()).shift(paragraph.content.start)
                yield self.at(
                    span,
                    f"{paragraph.locator} should come after one that determines that "
                    "the situation is a threat to international peace and security",
                )
            return
