"""Resolutions as data, as tests make them: what a rendering of one must say."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from resolint import Footnote, Operative, Organ, Paragraph, Passage, Resolution
from resolint.document import Item
from resolint.grammar.space import plain

CALL = "†"
"""Stands in the words of a draft where they call the next note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A paragraph, or an item of one."""

    words: str
    """With its opening phrase, and a dagger at each call of a note."""
    opening: str = ""
    marker: str = ""
    items: "tuple[Clause, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Operative paragraphs, under a heading or under none."""

    heading: str
    paragraphs: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What an organ says: the preamble and the operative part."""

    preamble: tuple[Clause, ...]
    sections: tuple[Section, ...]
    label: str = ""
    """The letter of a part; empty where the body is the whole."""
    title: str = ""
    """The title of a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """An annex: its heading, and its lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A resolution."""

    organ: Organ
    masthead: tuple[tuple[str, str, str], ...]
    """Of each line the name of the field, its value, and what it says."""
    above: tuple[tuple[str, str, str], ...]
    """The same of the lines between the masthead and the title."""
    number: str
    title: str
    bodies: tuple[Body, ...]
    closing: tuple[tuple[str, str], ...]
    annexes: tuple[Annex, ...]
    notes: tuple[str, ...]


class Kind(Enum):
    """What a line of a draft is."""

    MASTHEAD = auto()
    ABOVE = auto()
    TITLE = auto()
    LETTER = auto()
    HEADING = auto()
    ENACTING = auto()
    PREAMBULAR = auto()
    OPERATIVE = auto()
    ITEM = auto()
    CLOSING = auto()
    ANNEX = auto()
    ANNEXED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a draft, as every format has it."""

    kind: Kind
    words: str
    opening: str = ""
    marker: str = ""
    depth: int = 0
    field: str = ""


def lines(draft: Draft) -> Iterator[Line]:
    """Yield the lines of a draft, without its notes."""
    for name, _, words in draft.masthead:
        yield Line(kind=Kind.MASTHEAD, words=words, field=name)
    for name, _, words in draft.above:
        yield Line(kind=Kind.ABOVE, words=words, field=name)
    if draft.title:
        yield Line(kind=Kind.TITLE, words=draft.title, marker=f"{draft.number}.")
    for body in draft.bodies:
        yield from _body(draft, body)
    for name, words in draft.closing:
        yield Line(kind=Kind.CLOSING, words=words, field=name)
    for annex in draft.annexes:
        yield Line(kind=Kind.ANNEX, words=annex.label)
        for words in annex.lines:
            yield Line(kind=Kind.ANNEXED, words=words)


def _body(draft: Draft, body: Body) -> Iterator[Line]:
    if body.label:
        yield Line(kind=Kind.LETTER, words=body.label)
        yield Line(kind=Kind.HEADING, words=body.title)
    name = f"The {draft.organ}"
    yield Line(kind=Kind.ENACTING, words=f"{name},", opening=name)
    for clause in body.preamble:
        yield from _clause(Kind.PREAMBULAR, clause, 0)
    for section in body.sections:
        if section.heading:
            yield Line(kind=Kind.HEADING, words=section.heading)
        for clause in section.paragraphs:
            yield from _clause(Kind.OPERATIVE, clause, 0)


def _clause(kind: Kind, clause: Clause, depth: int) -> Iterator[Line]:
    yield Line(
        kind=kind,
        words=clause.words,
        opening=clause.opening,
        marker=clause.marker,
        depth=depth,
    )
    for item in clause.items:
        yield from _clause(Kind.ITEM, item, depth + 1)


Said = dict[str, Any]
"""What a document says, wherever it stands: spans left out."""


def said_by(draft: Draft) -> Said:
    """Return what a reading of a draft must come to."""
    whole = draft.bodies[0] if not draft.bodies[0].label else None
    calls = (line.words for line in lines(draft) if CALL in line.words)
    return {
        "organ": draft.organ,
        "fields": [(name, value) for name, value, _ in (*draft.masthead, *draft.above)],
        "number": draft.number,
        "title": draft.title,
        **_said(whole),
        "parts": [
            {"label": body.label, "title": body.title, **_said(body)}
            for body in draft.bodies
            if body.label
        ],
        "annexes": [(annex.label, list(annex.lines)) for annex in draft.annexes],
        "closing": list(draft.closing),
        "notes": [(str(i + 1), words) for i, words in enumerate(draft.notes)],
        "calls": [
            (str(i + 1), before)
            for i, before in enumerate(
                before for words in calls for before in _before_calls(words.split(CALL))
            )
        ],
        "loose": [],
    }


def _before_calls(pieces: list[str]) -> Iterator[str]:
    for end in range(1, len(pieces)):
        yield "".join(pieces[:end])


def _said(body: Body | None) -> Said:
    if body is None:
        return {"preamble": [], "operative": [], "headings": []}
    return {
        "preamble": [_clause_said(clause) for clause in body.preamble],
        "operative": [
            _clause_said(clause)
            for section in body.sections
            for clause in section.paragraphs
        ],
        "headings": [each.heading for each in body.sections if each.heading],
    }


def _clause_said(clause: Clause) -> Said:
    return {
        "marker": clause.marker,
        "opening": clause.opening,
        "words": clause.words.replace(CALL, ""),
        "items": [_clause_said(item) for item in clause.items],
    }


def read_from(document: Resolution) -> Said:
    """Return what a document says, in the same form."""
    said = document.source.text
    passages = [node for node in document.walk() if isinstance(node, Passage)]

    def words(passage: Passage) -> str:
        return plain(said[passage.content.start : passage.content.end])

    def clause(paragraph: Paragraph) -> Said:
        match paragraph:
            case Operative(marker=marker) if marker is not None:
                label = marker.text
            case Item(marker=marker):
                label = marker.text
            case _:
                label = ""
        return {
            "marker": label,
            "opening": paragraph.opening.phrase if paragraph.opening else "",
            "words": words(paragraph),
            "items": [clause(item) for item in paragraph.items],
        }

    def body(resolution: Resolution) -> Said:
        # A letter above a part is a heading of the whole, but is no heading in it.
        labels = {part.label for part in resolution.parts}
        headings = [words(heading) for heading in resolution.headings]
        return {
            "preamble": [clause(each) for each in resolution.preamble],
            "operative": [clause(each) for each in resolution.operative],
            "headings": [heading for heading in headings if heading not in labels],
        }

    title = document.title
    return {
        "organ": document.organ,
        "fields": [(line.name, line.value) for line in document.masthead.fields],
        "number": (title.number if title else "")
        or document.masthead.value("resolution_number"),
        "title": words(title) if title else "",
        **body(document),
        "parts": [
            {
                "label": part.label,
                "title": words(part.title) if part.title else "",
                **body(part),
            }
            for part in document.parts
        ],
        "annexes": [
            (words(annex.heading), [words(line) for line in annex.lines])
            for resolution in (document, *document.parts)
            for annex in resolution.annexes
        ],
        "closing": [
            (line.name, words(line))
            for resolution in (*document.parts, document)
            for line in resolution.closing.fields
        ],
        "notes": [(note.label, words(note)) for note in document.notes],
        "calls": [
            (call.label, plain(said[passage.content.start : call.at]))
            for passage in passages
            if not isinstance(passage, Footnote)
            for call in passage.calls
        ],
        "loose": [
            words(line)
            for resolution in (document, *document.parts)
            for line in resolution.others
        ]
        + [
            words(line)
            for paragraph in passages
            if isinstance(paragraph, Paragraph)
            for line in paragraph.continuation
        ],
    }
