"""Words with all that stands in them: italics, links, dates, notes at their anchors."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from urllib.parse import quote

from lxml.etree import _Element

from resolint.document import Citation, Footnote, Node, Resolution, Symbol
from resolint.render.akn.elements import Names, element, is_a, paragraph, say
from resolint.text import Call, Source, Span

_ADDRESS = "https://undocs.org/en/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap:
    """A stretch of words that an element holds: a link, a date."""

    span: Span
    name: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Runs:
    """Stretches of the text that look alike, none within another."""

    spans: Sequence[Span]

    def at(self, offset: int) -> bool:
        """Whether one of them holds a code point."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self.spans[index].end

    def edges(self, span: Span) -> Iterator[int]:
        """Yield where, within a stretch, one begins or ends."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        for run in self.spans[first : bisect_left(self._starts, span.end)]:
            for at in (run.start, run.end):
                if span.start < at < span.end:
                    yield at

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.spans]


@dataclass(slots=True)
class Words:
    """What writes the words of a document into elements."""

    source: Source
    looks: dict[str, Runs]
    """The italics, the bold and the underline of the text, by their classes."""
    names: Names
    notes: dict[str, list[Footnote]]
    """Those not written yet, by their indicators."""
    written: dict[str, str] = field(default_factory=dict)
    """The name of the note that was written last with an indicator."""

    @classmethod
    def of(cls, resolution: Resolution, names: Names) -> "Words":
        """Return what writes the words of a document."""
        source = resolution.source
        notes: dict[str, list[Footnote]] = {}
        for note in resolution.notes:
            notes.setdefault(note.label, []).append(note)
        looks = {
            "italic": Runs([run.span for run in source.emphasis]),
            "bold": Runs(sorted(source.bold)),
            "underline": Runs(sorted(source.underline)),
        }
        return cls(source, looks, names, notes)

    def uncalled(self) -> Runs:
        """Return where the notes stand that nothing has called."""
        waiting = (note.span for notes in self.notes.values() for note in notes)
        return Runs(sorted(waiting))

    def write(
        self,
        parent: _Element,
        span: Span,
        wraps: Iterable[Wrap] = (),
        *,
        last: bool = True,
        inside: bool = False,
    ) -> None:
        """Write a stretch of the text; what is called at its end too, if it is last.

        Inside a note, notes are referred to, not written.
        """
        chosen = _apart(wraps, span)
        calls = [
            call
            for call in self.source.calls_in(span)
            if call.at < span.end or (last and call.at == span.end)
        ]
        edges = {span.start, span.end, *(call.at for call in calls)}
        for wrap in chosen:
            edges |= {wrap.span.start, wrap.span.end}
        for runs in self.looks.values():
            edges |= set(runs.edges(span))
        holder = parent
        for start, end in pairwise([*sorted(edges), -1]):
            if holder is not parent and start >= chosen[0].span.end:
                holder = parent
                chosen.pop(0)
            for call in calls:
                if call.at == start:
                    self._call(holder, call, inside=inside)
            if end < 0:
                break
            if chosen and start == chosen[0].span.start:
                holder = element(chosen[0].name, parent, **dict(chosen[0].attributes))
            self._run(holder, Span(start, end))

    def _run(self, holder: _Element, span: Span) -> None:
        """Write words that look alike; such words next to each other are one run."""
        looks = [name for name, runs in self.looks.items() if runs.at(span.start)]
        if not looks:
            say(holder, self.source[span])
            return
        run = holder[-1] if len(holder) else None
        if (
            run is None
            or run.tail
            or not is_a(run, "span")
            or run.get("class") != " ".join(looks)
        ):
            run = element("span", holder, class_=" ".join(looks))
        say(run, self.source[span])

    def _call(self, holder: _Element, call: Call, *, inside: bool) -> None:
        waiting = [] if inside else self.notes.get(call.label, [])
        if not waiting:
            name = self.written.get(call.label, "")
            element("noteRef", holder, marker=call.label, href=f"#{name}")
            return
        note = waiting.pop(0)
        name = self.written[call.label] = self.names.count("authorialNote")
        made = element(
            "authorialNote", holder, marker=call.label, placement="bottom", eId=name
        )
        self.write(paragraph(made), note.content, links(note.inline), inside=True)


def links(inline: Iterable[Node]) -> Iterator[Wrap]:
    """Yield the symbols and resolutions in a passage, with their addresses."""
    for node in inline:
        match node:
            case Symbol(text=symbol, valid=True):
                pass
            case Citation(kind="resolution", symbol=str(symbol)):
                pass
            case _:
                continue
        address = _ADDRESS + quote(symbol, safe="/()")
        yield Wrap(span=node.span, name="a", attributes=(("href", address),))


def _apart(wraps: Iterable[Wrap], span: Span) -> list[Wrap]:
    """Return those within a stretch that do not meet, in order."""
    found: list[Wrap] = []
    for wrap in sorted(wraps, key=lambda wrap: wrap.span):
        if not len(wrap.span) or wrap.span not in span:
            continue
        if not found or wrap.span.start >= found[-1].span.end:
            found.append(wrap)
    return found
