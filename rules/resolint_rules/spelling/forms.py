"""Tables of wrong forms and right ones, and where a text has the wrong ones.

All rules of a table share one look at a text: each word is looked up once, however many
rows there are.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from resolint.grammar.space import folded
from resolint.tables import rows
from resolint_rules.once import once

PACK = "resolint_rules"
_WORD = re.compile(r"[^\W\d_]+")
# What stands before or after a word that is part of an address or of a symbol.
_ADDRESS_BEFORE = re.compile(r"[\w/@#=&]\Z|(?<=\w)\.\Z")
_ADDRESS_AFTER = re.compile(r"[\w/@=&]|\.\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A wrong form, written out, and the right one."""

    rule: str
    wrong: str
    right: str
    only: tuple[str, ...]
    """Phrases, ``~`` for the form, outside of which nothing is wrong with it."""
    unless: tuple[str, ...]
    """Phrases in which nothing is wrong with it."""
    key: str = ""
    """The wrong form in small letters."""
    since: date | None = None
    """The day from which it is wrong; before, it was right."""
    until: date | None = None
    """The day from which it is right again."""

    def holds(self, day: date | None) -> bool:
        """Whether it is wrong in a text of some day; None is the latest style."""
        if day is None:
            return self.until is None
        begun = self.since is None or day >= self.since
        return begun and (self.until is None or day < self.until)

    @property
    def words(self) -> frozenset[str]:
        """The words of the wrong form, in small letters."""
        return frozenset(_WORD.findall(self.key))

    def stands(self, text: str, start: int) -> bool:
        """Whether a text, hyphens and spaces folded, has it at an offset.

        In the text capitals do not count, but those of a form that has some do.
        """
        end = start + len(self.wrong)
        found = text[start:end]
        if found != self.wrong and (
            self.wrong != self.wrong.lower() or found.lower() != self.wrong
        ):
            return False
        if _ADDRESS_AFTER.match(text, end) or _ADDRESS_BEFORE.search(
            text[max(0, start - 2) : start]
        ):
            return False
        if self.only and not any(_around(text, start, end, x) for x in self.only):
            return False
        return not any(_around(text, start, end, phrase) for phrase in self.unless)


class Hit(NamedTuple):
    """A wrong form, the text that has it, and where."""

    text: str
    start: int
    end: int
    form: Form

    @property
    def right(self) -> str:
        """The right form, with the capitals of the wrong one."""
        found, right = self.text[self.start : self.end], self.form.right
        if len(found) > 1 and found.isupper():
            return right.upper()
        return right[:1].upper() + right[1:] if found[:1].isupper() else right


@cache
def forms(table: str) -> tuple[Form, ...]:
    """Return the forms of a table, endings written out."""
    return tuple(
        Form(
            rule=row["rule"],
            wrong=row["wrong"] + ending,
            key=(row["wrong"] + ending).lower(),
            right=row["right"] + ending,
            only=_phrases(row["only"]),
            unless=_phrases(row["unless"]),
            since=_day(row.get("since", "")),
            until=_day(row.get("until", "")),
        )
        for row in rows(table, PACK)
        for ending in _endings(row["endings"])
    )


@lru_cache(maxsize=8)
def hits(table: str, text: str) -> Mapping[str, tuple[Hit, ...]]:
    """Return where a text has wrong forms, by rule: the longest at each place.

    The rules of a table ask one after the other about the same text.
    """
    index = _index(table)
    found: dict[str, list[Hit]] = {}
    here = _words(text)
    # Capitals of some languages have other lengths: then no short cut is sound.
    lower = text.lower()
    plain = len(lower) == len(text)
    starts = sorted(
        (start, word) for word in index.keys() & here.keys() for start in here[word]
    )
    for start, word in starts:
        for form in index[word]:
            if plain and not lower.startswith(form.key, start):
                continue
            known = found.get(form.rule)
            # Of several rows with one form, the day says which of them holds.
            if known and start < known[-1].end and form.wrong != known[-1].form.wrong:
                continue
            if form.stands(text, start):
                hit = Hit(text, start, start + len(form.wrong), form)
                found.setdefault(form.rule, []).append(hit)
    return {rule: tuple(each) for rule, each in found.items()}


@once
def present(table: str, text: str) -> frozenset[str]:
    """Return the rules of a table of which any wrong form stands in a whole text."""
    here = _vocabulary(text)
    index = _index(table)
    return frozenset(
        form.rule
        for word in index.keys() & here
        for form in index[word]
        if form.words <= here
    )


@once
def _vocabulary(text: str) -> frozenset[str]:
    """Return the words of a whole text, in small letters."""
    return frozenset(_WORD.findall(folded(text).lower()))


@lru_cache(maxsize=2)
def _words(text: str) -> Mapping[str, list[int]]:
    """Return where each word of a text stands, in small letters."""
    found: dict[str, list[int]] = {}
    for word in _WORD.finditer(text):
        found.setdefault(word[0].lower(), []).append(word.start())
    return found


@cache
def _index(table: str) -> Mapping[str, tuple[Form, ...]]:
    """Return the forms of a table by their first word, the longest first."""
    index: dict[str, list[Form]] = {}
    for form in forms(table):
        first = _WORD.match(form.wrong)
        if first is None:
            raise ValueError(f"{table}: {form.wrong!r} does not begin with a letter")
        index.setdefault(first[0].lower(), []).append(form)
    return {
        word: tuple(sorted(each, key=lambda form: -len(form.wrong)))
        for word, each in index.items()
    }


@cache
def _endings(cell: str) -> tuple[str, ...]:
    """Return what a cell of the column of endings says, written out."""
    named = {row["name"]: row["endings"] for row in rows("endings.tsv", PACK)}
    endings = named.get(cell, cell).split() or ["-"]
    return tuple(ending.replace("-", "") for ending in endings)


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _phrases(cell: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in cell.split(";") if phrase.strip())


def _around(text: str, start: int, end: int, phrase: str) -> bool:
    """Whether a phrase, ``~`` for the form, stands around some offsets."""
    before, _, after = phrase.partition("~")
    first, last = start - len(before), end + len(after)
    return (
        first >= 0
        and text[first:start].lower() == before
        and text[end:last].lower() == after
        and not text[max(0, first - 1) : first].isalnum()
        and not text[last : last + 1].isalnum()
    )
