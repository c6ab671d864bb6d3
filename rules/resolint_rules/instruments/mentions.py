"""The places where the paragraphs of a text name instruments, and their footnotes."""

from collections.abc import Iterator
from typing import NamedTuple

from resolint import Annex, Footnote, Paragraph, Passage, Resolution, Span
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.instruments.table import Instrument, mentions
from resolint_rules.once import once
from resolint_rules.spelling.names import is_quoted

REACH = 80
# “Implementation of the …”: the name is part of a longer one. States parties are not.
_LONGER = regex(
    r"\b(?!Parties\b|States\b|Goals?\b|Members?\b|Governments?\b|Powers?\b)"
    r"[A-Z][\w’-]*,? (?:[a-z-]+ ){0,2}(?:to|of|for|on|under|in|with)"
    r" (?:the |a )?(?:United Nations )?\Z"
    r"|\b(?P<body>(?:Conference|Meeting)s?) of (?:the )?(?:States )?Parties to"
    r" (?:the )?\Z"
    r"|\b[Ss]ecretariat (?:of|to) (?:the )?\Z"
)
_SUPPLEMENT = regex(r"\b(?:[Pp]rotocols?|[Aa]mendments?)\b[^,;]*\Z")
_GOES_ON = regex(
    r" (?:on (?:the (?:sale|involvement)|a communications)|supplementing|relative to)\b"
    r"|[,;]?\d|(?: and)? (?:the |its )?(?:Optional |Additional )?[Pp]rotocols?\b"
)
# A preposition leads to the name.
GOVERNED = regex(r"\b(?:to|of|for|on|under|in|with|by|from|at)(?: the| a)? \Z")
# What may stand between a name and the indicator of its footnote.
_TAIL = regex(
    r"(?:,? (?:of|adopted on|adopted in) (?:\d{1,2} [A-Z][a-z]+ )?\d{4})?"
    r"(?:,? \((?:the )?[^()]{2,60}\))?[”’]?[,;.:]?"
)


class Named(NamedTuple):
    """One place where a paragraph names an instrument."""

    instrument: Instrument
    passage: Passage
    part: Resolution
    span: Span
    """In the text of the source."""
    alone: bool
    """Whether it is no part of a longer name or of a quotation."""
    governed: bool
    """Whether a preposition leads to it: the note may be on what comes before."""
    note: Footnote | None
    """The footnote that is called right behind it."""


@once
def named(whole: Resolution) -> list[Named]:
    """Return where the paragraphs of a document name instruments, but for annexes."""
    return list(_named(whole))


def _named(whole: Resolution) -> Iterator[Named]:
    notes = {note.label: note for note in whole.notes}
    for part, passage in passages(whole):
        found = mentions(whole.source, passage.content)
        if not found:
            continue
        text = folded(whole.source[passage.content])
        for start, end, instrument in found:
            before = text[max(0, start - REACH) : start]
            yield Named(
                instrument=instrument,
                passage=passage,
                part=part,
                span=Span(start, end).shift(passage.content.start),
                alone=not (
                    _is_longer(text, start)
                    or _SUPPLEMENT.search(before)
                    or _GOES_ON.match(text, end)
                    or is_quoted(text, start, draft=part.label == "draft")
                ),
                governed=bool(GOVERNED.search(before)),
                note=_note(passage, text, end, notes),
            )


def _is_longer(text: str, start: int) -> bool:
    """Whether words with capitals before a name make a longer one with it."""
    found = _LONGER.search(text, max(0, start - REACH), start)
    # The first word of a paragraph has its capital for being the first.
    return bool(found and (found.start() > 0 or found["body"]))


@once
def passages(whole: Resolution) -> list[tuple[Resolution, Passage]]:
    """Return the paragraphs of a document in order, each with the part it is in."""
    return list(_passages(whole))


def _passages(whole: Resolution) -> Iterator[tuple[Resolution, Passage]]:
    for child in whole.children():
        if isinstance(child, Resolution):
            yield from _passages(child)
        elif isinstance(child, Paragraph):
            yield from ((whole, node) for node in child.lines())


def in_annexes(whole: Resolution) -> Iterator[Passage]:
    """Yield the lines of the annexes of a document and of its parts."""
    for child in whole.children():
        if isinstance(child, Resolution):
            yield from in_annexes(child)
        elif isinstance(child, Annex):
            yield from child.children()


def _note(
    passage: Passage, text: str, end: int, notes: dict[str, Footnote]
) -> Footnote | None:
    """Return the footnote called right behind a name that ends at an offset."""
    if not passage.calls:
        return None
    tail = _TAIL.match(text, end)
    last = tail.end() if tail else end
    for call in passage.calls:
        if end <= call.at - passage.content.start <= last:
            return notes.get(call.label)
    return None
