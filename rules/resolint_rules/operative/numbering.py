"""Which number each operative paragraph has, and which it should have."""

from collections.abc import Iterator
from typing import NamedTuple

from resolint import Edit, Operative, Resolution, Span
from resolint_rules.counting import roman
from resolint_rules.endings import ending


class Numbered(NamedTuple):
    """A paragraph with the number that it should have."""

    paragraph: Operative
    printed: int | None
    """The number as it is printed, also in roman figures; None where there is none."""
    due: int
    """The number by its place, from 1 in each section that counts anew."""
    wrong: bool = False
    """Whether the printed number does not follow the one before."""
    follows: int | None = None
    """The number printed before it in the section; None for the first."""

    @property
    def value(self) -> Span:
        """The figures of the printed number."""
        marker = self.paragraph.marker
        if marker is None:
            return Span(self.paragraph.span.start, self.paragraph.span.start)
        start = marker.span.start + max(0, marker.text.find(marker.value))
        return Span(start, start + len(marker.value))

    @property
    def renumbered(self) -> Edit:
        """What gives it the number that it should have."""
        return Edit(self.value, str(self.due))


def numbered(node: Resolution) -> tuple[Numbered, ...]:
    """Return the paragraphs that should have numbers, of a text with two or more."""
    paragraphs = [
        paragraph for at, paragraph in enumerate(node.operative) if _counts(node, at)
    ]
    return tuple(_followed(paragraphs)) if len(paragraphs) > 1 else ()


def _counts(node: Resolution, at: int) -> bool:
    """Whether a paragraph should have a number of its own."""
    paragraph = node.operative[at]
    if paragraph.marker is not None:
        return not paragraph.marker.form.endswith(("bis.", "ter.", "quater."))
    if at and not node.operative[at - 1].content:
        # The number stands on the line above.
        return False
    # The only paragraph of a section has no number, as that of a resolution.
    beside = node.operative[max(0, at - 1) : at + 2]
    divided = node.operative[0].section != node.operative[-1].section
    if divided and sum(other.section == paragraph.section for other in beside) == 1:
        return False
    # “Decides that:” stands above numbered paragraphs without a number.
    return ending(node.source, paragraph).mark != ":" or bool(paragraph.items)


def _followed(paragraphs: list[Operative]) -> Iterator[Numbered]:
    values = [_printed(paragraph) for paragraph in paragraphs]
    last: int | None = None
    due = skipped = section = 0
    for at, paragraph in enumerate(paragraphs):
        value = values[at]
        anew = paragraph.heading is not None or paragraph.section != section
        section = paragraph.section
        if value == 1 and anew:
            last, due, skipped = None, 0, 0
        due += 1
        if value is None:
            skipped += 1
            yield Numbered(paragraph=paragraph, printed=None, due=due)
            continue
        least = 1 if last is None else last + 1
        # Of a roman number only the form is said to be wrong, by OPN002.
        figures = paragraph.marker is not None and paragraph.marker.value.isdigit()
        wrong = figures and not least <= value <= least + skipped
        yield Numbered(
            paragraph=paragraph, printed=value, due=due, wrong=wrong, follows=last
        )
        # A single misprint does not make those behind it wrong.
        after = values[at + 1 : at + 3]
        alone = any(after[i] == least + i + 1 for i in range(len(after)))
        last = least if (wrong and alone) or not figures else value
        skipped = 0


def _printed(paragraph: Operative) -> int | None:
    marker = paragraph.marker
    if marker is None:
        return None
    return int(marker.value) if marker.value.isdigit() else roman(marker.value)
