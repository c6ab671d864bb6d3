"""What kind each line of a source is, before it is known where it belongs."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from resolint.builder.openings import Found, find
from resolint.document import Marker, Organ
from resolint.grammar.lines import PLAIN
from resolint.grammar.lines import line as line_grammar
from resolint.grammar.masthead import MAY_CLOSE, closing_line
from resolint.grammar.space import folded
from resolint.grammar.terminals import first
from resolint.text import Block, Source, Span, Style

SHORTEST_REST = 30
"""How much must follow an opening before a line without a final mark may be one."""
_VALUES = (
    *("value", "half", "roman", "label", "bare", "letters", "dotted", "open"),
    *("decimal", "bullet"),
)
LONGEST_HEADING = 220
"""In code points; a longer line is no heading, whatever it ends with."""


class Line(NamedTuple):
    """A line, its letter for `resolint.grammar.outline`, and what was read of it."""

    block: Block
    letter: str
    content: Span
    marker: Marker | None = None
    opening: Found | None = None
    label: str = ""
    results: re.Match[str] | None = None
    """What the grammar matched of an enacting line, or of one of the closing.

    ``label`` is what it calls the latter.
    """

    @property
    def groups(self) -> Mapping[str, str]:
        """What the grammar has names for of what it matched."""
        return self.results.groupdict("") if self.results else {}

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
    name, found = "text", None
    if not PLAIN.match(text):
        name, found = first(line_grammar, text)
    if block.style is Style.TABLE and name != "enacting":
        return Line(block=block, letter="c", content=span)
    if found is not None and (made := _made(source, block, organ, name, found)):
        return made
    if block.style is Style.HEADING:
        return Line(block=block, letter="r", content=span)
    return _unnumbered(source, block, organ)


def _made(
    source: Source,
    block: Block,
    organ: Organ | None,
    name: str,
    found: re.Match[str],
) -> Line | None:
    """Return a line of a kind that its first words tell; None if that is mistaken."""
    span = block.span
    match name:
        case "enacting":
            return Line(block=block, letter="e", content=span, results=found)
        case "body":
            return Line(block=block, letter="b", content=span, results=found)
        case "number" | "other_number":
            return _numbered(source, block, found, organ, sure=name == "number")
        case "marker":
            return _item(source, block, found, organ)
        case "section" | "division" if block.style is not Style.HEADING:
            if _is_paragraph(source, span, organ):
                return None
        case "letter" if title := found["title"]:
            span = Span(span.end - len(title), span.end)
        case _:
            pass
    letter = {"annex": "a", "letter": "l"}.get(name, "r")
    return Line(block=block, letter=letter, content=span, label=found["label"] or "")


def _is_paragraph(source: Source, span: Span, organ: Organ | None) -> bool:
    found = find(source, span, organ)
    return found is not None and found.opening.italic


def _numbered(
    source: Source,
    block: Block,
    found: re.Match[str],
    organ: Organ | None,
    *,
    sure: bool,
) -> Line:
    marker, content = _split(block, found)
    opening = find(source, content, organ)
    preambular = opening is not None and opening.part == "preamble"
    comma = last_mark(source, content) == ","
    letter = ("Q" if preambular and comma else "N") if sure else "j"
    if found.groupdict().get("label") and preambular:
        letter = "Q"
    return Line(
        block=block, letter=letter, content=content, marker=marker, opening=opening
    )


def _item(
    source: Source, block: Block, found: re.Match[str], organ: Organ | None
) -> Line:
    marker, content = _split(block, found)
    return Line(
        block=block,
        letter="I",
        content=content,
        marker=marker,
        opening=find(source, content, organ),
    )


def _split(block: Block, found: re.Match[str]) -> tuple[Marker, Span]:
    """Return the number or marker of a line, and the rest of it."""
    groups = found.groupdict()
    mark = groups["mark"]
    start = block.span.start + len(groups["quote"])
    value = next(value for name in _VALUES if (value := groups.get(name)))
    span = Span(start, start + len(mark))
    form = mark.replace(value, "a" if value.isalpha() else "1", 1)
    if groups.get("bullet"):
        form = value
    content = Span(min(block.span.start + found.end(), block.span.end), block.span.end)
    return Marker(span=span, text=mark, value=value, form=form), content


def _unnumbered(source: Source, block: Block, organ: Organ | None) -> Line:
    span = block.span
    text = source[span]
    name, closing = _closing(text)
    if closing is not None:
        return Line(block=block, letter="m", content=span, label=name, results=closing)
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


def _closing(text: str) -> tuple[str, re.Match[str] | None]:
    """Return what the grammar of closings calls a line, and matches of it."""
    if len(text) > LONGEST_HEADING and text[:1] not in "[(IA":
        return "", None
    if not MAY_CLOSE.match(text):
        return "", None
    return first(closing_line, folded(text))


def last_mark(source: Source, span: Span) -> str:
    """Return the last code point that counts, or nothing."""
    text = source[span].rstrip("”’\"' \t\u00a0\u200e\u200b")
    return text[-1:]
