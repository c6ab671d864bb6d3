"""From paragraphs to the text: italics, bold, the calls of notes, hyphens at ends."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from resolint.readers.assembly import Assembly
from resolint.readers.pdf.joining import Compounds, Said
from resolint.readers.pdf.lines import Word
from resolint.readers.pdf.paragraphs import Paragraph
from resolint.text import Call, Emphasis, Span

_UNIT = re.compile(r"(?:^|[\s\d])[kcmd]?m$")
_POWERS = {"2": "²", "3": "³"}
_BETWEEN = re.compile(r"[\s,;]+")
_LABEL = re.compile(r"\d{1,3}|[a-z]|[ivxl]{1,6}|\*{1,4}|[†‡§¶]")
_STARS = re.compile(r"(?<=[^\s*])(\*{1,4}(?!\*)(?:,\s*\*{1,4}(?!\*))*)")


@dataclass(slots=True)
class Writing:
    """Writes paragraphs into an assembly."""

    labels: Collection[str]
    """Of the notes there are."""
    compounds: Compounds
    assembly: Assembly = field(default_factory=Assembly)

    def write(self, paragraph: Paragraph) -> None:
        """Write a paragraph as one block."""
        text = self.assembly
        text.open()
        called: list[tuple[int, str]] = []
        runs: list[tuple[int, int, Word]] = []
        growing = Said()
        for line in paragraph.lines:
            growing.turn(line.text, self.compounds)
            behind = False
            for word in line.words:
                words = word.text
                if behind and words[0].isalnum() and not growing.tail.endswith(" "):
                    growing.add(" ")
                behind = False
                if word.raised:
                    words, labels = self._called(words, growing)
                    called += ((growing.length, label) for label in labels)
                    behind = bool(labels) or words in _POWERS.values()
                start = growing.length
                growing.add(words)
                runs.append((start, growing.length, word))
        said, called, runs = self._starred(growing.text.rstrip(), called, runs)
        called = [(min(place, len(said)), label) for place, label in called]
        at = text.at
        text.write(said)
        _marked(text.emphasis, said, at, [r[:2] for r in runs if r[2].italic])
        bold: list[Emphasis] = []
        _marked(bold, said, at, [r[:2] for r in runs if r[2].bold])
        text.bold += (each.span for each in bold)
        text.calls += (Call(at + place, label) for place, label in called)
        text.close(paragraph.style, paragraph.label)

    def _called(self, words: str, before: Said) -> tuple[str, list[str]]:
        """Return what raised text says, and the labels of the notes that it calls."""
        unit = _UNIT.search(before.tail)
        said = words.strip()
        if unit and said in _POWERS:
            return _POWERS[said], []
        parts = [part for part in _BETWEEN.split(said) if part]
        if not parts or not all(_LABEL.fullmatch(part) for part in parts):
            return words, []
        known = all(part in self.labels for part in parts)
        # A letter, or what begins a line, calls no note that there is not.
        if not known and (unit or any(map(str.isalpha, parts)) or not before.length):
            return words, []
        # A space before it may be but room; what follows has one.
        white = before.trim() or words[-1].isspace()
        return " " if white else "", parts

    def _starred(
        self,
        said: str,
        called: list[tuple[int, str]],
        runs: list[tuple[int, int, Word]],
    ) -> tuple[str, list[tuple[int, str]], list[tuple[int, int, Word]]]:
        """Take asterisks that are not raised, but call a note, for what they are."""
        done = {label for _, label in called}
        done |= {call.label for call in self.assembly.calls}
        for match in reversed([*_STARS.finditer(said)]):
            labels = re.findall(r"\*+", match[0])
            if any(label not in self.labels or label in done for label in labels):
                continue
            start, size = match.start(), len(match[0])

            def moved(at: int, start: int = start, size: int = size) -> int:
                return at if at <= start else max(start, at - size)

            said = said[:start] + said[match.end() :]
            called = sorted(
                [
                    *((moved(at), to) for at, to in called),
                    *((start, label) for label in labels),
                ]
            )
            runs = [(moved(left), moved(right), word) for left, right, word in runs]
        return said, called, runs


def _marked(
    made: list[Emphasis], said: str, at: int, ranges: Sequence[tuple[int, int]]
) -> None:
    """Add runs of emphasis: white space at their ends is none, between two is."""
    whole: list[tuple[int, int]] = []
    for start, end in ranges:
        if whole and not said[whole[-1][1] : start].strip():
            whole[-1] = whole[-1][0], end
        else:
            whole.append((start, end))
    for start, end in whole:
        text = said[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        if start < end:
            made.append(Emphasis(Span(at + start, at + end)))
