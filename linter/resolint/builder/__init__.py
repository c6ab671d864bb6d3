"""From what the grammar matched to the document model.

Parse results are untyped: nothing untyped leaves this package.
"""

import re
from dataclasses import replace
from datetime import date

from resolint.builder.lines import Line
from resolint.builder.masthead import names_masthead, organ_named, read_front
from resolint.builder.passages import Passages
from resolint.builder.resolutions import Draft, Reader, closing_of
from resolint.builder.settling import read_lines
from resolint.document import Heading, Masthead, Organ, Resolution, Stage, Title
from resolint.grammar import outline
from resolint.regex import regex
from resolint.text import Source, Span

_ORGAN = regex(rf"(?i)^\W*the ({'|'.join(Organ)})\W*$", re.MULTILINE)
_NAMED = regex(rf"(?i)\b({'|'.join(Organ)})\b")
_ADOPTED = regex(r"/(RES|DEC|PRST)/")
_DRAFT = regex(r"/L\.|^S/\d{4}/\d+")


def parse(
    source: Source,
    *,
    organ: Organ | None = None,
    stage: Stage | None = None,
    as_of: date | None = None,
) -> Resolution:
    """Return the document that a source holds; there is no text that cannot be read.

    What is given holds over what the text says: the adopting organ, the stage, and
    the day whose house style is asked for.
    """
    likely = organ or _likely_organ(source.text)
    passages = Passages(source, likely)
    lines = read_lines(source, likely)
    letters = _outline(lines)
    if "e" in letters:
        results = outline.document.parse_string(letters, parse_all=True)
        front = results[0].end()
    else:
        front = _front(passages, lines)
        # Without any paragraph it is a statement, a letter, a list: no preamble.
        rest = letters[front:]
        rest = rest if set(rest) & set("PqQNVvD") else rest.replace("x", "o")
        results = outline.fragment.parse_string(rest, parse_all=True)
    draft = Draft()
    Reader(passages, lines if "e" in letters else lines[front:]).read(results, draft)
    masthead, title = read_front(passages, lines[:front])
    whole = _made(
        source,
        draft,
        masthead,
        title,
        organ=organ or draft.organ or _organ_of_parts(draft) or organ_named(masthead),
        stage=stage or _stage(masthead, title, draft),
    )
    return _dated(whole, as_of or _own_day(whole))


def resembles(resolution: Resolution) -> bool:
    """Whether a document looks like a resolution, or a piece of one, at all."""
    if resolution.enacting or resolution.parts:
        return True
    symbol = resolution.masthead.value("symbol")
    openings = [
        paragraph.opening is not None
        for paragraph in (*resolution.preamble, *resolution.operative)
    ]
    return bool(_ADOPTED.search(symbol)) or (
        sum(openings) >= 2 and sum(openings) * 2 >= len(openings)
    )


def _outline(lines: list[Line]) -> str:
    """Return the letters of the lines.

    Where there is one enacting line only, a letter above it belongs to the number of
    the resolution: it begins no part.
    """
    letters = "".join(line.letter for line in lines)
    if letters.count("e") != 1:
        return letters
    front = letters.index("e")
    return letters[:front].replace("l", "r") + letters[front:]


def _front(passages: Passages, lines: list[Line]) -> int:
    """Return how many lines of a text without an enacting line are its masthead."""
    first = next(
        (i for i, line in enumerate(lines) if line.letter in "PqQNVvDa"), len(lines)
    )
    sure = [i for i, line in enumerate(lines[:first]) if names_masthead(passages, line)]
    if not sure or first < len(lines):
        return first if sure else 0
    last = sure[-1] + 1
    while last < len(lines) and lines[last].letter in "rm":
        last += 1
    return last


def _likely_organ(text: str) -> Organ | None:
    """Return the organ of the first enacting line, or the first that is named."""
    found = _ORGAN.search(text) or _NAMED.search(text[:3000])
    return Organ(_title_case(found[1])) if found else None


def _title_case(name: str) -> str:
    return next(organ.value for organ in Organ if organ.value.lower() == name.lower())


def _organ_of_parts(draft: Draft) -> Organ | None:
    return next((part.organ for part in draft.parts if part.organ), None)


def _stage(masthead: Masthead, title: Title | None, draft: Draft) -> Stage:
    symbol = masthead.value("symbol")
    if _ADOPTED.search(symbol) or masthead.field("adoption"):
        return Stage.ADOPTED
    if _DRAFT.search(symbol) or masthead.field("sponsors"):
        return Stage.DRAFT
    closed = any(line.name == "meeting" for line in draft.closing)
    numbered = title is not None and title.number
    return Stage.ADOPTED if closed or numbered else Stage.DRAFT


def _own_day(resolution: Resolution) -> date | None:
    """Return the day of adoption, or of issue."""
    masthead = resolution.masthead
    closing = resolution.closing.field("date")
    for value in (
        masthead.value("adoption"),
        closing.value if closing else "",
        masthead.value("issued"),
    ):
        if value:
            return date.fromisoformat(value)
    return None


def _dated(resolution: Resolution, day: date | None) -> Resolution:
    """Return a resolution of a day; its parts are of the same day."""
    parts = tuple(_dated(part, day) for part in resolution.parts)
    return replace(resolution, as_of=day, parts=parts)


def _made(
    source: Source,
    draft: Draft,
    masthead: Masthead,
    title: Title | None,
    *,
    organ: Organ | None,
    stage: Stage,
) -> Resolution:
    """Return the resolution that a draft has come to."""
    parts = tuple(
        _made(
            source,
            part,
            masthead,
            _part_title(part.title),
            organ=part.organ or organ,
            stage=stage,
        )
        for part in draft.parts
    )
    whole = not draft.label
    span = Span(0, len(source.text)) if whole else _extent(draft, parts)
    return Resolution(
        span=span,
        source=source,
        organ=organ,
        stage=stage,
        masthead=masthead,
        label=draft.label,
        title=title,
        enacting=draft.enacting,
        preamble=tuple(draft.preamble),
        operative=tuple(draft.operative),
        headings=tuple(draft.headings),
        others=tuple(draft.others),
        parts=parts,
        annexes=tuple(draft.annexes),
        closing=closing_of(draft, span.end),
        notes=tuple(draft.notes) if whole else (),
    )


def _part_title(heading: Heading | None) -> Title | None:
    if heading is None:
        return None
    return Title(
        span=heading.span,
        locator=heading.locator,
        content=heading.content,
        inline=heading.inline,
        calls=heading.calls,
    )


def _extent(draft: Draft, parts: tuple[Resolution, ...]) -> Span:
    nodes = [
        *((draft.title,) if draft.title else ()),
        *((draft.enacting,) if draft.enacting else ()),
        *draft.preamble,
        *draft.operative,
        *draft.headings,
        *draft.others,
        *draft.annexes,
        *draft.closing,
        *parts,
    ]
    ends = [node.span.end for node in nodes]
    ends += [
        item.span.end
        for node in (*draft.preamble, *draft.operative)
        for item in (*node.items, *node.continuation)
    ]
    return Span(min(node.span.start for node in nodes), max(ends))
