"""Sessions and references to paragraphs."""

import re
from collections.abc import Iterator

from resolint.document import ParagraphReference, SessionWords
from resolint.grammar import references, sessions
from resolint.inline.line import Line, parsed
from resolint.tables import ordinals

REACH = 300
"""How far a list of paragraphs or of sessions may go."""

MOST = 200
"""A range of more paragraphs is not counted out: its two ends are given."""


def read_sessions(line: Line) -> Iterator[SessionWords]:
    """Yield the sessions that a line names."""
    done = 0
    for at in sessions.places(line.text):
        if at < done:
            continue
        found = parsed(sessions.sessions, line.text[at : at + REACH])
        if found is None:
            continue
        *ordinals, kind, word = found
        done = at + word.end()
        for name in ordinals[::2]:
            number = _ordinal(name[0])
            if number is not None or "-" in name[0] or name[0].endswith("ieth"):
                end = done if name is ordinals[-1] else at + name.end()
                yield SessionWords(
                    span=line.span(at + name.start(), end),
                    number=number,
                    spelled=not name[0][0].isdigit(),
                    kind=(kind["kind"] or "").strip().lower() or "regular",
                )


def _ordinal(word: str) -> int | None:
    if word[0].isdigit():
        return int(word[:-2])
    return ordinals().get(word.lower().replace("one-hundred", "one hundred"))


def read_references(line: Line) -> Iterator[ParagraphReference]:
    """Yield the references to paragraphs in a line."""
    done = 0
    for at in references.places(line.text):
        if at < done:
            continue
        found = parsed(references.reference, line.text[at : at + REACH])
        if found is None:
            continue
        # A word, then numbers and joins by turns; at the end, maybe, the place.
        members = found[1::2]
        joins = found[2 : 2 * len(members) : 2]
        place = found[-1] if len(found) % 2 else None
        done = at + found[-1].end()
        numbers = [members[0]["number"]]
        for join, member in zip(joins, members[1:], strict=True):
            if join[0] in (" to ", "-", "–"):
                numbers += _between(numbers[-1], member["number"])
            numbers.append(member["number"])
        items = (members[0]["items"] or "").replace(")", ") ").split()
        yield ParagraphReference(
            span=line.span(at, done),
            numbers=tuple(numbers),
            items=tuple(item for item in items if item.startswith("(")),
            place=_place(place) if place else "",
        )


def _between(first: str, last: str) -> list[str]:
    if not (first.isdecimal() and last.isdecimal()):
        return []
    if int(last) - int(first) > MOST:
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]


def _place(found: re.Match[str]) -> str:
    if found["where"]:
        return found["where"]
    return "present" if found["present"] else "other"
