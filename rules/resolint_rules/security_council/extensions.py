"""Extensions of mandates: until when, and for how long."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from resolint import Day, Item, Operative, Passage, Resolution
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.patterns import Pattern

_DECIDING = Pattern(
    r"(?:Also |Further )?"
    r"(?:[Dd]ecid|[Ee]xtend|[Rr]enew|[Aa]uthori[sz]|[Aa]pprov|[Pp]rolong)"
)
_VERB = Pattern(
    r"\b(?:(?P<past>(?:was|were|been|as|had|last|previously|already) )?"
    r"(?:extend(?:s|ed)?|renew(?:s|ed)?|prolong(?:s|ed)?))\b"
)
_UNTIL = regex(r"\b(?:until|through|up to|ending(?: on)?)(?: and including)? \Z")
# Between the verb and the date somebody else's date would be told so.
_ELSE = Pattern(r";|\b(?:which|was|were|had|recall(?:s|ing)|report(?:s|ed)? )\b")
_COUNT = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
_NUMBERS = {word: number for number, word in enumerate(_COUNT, 1)}
_NUMBERS |= {"a": 1, "twenty-four": 24, "thirty-six": 36, "thirty": 30}
_PERIOD = regex(
    rf"\b(?:for|of) (?:a |an |the )?(?:further |additional |final |initial |new )*"
    r"(?:period of )?(?:another |a further )?"
    rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    r"(?: \(\d{1,3}\))?(?: further| additional| more)?[ -]"
    r"(?P<unit>days?|weeks?|months?|years?)\b"
)
_FROM = regex(
    r"\b(?:from|beginning(?: on)?|starting(?: on)?|as of|commencing(?: on)?) \Z"
)
_REACH = 400
_NEAR = 140
"""So far from the date its period is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A length of time as a text says it: six months."""

    count: int
    unit: str
    words: str

    def after(self, day: date) -> date:
        """Return the day that is so long after another."""
        return self._moved(day, 1)

    def before(self, day: date) -> date:
        """Return the day that is so long before another."""
        return self._moved(day, -1)

    def _moved(self, day: date, sign: int) -> date:
        if self.unit in ("month", "year"):
            return shifted(day, sign * self.count * (12 if self.unit == "year" else 1))
        days = self.count * (7 if self.unit == "week" else 1)
        try:
            return day + sign * timedelta(days=days)
        except OverflowError:
            return day


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A mandate, or a measure, that is extended until a day."""

    passage: Passage
    until: Day
    end: date
    start: date | None
    """The day that the text says it goes on from."""
    period: Period | None
    words: str
    """What the passage says, up to the day."""


def shifted(day: date, months: int) -> date:
    """Return the same day of another month, or the last of a month that has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if not date.min.year <= year <= date.max.year:
        return day
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def extensions(paragraph: Operative, within: Resolution) -> Iterator[Extension]:
    """Yield what a paragraph that decides, or an item of it, extends until a day."""
    if not _DECIDING.match(folded(within.source[paragraph.content])):
        return
    decides = folded(within.source[paragraph.content])
    for passage in (paragraph, *_items(paragraph)):
        text = folded(within.source[passage.content])
        lead = "" if passage is paragraph else f"{decides[-_REACH:]} "
        days = [node for node in passage.inline if isinstance(node, Day)]
        for day in days:
            at = day.span.start - passage.content.start
            found = _extension(f"{lead}{text[:at]}", day)
            if found and day.value:
                start = _start(text[:at], days, passage)
                yield Extension(
                    passage=passage,
                    until=day,
                    end=day.value,
                    start=start,
                    period=_period(found),
                    words=f"{lead}{text}",
                )


def _extension(before: str, day: Day) -> str | None:
    """Return the words from the verb to the day, if they extend something."""
    before = before[-_REACH:]
    if day.form != "day month year" or not _UNTIL.search(before):
        return None
    verbs = list(_VERB.finditer(before))
    if not verbs or verbs[-1]["past"]:
        return None
    said = before[verbs[-1].end() :]
    return None if _ELSE.search(said) else said


def _period(said: str) -> Period | None:
    """Return the length of time that is said nearest before the day."""
    found = list(_PERIOD.finditer(said[-_NEAR:]))
    # “for one year, and then for six months” is more than a period.
    if len(found) != 1:
        return None
    count = found[0]["count"]
    unit = found[0]["unit"].rstrip("s")
    number = int(count) if count.isdecimal() else _NUMBERS[count]
    return Period(count=number, unit=unit, words=f"{count} {found[0]['unit']}")


def _start(before: str, days: list[Day], passage: Passage) -> date | None:
    """Return the day behind “from” that stands before the end."""
    for day in reversed(days):
        at = day.span.start - passage.content.start
        if at < len(before) and day.value and len(before) - at < _NEAR:
            return day.value if _FROM.search(before[:at]) else None
    return None


def _items(paragraph: Operative) -> Iterator[Item]:
    todo = list(reversed(paragraph.items))
    while todo:
        item = todo.pop()
        yield item
        todo += reversed(item.items)
