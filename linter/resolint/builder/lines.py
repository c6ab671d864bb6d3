"""What kind each line of a source is, before it is known where it belongs."""

import re
from dataclasses import dataclass, replace
from typing import Any

from pyparsing import ParseException

from resolint.builder.openings import Found, find
from resolint.document import Marker, Organ
from resolint.grammar.lines import line as line_grammar
from resolint.grammar.masthead import closing_line
from resolint.grammar.space import folded
from resolint.text import Block, Source, Span, Style

_DECLARATION = re.compile(
    r"(?i)\b(declaration|outcome|communiqu[eé]|pact|compact|agreed conclusions)\b"
)

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


def read_lines(source: Source, organ: Organ | None) -> list[Line]:
    """Return the lines of a source, each with its letter."""
    lines = [_read(source, block, organ) for block in source.blocks]
    lines = _settle_lists(source, _settle_numbers(lines))
    if not any(line.letter == "e" for line in lines):
        lines = _settle_bodies(lines)
    return [
        replace(line, letter="x")
        if line.letter == "b"
        else _settle_declaration(source, i, lines)
        for i, line in enumerate(lines)
    ]


def _read(source: Source, block: Block, organ: Organ | None) -> Line:
    text = folded(source[block.span])
    span = block.span
    if block.style is Style.NOTE:
        return Line(block=block, letter="f", content=span, label=block.label)
    if block.style is Style.MASTHEAD:
        return Line(block=block, letter="x", content=span, label=block.label)
    found = line_grammar.parse_string(text)
    name = found.get_name()
    if block.style is Style.TABLE and name != "enacting":
        return Line(block=block, letter="c", content=span)
    match name:
        case "enacting":
            return Line(block=block, letter="e", content=span, results=found)
        case "annex":
            label = found.label or ""
            return Line(block=block, letter="a", content=span, label=label)
        case "letter":
            return Line(block=block, letter="l", content=span, label=found.label)
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
    comma = _last(source, content) == ","
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
    content = Span(min(block.span.start + len(found[0]), block.span.end), block.span.end)
    return Marker(span=span, text=mark, value=value, form=form), content


def _unnumbered(source: Source, block: Block, organ: Organ | None) -> Line:
    span = block.span
    text = source[span]
    closing = _closing(text)
    if closing is not None:
        return Line(block=block, letter="m", content=span, results=closing)
    opening = find(source, span, organ)
    last = _last(source, span)
    letter = "x"
    if opening is not None and opening.part:
        sure = opening.opening.italic or last in ",;:." or len(span) > LONGEST_HEADING
        if opening.part == "preamble" and sure:
            letter = "P" if last in ",:" else "q"
        elif opening.part == "operative" and sure:
            letter = "v" if last == "," else "V"
    if letter == "x" and last not in ",;:.!?”" and len(span) <= LONGEST_HEADING:
        letter = "r"
    if letter == "x" and _is_bold(source, span) and len(span) <= LONGEST_HEADING:
        letter = "r"
    return Line(block=block, letter=letter, content=span, opening=opening)


def _closing(text: str) -> Any:
    """Return what the grammar of closings says of a line, or None."""
    if len(text) > LONGEST_HEADING and text[:1] not in "[(IA":
        return None
    try:
        return closing_line.parse_string(folded(text))
    except ParseException:
        return None


def _is_bold(source: Source, span: Span) -> bool:
    return any(span in run for run in source.bold)


def _last(source: Source, span: Span) -> str:
    """Return the last code point that counts, or nothing."""
    text = source[span].rstrip("”’\"' \t\u00a0\u200e\u200b")
    return text[-1:]


def _settle_numbers(lines: list[Line]) -> list[Line]:
    """Take numbers in another form for paragraphs where there are no ordinary ones."""
    ordinary = any(line.letter in "NQ" for line in lines)

    def settled(line: Line) -> Line:
        if line.letter != "j" or line.marker is None:
            return line
        opens = line.opening is not None and line.opening.part == "operative"
        figures = line.marker.value.isdigit()
        if (not ordinary and (opens or figures)) or (opens and not figures):
            return replace(line, letter="N")
        return replace(line, letter="I" if figures else "x")

    return [settled(line) for line in lines]


def _settle_bodies(lines: list[Line]) -> list[Line]:
    """Take the name of another body for an enacting line where paragraphs follow it."""
    for i, line in enumerate(lines):
        after = lines[i + 1].letter if i + 1 < len(lines) else ""
        if line.letter == "b" and after in {"P", "q", "N", "V", "Q"}:
            return [*lines[:i], replace(line, letter="e"), *lines[i + 1 :]]
    return lines


def _settle_declaration(source: Source, i: int, lines: list[Line]) -> Line:
    """Mark a paragraph that adopts a declaration and lets it follow."""
    line = lines[i]
    after = lines[i + 1].letter if i + 1 < len(lines) else ""
    if line.letter not in "NV" or line.opening is None or after not in {"x", "r", "b"}:
        return line
    text = source[line.content]
    words = line.opening.opening.phrase.lower().split()
    adopts = words[-1] in {"adopts", "approves", "proclaims"}
    if adopts and _last(source, line.content) == ":" and _DECLARATION.search(text):
        return replace(line, letter="D")
    return line


def _settle_lists(source: Source, lines: list[Line]) -> list[Line]:
    """Take a list of figures inside a paragraph for items, not for paragraphs.

    It begins anew after a colon; the numbers of the paragraphs go on behind it, or
    the text ends with it.
    """
    numbers = {
        i: int(line.marker.value)
        for i, line in enumerate(lines)
        if line.letter in "NQ" and line.marker and line.marker.value.isdigit()
    }
    settled = list(lines)
    expected = 1
    inside = False
    above = ""
    for i, line in enumerate(lines):
        if line.letter in "reladm":
            inside = False
        number = numbers.get(i)
        if number is not None:
            goes_on = expected in [numbers[j] for j in numbers if j > i]
            if number == expected:
                inside = False
            elif above == ":" and number == 1 and expected > 1:
                inside = goes_on or line.opening is None
            elif above == ":" and goes_on and line.opening is None:
                inside = True
            if inside:
                settled[i] = replace(line, letter="I")
            else:
                expected = number + 1
        if line.letter != "f":
            above = _last(source, line.content)
    return settled
