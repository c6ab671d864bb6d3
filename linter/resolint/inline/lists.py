"""Lists of citations: their heads, and their members with their dates."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from resolint.adoption import number
from resolint.document import Day
from resolint.grammar import citations
from resolint.grammar.terminals import first
from resolint.inline.bodies import Body, read_body
from resolint.inline.line import Line, parsed


class Head(NamedTuple):
    """What stands before a list of numbers, and where it ends."""

    kind: str
    body: Body
    own: bool
    several: bool
    start: int
    """Where its word *resolution* begins."""
    end: int


class Member(NamedTuple):
    """A number of a list, where it stands, and the date given with it."""

    number: str
    start: int
    end: int
    whole: int
    """Where its date ends; where it ends itself if it has none."""
    day: Day | None
    loose: bool = False


def cited(text: str, after: int) -> Any:
    """Return a list of citations at the beginning of a text, or None."""
    follows = text[after : after + 1]
    if follows.isalnum() or text[after : after + 2][1:].isalnum():
        return parsed(citations.citations, text)
    return None


def bare_head(text: str, start: int, after: int) -> Head | None:
    """Return a head that no number follows, if it names whose resolutions it means."""
    _, found = first(citations.head, text + " ")
    if found is None or not found["several"]:
        return None
    body = read_body(found["body"] or "")
    if not (body.organs or body.name or found["its"]):
        return None
    return _head(found, body, start, after)


def _head(found: re.Match[str], body: Body, start: int, end: int) -> Head:
    word = found["word"]
    return Head(
        kind="decision" if word[0] in "dD" else "resolution",
        body=body,
        own=bool(found["its"]),
        several=bool(found["several"]),
        start=start + found.start("word"),
        end=end,
    )


def members(
    found: Any, start: int, days: Mapping[int, Day]
) -> tuple[Head, list[Member], int]:
    """Return the head and the members of a list, and where it ends."""
    head, *parts = found
    # Members and separators by turns; at the end, maybe, the name of the body.
    given = [_member(part, start, days) for part in parts[::2]]
    body = read_body(head["body"] or ("UNSC" if head["word"][0] == "U" else ""))
    if len(parts) % 2 == 0 and not body.name:
        behind = parts[-1]
        after = read_body(behind["after"])
        # Of a subject, "in its resolution 5/1, the Congress …", only an organ is sure.
        if after.organs if behind["subject"] else after.name:
            body = after
    whole = start + parts[-1].end()
    return _head(head, body, start, start + head.end()), given, whole


def _member(
    found: re.Match[str], start: int, days: Mapping[int, Day], loose: bool = False
) -> Member:
    whole = start + found.end()
    return Member(
        number=found["number"],
        start=start + found.start(),
        end=start + found.end("number"),
        whole=whole,
        day=days.get(whole) if found["date"] else None,
        loose=loose,
    )


def shared(members: list[Member]) -> list[Member]:
    """Give numbers in a row, adopted together, the date that stands behind the last."""
    for index in range(len(members) - 2, -1, -1):
        here, after = members[index], members[index + 1]
        if here.day is None and after.day is not None:
            first, second = number(here.number), number(after.number)
            together = (first.shape, first.session) == (second.shape, second.session)
            if together and 0 <= second.number - first.number <= 1:
                members[index] = here._replace(day=after.day)
    return members


def loose(
    head: Head, line: Line, start: int, end: int, days: Mapping[int, Day]
) -> Iterator[Member]:
    """Yield members of a list that stand behind phrases that describe."""
    if not head.several:
        return
    for at, found in citations.further(line.text, start, end):
        yield _member(found, at, days, loose=True)
