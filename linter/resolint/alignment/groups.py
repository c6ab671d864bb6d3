"""Blocks of two texts that belong together."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from resolint.grammar.space import plain
from resolint.regex import regex
from resolint.text import Block, Source

MARKER = regex(r"[(“\"]?(\d{1,4}|[a-zA-Z]{1,5})[.)]+\s")
"""The number at the head of a block."""
_ALIKE = 0.6
"""How many words, of all, two blocks must share to be one that was written anew."""
_EFFORT = 2_000_000
"""How many words it is worth while to count for that."""


class Word(NamedTuple):
    """A word, and where in the text it stands."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Group:
    """Blocks of the two texts that belong together, and the words of the later."""

    before: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    stood: list[Word | None] = field(default_factory=list)
    """For each word the same one in the earlier text, if it stood there."""
    places: list[int] = field(default_factory=list)
    """Which word that was; -1 of those that are new."""


def together(before: Source, after: Source) -> list[Group]:
    """Return the blocks of two texts, those together that belong together."""
    found = _by_paragraph(before, after)
    alone = (
        [each for each in found if not each.after],
        [each for each in found if not each.before],
    )
    _join(_said(before, alone[0]), _said(after, alone[1]))
    _join_alike(_counted(before, alone[0]), _counted(after, alone[1]))
    return [each for each in found if each.before or each.after]


def _by_paragraph(before: Source, after: Source) -> list[Group]:
    """Return the blocks by what they are made of; others are each on their own."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (up := above.setdefault(name, name)) != name:
            above[name] = name = above.setdefault(up, up)
        return name

    for block in (*before.blocks, *after.blocks):
        for name in block.made_of[1:]:
            above[top(name)] = top(block.made_of[0])
    named: dict[str, Group] = {}
    groups: list[Group] = []
    for later, source in enumerate((before, after)):
        for block in source.blocks:
            name = top(block.made_of[0]) if block.made_of else ""
            group = named.get(name) if name else None
            if group is None:
                group = Group()
                groups.append(group)
                if name:
                    named[name] = group
            (group.after if later else group.before).append(block)
    return groups


def _said(source: Source, groups: list[Group]) -> dict[str, list[Group]]:
    """Return groups by what their blocks say, numbers aside."""
    found: dict[str, list[Group]] = defaultdict(list)
    for each in groups:
        found[" ".join(_bag(source, each.before or each.after))].append(each)
    return found


def _bag(source: Source, blocks: Iterable[Block]) -> list[str]:
    found = []
    for block in blocks:
        text = source[block.span]
        marker = MARKER.match(text)
        found += plain(text[marker.end() :] if marker else text).split()
    return found


def _join(olds: dict[str, list[Group]], news: dict[str, list[Group]]) -> None:
    for said, groups in news.items():
        for old, new in zip(olds.get(said, ()), groups, strict=False):
            new.before, old.before = old.before, []


_Counted = list[tuple[Group, "Counter[str]"]]


def _counted(source: Source, groups: list[Group]) -> _Counted:
    return [
        (each, Counter(_bag(source, each.before or each.after)))
        for each in groups
        if bool(each.before) != bool(each.after)
    ]


def _join_alike(olds: _Counted, news: _Counted) -> None:
    """Put together what shares most of its words."""
    of_olds, of_news = (sum(map(len, (c for _, c in of))) for of in (olds, news))
    if of_olds * len(news) + of_news * len(olds) > _EFFORT:
        return
    for new, these in news:
        best, most = None, 0.0
        for old, those in olds:
            both = these.total() + those.total()
            shared = 2 * (these & those).total() / (both or 1) if old.before else 0
            if shared > most:
                best, most = old, shared
        if best is not None and most >= _ALIKE:
            new.before, best.before = best.before, []
