"""Completion of opening phrases, with the right *also* and *further*."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lsprotocol import types

from resolint.document import Operative, Organ, Preambular
from resolint.lexicon import Turn
from resolint.server.analysis import Analysis
from resolint.server.standing import Standing
from resolint.tables import rows

ENOUGH = 5
"""How often a phrase must have opened paragraphs to be offered."""
OWN = 2
"""How often it must have in the texts of the organ itself."""
_START = re.compile(
    r"\s*(?P<number>\\?\d{1,3}\s?\\?[.)]\s+)?(?P<mark>[*_]{0,3})"
    r"(?P<typed>(?:[^\W\d_](?:[^\W\d_]|[’' ,-])*)?)\Z"
)
_CLOSING = re.compile(r"[*_]{1,3}")
_ADVERBS = frozenset({"also", "further"})


class Phrase(NamedTuple):
    """An opening phrase, and how often each organ has it."""

    words: str
    times: dict[str, int]
    every: int


class Offer(NamedTuple):
    """A phrase to offer, and what is said of it."""

    words: str
    detail: str
    preselected: bool = False


def openings(analysis: Analysis, place: Standing) -> Iterator[types.CompletionItem]:
    """Yield the phrases that a paragraph may open with, the likeliest first."""
    start = _START.match(place.before)
    if start is None or not place.begins:
        return
    parts = place.parts
    if start["number"]:
        parts = tuple(part for part in parts if part == "operative")
    offers = [offer for part in parts for offer in _offers(analysis, place, part)]
    typed = start["typed"]
    mark = start["mark"] or ("*" if _is_marked(analysis) else "")
    closing = _CLOSING.match(place.after) if start["mark"] else None
    end = place.raw + (closing.end() if closing else 0)
    behind = analysis.text.words[end : end + 1]
    begin = place.raw - len(place.before) + start.start("mark")
    area = analysis.text.range(begin, end)
    rank = 0
    for offer in offers:
        known = _known_by(offer.words, typed)
        if known is None:
            continue
        words = offer.words.upper() if _shouted(typed) else offer.words
        gap = "" if behind.isspace() and behind not in "\r\n" else " "
        yield types.CompletionItem(
            label=words,
            kind=types.CompletionItemKind.Keyword,
            detail=offer.detail,
            preselect=offer.preselected or None,
            sort_text=f"0{rank:04}",
            filter_text=f"{start['mark']}{known}",
            text_edit=types.TextEdit(area, f"{mark}{words}{mark}{gap}"),
        )
        rank += 1


def _is_marked(analysis: Analysis) -> bool:
    """Whether the format can show italics."""
    return analysis.source is not None and analysis.source.format == "markdown"


def _known_by(words: str, typed: str) -> str | None:
    """Return the part of a phrase that begins with what is typed; None if none does.

    Who types *Requests* is offered *Also requests* too.
    """
    adverb, _, rest = words.partition(" ")
    parts = (words, rest) if adverb.lower() in _ADVERBS else (words,)
    start = typed.lower()
    return next((each for each in parts if each.lower().startswith(start)), None)


def _shouted(typed: str) -> bool:
    return len(typed) > 1 and typed.isupper()


def _offers(analysis: Analysis, place: Standing, part: str) -> Iterator[Offer]:
    organ = place.within.organ or Organ.GA
    before = place.previous
    kind = Preambular if part == "preamble" else Operative
    turn = analysis.analyst.lexicon.turn(
        place.within, before if isinstance(before, kind) else None
    )
    first = (*_linked(turn),) if turn else ()
    yield from first
    said = {offer.words for offer in first}
    for phrase in _phrases(part, organ.name):
        # What goes on from nothing, or should go on with an adverb, is no good here.
        linked = not _ADVERBS.isdisjoint(phrase.words.lower().split())
        if phrase.words in said or (turn and (linked or phrase.words == turn.plain)):
            continue
        times = phrase.times[organ.name]
        often = f", {times:,} times in the {organ}" if times else ""
        yield Offer(phrase.words, f"{part}{often}")
    if turn is not None and turn.plain and turn.plain not in said:
        yield Offer(turn.plain, f"{part}, as the paragraph before")


def _linked(turn: Turn) -> Iterator[Offer]:
    """Yield what goes on from the paragraph before."""
    if not turn.due:
        return
    if turn.due == turn.plain:
        # After “Further” the row begins anew.
        yield Offer(turn.due, "goes on from the paragraph before", True)
    elif turn.addressee:
        yield Offer(turn.due, f"if it is {turn.addressee} again", True)
        yield Offer(turn.plain, f"if it is not {turn.addressee}")
    else:
        yield Offer(turn.due, f"the paragraph before opens with “{turn.plain}”", True)


@cache
def _phrases(part: str, organ: str) -> tuple[Phrase, ...]:
    """Return the phrases of a part, those first that an organ has most often."""
    found = []
    for row in rows("openings.tsv"):
        times = {each.name: int(row[each.name.lower()]) for each in Organ}
        phrase = Phrase(row["phrase"], times, sum(times.values()))
        usual = phrase.every >= ENOUGH and times[organ] >= OWN
        known = usual or row["source"] == "catalogue"
        if row["part"] == part and known and "," not in phrase.words:
            found.append(phrase)
    return tuple(sorted(found, key=lambda each: (-each.times[organ], -each.every)))
