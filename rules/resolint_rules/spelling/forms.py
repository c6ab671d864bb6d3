"""Tables of wrong forms and right ones, and where a text has the wrong ones.

All rules of a table share one look at a text: each word is looked up once, however many
rows there are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from resolint.grammar.needles import Lookout, Words, words_of
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows

PACK = "resolint_rules"
_WORD = regex(r"[^\W\d_]+")
_JOINED = regex(r"[^\W\d_]+[^\w\s][^\W\d_]+")
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

    def is_right_in(self, text: str, lower: str) -> bool:
        """Whether wherever a text has it, it is the right form but for capitals.

        Then it has the capitals that the right form has there.
        """
        if self.key != self.right.lower() or not self.wrong[:1].islower():
            return False
        left = lower.count(self.key)
        capital = self.right[:1].upper() + self.right[1:]
        for right in dict.fromkeys((self.right, capital, self.right.upper())):
            left -= left and text.count(right)
        return not left

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
    for start, _, _, form in sorted(_places(table, text), key=itemgetter(0, 1, 2)):
        known = found.get(form.rule)
        # Of several rows with one form, the day says which of them holds.
        if known and start < known[-1].end and form.wrong != known[-1].form.wrong:
            continue
        if form.stands(text, start):
            hit = Hit(text, start, start + len(form.wrong), form)
            found.setdefault(form.rule, []).append(hit)
    return {rule: tuple(each) for rule, each in found.items()}


def needles(table: str, rule: str) -> frozenset[str]:
    """Return a needle for each form of a rule: see `resolint.grammar.needles`.

    A rule whose name goes on, ``SPE007 weak``, is the same.
    """
    return frozenset(
        needle
        for needle, entries in _index(table).items()
        if any(row["rule"].startswith(rule) for row, _ in entries)
    )


def worth_seeking(
    table: str, rule: str, text: str, here: Iterable[str]
) -> frozenset[str]:
    """Return those of some needles with which a text may have a form of a rule.

    Left out are forms that are right but for their capitals, and have the right ones.
    """
    words, text = words_of(text), folded(text)
    lower = _lowered(words, text)
    return frozenset(
        needle
        for needle in here
        if not all(
            form.is_right_in(text, lower)
            for form in _of_needle(table, needle)
            if form.rule.startswith(rule)
        )
    )


def _places(table: str, text: str) -> Iterator[tuple[int, str, int, Form]]:
    """Yield where a text may have forms, and by what they are to be sorted there.

    That is by their first words, and the longest first.
    """
    words = Words(text)
    lower = _lowered(words, text)
    seen = (_of_needle(table, each) for each in _lookout(table).seen(words))
    for form in dict.fromkeys(chain.from_iterable(seen)):
        start = form.find(text, lower)
        while start >= 0:
            yield start, form.words[0], -len(form.wrong), form
            start = form.find(text, lower, start + 1)


def _lowered(words: Words, text: str) -> str:
    """Return a text in small letters, and of the same length."""
    if words.aligned:
        return words.small
    # Some capitals have small letters that are two.
    return "".join(small if len(small := each.lower()) == 1 else each for each in text)


@cache
def _lookout(table: str) -> Lookout:
    return Lookout.sort(_index(table))


@cache
def _of_needle(table: str, needle: str) -> tuple[Form, ...]:
    """Return the forms of a table that have a needle, the longest first."""
    found = (_form(row, ending) for row, ending in _index(table)[needle])
    return tuple(sorted(found, key=lambda form: -len(form.wrong)))


@cache
def _index(table: str) -> Mapping[str, list[tuple[Mapping[str, str], str]]]:
    """Return the rows of a table, each with an ending, by a needle of what they make.

    Most needles are in few texts: forms are made of the rows of those that are.
    """
    index: dict[str, list[tuple[Mapping[str, str], str]]] = {}
    for row in rows(table, PACK):
        wrong = row["wrong"]
        if not _WORD.match(wrong):
            raise ValueError(f"{table}: {wrong!r} does not begin with a letter")
        for ending in _endings(row["endings"]):
            for phrase in _phrases(row["only"]) or ["~"]:
                needle = _needle(phrase.replace("~", wrong + ending))
                index.setdefault(needle, []).append((row, ending))
    return index


def _needle(wrong: str) -> str:
    """Return a needle of a form: the whole, or what of it is a needle."""
    wrong = wrong.lower()
    if " " in wrong or wrong.isalpha():
        return wrong
    joined = _JOINED.search(wrong)
    return joined[0] if joined else max(_WORD.findall(wrong), key=len)


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
