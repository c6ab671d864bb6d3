"""Whether a text speaks of its own paragraphs by their numbers."""

from functools import lru_cache

from resolint import Source
from resolint.regex import regex

_NUMBER = r"\d{1,3}(?:\s*\([a-z]{1,5}\))*"
_PARAGRAPHS = regex(
    rf"(?i)\bparagraphs?\s+({_NUMBER}(?:(?:,|\s+and|\s+or|\s+to|[–-])\s*{_NUMBER})*)"
    r"(?P<other>\s+of\s+(?!the\s+present|this\b|th(?:is|e)\s+resolution\b))?"
)
_ITEM = regex(r"(?i)\bsubparagraphs?\s+\(?[a-z]{1,5}\)|\([a-z]{1,5}\)\s+above")
_FIGURES = regex(r"\d+")
_LETTERS = regex(r"\([a-z]")


def paragraph_named(source: Source) -> int:
    """Return the highest number of a paragraph that a text names as its own, or 0.

    A paragraph “of” another text is not its own.
    """
    return _named(source.text)[0]


def item_named(source: Source) -> bool:
    """Whether a text names a subparagraph that may be its own."""
    return _named(source.text)[1]


# Several rules ask for every list that they would letter anew.
@lru_cache(maxsize=4)
def _named(text: str) -> tuple[int, bool]:
    own = [found[1] for found in _PARAGRAPHS.finditer(text) if not found["other"]]
    numbers = [int(number) for words in own for number in _FIGURES.findall(words)]
    item = bool(_ITEM.search(text)) or any(map(_LETTERS.search, own))
    return max(numbers, default=0), item
