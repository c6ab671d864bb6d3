"""What is said of one thing in a draft, in Markdown or in plain text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lsprotocol import types

from resolint.tables import months

_MARKS = re.compile(r"([\\`*_\[\]<>|~#])|&(?=\w+;|#)")
LONGEST = 240
"""Of how many characters what is shown of a passage is at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of a thing."""

    area: types.Range
    """Where the thing stands."""
    heading: str = ""
    lines: tuple[str, ...] = ()
    address: str = ""
    page: str = ""
    """Markdown, to be shown as it is."""

    def plain(self) -> str:
        """Return it as plain text."""
        lines = (self.heading, *self.lines, self.address, self.page)
        return "\n".join(filter(None, lines)).strip()

    def markdown(self) -> str:
        """Return it as Markdown."""
        parts = (
            f"**{escaped(self.heading)}**" if self.heading else "",
            "\n".join(f"- {escaped(line)}" for line in self.lines),
            f"<{self.address}>" if self.address else "",
            self.page.strip(),
        )
        return "\n\n".join(filter(None, parts))


def joined(said: Iterable[Said], kind: types.MarkupKind) -> types.MarkupContent:
    """Return all that is said, a rule line between two."""
    if kind is types.MarkupKind.PlainText:
        texts = [each.plain() for each in said]
        return types.MarkupContent(kind, "\n\n--------\n\n".join(texts))
    return types.MarkupContent(kind, "\n\n---\n\n".join(s.markdown() for s in said))


def escaped(words: str) -> str:
    """Return words as Markdown that shows them as they are."""
    return _MARKS.sub(r"\\\g<0>", words)


def beginning(words: str) -> str:
    """Return some words on one line, and not more of them than can be looked over."""
    words = " ".join(words.split())
    if len(words) <= LONGEST:
        return words
    return f"{words[:LONGEST].rpartition(' ')[0] or words[:LONGEST]} …"


def day_words(day: date) -> str:
    """Return a date as texts of the United Nations have it."""
    name = next(name for name, number in months().items() if number == day.month)
    return f"{day.day} {name} {day.year}"
