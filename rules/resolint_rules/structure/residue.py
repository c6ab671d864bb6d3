"""What a working draft leaves behind."""

from collections.abc import Iterator, Set
from types import MappingProxyType

from resolint import (
    Annex,
    Diagnostic,
    Field,
    Footnote,
    Passage,
    Resolution,
    Rule,
    Severity,
    Span,
    Stage,
    Style,
)
from resolint.grammar.needles import words_of
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.schemes import LABEL
from resolint_rules.structure.brackets import bracketed, may_be_bracketed
from resolint_rules.structure.parts import where

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_UNIT = r"(?:per cent|percent|million|billion|days?|months?|years?|dollars?)\b"
# What is missing: "XX March", "A/RES/79/__", "resolution 79/…", "TBC".
BLANK = Pattern(
    rf"_{{2,}}|\bTB[CD]\b|\btb[cd]\b|\bX{{4,}}\b|\b20[Xx]{{2}}\b"
    rf"|(?<=\d/)(?:[Xx]{{2,3}}\b|…|\.{{3,}})|\b[Xx]{{2,3}}/[Xx]{{2,3}}\b"
    rf"|(?:\b[Xx]{{2,3}}|…|\.{{3,}})(?= {_MONTH})|\b[Xx]{{2,3}}\b(?= {_UNIT})"
    r"|(?:(?<=paragraph )|(?<=paragraphs ))[Xx]{2,3}\b",
    needles=("xx", "__", "tbc", "tbd", "…", "..."),
)
REVISED = Pattern(
    r"~~|\{\+\+|\{--|\+\+\}|--\}|</?(?:del|ins)>|\((?i:agreed(?: ad ref)?\.?)\)\W*\Z",
    needles=("~~", "++", "--", "del>", "ins>", "(agreed"),
)
FIELDS = frozenset({"symbol", "resolution_number", "agenda_item", "agenda_title"})
WIDEST = 60


class WorkingDraftResidue(Rule[Resolution]):
    """Square brackets, blanks and labels of a text that is still being drafted."""

    code = "STR016"
    name = "draft-residue"
    severities = MappingProxyType({Stage.DRAFT: Severity.INFO})
    needles = (
        *("[", "xx", "xxx", "xxxx", "__", "tbc", "tbd", "…", ".."),
        *("~~", "++", "--", "del", "ins", "agreed"),
        *("op", "pp", "bis", "ter", "quat", "quater", "alt"),
    )

    def seeks(self, document: Resolution, here: Set[str]) -> Set[str]:
        """Leave out brackets that every text has, and what is agreed elsewhere."""
        text = document.source.text
        agreed = "(agreed" in words_of(text).small
        return here - {
            *(() if may_be_bracketed(text) else ("[",)),
            *(() if agreed else ("agreed",)),
        }

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want nothing that waits to be settled."""
        if not node.whole:
            return
        passages = list(_passages(node))
        small = words_of(node.source.text).small
        blank, revised = BLANK.is_possible_in(small), REVISED.is_possible_in(small)
        if may_be_bracketed(node.source.text):
            yield from self._brackets(node, passages)
        for passage in passages:
            text = folded(node.source[passage.content])
            for found in BLANK.finditer(text) if blank else ():
                span = Span(*found.span()).shift(passage.content.start)
                message = f"“{found[0]}” in {where(passage)} should be filled in"
                yield self.at(span, message)
            if isinstance(passage, Field | Footnote):
                continue
            yield from self._labels(node, passage)
            for found in REVISED.finditer(text) if revised else ():
                span = Span(*found.span()).shift(passage.content.start)
                message = (
                    f"“{found[0]}” in {where(passage)} is left from a revision and "
                    "should be taken out"
                )
                yield self.at(span, message)

    def _brackets(
        self, node: Resolution, passages: list[Passage]
    ) -> Iterator[Diagnostic]:
        for passage, span in bracketed(node.source, passages):
            words = " ".join(node.source[span].split())
            if len(words) > WIDEST:
                span = Span(span.start, span.start + 1)
                words = f"{words[: WIDEST - 1].rstrip()}…"
            message = (
                f"{where(passage)} should have no text in square brackets, "
                f"as “{words}” is"
            )
            yield self.at(span, message)

    def _labels(self, node: Resolution, passage: Passage) -> Iterator[Diagnostic]:
        text = folded(node.source[passage.span])
        # Quoted paragraphs, of a treaty say, have the numbers that they have.
        if text[:1] not in '“"' and (found := LABEL.match(text)):
            span = Span(*found.span("label")).shift(passage.span.start)
            what = f"“{found['label']}” is a label of a working draft"
            yield self.at(span, f"{what}: {_instead(found['label'])}")


def _instead(label: str) -> str:
    """Say what should stand in place of a label."""
    if label.startswith("PP"):
        return "paragraphs of the preamble should have no numbers"
    return "paragraphs should be numbered in sequence, with figures only"


def _passages(node: Resolution) -> Iterator[Passage]:
    """Yield what drafters write: not the closing, not annexes and tables."""
    closed = {
        block.span.start for block in node.source.blocks if block.style is Style.TABLE
    }
    apart = [each.span for each in node.walk() if isinstance(each, Annex)]
    for passage in node.walk():
        if not isinstance(passage, Passage) or passage.span.start in closed:
            continue
        if isinstance(passage, Field) and passage.name not in FIELDS:
            continue
        if not any(passage.span in span for span in apart):
            yield passage
