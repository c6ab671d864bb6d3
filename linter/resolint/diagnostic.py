"""What the linter has to say."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from resolint.text import Span


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Three for an error, two for a warning, one for information."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.INFO: 1}


class Safety(IntEnum):
    """How far a fix may be trusted."""

    SHOWN = 0
    """For the drafter to consider; never applied."""
    UNSAFE = 1
    """Applied on request: it may touch the meaning."""
    SAFE = 2
    """Always applied: it cannot touch the meaning."""


class Edit(NamedTuple):
    """A replacement of one span, or a change of its italics.

    ``text`` is what takes the span's place; None leaves the words alone. ``italic``
    sets or removes italics on the span; None leaves them as they are.
    """

    span: Span
    text: str | None = None
    italic: bool | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """The edits that put one finding right."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE

    @classmethod
    def replace(cls, span: Span, text: str, safety: Safety = Safety.SAFE) -> "Fix":
        """Write some text in place of one span; an empty text takes the span out."""
        if not text:
            return cls("Take it out", (Edit(span, text),), safety)
        title = f"Insert “{text}”" if not len(span) else f"Write “{text}”"
        return cls(title, (Edit(span, text),), safety)

    @classmethod
    def italicise(cls, span: Span, safety: Safety = Safety.SAFE) -> "Fix":
        """Set a span in italics."""
        return cls("Set in italics", (Edit(span, italic=True),), safety)

    @classmethod
    def romanise(cls, span: Span, safety: Safety = Safety.SAFE) -> "Fix":
        """Set a span in roman."""
        return cls("Set in roman", (Edit(span, italic=False),), safety)


class Related(NamedTuple):
    """A further place that a finding speaks of, and what is to be said there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding at one place."""

    code: str
    span: Span
    message: str
    severity: Severity = Severity.ERROR
    fix: Fix | None = None
    notes: tuple[Related, ...] = ()
