"""What kind each line of a source is, before it is known where it belongs."""

from dataclasses import dataclass
from typing import Any

from pyparsing import ParseException

from resolint.builder.openings import Found, find
from resolint.document import Marker, Organ
from resolint.grammar.lines import PLAIN
from resolint.grammar.lines import line as line_grammar
from resolint.grammar.masthead import MAY_CLOSE, closing_line
from resolint.grammar.space import folded
from resolint.text import Block, Source, Span, Style

SHORTEST_REST = 30
"""How much must follow an opening before a line without a final mark may be one."""
LONGEST_HEADING = 220
"""In code points; a longer line is no heading, whatever it ends with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, its letter for `resolint.grammar.outline`, and what was read of it."""

    block: Block
    letter: str
    content: Span
    marker: Marker | None = None
    opening: Found | None = None
    label: str = ""
    results: Any = None
    """What the grammar matched: for `builder` only."""

    @property
    def span(self) -> Span:
        """The whole line."""
        return self.block.span


def read_line(source: Source, block: Block, organ: Organ | None) -> Line:
    """Return a line with its letter, as far as it tells it by itself.

    Besides the letters of the outline there are ``j`` (a number in another form),
    ``b`` (the name of another body) and ``u`` (a paragraph without a final mark, or
    a heading): `resolint.builder.settling` decides them.
    """
    text = folded(source[block.span])
    span = block.span
    if block.style is Style.NOTE:
        return Line(block=block, letter="f", content=span, label=block.label)
    if block.style is Style.MASTHEAD:
        return Line(block=block, letter="x", content=span, label=block.label)
    found: Any = None if PLAIN.match(text) else line_grammar.parse_string(text)
    name = found.get_name() if found is not None else "text"
    if block.style is Style.TABLE and name != "enacting":
        return Line(block=block, letter="c", content=span)
    match name:
        case "enacting":
            return Line(block=block, letter="e", content=span, results=found)
        case "annex":
            label = found.label or ""
            return Line(block=block, letter="a", content=span, label=label)
        case "letter":
            content = (
                Span(span.end - len(found.title), span.end) if found.title else span
            )
            return Line(block=block, letter="l", content=content, label=found.label)
        case "section" | "division":
            if block.style is Style.HEADING or not _is_paragraph(source, span, organ):
                return Line(block=block, letter="r", content=span, label=found.label)
        case "subheading":
            return Line(block=block, letter="r", content=span, label=found.label)
        case "number" | "other_number":
            return _numbered(source, block, found, organ, sure=name == "number")
        case "marker":
            return _item(source, block, found, organ)
        case "body":
            return Line(block=block, letter="b", content=span, results=found)
        case _:
            pass
    if block.style is Style.HEADING:
        return Line(block=block, letter="r", content=span)
    return _unnumbered(source, block, organ)


def _is_paragraph(source: Source, span: Span, organ: Organ | None) -> bool:
    found = find(source, span, organ)
    return found is not None and found.opening.italic


def _numbered(
    source: Source, block: Block, found: Any, organ: Organ | None, *, sure: bool
) -> Line:
    marker, content = _split(block, found)
    opening = find(source, content, organ)
    preambular = opening is not None and opening.part == "preamble"
    comma = last_mark(source, content) == ","
    letter = ("Q" if preambular and comma else "N") if sure else "j"
    if found.label and preambular:
        letter = "Q"
    return Line(
        block=block, letter=letter, content=content, marker=marker, opening=opening
    )


def _item(source: Source, block: Block, found: Any, organ: Organ | None) -> Line:
    marker, content = _split(block, found)
    return Line(
        block=block,
        letter="I",
        content=content,
        marker=marker,
        opening=find(source, content, organ),
    )


def _split(block: Block, found: Any) -> tuple[Marker, Span]:
    """Return the number or marker of a line, and the rest of it."""
    mark = found.mark
    start = block.span.start + len(found.quote)
    value = next(
        value
        for name in (
            *("value", "half", "roman", "label", "bare", "letters", "dotted", "open"),
            *("decimal", "bullet"),
        )
        if (value := found.get(name))
    )
    span = Span(start, start + len(mark))
    form = mark.replace(value, "a" if value.isalpha() else "1", 1)
    if found.get("bullet"):
        form = value
    content = Span(
        min(block.span.start + len(found[0]), block.span.end), block.span.end
    )
    return Marker(span=span, text=mark, value=value, form=form), content


def _unnumbered(source: Source, block: Block, organ: Organ | None) -> Line:
    span = block.span
    text = source[span]
    closing = _closing(text)
    if closing is not None:
        return Line(block=block, letter="m", content=span, results=closing)
    opening = find(source, span, organ)
    last = last_mark(source, span)
    letter = "x"
    if opening is not None and opening.part:
        sure = opening.opening.italic or last in ",;:." or len(span) > LONGEST_HEADING
        if opening.part == "preamble" and sure:
            letter = "P" if last in ",:" else "q"
        elif opening.part == "operative" and sure:
            letter = "v" if last == "," else "V"
        elif span.end - opening.opening.span.end > SHORTEST_REST:
            letter = "u"
    if letter == "x" and last not in ",;:.!?”" and len(span) <= LONGEST_HEADING:
        letter = "r"
    if letter == "x" and source.is_bold(span) and len(span) <= LONGEST_HEADING:
        letter = "r"
    return Line(block=block, letter=letter, content=span, opening=opening)


def _closing(text: str) -> Any:
    """Return what the grammar of closings says of a line, or None."""
    if len(text) > LONGEST_HEADING and text[:1] not in "[(IA":
        return None
    if not MAY_CLOSE.match(text):
        return None
    try:
        return closing_line.parse_string(folded(text))
    except ParseException:
        return None


def last_mark(source: Source, span: Span) -> str:
    """Return the last code point that counts, or nothing."""
    text = source[span].rstrip("”’\"' \t\u00a0\u200e\u200b")
    return text[-1:]
