"""Titles of instruments that are nearly right."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Field,
    Fix,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.instruments.table import by_name, mentions
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import hits

ACRONYMS = "instrument_acronyms.tsv"
MISNOMERS = "instrument_names.tsv"
OTHER = "other"
LEAST_WORDS = 4
"""Shorter titles are too like others."""
NEAR = 88.0
"""How like a title the words must be, of 100."""
EDITS = 5
"""Of how many words of a title one may be wrong."""
ALIKE = 80.0
"""How like one word must be to another to be meant for it."""
# The words that a title may begin with, and one of which it has with a capital.
_BEGINS = Pattern(
    r"(?:(?:Second |First )?Optional Protocol|International (?:Covenants?|Convention)"
    r"|United Nations (?:Framework |Millennium |Standard )?(?:Convention|Declaration"
    r"|Rules|Minimum Rules)"
    r"|(?:Vienna|Basel|Single|Supplementary|Joint|Geneva) Convention"
    r"|Universal Declaration|Conventions?|Covenants?|Declaration|Protocol|Treaty"
    r"|Rome Statute|Global Compact|Code of Conduct|Rio Declaration|Manila Declaration"
    r"|Sendai Framework|Programme of Action|Addis Ababa|Doha Declaration) (?=\w)",
    needles=(
        "convention",
        "covenant",
        "declaration",
        "protocol",
        "treaty",
        "statute",
        "compact",
        "code of conduct",
        "framework",
        "programme of action",
        "addis ababa",
    ),
)
_WORD = regex(r"[^\s,;:()“”]*[^\s,;:()“”\d]|\d+")
_SMALL = frozenset(("of", "on", "for", "in", "and", "against", "the", "to", "all"))
_WITHIN = regex(r"\w")
# What stands before makes it the title of another instrument.
_OTHER = regex(
    r"\b(?:European|American|African|Arab|Asian|Nordic|Islamic|ASEAN|ECOWAS|[Dd]raft"
    r"|Inter-American|Framework|Committee|Working Group|[A-Z]\w*-[A-Z]\w+) \Z"
)
_NICKNAMES = Pattern(
    r"\b(?P<short>CEDAW|CERD|ICERD|ICCPR|ICESCR|CRPD|UNCAC|UNTOC|UNFCCC|UNCLOS|UNCCD)"
    r" (?:Convention|Covenant)\b",
    needles=("convention", "covenant"),
)


class InstrumentTitle(Rule[Passage]):
    """A title with a word, or a capital, that is not in it."""

    code = "TRE001"
    name = "instrument-title"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    profiles = UNITED_NATIONS
    needles = (
        "convention",
        "conventions",
        "covenant",
        "covenants",
        "declaration",
        "protocol",
        "rules",
        "treaty",
        "statute",
        "compact",
        "conduct",
        "framework",
        "action",
        "ababa",
    )

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the exact words of a title, and its capitals."""
        if isinstance(node, Field):
            return
        source = within.source
        text = folded(source[node.content])
        yield from self._nicknames(text, node, within)
        done = 0
        exact: Sequence[tuple[int, int]] | None = None
        for found in _BEGINS.finditer(text):
            start = found.start()
            if start < done or _WITHIN.match(text, max(0, start - 1), start):
                continue
            if _OTHER.search(text[max(0, start - 20) : start]):
                continue
            if exact is None:
                exact = [
                    (each.start, each.end) for each in mentions(source, node.content)
                ]
            if any(first <= start < last for first, last in exact):
                continue
            near = _nearest(text, start)
            if near is None or any(
                first < near[0] and start < last
                for first, last in (*exact, *_misnamed(text))
            ):
                continue
            done, title = near
            span = Span(start, done).shift(node.content.start)
            words = text[start:done]
            message = f"{node.locator} should have “{title}”, not “{words}”"
            # Capitals alone cannot change what is meant.
            same = words.lower() == title.lower()
            safety = Safety.SAFE if same else Safety.UNSAFE
            yield self.at(span, message, Fix.replace(span, title, safety))

    def _nicknames(
        self, text: str, node: Passage, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield findings on acronyms before the word, unless the text explains them."""
        for found in _NICKNAMES.finditer(text):
            title = _full().get(found["short"])
            if title is None or f"({found[0]})" in within.source.text:
                continue
            span = Span(*found.span()).shift(node.content.start)
            message = f"{node.locator} should have “{title}”, not “{found[0]}”"
            yield self.at(span, message, Fix.replace(span, title, Safety.UNSAFE))


def _misnamed(text: str) -> list[tuple[int, int]]:
    """Return where a text has wrong titles that TRE002 speaks of."""
    found = hits(MISNOMERS, text).values()
    return [(hit.start, hit.end) for each in found for hit in each]


def _nearest(text: str, start: int) -> tuple[int, str] | None:
    """Return where the words from an offset end that were meant for a title, and it."""
    words = list(_WORD.finditer(text, start, start + 260))
    if len(words) < LEAST_WORDS:
        return None
    begun = _begun(words[0][0].lower())
    here = {word[0].lower() for word in words}
    if not _best(text, words, [each for each in begun if _may_be_meant(here, *each)]):
        return None
    # Of those it may be meant for, another may be nearer, which it is not.
    best = _best(text, words, begun)
    if best is None:
        return None
    _, end, title = best
    if by_name()[title].kind == OTHER:
        return None
    found = [word[0] for word in words if word.end() <= end]
    return (end, title) if _meant(found, _WORD.findall(title)) else None


def _best(
    text: str, words: list[re.Match[str]], titles: Iterable[tuple[str, int]]
) -> tuple[float, int, str] | None:
    """Return how near the nearest title is, where the words for it end, and it."""
    best: tuple[float, int, str] | None = None
    start = words[0].start()
    for title, count in titles:
        for size in range(max(LEAST_WORDS, count - 1), count + 2):
            if size > len(words):
                break
            end = words[size - 1].end()
            like = _likeness(text[start:end].lower(), title.lower(), NEAR)
            if like >= NEAR and (best is None or like > best[0]):
                best = (like, end, title)
    return best


def _may_be_meant(here: set[str], title: str, count: int) -> bool:
    """Whether there are as many words of a title among some as `_meant` wants."""
    return len(_split()[title] - here) <= max(1, count // EDITS)


def _meant(found: list[str], wanted: list[str]) -> bool:
    """Whether words can be meant for no other title: small words apart, they are it."""
    from rapidfuzz.distance import Levenshtein

    low, right = [w.lower() for w in found], [w.lower() for w in wanted]
    edits = 0
    for edit in Levenshtein.editops(low, right):
        edits += 1
        at, to = edit.src_pos, edit.dest_pos
        if edit.tag == "replace":
            one, other = low[at], right[to]
            if not (one in _SMALL and other in _SMALL) and not _alike(one, other):
                return False
        elif (low[at] if edit.tag == "delete" else right[to]) not in _SMALL:
            return False
    return edits <= max(1, len(right) // EDITS)


def _alike(one: str, other: str) -> bool:
    """Whether one word is another misspelled, or in the plural."""
    return one == other or _likeness(one, other, ALIKE) >= ALIKE


def _likeness(one: str, other: str, least: float) -> float:
    """Return how much words are like others, of a hundred; 0 if less than least."""
    # No more can be alike than the letters that both have.
    most = 2 * min(len(one), len(other))
    if 100 * most < least * (len(one) + len(other)):
        return 0
    shared = sum(min(one.count(each), other.count(each)) for each in set(one))
    if 200 * shared < least * (len(one) + len(other)):
        return 0
    # Imported late: most texts never come here.
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other)


@lru_cache(maxsize=64)
def _begun(first: str) -> tuple[tuple[str, int], ...]:
    """Return the titles that begin with a word, or one like it, and their lengths."""
    return tuple(
        (title, count)
        for title, (word, count) in _wanted().items()
        if _alike(first, word)
    )


@cache
def _wanted() -> dict[str, tuple[str, int]]:
    """Return the first word of each title, and how many it has."""
    return {
        title: (words[0], len(words))
        for title, instrument in by_name().items()
        if instrument.kind not in ("labour",)
        and len(words := [word.lower() for word in _WORD.findall(title)]) >= LEAST_WORDS
    }


@cache
def _split() -> dict[str, frozenset[str]]:
    """Return the words of each title."""
    return {
        title: frozenset(map(str.lower, _WORD.findall(title))) for title in _wanted()
    }


@cache
def _full() -> dict[str, str]:
    """Return the titles that acronyms stand for."""
    return {row["acronym"]: row["title"] for row in rows(ACRONYMS, "resolint_rules")}
