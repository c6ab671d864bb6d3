"""What follows opening phrases: *Guided* by, *Takes note* of, *Appeals* to."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from resolint import (
    Fix,
    Operative,
    Preambular,
    Resolution,
    Safety,
    Span,
)
from resolint.tables import rows
from resolint_rules.also.openers import Opener
from resolint_rules.also.reading import head, opener
from resolint_rules.italics.phrases import part_of
from resolint_rules.verbs import adverbs

PREPOSITIONS = frozenset(
    {"of", "to", "by", "at", "on", "upon", "for", "from", "with", "about", "over"}
    | {"that", "towards", "regarding", "into"}
)
NOUN = frozenset(
    {"the", "its", "all", "this", "these", "their", "a", "an", "those", "any"}
)
"""What begins that of which the phrase speaks."""
# “Remaining deeply concerned”, “Being alarmed”.
_BEFORE = frozenset({"remaining", "being", "ever", "still", "remains"})
_LONGEST = 4


class _Row(NamedTuple):
    """A row of the table."""

    right: tuple[str, ...]
    tolerated: frozenset[str]
    bare: bool


def unfit(
    node: Preambular | Operative, within: Resolution
) -> Iterator[tuple[Span, str, Fix]]:
    """Yield where a phrase has another preposition, or none: place, message, fix."""
    if not _may_be_known(within, node):
        return
    found = opener(within.source, node)
    if found is None:
        return
    words = [word for place, word in enumerate(found.words) if place != found.at]
    size, row = _known(found.part, [word.lower() for word in words])
    if row is None or size >= len(words):
        return
    follows = words[size]
    other = follows in PREPOSITIONS
    if other and (follows in row.right or follows in row.tolerated):
        return
    if not other and (row.bare or not (follows in NOUN or follows[0].isupper())):
        return
    spans = [span for place, span in enumerate(found.spans) if place != found.at]
    at = spans[size]
    # A comma puts something between.
    if not _joined(within, found, at):
        return
    phrase = " ".join(words[:size])
    wanted = _listed(row.right)
    if other:
        yield (
            at,
            f"{node.locator} should have {wanted} after “{phrase}”, not “{follows}”",
            Fix.replace(at, row.right[0], Safety.UNSAFE),
        )
    else:
        # In place of the next word, so that italics end where they ended.
        text = f"{row.right[0]} {within.source[at]}"
        fix = Fix.replace(at, text, Safety.UNSAFE)
        where = Span(spans[0].start, spans[size - 1].end)
        yield where, f"{node.locator} should have {wanted} after “{phrase}”", fix


def _may_be_known(within: Resolution, node: Preambular | Operative) -> bool:
    """Whether the table may have a phrase that begins as a paragraph does."""
    word = head(within.source, node)
    return word in _heads(part_of(node)) or _before(word) or not word


def _known(part: str, lower: list[str]) -> tuple[int, _Row | None]:
    """Return how many words the phrase has, and its row, if the table knows it."""
    table = _table(part)
    begin = 0
    while begin < len(lower) - 1 and _before(lower[begin]):
        begin += 1
    for size in range(min(len(lower), begin + _LONGEST), begin, -1):
        for start in {0, begin}:
            if row := table.get(" ".join(lower[start:size])):
                return size, row
    return 0, None


def _joined(within: Resolution, found: Opener, at: Span) -> bool:
    """Whether only white space stands between the words up to a place."""
    return not any(
        within.source[Span(left.end, right.start)].strip()
        for left, right in pairwise(found.spans)
        if right.end <= at.end
    )


def _before(word: str) -> bool:
    return word in _BEFORE or (word in adverbs() and word.endswith("ly"))


def _listed(words: tuple[str, ...]) -> str:
    """Return words in quotation marks, the last after “or”."""
    quoted = [f"“{word}”" for word in words]
    if len(quoted) == 1:
        return quoted[0]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"


@cache
def _heads(part: str) -> frozenset[str]:
    """Return the first words of the phrases in the table."""
    return frozenset(phrase.split()[0] for phrase in _table(part))


@cache
def _table(part: str) -> Mapping[str, _Row]:
    return {
        row["phrase"]: _Row(
            tuple(row["right"].split()),
            frozenset(row["tolerated"].split()),
            row["bare"] == "yes",
        )
        for row in rows("opening_prepositions.tsv", "resolint_rules")
        if row["part"] == part
    }
