"""How opening phrases are marked: in italics, underlined."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Paragraph,
    Resolution,
    Safety,
    Severity,
    Shows,
    Source,
    Span,
)
from resolint_rules.model_un.conferences import ConferenceRule
from resolint_rules.model_un.likeness import with_others
from resolint_rules.verbs import WORD


class OpeningMarks(ConferenceRule):
    """Opening phrases that are not marked as the conference asks."""

    code = "MUN004"
    name = "opening-marks"
    severity = Severity.INFO
    needs = frozenset({Shows.ITALICS})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one look in the preamble, and one in the operative part."""
        yield from self._judged(node.source, node.preamble, self.customs.preamble)
        yield from self._judged(node.source, node.operative, self.customs.operative)

    def _judged(
        self, source: Source, paragraphs: Sequence[Paragraph], mark: str
    ) -> Iterator[Diagnostic]:
        """Yield one finding for all paragraphs of a part that are marked otherwise."""
        if not mark:
            return
        wrong = [
            (paragraph, span)
            for paragraph in paragraphs
            if paragraph.opening
            and (span := _marked(source, paragraph.opening.span, mark))
        ]
        if not wrong:
            return
        paragraph, span = wrong[0]
        should = "in italics" if mark == "italic" else "underlined"
        what = "first word" if mark.startswith("first") else "opening phrase"
        has = f"their {what}s" if len(wrong) > 1 else f"its {what}"
        fix = None
        if mark == "italic":
            edits = tuple(Edit(each, italic=True) for _, each in wrong)
            fix = Fix("Set in italics", edits, Safety.SAFE)
        where = with_others(paragraph.locator, wrong, "paragraph")
        yield self.at(span, f"{where} should have {has} {should}", fix)


def _marked(source: Source, opening: Span, mark: str) -> Span | None:
    """Return what should be marked of an opening phrase, if it is not."""
    if mark == "italic":
        return None if source.italic(opening) else opening
    word = WORD.match(source.text, opening.start)
    if mark.startswith("first") and word:
        opening = Span(*word.span())
    # The mark may leave out the last word: “Takes note”, “Takes note of”.
    first = Span(*word.span()) if word else opening
    return None if _underlined(source, first) else opening


def _underlined(source: Source, span: Span) -> bool:
    """Whether one underlined run holds the whole of a span."""
    runs = source.underline
    index = bisect_right(runs, span.start, key=lambda run: run.start) - 1
    return index >= 0 and span.end <= runs[index].end
