"""A new footnote in Markdown: its label, and where in the file its text goes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from resolint.grammar.space import plain
from resolint.lexicon import Instrument, Note
from resolint.server.analysis import Analysis
from resolint.server.standing import Standing

_DEFINED = re.compile(r"(?m)^ {0,3}\[\^(?P<label>[^\]\s]+)\]:")
_LEAD = re.compile(r"(?:See )?(?:General Assembly )?")
_LONG = 6
"""Of so many figures a label is no number that notes have."""
_SMALL = 4
"""Words shorter than that name nothing."""


class Footing(NamedTuple):
    """A note to be written."""

    label: str
    at: int
    """Where in the file its text goes."""
    text: str
    """The text, with the line ends that it needs."""

    @property
    def call(self) -> str:
        """What calls it."""
        return f"[^{self.label}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where in a draft the note that is called at a place goes."""

    at: int
    above: str
    """What must stand between it and what comes before."""
    below: str
    """What must stand between it and what follows."""
    number: str
    """The next number; empty where notes follow, or have no numbers."""
    taken: frozenset[str]
    """The labels that there are."""
    printed: str
    """The notes that there are, in small letters."""

    def footing(self, instrument: Instrument, note: Note) -> Footing | None:
        """Return the note of an instrument; None where its reference is there."""
        words = _LEAD.sub("", note.text, count=1).rstrip(".").lower()
        if words in self.printed:
            sought = rf"(?<!\w){re.escape(words)}(?!\w)"
            if re.search(sought, self.printed):
                return None
        label = self.number or _word(instrument, self.taken)
        text = f"{self.above}[^{label}]: {_marked(note)}{self.below}"
        return Footing(label, self.at, text)


def ground(analysis: Analysis, place: Standing) -> Ground | None:
    """Return where a note goes; None where the draft can have none."""
    source, whole = analysis.source, analysis.resolution
    if source is None or whole is None or source.format != "markdown":
        return None
    raw = source.raw
    defined = {found["label"]: found.start() for found in _DEFINED.finditer(raw)}
    # Raised figures and the like: they have a way of their own.
    if not place.parts or (source.calls and not defined):
        return None
    line = "\r\n" if "\r\n" in raw else "\n"
    gap = line * (1 if _is_tight(raw, [*defined.values()]) else 2)
    called = [call.label for call in source.calls if call.at <= place.at]
    before = next((each for each in reversed(called) if each in defined), None)
    if before is not None:
        at, above, below = _end(analysis, before, defined[before]), gap, ""
    elif defined:
        at, above, below = min(defined.values()), "", gap
    else:
        ends = [raw.endswith(line * count) for count in (2, 1)]
        at, above, below = len(raw), line * (2 - sum(ends)), line
    labels = {*defined, *(call.label for call in source.calls)}
    numbers = all(label.isdecimal() and len(label) < _LONG for label in labels)
    last = numbers and len(called) == len(source.calls)
    return Ground(
        at=at,
        above=above,
        below=below,
        number=str(max(map(int, labels), default=0) + 1) if last else "",
        taken=frozenset(labels),
        printed="\n".join(plain(source[note.span]) for note in whole.notes).lower(),
    )


def _word(instrument: Instrument, taken: frozenset[str]) -> str:
    """Return a label that is no number: the last words of the title."""
    words = [
        word
        for word in re.findall(r"[a-z]+", instrument.title.lower())
        if len(word) > _SMALL
    ]
    label = "-".join(words[-2:]) or "note"
    number = 1
    while (name := label if number == 1 else f"{label}-{number}") in taken:
        number += 1
    return name


def _is_tight(raw: str, starts: Sequence[int]) -> bool:
    """Whether notes stand one below the other without blank lines."""
    above = [raw[:start].removesuffix("\n").removesuffix("\r") for start in starts[1:]]
    return bool(above) and not above[0].endswith("\n")


def _end(analysis: Analysis, label: str, start: int) -> int:
    """Return where the text of a note ends in the file."""
    assert analysis.source is not None and analysis.resolution is not None
    at = start
    for note in analysis.resolution.notes:
        if note.label == label and note.span:
            at = max(at, analysis.source.origin(note.span.end - 1))
    text = analysis.text
    return text.line(text.position(at).line)[1]


def _marked(note: Note) -> str:
    """Return the text of a note in Markdown."""
    words = note.text
    for title in note.italics:
        words = words.replace(title, f"*{title}*", 1)
    return words
