"""Completion of the titles of instruments, with the footnotes that they are given."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types

from resolint.document import Organ
from resolint.grammar.space import plain
from resolint.lexicon import Instrument
from resolint.server.analysis import Analysis
from resolint.server.footing import Footing, ground
from resolint.server.standing import Standing

MOST = 30
"""How many instruments are offered."""
REACH = 200
LEAST, LEAST_WITHIN = 3, 10
"""How many letters must be typed of a title's beginning, or from within it."""
WITHIN = 2
"""The rank of what has been begun from within a title."""
_SMALL = frozenset(["the", "of", "on", "and", "for", "to", "in", "against", "a"])
"""Words that no name begins with."""
_WORD = re.compile(r"(?<![\w’'-])\w")
_MARK = re.compile(r"[,;.:]")


class Match(NamedTuple):
    """An instrument that what has been typed may be the name of."""

    instrument: Instrument
    start: int
    """Where on the line the name begins."""
    name: str
    """The name, or the end of the title, that has been begun."""
    rank: int


def instruments(analysis: Analysis, place: Standing) -> Iterator[types.CompletionItem]:
    """Yield the titles that what is typed may begin, alone and with a note."""
    matches = _matches(analysis, place.before)[:MOST]
    below = ground(analysis, place) if matches else None
    for number, match in enumerate(matches):
        instrument = match.instrument
        begin = place.raw - len(place.before) + match.start
        area = analysis.text.range(begin, place.raw)
        order = f"1{match.rank}{number:03}"
        typed = place.before[match.start :]
        note = instrument.notes.get(place.within.organ or Organ.GA)
        foot = below.footing(instrument, note) if below and note else None
        if note is not None and foot is not None:
            item = _noted(analysis, place, instrument, foot, area)
            if item is not None:
                item.filter_text, item.sort_text = match.name, f"{order}a"
                item.detail, item.documentation = "with its footnote", note.text
                yield item
        if typed != instrument.title:
            yield types.CompletionItem(
                label=instrument.title,
                kind=types.CompletionItemKind.Reference,
                detail="instrument",
                sort_text=f"{order}b",
                filter_text=match.name,
                text_edit=types.TextEdit(area, instrument.title),
            )


def _matches(analysis: Analysis, before: str) -> list[Match]:
    """Return what the end of a line may be the beginning of, the best first."""
    line = before.replace("'", "’")
    within: list[Match] = []
    for word in _WORD.finditer(line, max(0, len(line) - REACH)):
        typed = plain(line[word.start() :]).lower() + " " * before[-1:].isspace()
        least = LEAST if _is_large(word[0]) else LEAST_WITHIN
        if len(typed) < least:
            continue
        found = [
            Match(each, word.start(), *best)
            for each in analysis.analyst.lexicon.instruments()
            if (best := _begun(each, typed))
        ]
        if any(each.rank < WITHIN for each in found):
            return sorted(found, key=lambda each: each.rank)
        if typed.partition(" ")[0] not in _SMALL:
            within = within or found
    return within


def _is_large(letter: str) -> bool:
    return letter.isupper() or letter.isdigit()


def _begun(instrument: Instrument, typed: str) -> tuple[str, int] | None:
    """Return which name has been begun, and how good a guess that is."""
    for rank, name in enumerate((instrument.title, *instrument.names)):
        if name.lower().startswith(typed):
            return name, min(rank, 1)
    if len(typed) >= LEAST_WITHIN and " " in typed.strip():
        at = instrument.title.lower().find(f" {typed}")
        if at >= 0:
            return instrument.title[at + 1 :], WITHIN
    return None


def _noted(
    analysis: Analysis,
    place: Standing,
    instrument: Instrument,
    foot: Footing,
    area: types.Range,
) -> types.CompletionItem | None:
    """Return the title with the call of its note, which stands behind a comma."""
    text, end = analysis.text, place.raw
    item = types.CompletionItem(
        label=f"{instrument.title} [^{foot.label}]",
        kind=types.CompletionItemKind.Reference,
    )
    mark = _MARK.match(place.after)
    if mark:
        at = end + mark.end()
        item.text_edit = types.TextEdit(area, instrument.title)
        below = [(at, foot.call), (foot.at, foot.text)]
        if foot.at == at:
            below = [(at, f"{foot.call}{foot.text}")]
        item.additional_text_edits = [
            types.TextEdit(text.range(where, where), words) for where, words in below
        ]
        return item
    below = [] if foot.at == end else [(foot.at, foot.text)]
    if _snippets(analysis):
        behind = _literal(foot.text) if foot.at == end else ""
        words = f"{_literal(instrument.title)}${{1:,}}{_literal(foot.call)}$0{behind}"
        item.insert_text_format = types.InsertTextFormat.Snippet
    elif foot.at != end:
        words = f"{instrument.title}{foot.call}"
    else:
        # Whatever is typed next would go on below the note.
        return None
    item.text_edit = types.TextEdit(area, words)
    item.additional_text_edits = [
        types.TextEdit(text.range(where, where), words) for where, words in below
    ]
    return item


def _snippets(analysis: Analysis) -> bool:
    """Whether the editor knows places to fill in."""
    document = analysis.analyst.capabilities.text_document
    asks = document.completion if document else None
    return bool(asks and asks.completion_item and asks.completion_item.snippet_support)


def _literal(words: str) -> str:
    return re.sub(r"[\\$}]", r"\\\g<0>", words)
