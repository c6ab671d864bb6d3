"""Numbers under ten and above."""

from collections.abc import Iterator
from functools import cache

from resolint import EDITED, Safety, Span
from resolint.tables import rows
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_SMALL = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ONES = (
    *_SMALL,
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NOUN = (
    r"(?P<noun> (?:[a-z]+ )?(?P<last>[A-Za-z]+s|persons|people|women|men|children))\b"
)
_FIGURE = Pattern(rf"(?<![\w/.,$–(-])(?<!\w \d )(?P<number>[2-9]){_NOUN}(?! of age)")
_WORD = Pattern(
    rf"(?<=[a-z,] )(?P<number>{'|'.join(_ONES[10:])}"
    rf"|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?){_NOUN}"
)
# “some fifty States” is about fifty of them.
_ABOUT = Pattern(
    r"\b(?:some|about|around|approximately|nearly|almost|over|roughly|than|least|last"
    r"|past|first|next|every|the|or|to|and|under|until|up) \Z"
)
_OTHER = Pattern(r"(?<![\w/.,(-])\d{1,3}(?= [a-z]{3})")
# What stands before a number that counts nothing.
_NAMED = Pattern(
    r"(?i)\b(?:goals?|targets?|paragraphs?|articles?|chapters?|sections?|items?|parts?"
    r"|phases?|rules?|levels?|categor(?:y|ies)|classe?s?|tables?|pillars?|under|over"
    r"|tiers?|annex(?:es)?|resolutions?|decisions?|agenda|article|nos?\.|and|or|to"
    r"|age[ds]?|least|than|session|stages?|types?|protocols?|groups?|tracks?|until) \Z"
)
_REACH = 24
_BIG = frozenset({"million", "billion", "trillion", "hundred", "thousand"})


class SmallNumbers(NumberWording):
    """A number under ten in figures, or one above in words."""

    code = "NUM004"
    name = "small-numbers"
    profiles = EDITED
    figures = False
    needles = (*"23456789", *_ONES[10:], *_TENS)

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each number that is counted with in the other way."""
        for found in _FIGURE.finditer(text):
            before = text[max(0, found.start() - _REACH) : found.start()]
            # In a series with greater numbers all are in figures.
            if len(list(_OTHER.finditer(text))) > 1 or _is_unit(found["noun"]):
                continue
            if not _NAMED.search(before) and found["last"] not in _verbs():
                word = _SMALL[int(found["number"])]
                yield Wording(Span(*found.span("number")), word, Safety.UNSAFE)
        for found in _WORD.finditer(text):
            before = text[max(0, found.start() - _REACH) : found.start()]
            # Of millions the rule on millions speaks.
            big = found["noun"].split()[0] in _BIG
            if not big and not _ABOUT.search(before):
                right = str(_value(found["number"]))
                yield Wording(Span(*found.span("number")), right, Safety.UNSAFE)


def _value(word: str) -> int:
    """Return what a number in words from ten to ninety-nine is."""
    tens, _, ones = word.partition("-")
    if tens in _ONES:
        return _ONES.index(tens)
    return 10 * (_TENS.index(tens) + 2) + (_ONES.index(ones) if ones else 0)


def _is_unit(noun: str) -> bool:
    """Whether what is counted is a unit, a sum or a vote, which have figures."""
    return any(word in _units() for word in noun.split())


@cache
def _units() -> frozenset[str]:
    table = rows("counted_words.tsv", "resolint_rules")
    return frozenset(row["word"] for row in table if row["kind"] == "unit")


@cache
def _verbs() -> frozenset[str]:
    table = rows("counted_words.tsv", "resolint_rules")
    return frozenset(row["word"] for row in table if row["kind"] == "verb")
