"""The bodies that a line names, and which of them are organs of the United Nations."""

import re
from bisect import bisect_left
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from resolint.document import Organ
from resolint.regex import regex
from resolint.tables import body_words, organ_names

_LEADING = regex(
    r"(?:(?!States|Nations|Parties|United)(?:[A-Z][a-z]+(?:ing|[lmtdez]s|sses|ces)"
    r"|See|Also|The|In|By|Under|With|For|On|To|Of|And|Cf|Pursuant|Further|Guided|Takes"
    r"|of|on|and|for|the|to|in|against|with|at) )+"
)
_TRAILING = regex(r"[’']s?$|,? in$")
_SMALL = frozenset(
    ["of", "on", "and", "for", "the", "to", "in", "against", "with", "at"]
)
_ACRONYM = regex(r"[A-Z][A-Z-]{2,}\b")


class Body(NamedTuple):
    """The name before *resolution*, and the organs that it is, or may be."""

    name: str = ""
    organs: tuple[Organ, ...] = ()


@cache
def _full() -> re.Pattern[str]:
    return re.compile("|".join(Organ))


@lru_cache(maxsize=1024)
def read_body(words: str) -> Body:
    """Return the body that some words before *resolution* name, if they do."""
    within = words.rstrip().endswith(" in")
    words = _TRAILING.sub("", words.strip())
    if not words or _ends_small(words):
        return Body()
    full = list(_full().finditer(words))
    if full and full[-1].end() == len(words):
        organs = tuple(dict.fromkeys(Organ(name[0]) for name in full))
        return Body(words[full[0].start() :], organs)
    leading = _LEADING.match(words)
    name = words[leading.end() :] if leading else words
    before, _, last = name.rpartition(" ")
    if (last in organ_names() or last == "Council") and _ends_small(before):
        name = last
    bare = name.removeprefix("United Nations ").removeprefix("UN ")
    if bare == "Council":
        return Body(name, (Organ.SC, Organ.ECOSOC, Organ.HRC))
    if row := organ_names().get(bare):
        return Body(name, (Organ(row.organ),))
    known = any(word.strip("(),") in body_words() for word in name.split())
    return Body(name) if known or (_ACRONYM.search(name) and not within) else Body()


def _ends_small(words: str) -> bool:
    return words.rpartition(" ")[2] in _SMALL


class Mentions:
    """Where in a line organs, and other bodies, are named."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _organs(self) -> list[tuple[int, Organ]]:
        return [(f.start(), Organ(f[0])) for f in _full().finditer(self._text)]

    @cached_property
    def _first(self) -> dict[Organ, int]:
        return {organ: at for at, organ in reversed(self._organs)}

    @cached_property
    def _others(self) -> list[int]:
        within = {at + len(organ.value) for at, organ in self._organs}
        found = _words().finditer(self._text)
        return [word.start() for word in found if word.end() not in within]

    def before(self, at: int, adopting: Organ | None) -> list[Organ]:
        """Return the organs named before a place, but for the adopting one."""
        return [
            organ
            for organ, first in self._first.items()
            if first < at and organ is not adopting
        ]

    def others(self, at: int) -> bool:
        """Whether another body is named before a place."""
        return bool(self._others) and self._others[0] < at

    def nearest(self, at: int) -> Organ | None:
        """Return the organ named last before a place, if no other body is after it."""
        index = bisect_left(self._organs, (at, "")) - 1
        if index < 0:
            return None
        where, organ = self._organs[index]
        other = bisect_left(self._others, at) - 1
        later = other >= 0 and self._others[other] > where + len(organ.value)
        return None if later else organ

    def between(self, start: int, end: int, organ: Organ | None) -> bool:
        """Whether an organ other than one is named between two places."""
        first = bisect_left(self._organs, (start, ""))
        for at, named in self._organs[first:]:
            if at >= end:
                return False
            if named is not organ:
                return True
        return False


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(body_words()))})\b")
