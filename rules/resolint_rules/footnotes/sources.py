"""What footnotes cite, *Ibid.* resolved."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from resolint import Footnote, Resolution
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.once import once

CLOSE = 2
"""How many characters a misprinted number may differ in."""
_ITEMS = r"\d+(?:(?:, and |, | and |–|-)\d+)*"
_SERIES = regex(
    rf"(?:Treaty Series|[Ii]bid\.),? [Vv]ols?\. ?(?P<volumes>{_ITEMS})"
    rf"(?:,? (?:[Nn]os?\. ?(?P<numbers>{_ITEMS})|pp?\. ?(?P<page>\d+)))?"
)
_ACT = regex(
    r"\b[Rr]esolutions? (\d+(?: [A-Z])? ?\([IVXLCS-]+\)(?: [A-Z]\b)?"
    r"|(?:E?S-)?\d+/\d+(?: [A-Z]\b)?)"
)
_SYMBOL = regex(r"\b(?:A|E|S|FCCC|CBD|UNEP)/[\w./-]*\d(?: \((?:Part|Vol)\. ?\w+\))?")
_SALE = regex(r"Sales No\. ((?:E\.)?[\dA-Z]+\.[\dA-Z.]*\d)")
_FIGURES = regex(r"\d+")
_IBID = regex(r"Ibid\b\.?")
# Where the pages or paragraphs of a source are named, and no longer the source.
_LOCATOR = regex(
    r", (?:annex(?:es)?|chaps?\.|sects?\.|paras?\.|arts?\.|resolutions? [\dIVX]+\b(?!/)"
    r"|decisions? |part [a-zIVX]+|pp?\.|appendix|enclosure)(?![a-z])"
)
_SEVERAL = regex(r";|\band (?:see also|ibid|resolution|United Nations, Treaty)")


class Cited(NamedTuple):
    """What one footnote cites."""

    text: str
    """Its words, hyphens and spaces folded."""
    head: str
    """The source, without place in it and *See*; empty where it is not sure."""
    core: frozenset[str]
    """What the source is known by: ``vol 1577``, ``no 27531``, ``act 70/1``."""
    series: bool
    """Whether it is the Treaty Series, and nothing else."""
    several: bool
    """Whether more than one source is named."""
    page: bool
    """Whether a volume of the Treaty Series is cited by page."""


@once
def cited(whole: Resolution) -> Mapping[str, Cited]:
    """Return what the footnotes of a document cite, by their labels."""
    found: dict[str, Cited] = {}
    before: Cited | None = None
    for note in whole.notes:
        before = found.setdefault(note.label, _read(note, whole, before))
    return found


@lru_cache(maxsize=512)
def core(text: str) -> frozenset[str]:
    """Return what a source is known by."""
    found: set[str] = set()
    for volume in _SERIES.finditer(text):
        found.update(f"vol {each}" for each in _FIGURES.findall(volume["volumes"]))
        numbers = volume["numbers"] or ""
        found.update(f"no {each}" for each in _FIGURES.findall(numbers))
    found.update(f"act {each[1]}" for each in _ACT.finditer(text))
    found.update(f"symbol {each[0]}" for each in _SYMBOL.finditer(text))
    found.update(f"sale {each[1]}" for each in _SALE.finditer(text))
    return frozenset(found)


def head(text: str) -> str:
    """Return a source without *See*, without the place in it and the full stop."""
    text = text.removeprefix("See ").strip().rstrip(".")
    if "Treaty Series" in text:
        return text.partition(", vol")[0]
    place = _LOCATOR.search(text)
    return text[: place.start()] if place else text


def near(known: str, other: str) -> bool:
    """Whether one number is another, misprinted."""
    if kind(known) != kind(other) or known == other:
        return False
    # Imported late: most texts never come here.
    from rapidfuzz.distance import Levenshtein

    far = Levenshtein.distance(known, other, score_cutoff=CLOSE)
    if known.partition("/")[0] == other.partition("/")[0] and "/" in known:
        return far <= CLOSE
    return far <= 1


def kind(known: str) -> str:
    """Return what kind of number a source is known by: ``vol``, ``act``."""
    return known.partition(" ")[0]


def _read(note: Footnote, whole: Resolution, before: Cited | None) -> Cited:
    text = folded(whole.source[note.content]).strip()
    several = bool(_SEVERAL.search(text))
    same = _IBID.match(text)
    volumes = _SERIES.search(text)
    first = head(text)
    known = core(text)
    series = "Treaty Series, vol" in text
    if same:
        series = bool(before and before.series and not before.several)
        first = before.head if before else ""
        if not volumes:
            known |= before.core if before else frozenset()
    return Cited(
        text=text,
        head="" if several else first,
        core=known,
        series=series and not several,
        several=several,
        page=bool(volumes and volumes["page"] and not volumes["numbers"]),
    )
