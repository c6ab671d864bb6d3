"""A document as it was understood, for people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from textwrap import wrap

from resolint.document import Field, Footnote, Item, Paragraph, Passage, Resolution
from resolint.render.report import printable
from resolint.render.tree import as_object, words
from resolint.text import Span
from resolint.where import Atlas

Calls = Mapping[str, list[str]]
"""Where each note is called, by its label."""


def as_text(resolution: Resolution, width: int = 0) -> str:
    """Return a document for people to read, each passage with its row in the file.

    Lines that are longer than a width, if one is given, are broken.
    """
    atlas = Atlas(resolution)
    return "".join(f"{line}\n" for line in _lines(resolution, atlas, "", width))


def _lines(
    resolution: Resolution, atlas: Atlas, indent: str, width: int
) -> Iterator[str]:
    source = resolution.source
    gutter = len(str(source.place(len(source.text)).line)) + 1
    made = as_object(resolution)
    known = {name: value for name, value in made.items() if isinstance(value, str)}
    if made["agenda_items"]:
        known["agenda items"] = ", ".join(made["agenda_items"])
    column = max(map(len, known), default=0) + 2
    for name, value in known.items():
        yield from _broken(indent, f"{name:{column}}{value}", column, width)
    if known:
        yield ""
    calls = _calls(resolution, atlas)
    for node in resolution.children():
        if isinstance(node, Resolution):
            yield ""
            yield f"{indent}part {printable(node.label)}:"
            yield from _lines(node, atlas, f"{indent}  ", width)
            continue
        for passage in node.walk():
            if isinstance(passage, Passage):
                row = f"{source.place(passage.span.start).line:>{gutter}}  "
                label = _label(passage, calls)
                text = f"{row}{label}: {words(passage, resolution)}"
                yield from _broken(indent, text, len(row) + 2, width)


def _label(passage: Passage, calls: Calls) -> str:
    match passage:
        case Field():
            return f"{passage.locator}, {passage.name.replace('_', ' ')}"
        case Footnote():
            places = ", ".join(dict.fromkeys(calls.get(passage.label, ())))
            return f"{passage.locator} ({places or 'not called'})"
        case Item():
            return f"  {passage.locator}"
        case Paragraph(opening=opening) if opening:
            return f"{passage.locator} [{opening.phrase}]"
        case _:
            return passage.locator or type(passage).__name__.lower()


def _calls(resolution: Resolution, atlas: Atlas) -> Calls:
    places = defaultdict(list)
    for call in resolution.source.calls:
        if resolution.span.start <= call.at <= resolution.span.end:
            # A call stands behind what calls it.
            at = max(0, call.at - 1)
            where = atlas.where(Span(at, at))
            places[call.label].append(where.locator or where.part)
    return places


def _broken(indent: str, line: str, hang: int, width: int) -> Iterator[str]:
    """Yield a line, broken where it is too wide, what follows below its words."""
    line = printable(line)
    if not width:
        yield f"{indent}{line}"
        return
    room = max(width - len(indent), hang + 20)
    start = len(line) - len(line.lstrip())
    made = wrap(
        line.lstrip(),
        room,
        initial_indent=line[:start],
        subsequent_indent=" " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for part in made:
        yield f"{indent}{part}"
