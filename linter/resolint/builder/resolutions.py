"""From the outline of a document to its paragraphs, parts and annexes."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from resolint.builder.lines import Line
from resolint.builder.masthead import read_field
from resolint.builder.passages import Passages, ordinal
from resolint.document import (
    Annex,
    Closing,
    Enacting,
    Field,
    Footnote,
    Heading,
    Operative,
    Organ,
    Passage,
    Preambular,
)
from resolint.text import Span

ORGANS = {organ.value.lower(): organ for organ in Organ}


@dataclass
class Draft:
    """A resolution that is being read."""

    label: str = ""
    organ: Organ | None = None
    enacting: Enacting | None = None
    preamble: list[Preambular] = field(default_factory=list)
    operative: list[Operative] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    others: list[Passage] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    parts: "list[Draft]" = field(default_factory=list)
    closing: list[Field] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)
    title: Heading | None = None
    section: int = 0
    pending: Heading | None = None
    numbered: str = ""
    """The locator of the last operative paragraph that has a number."""

    @property
    def before(self) -> str:
        """What its locators begin with."""
        match self.label:
            case "":
                return ""
            case "draft":
                return "draft resolution, "
            case label:
                return f"part {label}, "


@dataclass(frozen=True)
class Reader:
    """Reads the groups of the outline into drafts."""

    passages: Passages
    lines: list[Line]

    def read(self, groups: Any, draft: Draft) -> None:
        """Add what some groups of the outline hold to a draft."""
        for group in groups:
            if isinstance(group, re.Match):
                lines = self.lines[group.start() : group.end()]
                getattr(self, f"read_{group.lastgroup}")(lines, draft)
            else:
                self.nested(group, draft)

    def nested(self, group: Any, draft: Draft) -> None:
        """Read a lettered part, or a draft inside a resolution."""
        inner = Draft(label="draft", notes=draft.notes)
        if group.get_name() == "part":
            head = self.lines[group[0].start() : group[0].end()]
            inner.label = head[0].label
            headings = [self.passages.heading(line) for line in head]
            if head[0].content != head[0].span:
                inner.title = headings.pop(0)
                draft.headings.extend(headings)
            else:
                draft.headings.append(headings[0])
            if inner.title is None and len(headings) > 1:
                inner.title = headings[1]
                draft.headings.extend(headings[2:])
            group = group[1:]
        draft.parts.append(inner)
        # In a draft for the Assembly "its resolution" is one of the Assembly.
        matches = (each for each in group if isinstance(each, re.Match))
        own = next(each for each in matches if each.lastgroup == "enacting")
        organ = self.organ(self.lines[own.start()]) or self.passages.organ
        Reader(replace(self.passages, organ=organ), self.lines).read(group, inner)

    def organ(self, line: Line) -> Organ | None:
        """Return the organ that an enacting line names rightly."""
        named = line.groups.get("organ") or ""
        return ORGANS.get(named.lower().replace("&", "and"))

    def read_enacting(self, lines: list[Line], draft: Draft) -> None:
        """Read the line that names the organ."""
        (line,) = lines
        start = line.span.start + len(line.groups["quote"])
        name = Span(start, start + len(line.groups["name"]))
        draft.organ = self.organ(line)
        draft.enacting = Enacting(
            **self.passages.common(line, f"{draft.before}enacting line"),
            organ=draft.organ,
            name=name,
        )

    def read_preambular(self, lines: list[Line], draft: Draft) -> None:
        """Read a paragraph of the preamble."""
        line, *below = lines
        index = len(draft.preamble) + 1
        locator = f"{draft.before}{ordinal(index)} preambular paragraph"
        items, further = self.passages.below(below, locator)
        draft.pending = None
        draft.preamble.append(
            Preambular(
                **self.passages.common(line, locator),
                opening=self.passages.opening(line),
                index=index,
                number=line.marker,
                items=items,
                continuation=further,
            )
        )

    def read_operative(self, lines: list[Line], draft: Draft) -> None:
        """Read a paragraph of the operative part."""
        line, *below = lines
        marker = line.marker
        number = int(marker.value) if marker and marker.value.isdigit() else None
        if number is None:
            printed = "operative paragraph"
            if draft.operative:
                # The last one that has a number: a row of others would never end.
                printed = f"unnumbered paragraph after {draft.numbered}"
        else:
            printed = f"paragraph {number}"
        locator = printed if draft.before in printed else f"{draft.before}{printed}"
        items, further = self.passages.below(below, locator)
        draft.operative.append(
            Operative(
                **self.passages.common(line, locator),
                opening=self.passages.opening(line),
                index=len(draft.operative) + 1,
                marker=marker,
                number=number,
                items=items,
                continuation=further,
                section=draft.section,
                heading=draft.pending,
            )
        )
        draft.pending = None
        if number is not None or not draft.numbered:
            draft.numbered = locator

    def read_declaration(self, lines: list[Line], draft: Draft) -> None:
        """Read a paragraph that adopts a declaration, and the declaration."""
        self.read_operative(lines[:1], draft)
        self.others(lines[1:], draft, f"{draft.before}declaration")

    def read_heading(self, lines: list[Line], draft: Draft) -> None:
        """Read a heading; in the operative part it begins a section."""
        for line in lines:
            heading = self.passages.heading(line, draft.before)
            draft.headings.append(heading)
            draft.pending = heading
        draft.section += bool(draft.operative)

    def read_annex(self, lines: list[Line], draft: Draft) -> None:
        """Read an annex."""
        head, *rest = lines
        where = f"annex {head.label}".strip()
        heading = self.passages.heading(head, draft.before)
        draft.annexes.append(
            Annex(
                span=Span(head.span.start, lines[-1].span.end),
                heading=heading,
                lines=tuple(
                    self.passages.heading(line, f"{where}, ")
                    if line.letter in "lr"
                    else self.passages.other(line, where)
                    for line in rest
                ),
            )
        )

    def read_closing(self, lines: list[Line], draft: Draft) -> None:
        """Read the meeting, the date and the vote."""
        for line in lines:
            if line.results is not None and line.letter == "m":
                draft.closing.append(read_field(self.passages, line))
            else:
                self.others([line], draft, "closing")

    def read_stray(self, lines: list[Line], draft: Draft) -> None:
        """Read lines that stand under a heading, where a paragraph should be."""
        self.others(lines, draft, f"{draft.before}text under a heading")

    def read_loose(self, lines: list[Line], draft: Draft) -> None:
        """Read lines that fit nowhere."""
        self.others(lines, draft, f"{draft.before}text after the operative part")

    def read_notes(self, lines: list[Line], draft: Draft) -> None:
        """Read footnotes."""
        draft.notes.extend(self.passages.note(line) for line in lines)

    def read_front(self, lines: list[Line], draft: Draft) -> None:
        """Leave the front to `resolint.builder.masthead`."""

    def others(self, lines: list[Line], draft: Draft, where: str) -> None:
        """Read lines to which the rules on paragraphs do not apply."""
        draft.others.extend(self.passages.other(line, where) for line in lines)


def closing_of(draft: Draft, end: int) -> Closing:
    """Return the closing of a draft; ``end`` is where a missing one would stand."""
    if not draft.closing:
        return Closing(span=Span(end, end), fields=())
    span = Span(draft.closing[0].span.start, draft.closing[-1].span.end)
    return Closing(span=span, fields=tuple(draft.closing))
