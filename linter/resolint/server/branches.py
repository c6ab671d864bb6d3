"""A document as a tree of named parts, for people to find their way in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resolint.document import (
    Annex,
    Footnote,
    Heading,
    Item,
    Operative,
    Other,
    Paragraph,
    Passage,
    Preambular,
    Resolution,
)
from resolint.grammar.space import plain
from resolint.mentions.counting import Counted, lines
from resolint.server.sections import sections
from resolint.text import Source, Span

_WORDS = 6
_LENGTH = 60
"""How much of a paragraph is told."""


@dataclass(kw_only=True)
class Branch:
    """A part of a document, and the parts of it."""

    name: str
    kind: str
    head: Span
    """What stands for it when one goes there: its number, its first line."""
    spans: list[Span] = field(default_factory=list)
    """What belongs to it besides what is below it."""
    below: "list[Branch]" = field(default_factory=list)
    detail: str = ""


def branches(resolution: Resolution) -> list[Branch]:
    """Return the parts of a document in the order of the text."""
    source = resolution.source
    made: list[Branch] = []
    if resolution.whole and resolution.masthead.fields:
        fields = [each.span for each in resolution.masthead.fields]
        value = resolution.masthead.value("symbol")
        made.append(
            Branch(
                name="Masthead",
                kind="masthead",
                head=fields[0],
                spans=fields,
                detail=value,
            )
        )
    # That of a part is told with its letter.
    if resolution.whole and (title := resolution.title):
        name = _words(source, title.span, 20) or "Title"
        made.append(Branch(name=name, kind="title", head=title.span))
    if enacting := resolution.enacting:
        name = plain(source[enacting.name]) or "Enacting line"
        made.append(Branch(name=name, kind="enacting", head=enacting.span))
    if resolution.preamble:
        made.append(
            Branch(
                name="Preamble",
                kind="preamble",
                head=resolution.preamble[0].span,
                below=[_paragraph(source, each) for each in resolution.preamble],
            )
        )
    if resolution.operative:
        made.append(_operative(resolution))
    made += [_part(resolution, part) for part in resolution.parts]
    made += [_annex(source, annex) for annex in resolution.annexes]
    if resolution.closing.fields:
        fields = [each.span for each in resolution.closing.fields]
        made.append(
            Branch(name="Closing", kind="closing", head=fields[0], spans=fields)
        )
    made.sort(key=lambda branch: branch.head)
    if resolution.notes:
        made.append(
            Branch(
                name="Notes",
                kind="notes",
                head=resolution.notes[0].span,
                below=[_note(source, each) for each in resolution.notes],
            )
        )
    return made


def _operative(resolution: Resolution) -> Branch:
    source = resolution.source
    whole = Branch(
        name="Operative part", kind="operative", head=resolution.operative[0].span
    )
    open_: list[tuple[int, Branch]] = [(0, whole)]
    heads = [*sections(resolution)]
    for paragraph in resolution.operative:
        while heads and heads[0][0][0].span.start < paragraph.span.start:
            headings, depth = heads.pop(0)
            while open_[-1][0] >= depth:
                open_.pop()
            words = " ".join(_words(source, each.span, 20) for each in headings)
            made = Branch(
                name=words or "Section", kind="section", head=headings[0].span
            )
            made.spans += [each.span for each in headings]
            open_[-1][1].below.append(made)
            open_.append((depth, made))
        open_[-1][1].below.append(_paragraph(source, paragraph))
    return whole


def _part(whole: Resolution, part: Resolution) -> Branch:
    """Return a lettered part, with the letter above it, or a draft inside."""
    source = part.source
    name = f"Part {part.label}" if part.label != "draft" else "Draft resolution"
    head = part.title.span if part.title else part.span
    if part.enacting and part.title is None:
        head = part.enacting.span
    spans = [part.span]
    letters = [
        heading
        for heading in whole.headings
        if heading.label == part.label and heading.span.start <= part.span.start
    ]
    if letters:
        spans.append(letters[-1].span)
        head = letters[-1].span
    detail = _words(source, part.title.content, 20) if part.title else ""
    return Branch(
        name=f"{name}. {detail}" if detail else name,
        kind="resolution",
        head=head,
        spans=spans,
        below=branches(part),
    )


def _annex(source: Source, annex: Annex) -> Branch:
    made = Branch(
        name=_words(source, annex.heading.span, 20) or "Annex",
        kind="annex",
        head=annex.heading.span,
        spans=[annex.span],
    )
    counted = {id(each.node): each for each in lines(annex.lines)}
    under = made
    for line in annex.lines:
        if isinstance(line, Heading):
            name = _words(source, line.span, 20) or "Section"
            under = Branch(name=name, kind="section", head=line.span)
            made.below.append(under)
        else:
            under.spans.append(line.span)
            if one := counted.get(id(line)):
                under.below.append(_line(source, one))
    return made


def _line(source: Source, one: Counted) -> Branch:
    below = [_line(source, item) for item in one.items]
    kind = "paragraph" if one.marker.value.isdigit() else "item"
    return Branch(
        name=_named(source, one.marker.text, one.node),
        kind=kind,
        head=one.marker.span,
        spans=[one.node.span],
        below=below,
    )


def _paragraph(source: Source, paragraph: Paragraph) -> Branch:
    match paragraph:
        case Operative(marker=marker) | Preambular(number=marker) | Item(marker=marker):
            pass
        case _:
            marker = None
    return Branch(
        name=_named(source, marker.text if marker else "", paragraph),
        kind="item" if isinstance(paragraph, Item) else "paragraph",
        head=marker.span if marker else paragraph.span,
        spans=[paragraph.span, *(each.span for each in paragraph.continuation)],
        below=[
            *(_paragraph(source, item) for item in paragraph.items),
            *_continued(source, paragraph.continuation),
        ],
    )


def _continued(source: Source, passages: Sequence[Passage]) -> Iterator[Branch]:
    """Yield the numbered lines of a declaration inside a paragraph."""
    for one in lines(each for each in passages if isinstance(each, Other)):
        yield _line(source, one)


def _note(source: Source, note: Footnote) -> Branch:
    words = _words(source, note.content, _WORDS)
    name = f"note {note.label}".strip()
    return Branch(name=name, kind="note", head=note.span, detail=words)


def _named(source: Source, marker: str, passage: Passage) -> str:
    """Return a paragraph as a drafter calls it: ``1. Decides to keep the lamps …``."""
    words = _words(source, passage.content, _WORDS)
    return f"{marker} {words}".strip() or "…"


def _words(source: Source, span: Span, most: int) -> str:
    """Return the first words of a span."""
    # A few long lines are not folded to the end for six words of them.
    text = source.text[span.start : min(span.end, span.start + 4 * most * 10)]
    words = plain(text).split(" ")
    said = " ".join(words[:most])
    more = len(words) > most or span.end - span.start > len(text)
    if len(said) > max(_LENGTH, most * 10):
        said, more = said[: max(_LENGTH, most * 10)].rstrip(), True
    return f"{said} …" if more else said
