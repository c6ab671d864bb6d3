"""Footnotes and endnotes: which is called where, and the number it is printed with."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from resolint.readers.word.formats import printed
from resolint.readers.word.names import child, kind, number, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """How the notes of a section are numbered; None where the section is silent."""

    form: str | None = None
    start: int | None = None
    restart: str | None = None

    @classmethod
    def of(cls, properties: _Element | None) -> "Scheme":
        """Read a ``w:footnotePr`` or ``w:endnotePr``."""
        return cls(
            form=value(child(properties, "numFmt")),
            start=number(child(properties, "numStart")),
            restart=value(child(properties, "numRestart")),
        )

    def over(self, other: "Scheme") -> "Scheme":
        """Return this scheme, with another's where this one is silent."""
        return Scheme(
            form=other.form if self.form is None else self.form,
            start=other.start if self.start is None else self.start,
            restart=other.restart if self.restart is None else self.restart,
        )


@dataclass(slots=True, kw_only=True)
class Notes:
    """The footnotes, or the endnotes, of a file."""

    elements: dict[str, _Element]
    schemes: tuple[Scheme, ...]
    """One a section."""
    section: int = 0
    last: int | None = None
    """The number printed last."""
    called: dict[str, str] = field(default_factory=dict)
    """The labels of the notes called so far, in order."""
    typed: set[str] = field(default_factory=set)
    """The notes whose label was typed by hand."""

    def call(self, name: str) -> str:
        """Call a note and return the label printed."""
        if name not in self.called:
            scheme = self._scheme
            first = 1 if scheme.start is None else scheme.start
            self.last = first if self.last is None else self.last + 1
            self.called[name] = printed(self.last, scheme.form or "decimal")
        return self.called[name]

    def call_as(self, name: str, label: str) -> None:
        """Call a note with a label typed by hand."""
        self.called.setdefault(name, label)
        self.typed.add(name)

    def turn(self) -> None:
        """Go on to the next section."""
        self.section += 1
        if self._scheme.restart == "eachSect":
            self.last = None

    @property
    def _scheme(self) -> Scheme:
        if not self.schemes:
            return Scheme()
        return self.schemes[min(self.section, len(self.schemes) - 1)]


def notes(
    root: _Element | None,
    which: str,
    settings: _Element | None,
    sections: list[_Element],
) -> Notes:
    """Read the part with the notes; ``which`` is ``footnote`` or ``endnote``."""
    elements: dict[str, _Element] = {}
    for each in [] if root is None else root:
        if kind(each) == which and value(each, "type") in (None, "normal"):
            elements.setdefault(value(each, "id") or "", each)
    general = Scheme.of(child(settings, f"{which}Pr"))
    if which == "endnote":
        general = general.over(Scheme(form="lowerRoman"))
    return Notes(
        elements=elements,
        schemes=tuple(
            Scheme.of(child(each, f"{which}Pr")).over(general) for each in sections
        )
        or (general,),
    )
