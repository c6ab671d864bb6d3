"""Tables of wrong forms and right ones, and where a text has the wrong ones.

All rules of a table share one look at a text: each word is looked up once, however many
rows there are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from resolint.grammar.space import folded, needled
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.once import once

PACK = "resolint_rules"
_WORD = regex(r"[^\W\d_]+")
# What stands before or after a word that is part of an address or of a symbol.
_ADDRESS_BEFORE = regex(r"[\w/@#=&]\Z|(?<=\w)\.\Z")
_ADDRESS_AFTER = regex(r"[\w/@=&]|\.\w")


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
    words: tuple[str, ...] = ()
    """Its words."""
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

    def find(self, text: str, lower: str, start: int = 0) -> int:
        """Return where a text may have it next, or -1; also given in small letters."""
        if self.wrong == self.key:
            return lower.find(self.key, start)
        return text.find(self.wrong, start)

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
        _form(row, ending)
        for row in rows(table, PACK)
        for ending in _endings(row["endings"])
    )


def _form(row: Mapping[str, str], ending: str) -> Form:
    """Return the form of a row with one of its endings."""
    wrong = row["wrong"] + ending
    key = wrong.lower()
    return Form(
        rule=row["rule"],
        wrong=wrong,
        key=key,
        words=tuple(_WORD.findall(key)),
        right=row["right"] + ending,
        only=_phrases(row["only"]),
        unless=_phrases(row["unless"]),
        since=_day(row.get("since", "")),
        until=_day(row.get("until", "")),
    )


@lru_cache(maxsize=8)
def hits(table: str, text: str) -> Mapping[str, tuple[Hit, ...]]:
    """Return where a text has wrong forms, by rule: the longest at each place.

    The rules of a table ask one after the other about the same text.
    """
    found: dict[str, list[Hit]] = {}
    for start, _, form in sorted(_places(table, text), key=itemgetter(0, 1)):
        known = found.get(form.rule)
        # Of several rows with one form, the day says which of them holds.
        if known and start < known[-1].end and form.wrong != known[-1].form.wrong:
            continue
        if form.stands(text, start):
            hit = Hit(text, start, start + len(form.wrong), form)
            found.setdefault(form.rule, []).append(hit)
    return {rule: tuple(each) for rule, each in found.items()}


def keywords(table: str, rule: str, text: str) -> frozenset[str]:
    """Return the longest word of each form of a rule that may stand in a whole text.

    A rule whose name goes on, ``SPE007 weak``, is the same.
    """
    found = _present(table, text)
    return frozenset[str]().union(
        *(words for name, words in found.items() if name.startswith(rule))
    )


@once
def _present(table: str, text: str) -> Mapping[str, set[str]]:
    """Return the longest word of each form that may stand in a text, by rule."""
    found: dict[str, set[str]] = {}
    index = _index(table)
    here, text = needled(text), folded(text)
    lower = _lowered(text)
    for word in index.keys() & here:
        for form in _beginning(table, word):
            if here.issuperset(form.words) and form.find(text, lower) >= 0:
                found.setdefault(form.rule, set()).add(max(form.words, key=len))
    return found


def _places(table: str, text: str) -> Iterator[tuple[int, str, Form]]:
    """Yield where a text may have forms, each with its first word."""
    index = _index(table)
    lower = _lowered(text)
    for word in index.keys() & needled(text):
        for form in _beginning(table, word):
            start = form.find(text, lower)
            while start >= 0:
                yield start, word, form
                start = form.find(text, lower, start + 1)


@once
def _lowered(text: str) -> str:
    """Return a text in small letters, and of the same length."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # Some capitals have small letters that are two.
    return "".join(small if len(small := each.lower()) == 1 else each for each in text)


@cache
def _beginning(table: str, word: str) -> tuple[Form, ...]:
    """Return the forms of a table that begin with a word, the longest first."""
    found = (_form(row, ending) for row, ending in _index(table)[word])
    return tuple(sorted(found, key=lambda form: -len(form.wrong)))


@cache
def _index(table: str) -> Mapping[str, list[tuple[Mapping[str, str], str]]]:
    """Return the rows of a table, each with an ending, by the first word they make.

    Most words stand in few texts: forms are made of the rows of those that do.
    """
    index: dict[str, list[tuple[Mapping[str, str], str]]] = {}
    for row in rows(table, PACK):
        wrong = row["wrong"]
        first = _WORD.match(wrong)
        if first is None:
            raise ValueError(f"{table}: {wrong!r} does not begin with a letter")
        word, alone = first[0].lower(), first.end() == len(wrong)
        for ending in _endings(row["endings"]):
            index.setdefault(word + ending if alone else word, []).append((row, ending))
    return index


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
