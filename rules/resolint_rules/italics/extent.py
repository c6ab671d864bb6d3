"""How much of the opening of a paragraph is in italics."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import ClassVar

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Operative,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
    Stage,
)
from resolint_rules.italics.phrases import (
    LONGEST,
    WORD,
    Phrase,
    complements,
    part_of,
    phrases,
    tails,
    words,
)

LONGER, SHORTER, TAIL = 10, 20, 3
"""How many times rarer what is wrong must be than what is right; how often a phrase
with a tail must have been seen."""
_NONE = Phrase(0, 0, "")


class OpeningExtent(Rule[Preambular | Operative]):
    """Italics that end too early, or go on into what the phrase speaks of."""

    code = "ITA003"
    name = "opening-extent"
    severity = Severity.WARNING
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType(
        {Profile.SC: Severity.INFO}
    )
    profiles = UNITED_NATIONS
    needs = frozenset({Shows.ITALICS})

    def check(
        self, node: Preambular | Operative, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want the fixed phrase in italics, no less and no more."""
        opening = node.opening
        if opening is None or not opening.italic:
            return
        source = within.source
        begin, end = opening.span.start, opening.span.end
        if _is_usual(source.text, opening.span, part_of(node)):
            return
        spans = words(source, Span(begin, node.content.end))
        known = phrases(part_of(node))
        text = source.text
        lower = [
            text[span.start : span.end].lower().replace("\u2011", "-") for span in spans
        ]
        italic = sum(span.start < end for span in spans)
        cut = italic and end < spans[italic - 1].end
        right = _too_short(lower, italic, known) or (italic if cut else 0)
        if right:
            last = spans[right - 1].end
            phrase = " ".join(source[Span(begin, last)].split())
            rest = Span(end if cut else spans[italic].start, last)
            message = f"not only “{opening.phrase}”"
            # A last letter in roman is a slip of the hand that nobody sees in print.
            yield self.at(
                rest,
                f"{node.locator} should have “{phrase}” in italics, {message}",
                Fix.italicise(rest),
                severity=Severity.INFO if cut else None,
            )
        elif right := _too_long(lower, italic, known, _capitals(source.text, spans)):
            rest = Span(spans[right].start, end)
            phrase = " ".join(source[Span(begin, spans[right - 1].end)].split())
            message = f"not “{opening.phrase}”"
            yield self.at(
                rest,
                f"{node.locator} should have only “{phrase}” in italics, {message}",
                Fix.romanise(rest),
            )


def _is_usual(text: str, opening: Span, part: str) -> bool:
    """Whether italics end where no known phrase goes on, or would have ended before."""
    phrase, after = (
        text[opening.start : opening.end],
        text[opening.end : opening.end + 1],
    )
    if not (phrase + after).isascii() or after.isalpha() or after in ("-", "'"):
        return False
    long, tails = _doubts(part, phrase.lower())
    follows = WORD.search(text, opening.end) if tails else None
    return not long and (follows is None or follows[0].lower() not in tails)


@lru_cache(maxsize=1024)
def _doubts(part: str, phrase: str) -> tuple[bool, frozenset[str]]:
    """Return whether a phrase may be too long, and words that may belong to it."""
    known = phrases(part)
    words = WORD.findall(phrase)
    long = bool(_too_long(words, len(words), known, [True] * len(words)))
    tails = _tails(part).get(" ".join(words), frozenset())
    return long or not words or len(words) > LONGEST, tails


@cache
def _tails(part: str) -> Mapping[str, frozenset[str]]:
    """Return what words known phrases go on with, by how they begin."""
    tails: dict[str, set[str]] = {}
    for phrase in phrases(part):
        begun, *more = phrase.split()
        for word in more:
            tails.setdefault(begun, set()).add(word)
            begun = f"{begun} {word}"
    return {begun: frozenset(found) for begun, found in tails.items()}


def _capitals(text: str, spans: Sequence[Span]) -> list[bool]:
    return [text[span.start].isupper() for span in spans]


def _too_short(words: list[str], italic: int, known: Mapping[str, Phrase]) -> int:
    """Return how many words should be in italics if more should, else nought."""
    short = known.get(" ".join(words[:italic]), _NONE).times
    for length in range(len(words), italic, -1):
        phrase = known.get(" ".join(words[:length]))
        if phrase is None:
            continue
        count = phrase.times
        tail = " ".join(words[italic:length])
        if count >= LONGER * max(1, short) or (count >= TAIL and tail in tails()):
            return length
    return 0


def _too_long(
    words: list[str], italic: int, known: Mapping[str, Phrase], capitals: list[bool]
) -> int:
    """Return how many words should be in italics if fewer should, else nought."""
    long = known.get(" ".join(words[:italic]), _NONE).times
    for length in range(italic - 1, 0, -1):
        phrase = known.get(" ".join(words[:length]), _NONE)
        usual = phrase.times * phrase.shares.get(words[length], 0)
        if usual >= SHORTER * max(1, long):
            over = words[italic - 1] in complements() or any(capitals[length:italic])
            return length if over else 0
    return 0
