"""Tags, text and comments of an XML file, each with its place in the file.

No parser that must have well-formed XML will do: published files are not always so,
and a place needs its offset. What is no markup is text; no entity is fetched, and none
is expanded but the five that XML has and those that give a number.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape
from typing import NamedTuple


class Sign(Enum):
    """What stands at a place of an XML file."""

    START = auto()
    END = auto()
    TEXT = auto()
    ENTITY = auto()
    """A character that is written as an entity; ``value`` is the character."""
    COMMENT = auto()


class Event(NamedTuple):
    """A range of the file; ``value`` is the name, without prefix, or the words."""

    sign: Sign
    start: int
    end: int
    value: str
    attributes: str = ""
    empty: bool = False
    """Whether a start tag is its own end."""


_TAG = re.compile(
    r"<(?P<end>/?)(?:[\w.-]+:)?(?P<name>[^\W\d][\w.-]*)"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});")
_ATTRIBUTE = re.compile(r"([\w.:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SUBSET = re.compile(r"\"[^\"]*\"|'[^']*'|<!--.*?-->|[\]\[>]", re.DOTALL)


def scan(raw: str) -> Iterator[Event]:
    """Yield what stands in an XML file; processing instructions are passed over."""
    at = words = 0
    lost: set[str] = set()  # endings that were looked for, and are not there

    def past(end: str, start: int) -> int:
        found = -1 if end in lost else raw.find(end, start)
        if found < 0:
            lost.add(end)
            return -1
        return found + len(end)

    while (at := raw.find("<", at)) >= 0:
        event = None
        opening = raw[at + 1 : at + 2]
        if opening == "!":
            if raw.startswith("<!--", at):
                stop = past("-->", at + 4)
                words_of = raw[at + 4 : stop - 3].strip()
                event = Event(Sign.COMMENT, at, stop, words_of)
            elif raw.startswith("<![CDATA[", at):
                stop = past("]]>", at + 9)
                event = Event(Sign.TEXT, at + 9, stop - 3, raw[at + 9 : stop - 3])
            elif "<!" in lost:
                stop = -1
            else:
                lost.add("<!")  # a document type is declared once
                stop = _declared(raw, at)
        elif opening == "?":
            stop = past("?>", at + 2)
        else:
            match = _TAG.match(raw, at)
            stop = match.end() if match else -1
            event = _tag(match) if match else None
        if stop < 0:
            at += 1
            continue
        yield from _text(raw, words, at)
        if event:
            yield event
        at = words = stop
    yield from _text(raw, words, len(raw))


def _tag(match: re.Match[str]) -> Event:
    attributes = match["attributes"]
    return Event(
        Sign.END if match["end"] else Sign.START,
        match.start(),
        match.end(),
        match["name"],
        attributes,
        attributes.endswith("/"),
    )


def _declared(raw: str, at: int) -> int:
    """Return the end of a document type declaration, with its internal subset."""
    if raw[at + 2 : at + 9].upper() != "DOCTYPE":
        return -1
    inside = 0
    for match in _SUBSET.finditer(raw, at + 9):
        mark = match.group()
        if mark == "[":
            inside += 1
        elif mark == "]":
            inside = max(0, inside - 1)
        elif mark == ">" and not inside:
            return match.end()
    return -1


def _text(raw: str, start: int, end: int) -> Iterator[Event]:
    """Yield the text between two tags."""
    at = start
    if raw.find("&", start, end) >= 0:
        for match in _ENTITY.finditer(raw, start, end):
            said = unescape(match.group())
            if len(said) != 1 or "\ud800" <= said <= "\udfff":
                continue  # a number that no character has
            if at < match.start():
                words = raw[at : match.start()]
                yield Event(Sign.TEXT, at, match.start(), words)
            yield Event(Sign.ENTITY, match.start(), match.end(), said)
            at = match.end()
    if at < end:
        yield Event(Sign.TEXT, at, end, raw[at:end])


def attributes(event: Event) -> dict[str, str]:
    """Return the attributes of a start tag; of two with one name, the first."""
    found: dict[str, str] = {}
    for name, double, single in _ATTRIBUTE.findall(event.attributes):
        found.setdefault(name.rpartition(":")[2], unescape(double or single))
    return found
