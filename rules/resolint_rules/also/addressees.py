"""Whom a paragraph addresses: *Requests* the Secretary-General."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from resolint import Operative, Preambular, Resolution
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.also.openers import Opener
from resolint_rules.patterns import Pattern

_REACH, _MOST = 400, 40
"""How far the words that name somebody may reach, and how many they may be."""
# “pursuant to”, “States parties to”: not where the request begins.
_LEADS = (
    *("pursuant", "according", "relating", "related", "pertaining", "parties", "party"),
    *("prior", "subject", "respect", "regard", "addition", "due", "accredited"),
    *("belonging", "commitment", "contributors", "exposed", "contributing"),
    *("vulnerable", "signatories", "access", "relevant"),
)
_ENDS = {
    "to": regex(r" to\b", re.IGNORECASE),
    "for": regex(r" (?:for|on)\b"),
    "that": regex(r" (?:of|that)\b"),
}
# What stands between commas and names nobody.
_ASIDE = Pattern(
    r"(?:in|with|as|by|through|within|including|inter alia|where|when|whenever|if|on|at"
    r"|upon|under|for|pursuant|consistent|taking|while|until|particularly|especially"
    r"|notably|working|acting|following|subject|that|who|which|whose|based|bearing"
    r"|without|before|after|from|during|jointly|together|having|also|further|once"
    r"|i\.e|namely|given|building|making|using|between|among|of|per|to|such)\b"
)
# “Encourages closer cooperation”: nobody is addressed.
_THING = Pattern(
    r"(?:[a-z-]+ ){0,3}(?:efforts|support|cooperation|collaboration|partnerships|use"
    r"|implementation|sharing|initiatives|measures|participation|consultations|dialogue"
    r"|arrangements|exchanges?|engagement|promotion|strengthening|investments?"
    r"|incorporation|endeavours|capacity-building|integration|adoption)\b"
)
_LIGHT = Pattern(
    r"\b(?:the|all|its|other|relevant|concerned|interested|respective|their|both|of"
    r"|united nations(?= high commissioner| secretary-general)"
    r"|(?<=high commissioner) for human rights)\b"
)


class _Row(NamedTuple):
    """A row of the table of phrases."""

    ends: str
    bound: bool


class Relation(Enum):
    """How those whom two paragraphs address stand to one another."""

    SAME = "same"
    OTHER = "other"
    UNCLEAR = "unclear"


class Addressee(NamedTuple):
    """Whom a paragraph addresses."""

    words: str
    """For people to read."""
    names: tuple[str, ...]
    """Each of those named, as they are compared; none in “Encourages cooperation”."""

    def to(self, other: "Addressee") -> Relation:
        """Return how they stand to those of another paragraph."""
        if set(self.names) == set(other.names):
            return Relation.SAME
        if not self.names or not other.names:
            return Relation.UNCLEAR
        # “States” may be “States parties”; lists may have some in common.
        mine, theirs = set(self.names[0].split()), set(other.names[0].split())
        like = mine <= theirs or theirs <= mine
        return Relation.UNCLEAR if like else Relation.OTHER


def addressed(opener: Opener) -> bool:
    """Whether a phrase is one after which somebody is named."""
    return opener.base in _table()


def bound(opener: Opener) -> bool:
    """Whether an adverb may go with a phrase only if the addressee is the same."""
    return opener.base in _table() and _table()[opener.base].bound


def addressee(
    opener: Opener, paragraph: Preambular | Operative, within: Resolution
) -> Addressee | None:
    """Return whom a paragraph addresses, or None where that is not certain."""
    row = _table().get(opener.base)
    if row is None:
        return None
    start = opener.span.end
    end = min(start + _REACH, paragraph.content.end)
    return _read(within.source.text[start:end], row.ends)


@lru_cache(maxsize=64)
def _read(text: str, ends: str) -> Addressee | None:
    """Return whom the words behind a phrase name first."""
    text = folded(text)
    text = re.sub(r"^[\s,]*(?:in this (?:regard|context|respect),?|to\b)?", " ", text)
    if _THING.match(text.lstrip()):
        return Addressee(words="", names=())
    found = next(
        (
            each
            for each in _ENDS[ends].finditer(text, 2)
            if ends != "to" or not text[: each.start()].lower().endswith(_LEADS)
        ),
        None,
    )
    stop = re.search(r"[:;]", text)
    if stop and (found is None or stop.start() < found.start()):
        found = stop if stop[0] == ":" else None
    if found is None:
        return None
    words = text[: found.start()].strip(" ,")
    names = tuple(filter(None, map(_name, _members(words))))
    if not names or len(words.split()) > _MOST:
        return None
    shown = re.split(r", ", words)[0]
    return Addressee(words=shown, names=names)


def _members(words: str) -> Iterator[str]:
    """Yield those who are named, without what stands between commas."""
    words = re.sub(r"\([^)]*\)", "", words)
    pieces = re.split(r",\s+", words)
    # “Israel, the occupying Power”: without “and” it is no list.
    listed = any(map(re.compile(r"(?:.* )?(?:and|or|as well as) ").match, pieces[1:]))
    for piece in pieces if listed else pieces[:1]:
        piece = re.sub(r"^(?:and|or|as well as)\s+", "", piece)
        if not _ASIDE.match(piece):
            yield from re.split(r"\s+(?:and|as well as)\s+", piece)


def _name(words: str) -> str:
    """Return a name as it is compared."""
    return " ".join(_LIGHT.compiled.sub(" ", words.lower()).split())


@cache
def _table() -> dict[tuple[str, ...], _Row]:
    return {
        tuple(row["phrase"].split()): _Row(row["ends"], row["bound"] == "yes")
        for row in rows("addressees.tsv", "resolint_rules")
    }
